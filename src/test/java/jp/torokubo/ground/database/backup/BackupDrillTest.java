// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.database.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import jp.torokubo.FreshDatabase;
import jp.torokubo.TestDatabase;
import jp.torokubo.TorokuboTest;
import jp.torokubo.ground.commands.CommandId;
import jp.torokubo.ground.commands.Once;
import jp.torokubo.ground.database.DataFolder;
import jp.torokubo.ground.database.engine.EmbeddedPostgres;
import jp.torokubo.ground.database.engine.Folders;
import jp.torokubo.ground.database.preparation.Place;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The drill: saved while people write, restored beside it and onto Debian's PostgreSQL 15, by an owner who is no superuser. */
@TorokuboTest
@FreshDatabase
@Tag("crash")
class BackupDrillTest {

    private static final Path DEBIANS = Path.of("/usr/lib/postgresql/15");
    private static final int WRITERS = 4;

    record Paired(String one) {}

    @Autowired
    Once once;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @TempDir
    Path folder;

    @Test
    void whatIsSavedUnderLoadIsOneMomentAndIsRestoredAnywhere() throws Exception {
        assumeTrue(Files.isDirectory(DEBIANS), "needs Debian's postgresql-15");
        var here = new DataFolder(folder.resolve("here"));
        var saved = folder.resolve("saved");

        var acknowledged = saveWhileWritersWrite(here, saved);

        var manifest = Manifest.readFrom(saved);
        assertThat(rows(manifest, "answer")).isGreaterThanOrEqualTo(acknowledged);
        assertThat(restoredInto(asPlainOwner(TestDatabase.another("torokubo_restored")), saved, "beside")).isEqualTo(manifest.tables());
        var debian = Files.createTempDirectory("torokubo-debian-");
        try (var postgres15 = EmbeddedPostgres.start(debian, DEBIANS, List.of())) {
            var place = new Place(postgres15.url("postgres"), EmbeddedPostgres.OWNER, postgres15.password());
            execute(place, "create database restored", "create role torokubo_app", "create role torokubo_public");
            var empty = new Place(postgres15.url("restored"), EmbeddedPostgres.OWNER, postgres15.password());

            assertThat(restoredInto(asPlainOwner(empty), saved, "debian")).isEqualTo(manifest.tables());
        } finally {
            Folders.remove(debian);
        }
    }

    /** @return how many commands had been acknowledged before the snapshot began */
    private int saveWhileWritersWrite(DataFolder here, Path saved) throws Exception {
        var done = new AtomicBoolean();
        var acknowledged = new AtomicInteger();
        var pool = Executors.newFixedThreadPool(WRITERS);
        var writers = new ArrayList<Future<?>>();
        for (var writer = 0; writer < WRITERS; writer++) {
            writers.add(pool.submit(() -> {
                while (!done.get()) {
                    writeAPair();
                    acknowledged.incrementAndGet();
                }
            }));
        }
        while (acknowledged.get() < 200) {
            Thread.onSpinWait();
        }
        var before = acknowledged.get();
        new Backup(TestDatabase.place(), here).writeTo(saved);
        done.set(true);
        for (var writer : writers) {
            writer.get();
        }
        pool.shutdown();
        assertThat(acknowledged.get()).as("writers went on while it was saved").isGreaterThan(before);
        assertPairsAreWhole(saved);
        return before;
    }

    /** Two rows that are both there or neither, as a decision and its entry are. */
    private void writeAPair() {
        var first = UUID.randomUUID();
        transaction.executeWithoutResult(open -> {
            once.run(new CommandId(first), "first", Paired.class, () -> new Paired(first.toString()));
            var second = UUID.randomUUID();
            once.run(new CommandId(second), "second", Paired.class, () -> new Paired(first.toString()));
        });
    }

    private static void assertPairsAreWhole(Path saved) throws Exception {
        var lines = Files.readAllLines(saved.resolve("tables/commands.answer.csv"));
        var firsts = lines.stream().filter(line -> line.contains(",first,")).count();
        var seconds = lines.stream().filter(line -> line.contains(",second,")).count();
        assertThat(firsts).isPositive().isEqualTo(seconds);
    }

    private static long rows(Manifest manifest, String table) {
        return manifest.tables().stream().filter(rows -> rows.name().equals(table)).findAny().orElseThrow().rows();
    }

    private List<Manifest.Rows> restoredInto(Place target, Path saved, String name) throws Exception {
        var there = new DataFolder(folder.resolve(name));
        new Restore(target, there).readFrom(saved);
        new Backup(target, there).writeTo(folder.resolve(name + "-saved-again"));
        return Manifest.readFrom(folder.resolve(name + "-saved-again")).tables();
    }

    /** The database's owner as an operator of a shared engine would be given one: may make things in it, and rule nothing else. */
    private static Place asPlainOwner(Place place) throws Exception {
        try (var owner = place.connectAsOwner()) {
            var database = owner.getCatalog();
            execute(
                    place,
                    "drop role if exists plain_owner",
                    "create role plain_owner login nosuperuser password 'plain'",
                    "alter database %s owner to plain_owner".formatted(database));
        }
        return new Place(place.url(), "plain_owner", "plain");
    }

    private static void execute(Place place, String... statements) throws Exception {
        try (Connection owner = place.connectAsOwner();
                var statement = owner.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
