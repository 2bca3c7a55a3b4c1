// SPDX-License-Identifier: Apache-2.0
package jp.torokubo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import jp.torokubo.ground.database.engine.EmbeddedPostgres;
import jp.torokubo.ground.database.engine.EngineBinaries;
import jp.torokubo.ground.database.engine.Folders;
import jp.torokubo.ground.database.preparation.Logins;
import jp.torokubo.ground.database.preparation.Migrations;
import jp.torokubo.ground.database.preparation.Place;
import jp.torokubo.ground.database.preparation.Prepared;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The PostgreSQL of this test run: one engine, one migrated template, and a copy of the template whenever a fresh database is wanted.
 *
 * <p>Which engine: the embedded one; with {@code -Dtorokubo.test.engine=debian15} one started from Debian's PostgreSQL 15; with
 * {@code -Dtorokubo.test.url=jdbc:postgresql://host:port/} (and {@code -Dtorokubo.test.user}, {@code -Dtorokubo.test.password}) one that
 * runs already.
 */
public final class TestDatabase {

    private static final String NAME = "torokubo";
    private static final String TEMPLATE = "torokubo_template";

    private static final Server server = Server.started();

    static {
        try {
            recreate(TEMPLATE, "template0");
            var place = server.place(TEMPLATE);
            Prepared.of(place, Logins.of(place, null, null));
            // a class with one instance for all its tests starts the program before anything else is asked for
            fresh();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private TestDatabase() {}

    /** Where the tests' database is, for a test that goes to it by itself or hands it to another program. */
    public static Place place() {
        return server.place(NAME);
    }

    /** An empty database beside the tests' own, for example to restore into. */
    public static Place another(String name) {
        try {
            recreate(name, "template0");
            return server.place(name);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Every module's tables, {@code schema.table}, without the histories of the migrations. */
    public static List<String> tables(Connection owner) throws SQLException {
        var tables = new ArrayList<String>();
        try (var asked = owner.prepareStatement("""
                select table_schema || '.' || table_name from information_schema.tables
                where table_schema = any (?) and table_type = 'BASE TABLE' and table_name <> 'migration_history'
                order by 1
                """)) {
            asked.setArray(1, owner.createArrayOf("text", Migrations.modules().toArray()));
            try (var found = asked.executeQuery()) {
                while (found.next()) {
                    tables.add(found.getString(1));
                }
            }
        }
        return tables;
    }

    /** Throws the database away, whoever is connected, and copies the template in its place. */
    static void fresh() throws SQLException {
        recreate(NAME, TEMPLATE);
    }

    private static void recreate(String name, String template) throws SQLException {
        var place = server.place("postgres");
        try (var owner = place.connectAsOwner();
                var statement = owner.createStatement()) {
            statement.execute("drop database if exists %s with (force)".formatted(name));
            statement.execute("create database %s template %s".formatted(name, template));
        }
    }

    /** @param url up to and with the slash before the name of a database */
    private record Server(String url, String owner, String password) {

        private static final long ROOM = 4L << 30;

        Place place(String database) {
            return new Place(url + database, owner, password);
        }

        static Server started() {
            var given = System.getProperty("torokubo.test.url");
            if (given != null) {
                return new Server(
                        given, System.getProperty("torokubo.test.user"), System.getProperty("torokubo.test.password", ""));
            }
            try {
                var folder = Files.createTempDirectory(quickest(), "torokubo-test-");
                // what a killed test run loses, nobody misses
                var postgres = EmbeddedPostgres.start(folder, home(), List.of("fsync=off", "synchronous_commit=off", "full_page_writes=off"));
                Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                    postgres.close();
                    Folders.remove(folder);
                }));
                return new Server(postgres.url(""), EmbeddedPostgres.OWNER, postgres.password());
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }

        /** A copy of the template is a thousand files: half a second on many a disk, twenty milliseconds where files are kept in memory. */
        private static Path quickest() throws IOException {
            var memory = Path.of("/dev/shm");
            return Files.isWritable(memory) && Files.getFileStore(memory).getUsableSpace() > ROOM
                    ? memory : Path.of(System.getProperty("java.io.tmpdir"));
        }

        private static Path home() {
            return switch (System.getProperty("torokubo.test.engine", "embedded")) {
                case "embedded" -> EngineBinaries.unpackedIn(Path.of("target/engine").toAbsolutePath());
                case "debian15" -> Path.of("/usr/lib/postgresql/15");
                default -> throw new IllegalArgumentException("torokubo.test.engine is embedded or debian15");
            };
        }
    }

    /** Tells a program under test where its database is. */
    static class Address implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext program) {
            var place = place();
            TestPropertyValues.of(
                            "spring.datasource.url=" + place.url(),
                            "spring.datasource.username=" + place.owner(),
                            "spring.datasource.password=" + place.ownerPassword(),
                            "torokubo.data-dir=target/test-data/" + ProcessHandle.current().pid())
                    .applyTo(program);
        }
    }
}
