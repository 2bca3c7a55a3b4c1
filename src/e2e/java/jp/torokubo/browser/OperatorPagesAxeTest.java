// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import jp.torokubo.ground.desk.Audience;
import jp.torokubo.ground.desk.Desk;
import jp.torokubo.ground.desk.Message;
import jp.torokubo.ground.desk.Place;
import jp.torokubo.ground.desk.Subject;
import jp.torokubo.ground.desk.Task;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.ground.identity.Addressees;
import jp.torokubo.ground.identity.Caller;
import jp.torokubo.ground.identity.OrganisationId;
import jp.torokubo.ground.japanese.TokyoDay;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.transaction.support.TransactionTemplate;

/** Every page of the operators' desk, with something on it, in both languages: by axe, and as a picture at two widths. */
class OperatorPagesAxeTest extends Walk {

    private final List<String> addresses = new ArrayList<>(List.of(
            "/desk", "/desk/tasks", "/desk/messages", "/desk/mail", "/operator/mail", "/desk/account",
            "/desk/role", "/desk/organisation", "/desk/organisation/invitation", "/desk/deputies", "/operator/organisations",
            "/operator/organisations/new", "/operator/criteria", "/operator/people", "/operator/people/invitation", "/operator/jobs", "/operator/trail",
            "/operator/imports", "/operator/corrections", "/operator/corrections/new?entry=16", "/operator/rulebook"));

    private Operator hanako;
    private Operator taro;

    @BeforeAll
    void aDeskWithWorkOnIt() {
        hanako = operator("山田 花子", "hanako@example.jp").setsUp(program().firstSetUpLink());
        taro = operator("佐藤 太郎", "taro@example.jp").setsUp(hanako.invites("佐藤 太郎"));
        addresses.add(uploaded("next.csv", NextList.csv()));
        addresses.add(uploaded("broken.csv", "No.,サービス名,申請者,登録日\r\n1,Box,\"Box, Inc.\",2021-02-30\r\n".getBytes(StandardCharsets.UTF_8)));
        addresses.add(uploaded("next.csv", NextList.csv()));
        hanako.press("この内容で提案する");
        addresses.add(proposedCorrection());
        addresses.add(draftOfTheRulebook());
        var ofTaro = hanako.visit("/operator/people").getByText("認証手段を再設定する").getAttribute("href");
        addresses.add(ofTaro);
        tasksAndMessages();
        addresses.add(ofTaro.replace("new-proofs", "end"));
    }

    Stream<String> pages() {
        return addresses.stream().flatMap(address -> Stream.of(address, "/en" + address));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void axeFindsNothingSeriousAndThePageFits(String address) {
        var page = taro.visit(address);
        var name = LookedAt.name(address.replaceFirst("[0-9a-f]{8}-[0-9a-f-]{27}", "" + addresses.indexOf(address.replaceFirst("^/en/", "/"))));

        LookedAt.byAxe(page);
        LookedAt.at(1366, page, name);
        LookedAt.at(390, page, name);
    }

    @Test
    void theWayInFitsToo() {
        for (var language : List.of("", "/en")) {
            var link = hanako.invites("三人目").replaceFirst("^.*/set-up/", "/set-up/");
            var arriving = operator("鈴木 三郎", language.isEmpty() ? "saburo@example.jp" : "third@example.jp");
            looked(arriving, language + link, "set-up" + language);
            arriving.givesNameAndPassword(link);
            looked(arriving, language + link + "/second-proof", "second-proof" + language);
            looked(operator("", ""), language + "/sign-in", "sign-in" + language);
        }
        hanako.invites("四人目");
        LookedAt.byAxe(hanako.page());
        LookedAt.at(1366, hanako.page(), "operator_people_link");
        LookedAt.at(390, hanako.page(), "operator_people_link");
    }

    private static void looked(Operator who, String address, String name) {
        var page = who.visit(address);
        LookedAt.byAxe(page);
        LookedAt.at(1366, page, LookedAt.name(name));
        LookedAt.at(390, page, LookedAt.name(name));
    }

    /** As modules lay them on a desk: overdue, due today, later, and without a day. */
    private void tasksAndMessages() {
        var desk = program().bean(Desk.class);
        var today = TokyoDay.today(program().clock());
        program().bean(TransactionTemplate.class).executeWithoutResult(open -> {
            for (var due : Arrays.asList(today.minusDays(2), today, today.plusDays(14), null)) {
                desk.ask(Actor.SYSTEM, new Task(
                        "desk.proposal-turned-down", Subject.of("register.desk.import.kind"), new Place("/operator/imports"),
                        new Audience.Holders(Caller.OPERATOR, OrganisationId.OPERATOR), null, due));
            }
            for (var person : program().bean(Addressees.class).holding(Caller.OPERATOR, OrganisationId.OPERATOR)) {
                desk.tell(Actor.SYSTEM, new Message(
                        "desk.proposal-confirmed", Subject.of("register.desk.import.kind"), new Place("/operator/imports"), person, null));
            }
        });
    }

    private Operator operator(String name, String login) {
        return new Operator(name, login, newVisitor(new Browser.NewContextOptions()), program().clock());
    }

    private String uploaded(String file, byte[] bytes) {
        var page = hanako.visit("/operator/imports");
        page.fill("#title", "試験のための一覧");
        page.fill("#source", "https://example.jp/list");
        page.fill("#completeUntil", NextList.DAY);
        page.selectOption("#format", "CSV");
        page.setInputFiles("#file", new FilePayload(file, "text/csv", bytes));
        hanako.press("アップロードして読み取る");
        page.waitForURL("**/operator/imports/*");
        return here();
    }

    private String proposedCorrection() {
        var page = hanako.visit("/operator/corrections/new?entry=16");
        page.fill("#name", "Box（訂正後）");
        page.fill("#why", "名前の写し誤り");
        page.fill("#title", "訂正のお知らせ");
        hanako.press("訂正を提案する");
        page.waitForURL("**/operator/corrections/*");
        return here();
    }

    private String draftOfTheRulebook() {
        var page = hanako.visit("/operator/rulebook");
        page.click("form:has(#of) button");
        page.waitForURL("**/operator/rulebook/new*");
        addresses.add(here());
        page.fill("#sourceJa", "試験のための資料");
        page.fill("#sourceEn", "Made for a test");
        page.fill("#reasonJa", "試験");
        page.click("main form button[type=submit]");
        page.waitForURL("**/operator/rulebook/drafts/*");
        return here();
    }

    private String here() {
        return hanako.page().url().substring(program().address().length());
    }
}
