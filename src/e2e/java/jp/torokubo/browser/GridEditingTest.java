// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Cells of the list of controls are edited in place: saved when left, never in the middle of a word, lost to nobody. */
class GridEditingTest extends Walk {

    private String grid;
    private Page page;

    @Override
    String[] arguments() {
        return new String[] {"--spring.profiles.active=demo"};
    }

    @BeforeEach
    void aStatementOfAProvider() {
        page = visit("/demo");
        page.locator("button:has-text('（事業者の担当者）'), button:has-text('(事業者の担当者)')").first().click();
        page.navigate("/desk/dossiers");
        page.locator("main a[href*='/desk/dossiers/']").first().click();
        page.locator("a[href$='/statements']").first().click();
        page.locator("#title").fill("2026年度");
        page.locator("form:has(#title) button[type=submit]").click();
        grid = page.url().replaceFirst("^https?://[^/]+", "").replaceFirst("[?#].*", "") + "/controls";
        page.navigate(grid + "?in=9.1");
    }

    @Test
    void aCellIsSavedWhenItIsLeftAndNotWhileAWordIsBeingComposed() {
        edit("9.1.1.1", "text");
        var ime = page.context().newCDPSession(page);
        var composing = new JsonObject();
        composing.addProperty("text", "にゅうしつ");
        composing.addProperty("selectionStart", 5);
        composing.addProperty("selectionEnd", 5);
        ime.send("Input.imeSetComposition", composing);
        page.evaluate("document.activeElement.dispatchEvent(new KeyboardEvent('keydown', {key: 'Enter', ctrlKey: true, isComposing: true, bubbles: true}))");
        page.evaluate("document.activeElement.dispatchEvent(new FocusEvent('blur'))");
        assertThat(page.locator("textarea")).hasCount(1);
        assertThat(mark("9.1.1.1")).hasText("");

        var typed = new JsonObject();
        typed.addProperty("text", "入室を記録する");
        ime.send("Input.insertText", typed);
        page.keyboard().press("Control+Enter");

        assertThat(mark("9.1.1.1")).hasText(Pattern.compile("保存済 \\d\\d:\\d\\d"));
        page.reload();
        assertThat(cell("9.1.1.1", "text")).hasText("入室を記録する");
    }

    @Test
    void escapeTakesBackAndKeysMove() {
        edit("9.1.1.2", "reason");
        page.locator("textarea").fill("やめる");
        page.keyboard().press("Escape");
        assertThat(cell("9.1.1.2", "reason")).hasText("");
        page.keyboard().press("j");
        page.keyboard().press("e");
        assertThat(page.locator("tr[data-id='9.1.1.3'] textarea")).isFocused();
        page.keyboard().press("Escape");
        page.locator("button[aria-pressed]").click();
        cell("9.1.1.2", "reason").click();
        page.keyboard().press("e");
        assertThat(page.locator("textarea")).hasCount(0);
    }

    /** By keyboard the rows are one stop away, not behind the filters. */
    @Test
    void theFirstStopOfThePageLeadsToTheFirstRow() {
        page.locator("#main").focus();
        page.keyboard().press("Tab");
        var skip = page.locator("main .tb-skip");
        assertThat(skip).isFocused();
        assertThat(skip).isInViewport();

        page.keyboard().press("Enter");

        assertThat(page.locator("#first-row")).isFocused();
        assertThat(page.locator("#first-row")).isInViewport();
    }

    @Test
    void whatTwoWroteStandsOnOnePageAndNothingIsLost() {
        edit("9.1.1.4", "reason");
        page.locator("textarea").fill("一人目の理由");
        var other = visitor().newPage();
        other.navigate(grid + "/9.1.1.4");
        other.locator("#reasonJa").fill("二人目の理由");
        other.locator("#row button[type=submit]:not([name])").click();
        page.bringToFront();
        page.keyboard().press("Control+Enter");

        mark("9.1.1.4").locator("button").click();

        assertThat(page.locator("main")).containsText("二人目の理由");
        assertThat(page.locator("#reasonJa")).hasValue("一人目の理由");
        LookedAt.at(1366, page, "grid-conflict");
    }

    @Test
    void thePagesOfTheGridFitAndAxeFindsNothingSerious() {
        page.navigate(grid + "/9.1.1.1");
        page.locator("#ja0").fill("扉に鍵を掛け、入退室を記録する。");
        page.locator("input[name=choice][value=adopted]").check();
        page.locator("#row button[type=submit]:not([name])").click();
        for (var language : List.of("", "/en")) {
            for (var path : List.of("?in=9.1", "/9.1.1.1")) {
                page.navigate(language + grid + path);
                LookedAt.byAxe(page);
                LookedAt.at(1366, page, "grid" + LookedAt.name(language + path));
                LookedAt.at(390, page, "grid" + LookedAt.name(language + path));
                page.setViewportSize(1366, 768);
            }
        }
        LookedAt.onPaper(page, "grid-row");
        page.navigate(grid + "?in=9.1");
        page.locator("details:has(input[name=set]) > summary").click();
        page.locator("input[name=set][value=choice]").check();
        page.locator("button[name=all]").click();
        LookedAt.byAxe(page);
        LookedAt.at(1366, page, "grid-bulk");
        assertThat(page.url()).endsWith("/bulk");
    }

    private void edit(String row, String field) {
        cell(row, field).dblclick();
        assertThat(page.locator("tr[data-id='" + row + "'] textarea")).isFocused();
    }

    private Locator cell(String row, String field) {
        return page.locator("tr[data-id='" + row + "'] td[data-f=" + field + "]");
    }

    private Locator mark(String row) {
        return page.locator("tr[data-id='" + row + "'] .tb-grid__mark");
    }
}
