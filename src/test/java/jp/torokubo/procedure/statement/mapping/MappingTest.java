// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.mapping;

import static java.nio.charset.StandardCharsets.UTF_8;
import static jp.torokubo.procedure.statement.Declarants.change;
import static jp.torokubo.procedure.statement.Declarants.command;
import static jp.torokubo.procedure.statement.Declarants.leftOut;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.net.URI;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.UUID;
import java.util.regex.Pattern;
import jp.torokubo.FreshDatabase;
import jp.torokubo.NthFailure;
import jp.torokubo.NthFailureOf;
import jp.torokubo.SettableClock;
import jp.torokubo.TorokuboTest;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.ground.identity.Operators;
import jp.torokubo.ground.identity.World;
import jp.torokubo.procedure.statement.Answer;
import jp.torokubo.procedure.statement.BringMapping;
import jp.torokubo.procedure.statement.ChangeAnswers;
import jp.torokubo.procedure.statement.Choice;
import jp.torokubo.procedure.statement.Declarants;
import jp.torokubo.procedure.statement.FetchMapping;
import jp.torokubo.procedure.statement.OpenStatement;
import jp.torokubo.procedure.statement.ReadMappings;
import jp.torokubo.procedure.statement.ReadStatement;
import jp.torokubo.procedure.statement.RowState;
import jp.torokubo.procedure.statement.StatementId;
import jp.torokubo.procedure.statement.StatementRefusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@TorokuboTest
@FreshDatabase
class MappingTest {

    private static final String CSV = """
            項目,管理策,本文,確からしさ,備考
            A.5.1,５．１．１ 9.1.1.1,方針を定めている,高,秘密の備考
            A.5.2,9.1.1.1,役割を定めている,,
            A.5.3,9.1.1.2,,,
            """;

    @Autowired MockMvc mvc;
    @Autowired OpenStatement openStatement;
    @Autowired ChangeAnswers changeAnswers;
    @Autowired ReadStatement readStatement;
    @Autowired BringMapping bringMapping;
    @Autowired ReadMappings readMappings;
    @Autowired FetchMapping fetchMapping;
    @Autowired SettableClock clock;

    private Declarants they;
    private StatementId statement;
    private String here;

    @BeforeEach
    void aStatement() {
        they = new Declarants();
        statement = Declarants.opened(openStatement, they.aiko, they.ofAlpha);
        here = "/desk/dossiers/" + they.ofAlpha.value() + "/statements/" + statement.value();
    }

    @Test
    void aListIsBroughtPreviewedAppliedAsDraftsAndUndone() throws Exception {
        changeAnswers.handle(change(they.yuki, statement, leftOut("5.1.1", "理由")));
        var brought = uploaded("ISO/IEC 27001", CSV.getBytes(Charset.forName("windows-31j")), false);
        assertThat(brought.getStatus()).isEqualTo(302);
        var list = brought.getRedirectedUrl().replaceFirst("\\?.*", "");
        assertThat(page(list + "?brought=1")).contains("項目3件、対応4件を取り込みました", "元の表記 ５．１．１", "秘密の備考", "方針を定めている");
        assertThat(page(list + "?by=control")).contains("A.5.1", "A.5.2");
        assertThat(answer("9.1.1.1")).as("nothing is written by bringing a list").isEqualTo(Answer.untouched("9.1.1.1"));

        var preview = page(list + "/drafts");
        assertThat(preview).contains("書き込む下書き（1件）", "【ISO/IEC 27001 2022 A.5.1】方針を定めている", "【ISO/IEC 27001 2022 A.5.2】役割を定めている",
                "すでに書かれている（1件）", "一覧に本文がない（1件）");
        assertThat(answer("9.1.1.1").isUntouched()).isTrue();

        var done = sent(they.yuki, post(URI.create(list + "/drafts")).param("commandId", UUID.randomUUID().toString()).param("plan", plan(preview)));
        assertThat(done.getStatus()).isEqualTo(302);
        var draft = answer("9.1.1.1");
        assertThat(draft.choice()).isEqualTo(Choice.OPEN);
        assertThat(draft.state()).isEqualTo(RowState.IN_WORK);
        assertThat(draft.described()).contains("方針を定めている", "役割を定めている");
        assertThat(answer("5.1.1").reason().ja()).isEqualTo("理由");
        assertThat(answer("9.1.1.2").isUntouched()).isTrue();

        var after = page(done.getRedirectedUrl());
        assertThat(after).contains("1項目に下書きを書き込みました", "元に戻す");
        var batch = Pattern.compile("name=\"batch\" value=\"([^\"]+)\"").matcher(after);
        assertThat(batch.find()).isTrue();
        sent(they.yuki, post(URI.create(here + "/controls/undo")).param("commandId", UUID.randomUUID().toString()).param("batch", batch.group(1)));
        assertThat(answer("9.1.1.1").isDescribed()).isFalse();
        assertThat(page(list + "/drafts")).contains("書き込む下書き（1件）");
    }

    @Test
    void whatIsAppliedIsWhatWasShown() throws Exception {
        var list = here + "/mappings/" + brought("SOC 2", CSV);
        var plan = plan(page(list + "/drafts"));
        changeAnswers.handle(change(they.aiko, statement, leftOut("9.1.1.1", "先に決めた")));

        var late = sent(they.yuki, post(URI.create(list + "/drafts")).param("commandId", UUID.randomUUID().toString()).param("plan", plan));

        assertThat(late.getStatus()).isEqualTo(409);
        assertThat(late.getContentAsString(UTF_8)).contains("書き込まれる内容が変わりました", "書き込む下書き（1件）");
        assertThat(answer("5.1.1").isUntouched()).as("all or nothing").isTrue();
        assertThat(answer("9.1.1.1").reason().ja()).isEqualTo("先に決めた");
    }

    @Test
    void aSecondPressAppliesNothingMoreAndAfterADayNothingIsOfferedToBeUndone() throws Exception {
        var list = here + "/mappings/" + brought("SOC 2", CSV);
        var plan = plan(page(list + "/drafts"));
        for (int press = 0; press < 2; press++) {
            assertThat(sent(they.yuki, post(URI.create(list + "/drafts")).param("commandId", new UUID(7, 7).toString()).param("plan", plan))
                            .getStatus())
                    .isEqualTo(302);
        }
        assertThat(answer("9.1.1.1").version()).isEqualTo(1);
        assertThat(page(list)).contains("元に戻す");
        clock.advance(Duration.ofHours(25));
        assertThat(page(list)).doesNotContain("元に戻す");
    }

    @Test
    void badLinesAreSaidWithTheirPlaceAndTheOthersAreTakenOnlyWhenThatIsWanted() throws Exception {
        var bad = "item,control\nA,9.1.1.1\nB,9.9.9.9\n,9.1.1.2\n".getBytes(UTF_8);

        var refused = uploaded("SOC 2", bad, false);
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(refused.getContentAsString(UTF_8)).contains("3行目の「control」の「9.9.9.9」は", "4行目の「item」が空です", "読めない行が2行", "value=\"SOC 2\"");
        assertThat(readMappings.of(they.yuki, statement).sources()).isEmpty();

        assertThat(uploaded("SOC 2", bad, true).getStatus()).isEqualTo(302);
        assertThat(readMappings.of(they.yuki, statement).sources()).singleElement().satisfies(source -> {
            assertThat(source.leftOut()).isEqualTo(2);
            assertThat(source.pairs()).isEqualTo(1);
        });
        assertThat(uploaded("", bad, true).getContentAsString(UTF_8)).contains("一覧の名前が入力されていません", "name-error");
        assertThat(uploaded("SOC 2", new byte[0], true).getContentAsString(UTF_8)).contains("CSVファイルが選ばれていない");
        assertThat(uploaded("SOC 2", "%PDF-1.7 x".getBytes(UTF_8), true).getStatus()).isEqualTo(422);
    }

    @Test
    void everySourceIsKeptAndEveryListIsSeenBesideAControl() throws Exception {
        brought("ISO/IEC 27001", CSV);
        brought("ISO/IEC 27001", CSV.replace("方針を", "新しい方針を"));
        brought("SOC 2", "item,control\nCC1.1,9.1.1.1\n");

        var sources = readMappings.of(they.yuki, statement).sources();
        assertThat(sources).hasSize(3).extracting(Mapping.Source::sha256).doesNotHaveDuplicates();
        assertThat(sources.stream().filter(Mapping.Source::newest)).hasSize(2);
        assertThat(page(here + "/mappings")).contains("後から取り込んだものがあります");
        assertThat(page(here + "/mappings/controls")).contains("CC1.1", "SOC 2 2022", "A.5.1", "ISO/IEC 27001 2022").doesNotContain("??");
        assertThat(page("/en" + here + "/mappings")).contains("Brought again since").doesNotContain("??");
    }

    @Test
    void theFileComesBackAsItWasBroughtAndTheTableCanBeBroughtAgain() throws Exception {
        var list = brought("ISO/IEC 27001", CSV);

        assertThat(sent(they.yuki, get(URI.create(here + "/mappings/" + list + "/source"))).getContentAsString(UTF_8)).isEqualTo(CSV);
        var table = sent(they.yuki, get(URI.create("/en" + here + "/mappings/" + list + "/table.csv"))).getContentAsByteArray();
        assertThat(uploaded("ISO/IEC 27001", table, false).getStatus()).isEqualTo(302);
        var again = readMappings.newest(they.yuki, statement).get(0);
        var first = readMappings.find(they.yuki, statement, list).orElseThrow();
        assertThat(again.items()).isEqualTo(first.items());
        assertThat(again.pairs()).extracting(Mapping.Pair::control).containsExactlyElementsOf(first.pairs().stream().map(Mapping.Pair::control).toList());
    }

    @Test
    void toStrangersAndToThoseWhoReadAlongNothingOfItIsThereWithEitherGuardAlone() throws Exception {
        var list = brought("ISO/IEC 27001", CSV);
        nothingIsThere(list);
        World.withoutPolicies();
        try {
            nothingIsThere(list);
        } finally {
            World.withPolicies();
        }
    }

    private void nothingIsThere(UUID list) throws Exception {
        for (var stranger : they.strangers()) {
            assertThat(readMappings.find(stranger, statement, list)).isEmpty();
            assertThat(readMappings.of(stranger, statement).sources()).isEmpty();
            assertThat(readMappings.newest(stranger, statement)).isEmpty();
            assertThat(Lists.brought(bringMapping, stranger, statement, "x", CSV))
                    .isEqualTo(new BringMapping.Result.Refused(new StatementRefusal.StatementUnknown()));
            assertThat(fetchMapping.handle(new FetchMapping.Command(stranger, they.ofAlpha, statement, list, "csv")))
                    .isEqualTo(new FetchMapping.Result.Refused(new MappingRefusal.MappingUnknown()));
        }
        assertThat(readMappings.find(they.jiro, statement, list)).as("the auditor").isEmpty();
        for (var page : new String[] {"", "/controls", "/" + list, "/" + list + "/drafts", "/" + list + "/source", "/" + list + "/table.csv"}) {
            assertThat(sent(they.ben, get(URI.create(here + "/mappings" + page))).getStatus()).as(page).isEqualTo(404);
        }
        assertThat(sent(they.yuki, get(URI.create(here + "/mappings/" + UUID.randomUUID()))).getStatus()).isEqualTo(404);
        var bens = Declarants.opened(openStatement, they.ben, they.ofBeta);
        assertThat(sent(they.ben, get(URI.create(
                        "/desk/dossiers/" + they.ofBeta.value() + "/statements/" + bens.value() + "/mappings/" + list))).getStatus())
                .as("his own statement does not lead to it").isEqualTo(404);
    }

    @Test
    @NthFailureOf(BringMapping.class)
    void aListIsBroughtOnceOrNotAtAll() {
        var command = command();

        NthFailure.of(() -> Lists.brought(bringMapping, command, they.yuki, statement, "SOC 2", CSV, false))
                .changesNothingAndARetryTakesEffectOnce();
    }

    @Test
    @NthFailureOf(FetchMapping.class)
    void aListIsHandedOutWithItsLineInTheTrailOrNotAtAll() {
        var list = brought("SOC 2", CSV);

        NthFailure.of(() -> fetchMapping.handle(new FetchMapping.Command(they.yuki, they.ofAlpha, statement, list, "source")))
                .changesNothingUntilItIsDone();
    }

    private UUID brought(String name, String csv) {
        return Lists.id(Lists.brought(bringMapping, they.yuki, statement, name, csv));
    }

    private Answer answer(String control) {
        return ((ReadStatement.Result.Read) readStatement.whole(they.yuki, statement)).whole().answer(control);
    }

    private static String plan(String page) {
        var found = Pattern.compile("name=\"plan\" value=\"([0-9a-f]{64})\"").matcher(page);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private MockHttpServletResponse uploaded(String name, byte[] content, boolean leaveOut) throws Exception {
        var request = multipart(URI.create(here + "/mappings")).file(new MockMultipartFile("file", "対応表.csv", "text/csv", content));
        request.param("commandId", UUID.randomUUID().toString()).param("name", name).param("listEdition", "2022");
        if (leaveOut) {
            request.param("leaveOut", "true");
        }
        return mvc.perform(request.with(Operators.signedIn(they.yuki)).with(csrf())).andReturn().getResponse();
    }

    private String page(String address) throws Exception {
        var answer = sent(they.yuki, get(URI.create(address)));
        assertThat(answer.getStatus()).as(address).isEqualTo(200);
        return answer.getContentAsString(UTF_8);
    }

    private MockHttpServletResponse sent(Actor actor, MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.with(Operators.signedIn(actor)).with(csrf())).andReturn().getResponse();
    }
}
