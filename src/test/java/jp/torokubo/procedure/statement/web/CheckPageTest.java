// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.web;

import static jp.torokubo.procedure.statement.Declarants.adopted;
import static jp.torokubo.procedure.statement.Declarants.change;
import static jp.torokubo.procedure.statement.Declarants.leftOut;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import jp.torokubo.FreshDatabase;
import jp.torokubo.TorokuboTest;
import jp.torokubo.ground.files.reading.ReadHere;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.ground.identity.Operators;
import jp.torokubo.procedure.statement.ChangeAnswers;
import jp.torokubo.procedure.statement.Content;
import jp.torokubo.procedure.statement.Declarants;
import jp.torokubo.procedure.statement.OpenStatement;
import jp.torokubo.procedure.statement.SavePart;
import jp.torokubo.procedure.statement.StatementId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

@TorokuboTest
@FreshDatabase
class CheckPageTest {

    @Autowired OpenStatement openStatement;
    @Autowired SavePart savePart;
    @Autowired ChangeAnswers changeAnswers;
    @Autowired MockMvc mvc;

    private Declarants they;
    private StatementId statement;
    private String check;

    @BeforeEach
    void people() {
        they = new Declarants();
        statement = Declarants.opened(openStatement, they.aiko, they.ofAlpha);
        check = "/desk/dossiers/" + they.ofAlpha.value() + "/statements/" + statement.value() + "/check";
        savePart.handle(new SavePart.Command(
                Declarants.command(), they.yuki, statement, 0,
                new Content.Period(LocalDate.of(2025, 4, 1), LocalDate.of(2026, 4, 1))));
        changeAnswers.handle(change(they.yuki, statement, adopted("9.1.1.1", ""), leftOut("9.1.1.2", "<b>TBD</b>")));
    }

    @Test
    void whatIsWrongStandsBesideWhatToDoErrorsFirst() throws Exception {
        var page = page(they.yuki, check + "?group=period");

        assertThat(page).contains("2025年4月1日から2026年4月1日まで", "1年を超えています", "末日を2026年3月31日以前にしてください", "管理基準 2.2.5");
        assertThat(page(they.yuki, "/en" + check + "?group=period"))
                .contains("1 April 2025 to 1 April 2026", "Let it end on 31 March 2026 or earlier");
    }

    @Test
    void aFilterShowsOnlyWhatItSaysAndFiftyAtATime() throws Exception {
        assertThat(page(they.yuki, check + "?severity=warning&group=9")).contains("9.1.1.2", "理由が短すぎます（10文字").doesNotContain("9.1.1.1<", "<b>TBD");
        assertThat(page(they.yuki, check + "?group=9")).contains("9.1.1.1", "page=2").hasSizeLessThan(150_000);
        assertThat(page(they.yuki, check + "?page=999999")).doesNotContain("rel=\"next\"");
        assertThat(page(they.yuki, check + "?page=-3")).contains("rel=\"next\"").hasSizeLessThan(150_000);
    }

    @Test
    void theListIsTakenHomeAsItIsFiltered() throws Exception {
        var csv = answer(they.yuki, check + ".csv?severity=warning&group=9");

        assertThat(csv.getContentType()).startsWith("text/csv");
        assertThat(csv.getContentAsString(StandardCharsets.UTF_8)).contains("警告", "9.1.1.2", "理由が短すぎます").doesNotContain("エラー", "9.1.1.1,");
        assertThat(answer(they.yuki, "/en" + check + ".csv").getContentAsString(StandardCharsets.UTF_8)).contains("Warning", "Weight");
        var sheet = ReadHere.xlsx(answer(they.yuki, check + ".xlsx").getContentAsByteArray()).get(0);
        assertThat(sheet.rows().get(1).cells()).contains("エラー");
        assertThat(page(they.yuki, check + "?severity=warning")).contains(check + ".xlsx?severity=warning");
    }

    @Test
    void onlyTheProvidersSideLearnsWhatIsLacking() throws Exception {
        for (var other : new Actor[] {they.ben, they.jiro, they.kana, they.operator}) {
            assertThat(answer(other, check).getStatus()).isEqualTo(404);
            assertThat(answer(other, check + ".csv").getStatus()).isEqualTo(404);
        }
        assertThat(answer(they.yuki, check.replace(they.ofAlpha.value().toString(), they.ofBeta.value().toString())).getStatus()).isEqualTo(404);
        assertThat(answer(they.aiko, check).getStatus()).as("a manager").isEqualTo(200);
    }

    private String page(Actor actor, String address) throws Exception {
        var answer = answer(actor, address);
        assertThat(answer.getStatus()).isEqualTo(200);
        return answer.getContentAsString();
    }

    private MockHttpServletResponse answer(Actor actor, String address) throws Exception {
        return mvc.perform(get(URI.create(address)).with(Operators.signedIn(actor))).andReturn().getResponse();
    }
}
