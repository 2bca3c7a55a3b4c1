// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.pages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

class WayBackTest {

    @ParameterizedTest
    @CsvSource({
        "https://register.example.jp:8443/desk/a/b?x=1&y=%E6%96%87, /desk/a/b?x=1&y=%E6%96%87",
        "http://REGISTER.example.jp:8443/en/desk, /en/desk",
        "https://register.example.jp:8443/, /",
    })
    void aPageOfOursIsLedBackTo(String referer, String back) {
        assertThat(back(referer)).isEqualTo(back);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "https://evil.example/desk", "https://register.example.jp/desk", "https://register.example.jp:8443@evil.example/desk",
        "https://u@register.example.jp:8443/desk", "https://register.example.jp:8443//evil.example/", "https://register.example.jp:8443/en//evil.example",
        "https://register.example.jp:8443/\\evil.example", "https://register.example.jp:8443/a/../b", "https://register.example.jp:8443/%2e%2E/b",
        "https://register.example.jp:8443/desk?q=<b>", "https://register.example.jp:8443/desk?q=';x", "https://register.example.jp:8443",
        "https://register.example.jp:8443/api/v1/services", "https://register.example.jp:8443/en/api/v1/services",
        "javascript:alert(1)", "data:text/html,x", "//register.example.jp:8443/desk", "/desk", "", "%", "about:blank"
    })
    void nothingElseIs(String referer) {
        assertThat(back(referer)).isNull();
    }

    @Test
    void neitherIsWhatIsTooLongOrNotSaid() {
        assertThat(back("https://register.example.jp:8443/" + "a".repeat(2000))).isNull();
        assertThat(WayBack.of(new MockHttpServletRequest("POST", "/desk"))).isNull();
    }

    private static String back(String referer) {
        var request = new MockHttpServletRequest("POST", "/desk");
        request.addHeader("Host", "register.example.jp:8443");
        request.addHeader("Referer", referer);
        return WayBack.of(request);
    }
}
