// SPDX-License-Identifier: Apache-2.0
package jp.torokubo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import jp.torokubo.ground.database.engine.EmbeddedPostgres;
import jp.torokubo.ground.database.engine.EngineBinaries;
import jp.torokubo.ground.database.engine.Folders;
import jp.torokubo.ground.database.engine.RunningProgram;
import jp.torokubo.ground.database.preparation.Place;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The program with the first list in it, saved while it runs, killed, and brought back on Debian's PostgreSQL 15 by the commands of the jar.
 */
@Tag("crash")
class RegisterDrillTest {

    private static final Path DEBIANS = Path.of("/usr/lib/postgresql/15");
    private static final List<String> LOGINS =
            List.of("--torokubo.app-password=app", "--torokubo.public-password=public");

    private Path folder;
    private EmbeddedPostgres postgres15;

    @BeforeEach
    void twoEngines() throws Exception {
        assumeTrue(Files.isDirectory(DEBIANS), "needs Debian's postgresql-15");
        folder = Files.createTempDirectory("torokubo-drill-");
        Files.createDirectories(folder.resolve("data"));
        var engine = EngineBinaries.unpackedIn(Path.of("target/engine").toAbsolutePath());
        Files.createSymbolicLink(folder.resolve("data/engine"), engine.getParent());
        postgres15 = EmbeddedPostgres.start(folder.resolve("debian"), DEBIANS, List.of());
        new SharedEngine(postgres15).prepare();
    }

    @AfterEach
    void nothingIsLeft() throws Exception {
        if (folder != null) {
            postgres15.close();
            RunningProgram.awaitNoneIn(folder.resolve("data/postgres"));
            Folders.remove(folder);
        }
    }

    @Test
    void theListComesBackOnAnotherEngineWithTheSameHashes() throws Exception {
        var embedded = List.of("--torokubo.data-dir=" + folder.resolve("data"));
        try (var program = started(embedded, "--server.port=0")) {
            program.await(said -> said.contains("登録簿 http://localhost:"));
            done(embedded, "backup", "--to=" + folder.resolve("saved"));
            RunningProgram.kill(program.pid());
        }
        done(embedded, "check");
        var external = new ArrayList<>(LOGINS);
        external.addAll(SharedEngine.address(postgres15));
        external.add("--torokubo.data-dir=" + folder.resolve("elsewhere"));

        done(external, "restore", "--from=" + folder.resolve("saved"));
        try (var program = started(external, "--server.port=0")) {
            program.await(said -> said.contains("登録簿 http://localhost:"));
            done(external, "check");
            done(external, "backup", "--to=" + folder.resolve("saved-again"));
        }

        assertThat(record("saved", "register.event")).hasSizeGreaterThan(20);
        assertThat(tablesOfTheRecord()).isNotEmpty().allSatisfy(table -> assertThat(folder.resolve("saved-again/tables").resolve(table))
                .hasSameTextualContentAs(folder.resolve("saved/tables").resolve(table)));
    }

    private List<String> record(String backup, String table) throws Exception {
        return Files.readAllLines(folder.resolve(backup).resolve("tables").resolve(table + ".csv"));
    }

    /** What the world was told; what belongs to a running program, its sessions and leases, may differ. */
    private List<String> tablesOfTheRecord() throws Exception {
        try (Stream<Path> tables = Files.list(folder.resolve("saved/tables"))) {
            return tables.map(table -> table.getFileName().toString())
                    .filter(table -> table.matches("(register|ledger|rulebook|files)\\..*"))
                    .toList();
        }
    }

    private static void done(List<String> where, String... arguments) throws Exception {
        try (var command = started(where, arguments)) {
            var code = command.awaitEnd();
            assertThat(code).as(String.join("\n", command.said())).isZero();
        }
    }

    private static RunningProgram started(List<String> where, String... arguments) throws Exception {
        var all = new ArrayList<>(List.of(arguments));
        all.addAll(where);
        return new RunningProgram(
                new ProcessBuilder(RunningProgram.java(false, Torokubo.class, all.toArray(String[]::new))));
    }

    /** An engine others run: they made the database, its owner, who is no superuser, and the two logins. */
    private record SharedEngine(EmbeddedPostgres engine) {

        void prepare() throws Exception {
            var place = new Place(engine.url("postgres"), EmbeddedPostgres.OWNER, engine.password());
            try (var superuser = place.connectAsOwner();
                    var statement = superuser.createStatement()) {
                statement.execute("create role registrar login password 'registrar'");
                statement.execute("create role torokubo_app login password 'app'");
                statement.execute("create role torokubo_public login password 'public'");
                statement.execute("create database register owner registrar");
            }
        }

        static List<String> address(EmbeddedPostgres engine) {
            return List.of(
                    "--spring.datasource.url=" + engine.url("register"),
                    "--spring.datasource.username=registrar",
                    "--spring.datasource.password=registrar");
        }
    }
}
