// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.database.preparation;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import jp.torokubo.ground.database.DataFolder;
import jp.torokubo.ground.database.CannotStart;
import jp.torokubo.ground.database.engine.EmbeddedPostgres;
import jp.torokubo.ground.database.engine.EngineBinaries;
import jp.torokubo.ground.database.engine.FolderLock;

/** The PostgreSQL the program works on: its own, or one that others run. */
public interface Engine extends AutoCloseable {

    /** Name of the database inside the embedded engine. */
    String DATABASE = "torokubo";

    Place place();

    @Override
    void close();

    /** One that others run and that is not ours to end. */
    static Engine at(Place place) {
        return new Engine() {
            @Override
            public Place place() {
                return place;
            }

            @Override
            public void close() {}
        };
    }

    /** @throws CannotStart when another program works in the folder */
    static Engine embeddedIn(DataFolder folder) {
        var lock = FolderLock.take(folder.root());
        try {
            var home = EngineBinaries.unpackedIn(folder.root().resolve("engine"));
            var postgres = EmbeddedPostgres.start(folder.root(), home, List.of());
            try {
                createDatabase(postgres);
                return new Embedded(postgres, lock);
            } catch (SQLException | RuntimeException failed) {
                postgres.close();
                throw new IllegalStateException("the database could not be made", failed);
            }
        } catch (RuntimeException failed) {
            lock.close();
            throw failed;
        }
    }

    private static void createDatabase(EmbeddedPostgres postgres) throws SQLException {
        try (var owner = DriverManager.getConnection(postgres.url("postgres"), EmbeddedPostgres.OWNER, postgres.password());
                var statement = owner.createStatement()) {
            try (var found = statement.executeQuery("select 1 from pg_database where datname = '%s'".formatted(DATABASE))) {
                if (found.next()) {
                    return;
                }
            }
            statement.execute("create database " + DATABASE);
        }
    }

    /** @param lock held until the engine has ended */
    record Embedded(EmbeddedPostgres postgres, FolderLock lock) implements Engine {

        @Override
        public Place place() {
            return new Place(postgres.url(DATABASE), EmbeddedPostgres.OWNER, postgres.password());
        }

        @Override
        public void close() {
            postgres.close();
            lock.close();
        }
    }
}
