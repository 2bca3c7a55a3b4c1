// SPDX-License-Identifier: Apache-2.0
package jp.torokubo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import jp.torokubo.ground.database.engine.EngineBinaries;
import jp.torokubo.ground.database.engine.Folders;
import jp.torokubo.ground.database.engine.RunningProgram;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The whole program as a person runs it: started, asked, started twice by mistake, saved while it runs, ended. */
class ProgramLifeTest {

    private Path folder;

    @BeforeEach
    void aFolder() throws Exception {
        folder = Files.createTempDirectory("torokubo-life-");
        Files.createDirectories(folder.resolve("data"));
        var engine = EngineBinaries.unpackedIn(Path.of("target/engine").toAbsolutePath());
        Files.createSymbolicLink(folder.resolve("data/engine"), engine.getParent());
    }

    @AfterEach
    void nothingIsLeft() throws Exception {
        RunningProgram.awaitNoneIn(folder.resolve("data/postgres"));
        Folders.remove(folder);
    }

    @Test
    void itIsStartedAskedSavedAndEnded() throws Exception {
        try (var program = started("--server.port=0")) {
            var line = program.await(said -> said.contains("登録簿 http://localhost:"));
            var address = line.replaceFirst(".*(http://localhost:\\d+)/ .*", "$1");
            assertThat(status(address + "/actuator/health")).isEqualTo(200);

            aSecondProgramIsRefused();
            itIsSavedAndChecked();

            program.process().destroy();
            assertThat(program.awaitEnd()).isEqualTo(143);
        }
        assertThat(RunningProgram.in(folder.resolve("data/postgres"))).isEmpty();
        assertThat(folder.resolve("data/postgres/postmaster.pid")).doesNotExist();
        assertThat(Files.getPosixFilePermissions(folder.resolve("data/owner-password"))).hasSize(2);
    }

    private void aSecondProgramIsRefused() throws Exception {
        try (var second = started("--server.port=0")) {
            assertThat(second.awaitEnd()).isEqualTo(1);
            assertThat(String.join("\n", second.said()))
                    .contains("別の登録簿プログラムが使用中です")
                    .contains("is in use by another Torokubo");
        }
    }

    private void itIsSavedAndChecked() throws Exception {
        try (var backup = started("backup", "--to=" + folder.resolve("saved"))) {
            assertThat(backup.awaitEnd()).as(backup.said().toString()).isZero();
            assertThat(folder.resolve("saved/manifest.json")).isNotEmptyFile();
        }
        try (var check = started("check")) {
            assertThat(check.awaitEnd()).as(check.said().toString()).isZero();
            assertThat(check.said()).anyMatch(said -> said.contains("異常なし / whole"));
        }
    }

    private RunningProgram started(String... arguments) throws Exception {
        var all = new ArrayList<>(List.of(arguments));
        all.add("--torokubo.data-dir=" + folder.resolve("data"));
        return new RunningProgram(
                new ProcessBuilder(RunningProgram.java(false, Torokubo.class, all.toArray(String[]::new))));
    }

    private static int status(String address) throws Exception {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }
}
