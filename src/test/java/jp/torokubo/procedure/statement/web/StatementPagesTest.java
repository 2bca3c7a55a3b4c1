// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import jp.torokubo.FreshDatabase;
import jp.torokubo.TorokuboTest;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.ground.identity.Operators;
import jp.torokubo.ground.identity.World;
import jp.torokubo.procedure.statement.Declarants;
import jp.torokubo.procedure.statement.Part;
import jp.torokubo.procedure.statement.ReadStatement;
import jp.torokubo.procedure.statement.StatementFixture;
import jp.torokubo.procedure.statement.StatementId;
import jp.torokubo.record.register.Given;
import jp.torokubo.record.register.PublicStatementFile;
import jp.torokubo.record.register.RecordEvents;
import jp.torokubo.record.register.RegisterEvent.StatementStated;
import jp.torokubo.record.register.Statements;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@TorokuboTest
@FreshDatabase
class StatementPagesTest {

    private static final Pattern OPTION = Pattern.compile("<option value=\"([^\"]*)\"");

    @Autowired ApplicationContext program;
    @Autowired ReadStatement readStatement;
    @Autowired RecordEvents recordEvents;
    @Autowired MockMvc mvc;

    private Declarants they;
    private StatementFixture fixture;
    private String all;
    private String here;

    @BeforeEach
    void people() {
        they = new Declarants();
        fixture = StatementFixture.of(program, they.aiko, they.ofAlpha, Declarants.AGENCY_NUMBER);
        all = "/desk/dossiers/" + they.ofAlpha.value() + "/statements";
        here = all + "/" + fixture.statement().value();
    }

    @Test
    void aStatementIsBegunFromTheListAndAMissingTitleIsSaidAtItsField() throws Exception {
        var begun = sent(they.yuki, post(URI.create(all)).param("commandId", UUID.randomUUID().toString())
                .param("title", "2027年度").param("edition", "2022-04"));

        assertThat(begun.getStatus()).isEqualTo(302);
        assertThat(page(they.yuki, begun.getRedirectedUrl())).contains("2027年度", "2022-04");
        assertThat(sent(they.yuki, post(URI.create(all)).param("commandId", UUID.randomUUID().toString()).param("title", " "))
                        .getContentAsString(UTF_8))
                .contains("言明書の呼び名が入力されていません", "title-error");
        assertThat(page(they.aiko, all)).contains("2027年度", "2026年度");
        assertThat(page(they.aiko, here)).contains("今の内容を凍結する", fixture.version().substring(0, 12), "1,284項目のうち3項目に回答");
        assertThat(page(they.jiro, "/en" + here)).doesNotContain("Freeze what stands now").contains("3 of 1,284 rows answered");
    }

    @ParameterizedTest
    @EnumSource(Part.class)
    void everyPartHasAFormInBothLanguagesAndIsReadAlongWithoutOne(Part part) throws Exception {
        var address = here + "/parts/" + part.code();

        assertThat(page(they.yuki, address)).contains("保存する").doesNotContain("??");
        assertThat(page(they.yuki, "/en" + address)).contains("Save").doesNotContain("??");
        assertThat(page(they.jiro, address)).doesNotContain("保存する").contains("言明書に書けるのは");
    }

    @Test
    void aFunctionIsWrittenWithItsRegionsAndAnotherIsRemoved() throws Exception {
        var address = here + "/parts/scope";
        sent(they.yuki, post(URI.create(address)).param("commandId", UUID.randomUUID().toString()).param("seen", "0")
                .param("functions[0].name.ja", "⽂書管理").param("functions[0].standing", "INSIDE")
                .param("functions[0].regions.STORAGE", "東京、大阪")
                .param("functions[1].name.ja", "検索").param("functions[1].standing", "OUTSIDE")
                .param("functions[2].standing", "UNKNOWN"));
        var functions = scope();
        assertThat(functions).extracting(function -> function.name().ja()).containsExactly("文書管理", "検索");
        assertThat(functions.get(0).allRegions()).containsExactly("東京", "大阪");

        sent(they.yuki, post(URI.create(address)).param("commandId", UUID.randomUUID().toString()).param("seen", "1")
                .param("functions[0].name.ja", "文書管理").param("functions[0].gone", "true")
                .param("functions[1].name.ja", "検索").param("functions[1].standing", "OUTSIDE"));
        assertThat(scope()).extracting(function -> function.name().ja()).containsExactly("検索");
    }

    @Test
    void aDayThatIsNoneIsSaidAtItsFieldAndNothingTypedIsLost() throws Exception {
        var answer = sent(they.yuki, post(URI.create(here + "/parts/period")).param("commandId", UUID.randomUUID().toString())
                .param("seen", "1").param("from", "令和7年4月1日").param("until", "きのう"));

        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentAsString(UTF_8)).contains("「きのう」は日付として読めません", "value=\"令和7年4月1日\"", "value=\"きのう\"");
    }

    @Test
    void whoSavesOverWhatAnotherHasSavedIsShownBothAndMaySaveAgain() throws Exception {
        var answer = sent(they.yuki, post(URI.create(here + "/parts/special-notes")).param("commandId", UUID.randomUUID().toString())
                .param("seen", "0").param("text.ja", "私の特記"));

        assertThat(answer.getStatus()).isEqualTo(409);
        assertThat(answer.getContentAsString(UTF_8)).contains("ほかの人が保存した内容", "私の特記", "name=\"seen\" value=\"1\"");
    }

    @Test
    void aVersionIsReadOnPageAndPaperAndAsWorkbookByTheDossierAndByTheReceiverWithoutWhatIsRestricted() throws Exception {
        var mine = here + "/versions/" + fixture.version();
        var received = "/desk/disclosed/" + fixture.version();

        assertThat(page(they.jiro, mine)).contains(fixture.version(), "個別管理策", "経営者確認書");
        assertThat(page(they.kana, "/desk/disclosed")).contains(fixture.version().substring(0, 12));
        assertThat(page(they.kana, received)).contains("個別管理策").doesNotContain("経営者確認書");
        assertThat(text(answer(they.jiro, mine + ".pdf"))).contains("個別管理策", "経営者確認書");
        assertThat(text(answer(they.kana, received + ".pdf"))).contains("個別管理策").doesNotContain("経営者確認書");
        assertThat(answer(they.kana, received + ".xlsx").getContentType()).contains("spreadsheetml");
        for (var stranger : they.strangers()) {
            assertThat(answer(stranger, mine).getStatus()).isEqualTo(404);
            assertThat(answer(stranger, mine + ".pdf").getStatus()).isEqualTo(404);
            if (stranger != they.kana) {
                assertThat(answer(stranger, received).getStatus()).isEqualTo(404);
                assertThat(answer(stranger, received + ".xlsx").getStatus()).isEqualTo(404);
            }
        }
    }

    @Test
    void whereAPartSaysThatThereIsNoneNothingIsCalledUnsaid() throws Exception {
        sent(they.yuki, post(URI.create(here + "/parts/ai-functions")).param("commandId", UUID.randomUUID().toString())
                .param("seen", "0").param("none", "true"));

        assertThat(page(they.jiro, here + "/parts/ai-functions")).contains("AI機能はない").doesNotContain("記載なし");
        assertThat(page(they.jiro, here + "/parts/subcontractors")).contains("記載なし").doesNotContain("委託先はない");
    }

    @Test
    void whoWroteAVersionOfAPartIsNamedAndWhatTheNextOneChangedIsShown() throws Exception {
        var address = here + "/parts/special-notes";
        sent(they.yuki, post(URI.create(address)).param("commandId", UUID.randomUUID().toString())
                .param("seen", "1").param("text.ja", "特記は二つある").param("text.en", "Two notes"));

        assertThat(page(they.jiro, address)).contains("結城 由紀", "青木 愛子", address + "/versions/1", address + "/versions/2")
                .doesNotContain(World.loginOf(they.yuki.person()));
        assertThat(page(they.jiro, address + "/versions/1")).contains("青木 愛子", "結城 由紀", "前の版です", "<ins>は二つある</ins>");
        assertThat(page(they.jiro, "/en" + address + "/versions/1")).contains("earlier version", "Two notes").doesNotContain("??");
        assertThat(page(they.jiro, address + "/versions/2")).contains("これがいまの版です", "特記は二つある").doesNotContain("<ins>");
        for (var none : new String[] {"0", "3", "-1", "x", "99999999999999999999"}) {
            assertThat(answer(they.jiro, address + "/versions/" + none).getStatus()).as(none).isEqualTo(404);
        }
        for (var stranger : they.strangers()) {
            assertThat(answer(stranger, address + "/versions/1").getStatus()).isIn(403, 404);
        }
    }

    @Test
    void aFunctionThatStandsOnAnotherServiceIsComparedByItsName() throws Exception {
        saved("base-services", "0", "services[0].key", "aws", "services[0].name.ja", "土台その一", "services[1].key", "gcp", "services[1].name.ja", "土台その二");
        saved("scope", "0", "functions[0].name.ja", "文書管理", "functions[0].baseService", "aws");
        saved("base-services", "1", "services[0].key", "gcp", "services[0].name.ja", "土台その二");
        saved("scope", "1", "functions[0].name.ja", "文書管理", "functions[0].baseService", "gcp");

        assertThat(page(they.yuki, here + "/parts/scope/versions/1").replaceAll("</?(del|ins)>", "")).contains("土台その一", "土台その二");
    }

    /** Everybody knows what the register has shown; what somebody else has frozen besides is not offered to anybody. */
    @Test
    void theVersionOfABaseServiceIsChosenFromThoseTheRegisterHasShown() throws Exception {
        var shown = Statements.of("前の基盤");
        var newer = Statements.of("今の基盤");
        var below = Given.service(7).value().toString();
        Given.entered(recordEvents, Given.granted(7, Given.FIRST_BATCH, Given.facts("C21-0007-2", "基盤", "丙")),
                new StatementStated(Given.service(7), LocalDate.of(2022, 4, 1), shown),
                new StatementStated(Given.service(7), LocalDate.of(2023, 4, 1), newer),
                new StatementStated(Given.service(7), LocalDate.of(2099, 4, 1), Statements.of("先の基盤")));
        var form = here + "/parts/base-services";
        assertThat(page(they.yuki, form)).contains("登録番号を入れて保存すると").doesNotContain(shown.version(), newer.version());

        saved("base-services", "0", "services[0].key", "b", "services[0].name.ja", "基盤", "services[0].registered", "C21-0007-2");
        var choosing = page(they.yuki, form);
        assertThat(all(OPTION, choosing.substring(choosing.indexOf("id=\"services[0].version\""), choosing.indexOf("id=\"services[1]."))))
                .containsExactly("", newer.version(), shown.version());
        assertThat(choosing).contains("2023年4月1日から（監査対象期間 2025年4月1日 – 2026年3月31日）")
                .doesNotContain(fixture.version());
        assertThat(page(they.yuki, "/en" + form)).contains("From 1 April 2023").doesNotContain("??");

        saved("base-services", "1", "services[0].key", "b", "services[0].name.ja", "基盤", "services[0].registered", below,
                "services[0].version", shown.version());
        assertThat(page(they.yuki, form)).contains("<option value=\"" + shown.version() + "\" selected");
        assertThat(page(they.jiro, form)).contains(shown.version());
    }

    @Test
    void aVersionThatWasGivenBeforeStaysWhateverItIsAndOneThatIsNotListedCanBeGiven() throws Exception {
        var given = "cd".repeat(32);
        saved("base-services", "0", "services[0].key", "b", "services[0].name.ja", "基盤", "services[0].versionOther", given);
        var form = here + "/parts/base-services";
        assertThat(page(they.yuki, form)).contains("<option selected=\"selected\" value=\"" + given + "\"", "登録簿に示されていない版", ">" + given + "<");

        saved("base-services", "1", "services[0].key", "b", "services[0].name.ja", "同じ基盤", "services[0].version", given,
                "services[0].versionOther", "");
        assertThat(page(they.yuki, form)).contains("同じ基盤", ">" + given + "<");
        saved("base-services", "2", "services[0].key", "b", "services[0].name.ja", "同じ基盤", "services[0].version", "");
        assertThat(page(they.yuki, form)).doesNotContain(given);
    }

    private static List<String> all(Pattern pattern, String page) {
        return pattern.matcher(page).results().map(found -> found.group(1)).toList();
    }

    private void saved(String part, String seen, String... fields) throws Exception {
        var request = post(URI.create(here + "/parts/" + part)).param("commandId", UUID.randomUUID().toString()).param("seen", seen);
        for (int i = 0; i < fields.length; i += 2) {
            request = request.param(fields[i], fields[i + 1]);
        }
        assertThat(sent(they.yuki, request).getStatus()).isEqualTo(302);
    }

    @Test
    void thePublicPartIsTheFileThatTheRegisterReads() throws Exception {
        var file = answer(they.aiko, here + "/versions/" + fixture.version() + "/public.json");

        var read = PublicStatementFile.read(file.getContentAsByteArray());
        assertThat(read).isInstanceOf(PublicStatementFile.Reading.Read.class);
        assertThat(file.getContentAsString(UTF_8)).doesNotContain("個別管理策", "特記");
    }

    @Test
    void disclosingAndEndingIsDoneOnThePageOfTheVersion() throws Exception {
        var mine = here + "/versions/" + fixture.version();
        assertThat(sent(they.aiko, post(URI.create(mine + "/disclosures")).param("commandId", UUID.randomUUID().toString())
                        .param("receiver", "12").param("named", "別省")).getContentAsString(UTF_8))
                .contains("「12」は法人番号として読めません");
        assertThat(sent(they.aiko, post(URI.create(mine + "/disclosures")).param("commandId", UUID.randomUUID().toString())
                        .param("receiver", Declarants.OTHER_NUMBER).param("named", "別省")).getStatus())
                .isEqualTo(302);
        assertThat(page(they.rei, "/desk/disclosed/" + fixture.version())).contains("個別管理策");
        sent(they.aiko, post(URI.create(mine + "/disclosures/" + fixture.disclosure() + "/end"))
                .param("commandId", UUID.randomUUID().toString()));
        assertThat(answer(they.kana, "/desk/disclosed/" + fixture.version()).getStatus()).isEqualTo(404);
    }

    private java.util.List<jp.torokubo.procedure.statement.ScopeFunction> scope() {
        var read = (ReadStatement.Result.Read) readStatement.whole(they.yuki, new StatementId(fixture.statement().value()));
        return read.whole().content().scope().functions();
    }

    private static String text(MockHttpServletResponse pdf) throws Exception {
        try (var document = Loader.loadPDF(pdf.getContentAsByteArray())) {
            return new PDFTextStripper().getText(document);
        }
    }

    private String page(Actor actor, String address) throws Exception {
        var answer = answer(actor, address);
        assertThat(answer.getStatus()).as(address).isEqualTo(200);
        return answer.getContentAsString(UTF_8);
    }

    private MockHttpServletResponse answer(Actor actor, String address) throws Exception {
        return sent(actor, get(URI.create(address)));
    }

    private MockHttpServletResponse sent(Actor actor, MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.with(Operators.signedIn(actor))
                        .with(org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf()))
                .andReturn().getResponse();
    }
}
