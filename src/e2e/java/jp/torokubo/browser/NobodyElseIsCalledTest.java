// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Records a browser on every public page: no other host, no cookie, no complaint of the browser. */
class NobodyElseIsCalledTest extends Walk {

    static Stream<String> pages() {
        // the sign-in page may keep a session: it is not for the public
        return PublicPages.inBothLanguages().filter(address -> !address.contains("sign-in"));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void aPublicPageCallsNoOtherHostAndKeepsNoCookie(String address) {
        List<String> strangers = new ArrayList<>();
        List<String> complaints = new ArrayList<>();
        var page = visitor().newPage();
        page.onRequest(request -> {
            if (!request.url().startsWith(program().address() + "/")) {
                strangers.add(request.url());
            }
        });
        page.onConsoleMessage(message -> {
            // a page that answers 404 or 400 on purpose is reported by the browser as an error of its own
            if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
                complaints.add(message.text());
            }
        });

        page.navigate(address);

        assertThat(strangers).isEmpty();
        assertThat(complaints).isEmpty();
        assertThat(visitor().cookies()).isEmpty();
        assertThat(page.evaluate("() => localStorage.length + sessionStorage.length")).isEqualTo(0);
    }
}
