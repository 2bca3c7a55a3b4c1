// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.web;

import static jp.torokubo.procedure.statement.Declarants.adopted;
import static jp.torokubo.procedure.statement.Declarants.change;
import static jp.torokubo.procedure.statement.Declarants.leftOut;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
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
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

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
    void aGapIsFoundAgainstTheStatementBeforeInTheDossierAndThePageSaysWhichThatWas() throws Exception {
        assertThat(page(they.yuki, check)).contains("昨年の言明書に当たるものがないため");
        var last = ((OpenStatement.Result.Opened) openStatement.handle(new OpenStatement.Command(
                Declarants.command(), they.aiko, they.ofAlpha, "昨年度の言明書", "2022-04", null))).statement();
        savePart.handle(new SavePart.Command(
                Declarants.command(), they.yuki, last, 0, new Content.Period(LocalDate.of(2024, 3, 1), LocalDate.of(2025, 2, 28))));

        assertThat(page(they.yuki, check + "?group=period")).contains("昨年の言明書としたもの：", "昨年度の言明書", "2024年3月1日から2025年2月28日まで",
                "/statements/" + last.value() + "\"", "2025年3月1日").doesNotContain("??");
        assertThat(page(they.yuki, "/en" + check)).contains("Taken as last year’s statement:", "audited from 1 March 2024 to 28 February 2025");
        assertThat(page(they.yuki, check.replace(statement.value().toString(), last.value().toString()))).as("nothing lies before the first").contains("昨年の言明書に当たるものがないため");
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
    void aWarningGetsItsWordByAFormThatNeedsNoScript() throws Exception {
        var missing = page(they.yuki, check + "?severity=warning&word=none&group=9");
        assertThat(missing).contains("うち一言なし", "この警告をそのままにする理由", "9.1.1.2", "<details class=\"tb-noprint\" open").doesNotContain("??");

        var sent = mvc.perform(word(missing, "この機能を提供しない<b>ため\n二行目").param("group", "9").param("word", "none")
                .with(Operators.signedIn(they.yuki))).andReturn().getResponse();
        assertThat(sent.getRedirectedUrl()).isEqualTo(check + "?group=9&word=none&said=1");

        assertThat(page(they.yuki, check + "?group=9&word=none&said=1")).contains("一言を保存しました", "あと").doesNotContain("reason-short@9.1.1.2", "??");
        assertThat(page(they.aiko, check + "?severity=warning&group=9"))
                .contains("この機能を提供しない&lt;b&gt;ため", "結城 由紀", "書き直す").doesNotContain("失効した一言", "??");
        assertThat(page(they.aiko, "/en" + check + "?severity=warning&group=9"))
                .contains("without a word: ", "Why this warning may stay", "Say it anew").doesNotContain("??");
        assertThat(sheet(check + ".xlsx?severity=warning&group=9")).contains("この機能を提供しない<b>ため\n二行目", "有効", "結城 由紀");

        changeAnswers.handle(change(they.yuki, statement, leftOut("9.1.1.2", "後で書く")));
        assertThat(page(they.yuki, check + "?severity=warning&group=9")).contains("失効した一言", "警告の対象が変わりました");
        assertThat(page(they.yuki, "/en" + check + "?severity=warning&group=9")).contains("Lapsed word", "has changed since");
        assertThat(sheet("/en" + check + ".xlsx?severity=warning&group=9&word=none")).contains("lapsed");
    }

    @Test
    void whatWasTypedIsNotLostWhereItCannotBeKept() throws Exception {
        var page = page(they.yuki, check + "?severity=warning&group=9");
        var empty = mvc.perform(word(page, " ").param("severity", "warning").param("group", "9").with(Operators.signedIn(they.yuki)))
                .andReturn().getResponse();
        assertThat(empty.getStatus()).isEqualTo(422);
        assertThat(empty.getContentAsString(StandardCharsets.UTF_8)).contains("一言が入力されていません", "href=\"#text-w-");

        changeAnswers.handle(change(they.aiko, statement, leftOut("9.1.1.2", "後で書く")));
        var late = mvc.perform(word(page, "古い文への一言").param("severity", "warning").param("group", "9").with(Operators.signedIn(they.yuki)))
                .andReturn().getResponse();
        assertThat(late.getStatus()).isEqualTo(409);
        assertThat(late.getContentAsString(StandardCharsets.UTF_8)).contains("書き換えられました", ">古い文への一言</textarea>").doesNotContain("保存していません）");

        changeAnswers.handle(change(they.aiko, statement, adopted("9.1.1.2", "実施している")));
        var gone = mvc.perform(word(page, "古い文への一言").param("severity", "warning").param("group", "9").with(Operators.signedIn(they.yuki)))
                .andReturn().getResponse();
        assertThat(gone.getStatus()).isEqualTo(409);
        assertThat(gone.getContentAsString(StandardCharsets.UTF_8)).contains("この警告はもうありません", "入力した一言（保存していません）", "古い文への一言");
    }

    @Test
    void aWordThatBeginsLikeAFormulaIsATextInTheFile() throws Exception {
        mvc.perform(word(page(they.yuki, check + "?severity=warning&group=9"), "=HYPERLINK(1)").with(Operators.signedIn(they.yuki)));

        assertThat(answer(they.yuki, check + ".csv?group=9").getContentAsString(StandardCharsets.UTF_8)).contains(",'=HYPERLINK(1),有効,結城 由紀,");
    }

    @Test
    void onlyTheProvidersSideLearnsWhatIsLacking() throws Exception {
        var form = page(they.yuki, check + "?severity=warning&group=9");
        for (var other : new Actor[] {they.ben, they.jiro, they.kana, they.operator}) {
            assertThat(mvc.perform(word(form, "よその一言").with(Operators.signedIn(other))).andReturn().getResponse().getStatus()).isEqualTo(404);
            assertThat(answer(other, check).getStatus()).isEqualTo(404);
            assertThat(answer(other, check + ".csv").getStatus()).isEqualTo(404);
        }
        assertThat(answer(they.yuki, check.replace(they.ofAlpha.value().toString(), they.ofBeta.value().toString())).getStatus()).isEqualTo(404);
        assertThat(answer(they.aiko, check).getStatus()).as("a manager").isEqualTo(200);
    }

    /** As the form of the first warning of reason-short on the page sends it. */
    private MockHttpServletRequestBuilder word(String page, String text) {
        var form = Pattern.compile("name=\"commandId\" value=\"([^\"]+)\"><input type=\"hidden\" name=\"warning\" value=\"(reason-short@9.1.1.2)\">"
                + "<input type=\"hidden\" name=\"about\" value=\"([^\"]+)\">").matcher(page);
        assertThat(form.find()).isTrue();
        return post(URI.create(check)).with(csrf())
                .param("commandId", form.group(1)).param("warning", form.group(2)).param("about", form.group(3)).param("text", text);
    }

    private List<String> sheet(String address) throws Exception {
        return ReadHere.xlsx(answer(they.yuki, address).getContentAsByteArray()).get(0).rows().stream()
                .flatMap(row -> row.cells().stream()).toList();
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
