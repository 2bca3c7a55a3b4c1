// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Requests that no browser makes, sent byte by byte to a real server. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, classes = FrameTest.PagesAlone.class)
class HostileRequestsTest {

    @LocalServerPort
    int port;

    @ParameterizedTest
    @ValueSource(strings = {"/en//evil.example", "/en//evil.example/%2e%2e", "/en///evil.example", "/en//evil.example/days.ics", "/en//"})
    void anAddressWithTwoSlashesIsNeverSentOnToAnotherSite(String path) throws Exception {
        assertThat(ask("GET " + path)).doesNotContainIgnoringCase("Location: //");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "%zz", "%FF", "%ED%A0%80", "%C0%AF", "%00", "1%00"})
    void aQueryThatIsNoTextIsRefusedAndIsNoFaultOfOurs(String n) throws Exception {
        assertThat(ask("GET /number?n=" + n)).startsWith("HTTP/1.1 400").contains("送られた内容を読み取れません");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/services/%00", "/services/%FF", "/services/%zz", "/services/a%2Fb", "/%2e%2e/etc", "/services?q=<b>"})
    void whatTheServerItselfTurnsDownIsSaidInBothLanguagesWithOurHeaders(String path) throws Exception {
        assertThat(ask("GET " + path)).startsWith("HTTP/1.1 400").contains("送られた内容を読み取れません", "cannot be read")
                .contains("Content-Security-Policy: default-src 'self'").contains("Cache-Control: no-store")
                .doesNotContain("HTTP Status").doesNotContain("<style");
    }

    @Test
    void headersWithoutEndAreRefusedInWordsToo() throws Exception {
        assertThat(ask("GET /services", "X-Long: " + "a".repeat(9_000))).startsWith("HTTP/1.1 400").contains("cannot be read");
        assertThat(ask("GET /api/v1/%2F")).startsWith("HTTP/1.1 400").contains("application/problem+json", "pages.unreadable");
    }

    @Test
    void aWrongMethodIsToldTheRightOnes() throws Exception {
        assertThat(ask("POST /services", "Content-Length: 0")).startsWith("HTTP/1.1 405").contains("Allow: GET");
    }

    @Test
    void aRangeOutsideOfAFileIs416AndIsNotKept() throws Exception {
        assertThat(ask("GET /assets/torokubo.css", "Range: bytes=99999999-")).startsWith("HTTP/1.1 416")
                .contains("Cache-Control: no-store").contains("pages.range-outside");
    }

    @Test
    void whereARedirectLeadsDoesNotDependOnTheHostNamed() throws Exception {
        assertThat(ask("GET /en/away", "Host: evil.example")).contains("Location: /en/services").doesNotContain("evil.example");
    }

    private String ask(String line, String... headers) throws IOException {
        try (var socket = new Socket("localhost", port)) {
            var host = String.join("\n", headers).contains("Host: ") ? "" : "Host: localhost\r\n";
            var lines = String.join("\r\n", headers) + (headers.length == 0 ? "" : "\r\n");
            socket.getOutputStream().write(
                    (line + " HTTP/1.1\r\n" + host + lines + "Connection: close\r\n\r\n").getBytes(StandardCharsets.UTF_8));
            socket.setSoTimeout(20_000);
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
