// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.files.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.torokubo.TorokuboTest;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.beans.factory.annotation.Value;

/** A real server, a real upload of 200 MB. */
@TorokuboTest
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = {"torokubo.first-load=false", "torokubo.pool-size=5"})
class UploadLimitTest {

    private static final long SIZE = 200L * 1024 * 1024;

    @Value("${local.server.port}")
    private int port;

    @Test
    void twoHundredMegabytesAreAnswered413InWordsAndNothingIsLeft() throws Exception {
        var before = leftovers();

        var page = send("/operator/imports", "text/html");
        var english = send("/en/operator/imports", "text/html");
        var problem = send("/operator/imports", "application/json");

        assertThat(page).startsWith("HTTP/1.1 413").contains("送られたものが大きすぎます", "21 MB", "何も保存していません")
                .contains("href=\"/operator/imports?from=form\"");
        assertThat(english).startsWith("HTTP/1.1 413").contains("too large", "21 MB", "Nothing was kept", "Back to the form");
        assertThat(problem).startsWith("HTTP/1.1 413").contains("application/problem+json", "pages.too-large", "21 MB");
        assertThat(leftovers()).isEqualTo(before);
    }

    /** Sends to the end, as a browser does, and reads whatever is answered. */
    private String send(String path, String accept) throws Exception {
        try (var socket = new Socket("localhost", port)) {
            var out = new BufferedOutputStream(socket.getOutputStream());
            out.write(("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nAccept: " + accept + "\r\nConnection: close\r\n"
                    + "Referer: http://localhost/operator/imports?from=form\r\n"
                    + "Content-Type: multipart/form-data; boundary=x\r\nContent-Length: " + SIZE + "\r\n\r\n").getBytes(UTF_8));
            var answer = CompletableFuture.supplyAsync(() -> read(socket));
            byte[] block = new byte[1024 * 1024];
            try {
                for (long sent = 0; sent < SIZE; sent += block.length) {
                    out.write(block);
                }
                out.flush();
            } catch (IOException closed) {
                // the answer has been given; nobody listens to the rest
            }
            return answer.get();
        }
    }

    private static String read(Socket socket) {
        try (InputStream in = socket.getInputStream()) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException broken) {
            return "broken: " + broken.getMessage();
        }
    }

    private static Set<Path> leftovers() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(System.getProperty("java.io.tmpdir")), 5)) {
            return files.filter(file -> file.getFileName().toString().matches("upload_.*|torokubo-upload-.*"))
                    .collect(Collectors.toSet());
        } catch (java.io.UncheckedIOException goneMeanwhile) {
            return leftovers();
        }
    }
}
