// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.correspondence.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import jp.torokubo.SettableClock;
import jp.torokubo.TorokuboTest;
import jp.torokubo.ground.correspondence.Correspondents;
import jp.torokubo.ground.files.DossierFiles;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

/** Files on their way through a real server, which has limits of its own and would say only that something was too large. */
@TorokuboTest
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = {"torokubo.first-load=false", "torokubo.pool-size=5"})
class HandingInTest {

    private static final String BOUNDARY = "torokubo-boundary";

    /** A file under a name. */
    private record Sent(String name, byte[] content) {}

    @Value("${local.server.port}")
    private int port;

    @Autowired SessionRepository<? extends Session> sessions;
    @Autowired SettableClock clock;

    private final HttpClient browser = HttpClient.newHttpClient();
    private String cookie;
    private URI notes;

    @BeforeEach
    void somebodyHasSignedIn() {
        var they = new Correspondents();
        cookie = "torokubo-desk=" + Base64.getEncoder().encodeToString(sessionOf(sessions, they).getBytes(UTF_8));
        notes = URI.create("http://localhost:" + port + "/desk/dossiers/" + they.ofAlpha.value() + "/notes");
    }

    @Test
    void theLargestFileComesInAndALittleMoreIsRefusedByName() throws Exception {
        assertThat(sent(new Sent("最大.bin", new byte[(int) DossierFiles.MOST_BYTES])).statusCode()).isEqualTo(302);

        var refused = sent(new Sent("大きい.bin", new byte[(int) DossierFiles.MOST_BYTES + 1]));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("「大きい.bin」が大きすぎます", "上限 20 MB");
    }

    @Test
    void moreThanTheDoorLetsInIsAnswered413InWords() throws Exception {
        var refused = sent(new Sent("a.bin", new byte[11 << 20]), new Sent("b.bin", new byte[11 << 20]));

        assertThat(refused.statusCode()).isEqualTo(413);
        assertThat(refused.body()).contains("送られたものが大きすぎます");
    }

    @Test
    void aNameThatIsFarTooLongAndElevenFilesAreRefusedInWordsAndLeaveNothing() throws Exception {
        var before = leftovers();

        assertThat(sent(new Sent("あ".repeat(300) + ".txt", new byte[1])).body()).contains("ファイルの名前「あああ", "904バイト");
        assertThat(sent(IntStream.range(0, 11).mapToObj(n -> new Sent(n + ".txt", new byte[1])).toArray(Sent[]::new)).body())
                .contains("10個までです（選択: 11個）");
        assertThat(leftovers()).isEqualTo(before);
    }

    private <S extends Session> String sessionOf(SessionRepository<S> kept, Correspondents they) {
        var session = kept.createSession();
        session.setAttribute("person", they.yuki.person().value().toString());
        session.setAttribute("epoch", 0);
        session.setAttribute("since", clock.millis());
        session.setAttribute("seen", clock.millis());
        kept.save(session);
        return session.getId();
    }

    private HttpResponse<String> sent(Sent... files) throws Exception {
        var page = browser.send(request().GET().build(), HttpResponse.BodyHandlers.ofString()).body();
        var token = page.replaceFirst("(?s).*name=\"_csrf\" value=\"([^\"]*)\".*", "$1");
        var body = new ByteArrayOutputStream();
        part(body, "_csrf", null, token.getBytes(UTF_8));
        part(body, "commandId", null, UUID.randomUUID().toString().getBytes(UTF_8));
        part(body, "text", null, "本文".getBytes(UTF_8));
        for (var file : files) {
            part(body, "files", file.name(), file.content());
        }
        body.write(("--" + BOUNDARY + "--\r\n").getBytes(UTF_8));
        return browser.send(
                request().header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request() {
        return HttpRequest.newBuilder(notes).version(HttpClient.Version.HTTP_1_1).header("Cookie", cookie).header("Accept", "text/html");
    }

    private static void part(ByteArrayOutputStream body, String field, @Nullable String fileName, byte[] content) throws IOException {
        var named = fileName == null ? "" : "; filename=\"" + fileName + "\"\r\nContent-Type: application/octet-stream";
        body.write(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + field + "\"" + named + "\r\n\r\n").getBytes(UTF_8));
        body.write(content);
        body.write("\r\n".getBytes(UTF_8));
    }

    private static List<Path> leftovers() throws IOException {
        try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith("torokubo-upload-")).sorted().toList();
        }
    }
}
