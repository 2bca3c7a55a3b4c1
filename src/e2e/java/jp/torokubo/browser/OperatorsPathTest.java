// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * The way of two operators, step by step: from the line on the console to a list that the public reads, and to its correction. Each step
 * stands on the one before.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OperatorsPathTest extends Walk {

    private static final String CONFIRM = "確認して登録簿に反映する";
    private static final String PROPOSE = "この内容で提案する";
    private static final String CONFIRM_CORRECTION = "確認して訂正を記録する";

    private Operator hanako;
    private Operator taro;
    private Instant beforeTheImport;
    private Instant beforeTheCorrection;

    @Test
    @Order(1)
    void theLinkOnTheConsoleMakesTheFirstOperatorAndHeInvitesTheSecond() {
        hanako = operator("山田 花子", "hanako@example.jp").setsUp(program().firstSetUpLink());
        hanako.signsOut();
        hanako.signsIn();

        taro = operator("佐藤 太郎", "taro@example.jp").setsUp(hanako.invites("佐藤 太郎"));

        assertThat(taro.visit("/operator/people").textContent("main")).contains("山田 花子", "佐藤 太郎");
        assertThat(visit(program().firstSetUpLink()).textContent("main")).contains("このリンクは使えません");
    }

    @Test
    @Order(2)
    void theTextOfTheKnownListChangesNothing() {
        var page = uploaded("最初の一覧の文字", "2021-09-13", "TEXT", "list.txt", NextList.textOfTheFirst());

        assertThat(page.textContent("main")).contains("新しく登録されます 0、変わります 0、変わりません 20");
        assertThat(page.textContent("main")).contains("部首の文字を漢字に");
    }

    @Test
    @Order(3)
    void theDryRunShowsWhatIsNewChangedTheSameAndMissing() {
        beforeTheImport = program().clock().instant();
        program().clock().advance(Duration.ofMinutes(5));

        var page = uploaded("試験のための一覧", NextList.DAY, "CSV", "next.csv", NextList.csv());

        assertThat(page.textContent("main")).contains("新しく登録されます 1、変わります 1、変わりません 18。登録簿にあってリストにないもの 1、受け付けられないもの 0。");
        assertThat(page.textContent("#rows-new")).contains(NextList.MISSPELT);
        assertThat(page.textContent("#rows-changed")).contains(NextList.FORMER, NextList.RENAMED);
        assertThat(page.textContent("#rows-missing")).contains(NextList.GONE);
        assertThat(publicPage(null)).doesNotContain(NextList.MISSPELT, NextList.RENAMED);
    }

    @Test
    @Order(4)
    void whoProposesIsNotOfferedTheConfirmationAndTheOtherConfirms() {
        hanako.press(PROPOSE);
        hanako.sees("もう1人の運用者の確認が必要です");
        assertThat(hanako.isOffered(CONFIRM)).isFalse();
        assertThat(hanako.visit("/operator").textContent("main")).contains("自分の提案は確認できません");
        assertThat(publicPage(null)).doesNotContain(NextList.MISSPELT);

        taro.visit("/operator").click("text=公表リストの取込みの確認");
        taro.press(CONFIRM);
        taro.sees("もう一度本人確認が必要です");
        taro.provesAnew();
        taro.press(CONFIRM);

        taro.sees("番までの記録になりました");
        assertThat(taro.isOffered(CONFIRM)).isFalse();
        assertThat(publicPage(null)).contains(NextList.MISSPELT, NextList.RENAMED);
    }

    @Test
    @Order(5)
    void aCorrectionTakesTwoPersonsToo() {
        program().clock().advance(Duration.ofMinutes(5));
        beforeTheCorrection = program().clock().instant();
        program().clock().advance(Duration.ofMinutes(5));

        var page = hanako.visit("/operator/corrections");
        page.getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText(NextList.MISSPELT)).getByText("訂正する").click();
        page.fill("#name", NextList.CORRECT);
        page.fill("#why", "名前の写し誤り");
        page.fill("#title", "訂正のお知らせ");
        hanako.press("訂正を提案する");
        hanako.sees("もう1人の運用者の確認が必要です");
        assertThat(hanako.isOffered(CONFIRM_CORRECTION)).isFalse();
        assertThat(publicPage(null)).contains(NextList.MISSPELT);

        taro.visit("/operator").click("text=登録簿の訂正の確認");
        assertThat(taro.page().textContent("main")).contains(NextList.MISSPELT, NextList.CORRECT, "名前の写し誤り");
        taro.provesAnew();
        taro.press(CONFIRM_CORRECTION);

        taro.sees("記録済み");
        assertThat(publicPage(null)).contains(NextList.CORRECT).doesNotContain(NextList.MISSPELT);
    }

    @Test
    @Order(6)
    void whatWasKnownBeforeEachOfTheTwoDiffersOnPageApiAndCsv() {
        program().clock().advance(Duration.ofMinutes(5));
        var afterBoth = program().clock().instant();

        for (var answer : everyAnswer(beforeTheImport)) {
            assertThat(answer).contains(NextList.GONE).doesNotContain(NextList.MISSPELT, NextList.CORRECT, NextList.RENAMED);
        }
        for (var answer : everyAnswer(beforeTheCorrection)) {
            assertThat(answer).contains(NextList.MISSPELT, NextList.RENAMED).doesNotContain(NextList.CORRECT, NextList.GONE);
        }
        for (var answer : everyAnswer(afterBoth)) {
            assertThat(answer).contains(NextList.CORRECT, NextList.RENAMED).doesNotContain(NextList.MISSPELT, NextList.GONE);
        }
    }

    @Test
    @Order(7)
    void theTrailSaysWhoDidWhat() {
        var page = hanako.visit("/operator/trail");

        var did = Map.of(
                "取込みの提案", "山田 花子", "取込みの確認・反映", "佐藤 太郎", "人の招待", "山田 花子", "最初の設定リンクの発行", "システム");
        did.forEach((deed, person) -> assertThat(lines(page, deed)).isNotEmpty().allMatch(line -> line.contains(person)));
        assertThat(page.locator("tbody td:nth-child(3)").allTextContents()).noneMatch(deed -> deed.matches("[a-z]+[.][a-z-]+"));
        assertThat(lines(page, "2人目による確認")).isNotEmpty().allMatch(line -> line.contains("佐藤 太郎"));
    }

    private Operator operator(String name, String login) {
        return new Operator(name, login, newVisitor(new Browser.NewContextOptions()), program().clock());
    }

    private Page uploaded(String title, String until, String format, String file, byte[] bytes) {
        var page = hanako.visit("/operator/imports");
        page.fill("#title", title);
        page.fill("#source", "https://example.jp/list");
        page.fill("#completeUntil", until);
        page.selectOption("#format", format);
        page.setInputFiles("#file", new FilePayload(file, "application/octet-stream", bytes));
        hanako.press("アップロードして読み取る");
        assertThat(page.textContent("h1")).contains(title);
        return page;
    }

    private List<String> everyAnswer(Instant knownAt) {
        return List.of(publicPage(knownAt), answer("/api/v1/services", knownAt), answer("/services.csv", knownAt));
    }

    /** The list as a stranger reads it, without what he may search for. */
    private String publicPage(@Nullable Instant knownAt) {
        return visit(question("/services", knownAt)).textContent("main table");
    }

    private String answer(String path, @Nullable Instant knownAt) {
        var answer = visitor().request().get(question(path, knownAt));
        assertThat(answer.status()).isEqualTo(200);
        return answer.text();
    }

    private static String question(String path, @Nullable Instant knownAt) {
        return path + "?asOf=" + NextList.DAY + (knownAt == null ? "" : "&knownAt=" + knownAt);
    }

    private static List<String> lines(Page page, String deed) {
        return page.locator("tbody tr").filter(new Locator.FilterOptions().setHasText(deed)).allTextContents();
    }
}
