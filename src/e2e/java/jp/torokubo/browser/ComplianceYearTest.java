// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import jp.torokubo.ground.files.TableReading;
import jp.torokubo.ground.files.reading.ReadHere;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * The year of a compliance team: last year's workbook is taken in and carried over to the newer edition, gaps are filled in the grid and in a
 * spreadsheet, the self-check passes, the statement is frozen, and its difference from last year's is read. Each step stands on the one before.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ComplianceYearTest extends Walk {

    private static final String LAST_YEAR = "例：昨年の言明書（引っ越し）";
    private static final String THIS_YEAR = "例：今年の言明書";

    @TempDir
    static Path folder;

    private Office office;
    private Page page;
    private String statements;
    private String last;
    private String now;
    private List<String> gaps;

    @Override
    String[] arguments() {
        return new String[] {"--spring.profiles.active=demo"};
    }

    @BeforeEach
    void theManagerOfAProvider() {
        assumeThat(Office.PROGRAM).as("LibreOffice is not installed").exists();
        office = new Office(folder);
        page = visit("/demo");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("例 北子")).first().click();
        page.waitForURL("**/desk");
        page.navigate("/desk/dossiers");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("例：ほくとクラウド基盤")).click();
        statements = page.locator("a[href$='/statements']").first().getAttribute("href");
    }

    @Test
    @Order(1)
    void lastYearsWorkbookComesInThoughItsLayoutIsItsOwn() throws Exception {
        page.navigate(statements);
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("例：2024年度の言明書")).click();
        var exported = ReadHere.xlsx(page.request().get(path() + "/workbook.xlsx").body()).get(0);
        last = opened(LAST_YEAR, "2022-04", "例：2024年度の言明書");
        press("この8件の内容を引き継ぐ");
        sees("8件の内容を引き継ぎました");

        taken(last, office.saved("last-year", ofItsOwnLayout(exported)));

        page.navigate(last);
        assertThat(page.textContent("main")).contains("100%");
        LookedAt.at(1366, page, "year-last");
    }

    @Test
    @Order(2)
    void itIsCarriedOverToTheNewerEditionAndWhatIsNewStaysToBeWritten() {
        now = opened(THIS_YEAR, "2024-07", LAST_YEAR);
        press("この8件の内容を引き継ぐ");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("変更のない.*件をすべて引き継ぐ"))).click();
        sees("件を引き継ぎました");

        page.navigate(now + "/carry-over?action=look-again");
        LookedAt.at(1366, page, "year-look-again");
        page.locator("input[name=row]").all().forEach(row -> row.check());
        press("選んだ行を引き継ぐ");

        page.navigate(now + "/carry-over?action=anew");
        gaps = page.locator("main tbody tr th").allTextContents().stream().map(text -> text.strip().split("[^0-9A-Z.]")[0]).toList();
        assertThat(gaps).hasSize(4);
    }

    @Test
    @Order(3)
    void theGapsAreFilledInTheGridAndInASpreadsheet() throws Exception {
        for (var control : gaps.subList(0, 2)) {
            page.navigate(now + "/controls/" + control);
            page.locator("input[name=choice][value=adopted]").check();
            page.fill("#ja0", "例：" + control + " を担当者が月次で確かめ、結果を記録簿に残し、責任者が四半期ごとに見直す。");
            page.selectOption("#state", "ready");
            page.locator("#row button[type=submit]:not([name])").click();
            sees("保存");
        }
        var exported = ReadHere.xlsx(page.request().get(now + "/workbook.xlsx").body()).get(0);

        taken(now, office.saved("gaps", filled(exported, gaps.subList(2, 4))));

        page.navigate(now);
        assertThat(page.textContent("main")).contains("100%");
    }

    @Test
    @Order(4)
    void theSelfCheckFindsWhatThePeriodLacksAndPassesOnceItIsWritten() {
        page.navigate(now + "/check");
        sees("エラー");
        write("period", "from", "2025-04-01", "until", "令和8年3月31日");
        write("subsequent-events", "none", "true", "reportedOn", "2026-05-31");
        write("representation", "name.ja", "例 代表", "office.ja", "例：最高情報セキュリティ責任者", "authority.ja",
                "例：取締役会の決議によりサービスの情報セキュリティの最終責任を負う。", "signedOn", "2026-05-31", "assured", "");

        page.navigate(now + "/check?severity=error");
        LookedAt.at(1366, page, "year-check");

        assertThat(page.locator("main tbody tr:not(.tb-group)").allTextContents()).isEmpty();
    }

    @Test
    @Order(5)
    void itIsFrozenAndItsDifferenceFromLastYearIsRead() {
        page.navigate(now);
        page.locator("#freeze-do button").click();
        assertThat(page.url()).contains("frozen=1");
        assertThat(page.locator("code.tb-hash").first().textContent()).matches("[0-9a-f]{6,}.*");

        page.navigate(now + "/diff");

        assertThat(page.textContent("main")).contains(LAST_YEAR);
        gaps.forEach(control -> assertThat(page.textContent("main")).contains(control));
        LookedAt.at(1366, page, "year-diff");
    }

    private String opened(String title, String edition, String from) {
        page.navigate(statements);
        page.fill("#title", title);
        page.selectOption("#edition", edition);
        page.selectOption("#carriedFrom", new com.microsoft.playwright.options.SelectOption().setLabel(
                page.locator("#carriedFrom option").allTextContents().stream().filter(label -> label.startsWith(from)).findFirst().orElseThrow()));
        page.locator("form:has(#title) button[type=submit]").click();
        page.waitForURL("**/carry-over");
        return path().replace("/carry-over", "");
    }

    private void taken(String statement, byte[] book) {
        page.navigate(statement + "/workbook");
        page.setInputFiles("#file", new FilePayload("book.xlsx", "application/octet-stream", book));
        press("内容を読み取る");
        LookedAt.at(1366, page, "year-preview-" + book.length % 2);
        assertThat(page.locator("#errors").count()).as(page.textContent("main")).isZero();
        var english = page.locator("select[name=as]:has(option[value='0.4.realisation-en'])");
        if (page.textContent("main").contains("読まない列があります")) {
            // 内容（英語） may be what is done, or what the control says: the program asks
            english.selectOption("0.4.realisation-en");
            press("選んだ読み方で確かめ直す");
            sees("自動（個別管理策（英語））");
        }
        page.locator("#commit button").click();
        sees("行を取り込みました");
    }

    private void write(String part, String... fields) {
        page.navigate(now + "/parts/" + part);
        for (int at = 0; at < fields.length; at += 2) {
            var field = page.locator("[name='" + fields[at] + "']");
            if (field.first().getAttribute("type") != null && field.first().getAttribute("type").equals("checkbox")) {
                field.all().forEach(box -> box.check());
            } else {
                field.fill(fields[at + 1]);
            }
        }
        page.locator("#form button[type=submit]").last().click();
        sees("保存しました");
    }

    /** Another order, another wording of the headings, two lines of title, and no keys. */
    private static List<List<String>> ofItsOwnLayout(TableReading.Sheet exported) {
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("2024年度　管理策一覧"));
        rows.add(List.of("社外秘"));
        rows.add(List.of("選択しない理由", "実施状況", "管理策番号", "個別管理策の内容", "内容（英語）", "状態", "開始日", "終了日"));
        for (var row : exported.rows().subList(1, exported.rows().size())) {
            rows.add(List.of(
                    cell(row, 9), cell(row, 4), cell(row, 1), cell(row, 5), cell(row, 6), cell(row, 13), cell(row, 7), cell(row, 8)));
        }
        return rows;
    }

    private static List<List<String>> filled(TableReading.Sheet exported, List<String> controls) {
        var rows = new ArrayList<List<String>>();
        rows.add(exported.rows().get(0).cells());
        for (var row : exported.rows()) {
            if (controls.contains(cell(row, 1))) {
                var cells = new ArrayList<>(row.cells());
                while (cells.size() < 16) {
                    cells.add("");
                }
                cells.set(4, "採用");
                cells.set(5, "例：" + cell(row, 1) + " を担当部門が四半期ごとに点検し、是正の記録を台帳に残して責任者が承認する。");
                cells.set(13, "確認待ち");
                rows.add(cells);
            }
        }
        return rows;
    }

    private static String cell(TableReading.Row row, int column) {
        return column < row.cells().size() ? row.cells().get(column) : "";
    }

    private void press(String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button)).first().click();
    }

    private void sees(String words) {
        com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat(page.locator("main")).containsText(words);
    }

    private String path() {
        return page.url().replaceFirst("^https?://[^/]+", "").replaceFirst("[?#].*", "");
    }
}
