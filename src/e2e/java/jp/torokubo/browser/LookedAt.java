// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** What is asked of every page, whoever it is for: axe finds nothing serious, and nobody has to push it sideways. */
final class LookedAt {

    private static final Path FOLDER = Path.of("target", "pictures");
    private static final Set<String> SERIOUS = Set.of("serious", "critical");

    private LookedAt() {}

    static void byAxe(Page page) {
        List<String> serious = new AxeBuilder(page)
                .analyze().getViolations().stream()
                        .filter(rule -> SERIOUS.contains(rule.getImpact()))
                        .map(rule -> rule.getId() + ": " + rule.getHelp() + " " + rule.getNodes().stream().map(node -> node.getHtml()).toList())
                        .toList();

        assertThat(serious).as(page.url()).isEmpty();
    }

    /** Takes a picture of the whole page at this width into target/pictures. */
    static void at(int width, Page page, String name) {
        page.setViewportSize(width, 768);
        page.screenshot(new Page.ScreenshotOptions().setPath(FOLDER.resolve(width + "-" + name + ".png")).setFullPage(true));

        assertThat((Integer) page.evaluate("() => document.documentElement.scrollWidth"))
                .as("width of %s at %d", page.url(), width)
                .isLessThanOrEqualTo(width);
    }

    static void onPaper(Page page, String name) {
        page.pdf(new Page.PdfOptions().setPath(FOLDER.resolve("print-" + name + ".pdf")).setPreferCSSPageSize(true));
    }

    /** A name for the files of a page. */
    static String name(String address) {
        return address.replaceFirst("^/", "").replaceAll("[^a-zA-Z0-9-]+", "_").replaceFirst("^_?$", "home");
    }
}
