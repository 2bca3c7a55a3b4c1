// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.browser;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Takes a picture of every public page at two widths and on paper, and holds that none of them has to be pushed sideways. */
class PicturesOfPagesTest extends Walk {

    static Stream<String> pages() {
        return PublicPages.inBothLanguages();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void aPageFitsOnADesktopAndOnATelephoneAndOnPaper(String address) {
        var page = visit(address);

        LookedAt.at(1366, page, LookedAt.name(address));
        LookedAt.onPaper(page, LookedAt.name(address));
        LookedAt.at(390, page, LookedAt.name(address));
    }
}
