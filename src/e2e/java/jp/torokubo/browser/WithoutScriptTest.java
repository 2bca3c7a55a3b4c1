// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** Everything a reader comes for is had without JavaScript. */
class WithoutScriptTest extends Walk {

    @Test
    void aReaderFindsAServiceReadsItsHistoryAndTakesTheListHome() throws Exception {
        try (var context = newVisitor(new Browser.NewContextOptions().setJavaScriptEnabled(false))) {
            var page = context.newPage();
            page.navigate("/");

            page.fill("#frame-q", "富士通");
            page.press("#frame-q", "Enter");
            assertThat(page.url()).contains("/services?");
            page.click("text=FUJITSU Hybrid IT Service FJcloud");
            assertThat(page.title()).contains("FUJITSU Hybrid IT Service FJcloud");
            page.click("nav.tb-tabs >> text=履歴");
            assertThat(page.textContent("main")).contains("2021年3月12日");

            page.navigate("/services?asOf=2021-09-13");
            var download = page.waitForDownload(() -> page.click(".tb-tools >> text=CSV"));
            var csv = Files.readString(download.path(), StandardCharsets.UTF_8);
            assertThat(csv).startsWith("\uFEFF");
            assertThat(csv.lines()).hasSize(21);
        }
    }

    @Test
    void theKeyboardAloneReachesTheListPastTheSkipLink() {
        var page = visit("/services?asOf=2021-09-13");

        page.keyboard().press("Tab");
        assertThat(page.evaluate("() => document.activeElement.className")).isEqualTo("tb-skip");
        page.keyboard().press("Enter");
        assertThat(page.evaluate("() => document.activeElement.id")).isEqualTo("main");
    }
}
