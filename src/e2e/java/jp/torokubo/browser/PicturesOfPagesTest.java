// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Takes a picture of every page at three sizes into target/pictures, and holds that none of them has to be pushed sideways. */
class PicturesOfPagesTest extends Walk {

    private static final Path FOLDER = Path.of("target", "pictures");

    static Stream<String> pages() {
        return PublicPages.inBothLanguages();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void aPageFitsOnADesktopAndOnATelephoneAndOnPaper(String address) {
        var name = address.replaceFirst("^/", "").replaceAll("[^a-zA-Z0-9-]+", "_").replaceFirst("^_?$", "home");
        for (int width : new int[] {1366, 390}) {
            try (var context = newVisitor(new Browser.NewContextOptions().setViewportSize(width, 768))) {
                var page = context.newPage();
                page.navigate(address);
                page.screenshot(new Page.ScreenshotOptions()
                        .setPath(FOLDER.resolve(width + "-" + name + ".png")).setFullPage(true));

                assertThat((Integer) page.evaluate("() => document.documentElement.scrollWidth"))
                        .as("width of %s at %d", address, width)
                        .isLessThanOrEqualTo(width);
                if (width == 1366) {
                    page.pdf(new Page.PdfOptions().setPath(FOLDER.resolve("print-" + name + ".pdf")).setPreferCSSPageSize(true));
                }
            }
        }
    }
}
