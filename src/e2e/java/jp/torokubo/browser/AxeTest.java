// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The accessibility engine axe finds nothing serious on any public page, in either language. */
class AxeTest extends Walk {

    private static final Set<String> SERIOUS = Set.of("serious", "critical");

    static Stream<String> pages() {
        return PublicPages.inBothLanguages();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void axeFindsNothingSerious(String address) {
        var page = visit(address);

        List<String> serious = new AxeBuilder(page)
                .analyze().getViolations().stream()
                        .filter(rule -> SERIOUS.contains(rule.getImpact()))
                        .map(rule -> rule.getId() + ": " + rule.getHelp() + " " + rule.getNodes().stream().map(node -> node.getHtml()).toList())
                        .toList();

        assertThat(serious).isEmpty();
    }
}
