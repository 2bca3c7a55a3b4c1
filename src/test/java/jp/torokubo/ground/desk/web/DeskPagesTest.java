// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.desk.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jp.torokubo.ground.desk.TriedKinds;
import jp.torokubo.ground.desk.mail.MailTest;
import jp.torokubo.ground.desk.mail.PostOffice;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.ground.identity.Caller;
import jp.torokubo.ground.identity.Operators;
import jp.torokubo.ground.identity.OrganisationKind;
import jp.torokubo.ground.identity.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** The desk as its readers see it. Today is Saturday, 21 November 2026. */
class DeskPagesTest extends MailTest {

    @Autowired MockMvc mvc;

    static Stream<Caller> roles() {
        return Arrays.stream(Caller.values()).filter(Caller::isRole);
    }

    @ParameterizedTest
    @MethodSource("roles")
    void everyRoleHasAStartPageInBothLanguagesAndNoneOfItsLinksLeadsNowhere(Caller role) throws Exception {
        var kind = Arrays.stream(OrganisationKind.values()).filter(role::fits).findFirst().orElseThrow();
        var organisation = kind == OrganisationKind.OPERATOR
                ? jp.torokubo.ground.identity.OrganisationId.OPERATOR
                : World.organisation(kind, "組織");
        var person = World.person("山田 花子", role, organisation);

        for (var language : new String[] {"", "/en"}) {
            var page = seen(person, language + "/desk");
            assertThat(page).doesNotContain("??");
            assertThat(page).contains(language.isEmpty() ? "待っている仕事はありません" : "Nothing waits for you");
            for (var link : links(page).toList()) {
                assertThat(answer(person, link).getStatus()).as(link).isIn(200, 302);
                assertThat(answer(person, link).getRedirectedUrl()).as(link).isIn(null, "/desk", "/en/desk");
            }
        }
    }

    @Test
    void tasksStandWithTheirClockAndWhatHasNoDaySaysSo() throws Exception {
        var hanako = person("山田 花子");
        ask(hanako, "LATE", LocalDate.of(2026, 11, 19));
        ask(hanako, "TODAY", LocalDate.of(2026, 11, 21));
        ask(hanako, "FAR", LocalDate.of(2026, 12, 31));
        ask(hanako, "NONE", null);

        var page = seen(hanako, "/desk");

        assertThat(text(page)).containsSubsequence(
                "待っている仕事（4件）", "期限を過ぎた仕事 1件", "試しのLATE", "2026年11月19日（木）", "2日過ぎています", "試しのTODAY",
                "2026年11月21日（土）", "本日まで", "土日に当たります", "試しのFAR", "2026年12月31日（木）", "あと40日", "試しのNONE", "未定");
        assertThat(text(seen(hanako, "/en/desk"))).containsSubsequence(
                "Waiting tasks (4)", "Trial LATE", "Thursday, 19 November 2026", "2 days overdue", "Due today", "40 days left");
    }

    @Test
    void aLongListGoesOnFromPageToPage() throws Exception {
        var hanako = person("山田 花子");
        for (var n = 0; n < 60; n++) {
            ask(hanako, "T" + n, n % 2 == 0 ? null : LocalDate.of(2026, 12, 1));
            tell(hanako, "M" + n);
        }
        assertThat(seen(hanako, "/desk")).contains("/desk/tasks\"", "すべての仕事を見る（60件）");
        for (var list : new String[] {"/desk/tasks", "/desk/messages"}) {
            var first = seen(hanako, list);
            var next = links(first).filter(link -> link.startsWith(list + "?after=")).toList();
            // a task's own page is such an address in this test as well; the pager's stands last
            var second = seen(hanako, next.get(next.size() - 1));

            assertThat(rows(first)).as(list).isEqualTo(50);
            assertThat(rows(second)).as(list).isEqualTo(10);
        }
        assertThat(answer(hanako, "/desk/tasks?after=nowhere").getStatus()).isEqualTo(400);
    }

    @Test
    void aMessageIsPutAwayByItsReaderOnly() throws Exception {
        var hanako = person("山田 花子");
        var taro = person("佐藤 太郎");
        tell(hanako, "1");
        var id = single("select id from desk.message");

        var foreign = posted(taro, "/desk/messages/" + id + "/read");
        var unknown = posted(taro, "/desk/messages/" + UUID.randomUUID() + "/read");
        assertThat(foreign.getStatus()).isEqualTo(404);
        assertThat(foreign.getContentAsString().replace(id, "")).isEqualTo(unknown.getContentAsString().replaceAll("[0-9a-f-]{36}", ""));
        assertThat(seen(hanako, "/desk")).contains("未確認のお知らせ（1件）");

        assertThat(posted(hanako, "/desk/messages/" + id + "/read").getRedirectedUrl()).isEqualTo("/desk");
        assertThat(seen(hanako, "/desk")).contains("未確認のお知らせ（0件）");
        assertThat(seen(hanako, "/desk/messages")).contains("確認済み");
    }

    @Test
    void whatComesWhileOneReadsStaysUnread() throws Exception {
        var hanako = person("山田 花子");
        tell(hanako, "1");
        var until = Pattern.compile("name=\"until\" value=\"([^\"]*)\"").matcher(seen(hanako, "/desk"));
        assertThat(until.find()).isTrue();
        later(java.time.Duration.ofSeconds(1));
        tell(hanako, "2");

        posted(hanako, "/desk/messages/read", "until", until.group(1));

        assertThat(text(seen(hanako, "/desk"))).contains("未確認のお知らせ（1件）").contains("試しの2");
    }

    @Test
    void theOperatorsOldAddressLeadsToTheDeskForOperatorsOnly() throws Exception {
        var auditor = World.person("次郎", Caller.AUDITOR, World.organisation(OrganisationKind.AUDIT_BODY, "監査法人"));

        assertThat(answer(person("山田 花子"), "/operator").getRedirectedUrl()).isEqualTo("/desk");
        assertThat(answer(person("山田 花子"), "/en/operator").getRedirectedUrl()).isEqualTo("/en/desk");
        assertThat(answer(auditor, "/operator").getStatus()).isEqualTo(404);
        assertThat(answer(auditor, "/operator/mail").getStatus()).isEqualTo(404);
        assertThat(seen(auditor, "/desk")).doesNotContain("2人目の確認").doesNotContain("href=\"/operator");
    }

    @Test
    void mailIsChosenAndStaysChosen() throws Exception {
        var hanako = person("山田 花子");
        assertThat(checked(seen(hanako, "/desk/mail")))
                .containsExactly(
                        "pace-daily", "language-ja", "kind-desk.proposal-confirmed", "kind-desk.proposal-turned-down",
                        "kind-statement.mentioned", "kind-tried.decided", "kind-tried.question", "kind-tried.report");

        var answer = posted(hanako, "/desk/mail", "commandId", UUID.randomUUID().toString(), "pace", "weekly", "language", "en",
                "wanted", "tried.report");

        assertThat(answer.getRedirectedUrl()).isEqualTo("/desk/mail?chosen=1");
        assertThat(checked(seen(hanako, "/desk/mail"))).containsExactly("pace-weekly", "language-en", "kind-tried.report");
        assertThat(seen(hanako, "/desk")).contains("毎週月曜日の8時");
        assertThat(posted(hanako, "/desk/mail", "commandId", UUID.randomUUID().toString(), "pace", "hourly", "language", "ja").getStatus())
                .isEqualTo(422);
    }

    @Test
    void theOperatorsSeeWhatHasFailedAndSendItAgain() throws Exception {
        var hanako = personWrittenToAtOnce("山田 花子");
        var taro = personWrittenToAtOnce("佐藤 太郎");
        jdbc.sql("update identity.person set login = 'nowhere' where id = :id").param("id", taro.person().value()).update();
        tell(taro, "1");
        round.run();

        var page = seen(hanako, "/operator/mail");
        assertThat(text(page)).containsSubsequence("送れなかったメール", "佐藤 太郎", "no address that mail can be sent to", "もう一度送る");
        assertThat(text(seen(hanako, "/desk"))).contains("メールの送信 1件");

        jdbc.sql("update identity.person set login = 'taro@example.jp' where id = :id").param("id", taro.person().value()).update();
        var id = single("select id from desk.mail");
        var again = posted(hanako, "/operator/mail/" + id + "/again", "commandId", UUID.randomUUID().toString());
        assertThat(again.getRedirectedUrl()).isEqualTo("/operator/mail?again=1");
        round.run();
        assertThat(PostOffice.arrived()).hasSize(1);

        var notFailed = posted(hanako, "/operator/mail/" + id + "/again", "commandId", UUID.randomUUID().toString());
        assertThat(notFailed.getStatus()).isEqualTo(409);
        var unknown = posted(hanako, "/operator/mail/" + UUID.randomUUID() + "/again", "commandId", UUID.randomUUID().toString());
        assertThat(unknown.getStatus()).isEqualTo(404);
    }

    private void ask(Actor person, String id, LocalDate due) {
        inTransaction(() -> desk.ask(Actor.SYSTEM, TriedKinds.question(person, id, due)));
    }

    private String seen(Actor person, String address) throws Exception {
        var answer = answer(person, address);
        assertThat(answer.getStatus()).as(address).isEqualTo(200);
        return answer.getContentAsString();
    }

    private MockHttpServletResponse answer(Actor person, String address) throws Exception {
        return mvc.perform(get(java.net.URI.create(address)).with(Operators.signedIn(person))).andReturn().getResponse();
    }

    private MockHttpServletResponse posted(Actor person, String address, String... fields) throws Exception {
        var request = post(java.net.URI.create(address)).with(Operators.signedIn(person)).with(csrf());
        for (var i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return mvc.perform(request).andReturn().getResponse();
    }

    /** Links to pages of the program that stand in the page itself. */
    private static Stream<String> linksOf(String page) {
        var main = page.substring(page.indexOf("<main"), page.indexOf("</main>"));
        return Pattern.compile("href=\"(/[^\"]*)\"").matcher(main).results().map(found -> found.group(1).replace("&amp;", "&"));
    }

    private static Stream<String> links(String page) {
        return linksOf(page).filter(link -> !link.startsWith("/assets"));
    }

    private static java.util.List<String> checked(String page) {
        return Pattern.compile("<input[^>]*id=\"([^\"]*)\"[^>]*checked").matcher(page).results().map(found -> found.group(1)).toList();
    }

    private static int rows(String page) {
        return page.split("<tr ", -1).length - 2;
    }

    private static String text(String page) {
        return page.replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ").strip();
    }
}
