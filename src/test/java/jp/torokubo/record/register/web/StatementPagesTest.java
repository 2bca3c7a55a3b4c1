// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.register.web;

import static jp.torokubo.record.register.Given.entered;
import static jp.torokubo.record.register.Given.facts;
import static jp.torokubo.record.register.Given.granted;
import static jp.torokubo.record.register.Given.service;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.regex.Pattern;
import jp.torokubo.FreshDatabase;
import jp.torokubo.SettableClock;
import jp.torokubo.TorokuboTest;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.ground.identity.Operators;
import jp.torokubo.record.ledger.CanonicalJson;
import jp.torokubo.record.register.Given;
import jp.torokubo.record.register.PublicStatement.Base;
import jp.torokubo.record.register.PublicStatementFile;
import jp.torokubo.record.register.RecordEvents;
import jp.torokubo.record.register.RegisterEvent;
import jp.torokubo.record.register.RegisterEvent.StatementStated;
import jp.torokubo.record.register.Statements;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.util.HtmlUtils;

/** From the file of a provider to the pages everybody may read. */
@TorokuboTest
@FreshDatabase
class StatementPagesTest {

    private static final LocalDate FIRST = Given.FIRST_BATCH;

    @Autowired MockMvc mvc;
    @Autowired JdbcClient jdbc;
    @Autowired RecordEvents recordEvents;
    @Autowired SettableClock clock;

    @BeforeEach
    void threeServices() {
        entered(recordEvents, granted(1, FIRST, facts("C21-0001-2", "上のクラウド", "甲")),
                granted(2, FIRST, facts("C21-0002-2", "中のクラウド", "乙")), granted(3, FIRST, facts("C21-0003-2", "下のクラウド", "丙")));
    }

    @Test
    void aFileGoesFromUploadThroughTwoPersonsToThePublicPages() throws Exception {
        var first = Operators.add(jdbc, "一人目");
        var second = Operators.add(jdbc, "二人目");
        var statement = Statements.of("別の名のクラウド");
        assertThat(get("/services/C21-0001-2")).contains("言明書の公表5項目は、まだ取り込まれていません").doesNotContain("/services/C21-0001-2/scope");
        assertThat(get("/services/C21-0001-2/scope")).contains("言明書の公開部分は示されていません");

        var refused = upload(first, new byte[] {'{'});
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(refused.getContentAsString()).contains("href=\"#file\"", "JSON として読み取れません", "value=\"凍結した言明書の提出\"");
        var location = upload(first, Statements.file(statement)).getHeader("Location");

        var mine = page(first, location);
        assertThat(mine).contains("対象内 1、対象外 1、不明 1", "実施 3、除外 1、未定 1", "東京の設備を増やした", "登録簿の名前と違います")
                .contains("もう1人の運用者の確認が必要です").doesNotContain("確認して公開する");
        var seen = page(second, location);
        var unproven = confirm(location, second, seen, "");
        assertThat(unproven.getStatus()).isEqualTo(422);
        assertThat(get("/services/C21-0001-2/scope")).contains("示されていません");
        assertThat(confirm(location, second, seen, Operators.code(clock.instant())).getStatus()).isEqualTo(302);
        assertThat(page(first, "/en" + location)).contains("Entered").doesNotContain("Confirm and publish");

        assertThat(get("/services/C21-0001-2")).contains("/services/C21-0001-2/scope", "/services/C21-0001-2/controls", "対象内 1、対象外 1、不明 1");
        assertThat(get("/services/C21-0001-2/history")).contains("言明書の公開部分が示された", "言明の対象は3のうち1", statement.version());
        assertThat(get("/services/C21-0001-2/controls")).contains("<svg", "5.1.1", "情報セキュリティのための方針群", "登録規則 3.8");
        assertThat(get("/feeds/register.atom")).contains("言明書の公開部分が示された");
        var stale = upload(first, Statements.file(statement));
        assertThat(stale.getStatus()).isEqualTo(409);
    }

    @Test
    void functionsOutsideComeFirstAndWhatIsUnknownIsNeverInside() throws Exception {
        entered(recordEvents, new StatementStated(service(1), FIRST, Statements.of("上のクラウド")));

        var all = get("/services/C21-0001-2/scope");
        assertThat(all.indexOf("機械学習")).isPositive().isLessThan(all.indexOf("地図"));
        assertThat(all.indexOf("地図")).isLessThan(all.indexOf("仮想サーバー"));
        assertThat(get("/services/C21-0001-2/scope?standing=inside")).contains("仮想サーバー").doesNotContain("地図", "機械学習");
        assertThat(get("/services/C21-0001-2/scope?standing=unknown")).contains("地図").doesNotContain("仮想サーバー");
        assertThat(get("/services/C21-0001-2/scope?q=%E5%A4%A7%E9%98%AA")).contains("仮想サーバー").doesNotContain("地図");
        assertThat(get("/services/C21-0001-2/scope.csv")).contains("機能,機能（英語）,言明の対象,基盤のサービス").contains("地図,,unknown", "仮想サーバー,Virtual machines,inside");
        assertThat(get("/services/C21-0001-2/controls?choice=left-out")).contains(">14.2.7<").doesNotContain("href=\"/criteria/2024-07/5.1.1\"");
        assertThat(get("/services/C21-0001-2/controls.csv?lang=en")).contains("14.2.7", "left-out", "Implementation");
        for (var path : new String[] {"/scope", "/controls", "/dependencies"}) {
            assertThat(ServiceListPageTest.unmarkedJapanese(get("/en/services/C21-0001-2" + path))).as(path).isEmpty();
        }
    }

    @Test
    void aPageSaysWhatStoodOnTheDayAndWhatWasKnownThen() throws Exception {
        var before = Statements.of("前の言明");
        var after = Statements.of("後の言明");
        entered(recordEvents, new StatementStated(service(1), LocalDate.of(2022, 4, 1), before));
        clock.advance(Duration.ofHours(1));
        Instant known = clock.instant();
        clock.advance(Duration.ofHours(1));
        entered(recordEvents, new StatementStated(service(1), LocalDate.of(2023, 4, 1), after));

        assertThat(get("/services/C21-0001-2/scope?asOf=2022-03-31")).contains("示されていません");
        assertThat(get("/services/C21-0001-2/scope?asOf=2022-04-01")).contains(before.version());
        assertThat(get("/services/C21-0001-2/scope?asOf=2023-04-01")).contains(after.version()).doesNotContain(before.version());
        assertThat(get("/services/C21-0001-2/scope?asOf=2023-04-01&knownAt=" + known)).contains(before.version());
        assertThat(get("/services/C21-0001-2/diff?from=2022-04-01&to=2023-04-01")).contains(before.version(), after.version());
        assertThat(answer("/api/v1/services/C21-0001-2/statement?asOf=2022-03-31").getStatus()).isEqualTo(404);
        assertThat(get("/api/v1/services/C21-0001-2/statement?asOf=2022-04-01")).contains("\"stated_on\":\"2022-04-01\"", before.version());
    }

    /** The file everybody may fetch is the one that was frozen, byte for byte of meaning, and holds by itself. */
    @Test
    void strangersGetThePublicRowsAndNothingElse() throws Exception {
        var statement = Statements.of("上のクラウド", new Base("b", "下のクラウド", "", service(3).value(), null));
        entered(recordEvents, new StatementStated(service(1), FIRST, statement));

        var file = answer("/services/C21-0001-2/statement.json");
        assertThat(file.getHeader("Content-Disposition")).contains("attachment", statement.version().substring(0, 8));
        assertThat(file.getContentAsByteArray()).isEqualTo(Statements.file(statement));
        var read = (PublicStatementFile.Reading.Read) PublicStatementFile.read(file.getContentAsByteArray());
        assertThat(read.statement()).isEqualTo(statement);
        var api = get("/api/v1/services/C21-0001-2/statement");
        var rows = CanonicalJson.write(java.util.Map.of("rows", statement.rows().stream()
                .map(row -> java.util.Map.of("key", row.key(), "salt", row.salt(), "value", row.value())).toList()));
        assertThat(api).contains(rows.substring(1, rows.length() - 1));
        assertThat(Arrays.asList(api.split("\"salt\""))).hasSize(statement.rows().size() + 1);
    }

    @Test
    void aBaseThatIsSuspendedOrExpiredShowsAboveThroughEveryLevel() throws Exception {
        entered(recordEvents,
                new StatementStated(service(1), FIRST, Statements.of("上のクラウド", new Base("b", "中", "", service(2).value(), "ab".repeat(32)))),
                new StatementStated(service(2), FIRST, Statements.of("中のクラウド",
                        new Base("b", "下", "", service(3).value(), null), new Base("c", "登録簿にない基盤", "Elsewhere", null, null))),
                new RegisterEvent.Suspended(service(3), LocalDate.of(2022, 4, 1), "調査のため"));

        assertThat(get("/services/C21-0001-2/dependencies?asOf=2022-03-31")).contains("下のクラウド", "登録簿にない基盤", "別の版が示されています")
                .doesNotContain("登録中でないものがあります");
        assertThat(get("/services/C21-0001-2/dependencies?asOf=2022-04-01")).contains("登録中でないものがあります", "data-status=\"suspended\"");
        assertThat(get("/services/C21-0001-2?asOf=2022-04-01")).contains("登録中でないものがあります", "下のクラウド");
        assertThat(get("/services/C21-0003-2/dependencies?asOf=2022-03-31")).contains("上のクラウド", "中のクラウド", "言明書の公開部分は示されていません");
        assertThat(get("/services/C21-0003-2?asOf=2022-03-31")).contains("/services/C21-0003-2/dependencies");

        entered(recordEvents, new RegisterEvent.Resumed(service(3), LocalDate.of(2022, 5, 1)),
                new RegisterEvent.FactsStated(service(3), LocalDate.of(2022, 5, 1),
                        Given.validUntil(facts("C21-0003-2", "下のクラウド", "丙"), LocalDate.of(2022, 5, 31))),
                Given.completeUntil(LocalDate.of(2023, 1, 1)));
        assertThat(get("/services/C21-0001-2/dependencies?asOf=2022-05-31")).doesNotContain("登録中でないものがあります");
        assertThat(get("/services/C21-0001-2/dependencies?asOf=2022-06-01")).contains("登録中でないものがあります", "data-status=\"expired\"");
    }

    /** A name is the provider's own text: no cell of it is taken for a formula. */
    @Test
    void whatAServiceRestsOnAndWhatRestsOnItIsHandedOutAsAFile() throws Exception {
        entered(recordEvents,
                new StatementStated(service(1), FIRST, Statements.of("上", new Base("b", "中", "Middle", service(2).value(), "ab".repeat(32)))),
                new StatementStated(service(2), FIRST, Statements.of("中",
                        new Base("b", "下", "", service(3).value(), null), new Base("c", "=HYPERLINK(\"http://x\")", "+1", null, null),
                        new Base("d", "上", "", service(1).value(), null))));

        var lines = get("/services/C21-0002-2/dependencies.csv?asOf=2022-03-31").lines().toList();
        var number = service(3).value();
        assertThat(lines).hasSize(7);
        assertThat(lines.get(0)).endsWith("方向,段,サービス名,サービス名（英語）,登録番号,ID,一つ手前のサービス,最後に分かっている状態,有効期限,注意");
        assertThat(lines.get(1)).startsWith("below,1,下のクラウド,,C21-0003-2," + number + ",中のクラウド,");
        assertThat(lines.get(2)).isEqualTo("below,1,\"'=HYPERLINK(\"\"http://x\"\")\",'+1,,,中のクラウド,,,unregistered");
        assertThat(lines.get(3)).startsWith("below,1,上のクラウド,");
        assertThat(lines.get(4)).startsWith("below,2,中のクラウド,Middle,").endsWith(",上のクラウド,registered,,circle; newer-version");
        assertThat(lines.get(5)).startsWith("above,1,上のクラウド,");
        assertThat(get("/services/C21-0001-2/dependencies.csv?asOf=2022-03-31")).contains("newer-version", "below,2,下のクラウド");
        assertThat(get("/services/C21-0003-2/dependencies.csv?lang=en")).contains("Service one level before", "above,2,上のクラウド");
        assertThat(get("/services/C21-0003-2/dependencies?asOf=2022-03-31")).contains("/services/C21-0003-2/dependencies.csv?asOf=2022-03-31");
        assertThat(get("/services/C21-0002-2/dependencies.json")).contains("\"level_before\"");
        assertThat(answer("/services/C21-0002-2/dependencies.xlsx").getContentAsByteArray()).startsWith('P', 'K');
        assertThat(answer("/services/C21-0002-2/dependencies.csv?asof=2022-03-31").getStatus()).isEqualTo(400);
    }

    @Test
    void servicesThatNameEachOtherInACircleAreOpenedOnce() throws Exception {
        entered(recordEvents,
                new StatementStated(service(1), FIRST, Statements.of("上", new Base("b", "中", "", service(2).value(), null))),
                new StatementStated(service(2), FIRST, Statements.of("中", new Base("b", "下", "", service(3).value(), null),
                        new Base("c", "自分", "", service(2).value(), null))),
                new StatementStated(service(3), FIRST, Statements.of("下", new Base("b", "上", "", service(1).value(), null))));

        for (var number : new String[] {"C21-0001-2", "C21-0002-2", "C21-0003-2"}) {
            var page = get("/services/" + number + "/dependencies");
            assertThat(page).contains("上に戻るため、ここで止めます");
            assertThat(page.split("<li>").length).as(number).isLessThan(80);
        }
    }

    private MockHttpServletResponse upload(Actor actor, byte[] file) throws Exception {
        var form = page(actor, "/operator/statements");
        var request = multipart("/operator/statements")
                .file(new MockMultipartFile("file", "public.json", "application/json", file))
                .param("commandId", hidden(form, "commandId")).param("service", "Ｃ２１－０００１－２").param("effectiveOn", "2021-04-01")
                .param("what", "凍結した言明書の提出").param("actOn", "令和3年4月1日");
        var response = mvc.perform(request.with(Operators.signedIn(actor)).with(csrf())).andReturn().getResponse();
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        return response;
    }

    private MockHttpServletResponse confirm(String address, Actor actor, String seen, String code) throws Exception {
        return mvc.perform(post(address + "/confirm").param("commandId", hidden(seen, "commandId"))
                        .param("hash", hidden(seen, "hash")).param("code", code).with(Operators.signedIn(actor)).with(csrf()))
                .andReturn().getResponse();
    }

    private String page(Actor actor, String address) throws Exception {
        var response = mvc.perform(MockMvcRequestBuilders.get(address).with(Operators.signedIn(actor))).andReturn().getResponse();
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        assertThat(response.getStatus()).as(response.getContentAsString()).isEqualTo(200);
        assertThat(response.getContentAsString()).doesNotContain("??");
        return response.getContentAsString();
    }

    private String get(String path) throws Exception {
        var answer = answer(path);
        assertThat(answer.getStatus()).as(path).isEqualTo(200);
        assertThat(answer.getContentAsString()).doesNotContain("??");
        return answer.getContentAsString();
    }

    private MockHttpServletResponse answer(String path) throws Exception {
        var request = MockMvcRequestBuilders.get(URI.create(path));
        var response = mvc.perform(path.contains("/api/") || path.contains(".csv") || path.contains(".xlsx") || path.contains(".json") || path.contains("/feeds/")
                ? request : request.header("Accept", "text/html")).andReturn().getResponse();
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        return response;
    }

    private static String hidden(String page, String name) {
        var found = Pattern.compile("name=\"" + name + "\"[^>]* value=\"([^\"]*)\"").matcher(page);
        assertThat(found.find()).as(name).isTrue();
        return HtmlUtils.htmlUnescape(found.group(1));
    }
}
