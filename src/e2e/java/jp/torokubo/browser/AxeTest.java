// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.browser;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The accessibility engine axe finds nothing serious on any public page, in either language. */
class AxeTest extends Walk {

    static Stream<String> pages() {
        return PublicPages.inBothLanguages();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void axeFindsNothingSerious(String address) {
        LookedAt.byAxe(visit(address));
    }
}
