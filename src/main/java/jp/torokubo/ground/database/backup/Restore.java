// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.database.backup;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import jp.torokubo.ground.database.DataFolder;
import jp.torokubo.ground.database.CannotStart;
import jp.torokubo.ground.database.engine.Folders;
import jp.torokubo.ground.database.preparation.Migrations;
import jp.torokubo.ground.database.preparation.Place;

/**
 * Loads a backup into an empty database, and proves before it says so that the rows are the same.
 *
 * <p>The tables are made as they were when the backup was written, filled, read again and compared with the manifest, and only then
 * brought to today's shape. All rows are loaded in one transaction of the owner, in which the tables' own triggers rest: what guards the
 * append-only tables against the program is not in the way of a table being filled for the first time. No superuser is needed.
 */
public final class Restore {

    private final Place place;
    private final DataFolder folder;

    public Restore(Place place, DataFolder folder) {
        this.place = place;
        this.folder = folder;
    }

    /** Throws {@link CannotStart} when the backup is not whole, or was written by a later release. Touches nothing. */
    public static void mustBeWhole(Path from) {
        var manifest = Manifest.readFrom(from);
        var faults = BackupCheck.faults(from);
        if (!faults.isEmpty()) {
            throw new CannotStart(
                    "バックアップ %s は壊れています:%s".formatted(from, String.join("; ", faults)),
                    "The backup %s is damaged: %s".formatted(from, String.join("; ", faults)));
        }
        var known = Migrations.versions();
        var later = manifest.schemas().entrySet().stream()
                .filter(schema -> known.getOrDefault(schema.getKey(), "").compareTo(schema.getValue()) < 0)
                .map(schema -> schema.getKey() + " " + schema.getValue())
                .collect(Collectors.joining(", "));
        if (!later.isEmpty()) {
            throw new CannotStart(
                    "このバックアップは、より新しい版のプログラムで作成されています(%s)。その版で restore してください。".formatted(later),
                    "This backup was written by a later release of the program (%s). Restore it with that release.".formatted(later));
        }
    }

    /** @throws CannotStart when the target is not empty, or what was loaded is not what was saved; then the target is left empty */
    public void readFrom(Path from) throws IOException, SQLException {
        mustBeWhole(from);
        mustBeEmpty();
        var manifest = Manifest.readFrom(from);
        try {
            Migrations.runUpTo(place, manifest.schemas());
            load(manifest, from);
            Migrations.run(place);
            putFilesBack(manifest, from);
        } catch (IOException | SQLException | RuntimeException failed) {
            empty();
            throw failed;
        }
    }

    private void mustBeEmpty() throws IOException, SQLException {
        try (var connection = place.connectAsOwner()) {
            var present = new Catalog(connection, Migrations.modules()).present();
            if (!present.isEmpty()) {
                throw new CannotStart(
                        "復元先のデータベースは空ではありません(%s)。空のデータベースを指定してください。".formatted(String.join(", ", present)),
                        "The database to restore into is not empty (%s). Name an empty one.".formatted(String.join(", ", present)));
            }
        }
        if (Files.exists(folder.files()) && !Folders.isEmpty(folder.files())) {
            throw new CannotStart(
                    "復元先のフォルダー %s は空ではありません。".formatted(folder.files()), "The folder %s is not empty.".formatted(folder.files()));
        }
    }

    private void load(Manifest manifest, Path from) throws IOException, SQLException {
        try (var connection = place.connectAsOwner()) {
            Snapshot.sayValuesPlainly(connection);
            connection.setAutoCommit(false);
            var tables = new Catalog(connection, List.copyOf(manifest.schemas().keySet())).tables();
            execute(connection, "set constraints all deferred");
            triggers(connection, tables, "disable");
            // rows cannot be copied into a table that holds its owner to its policies
            var walled = walled(connection, tables);
            force(connection, walled, "no force");
            // what a migration put in by itself comes from the backup like everything else
            execute(connection, "truncate " + tables.stream().map(TableRows::path).collect(Collectors.joining(", ")));
            for (var table : tables) {
                load(connection, table, of(manifest, table), from);
            }
            for (var counter : manifest.counters()) {
                set(connection, counter);
            }
            execute(connection, "set constraints all immediate");
            force(connection, walled, "force");
            triggers(connection, tables, "enable");
            connection.commit();
        }
    }

    private static void load(Connection connection, TableRows table, Manifest.Rows saved, Path from) throws IOException, SQLException {
        try (var in = new BufferedInputStream(Files.newInputStream(from.resolve(saved.file())), 1 << 16)) {
            new TableRows(table.schema(), table.name(), saved.columns(), table.order()).copyIn(connection, in);
        }
        try (var again = new Hashing(OutputStream.nullOutputStream())) {
            table.copyOut(connection, again);
            if (!again.sha256().equals(saved.sha256())) {
                throw new CannotStart(
                        "表 %s の内容が、保存時と一致しません。復元を中止しました。".formatted(table.path()),
                        "The rows of %s are not what was saved. Nothing was restored.".formatted(table.path()));
            }
        }
    }

    private static Manifest.Rows of(Manifest manifest, TableRows table) {
        return manifest.tables().stream()
                .filter(rows -> rows.schema().equals(table.schema()) && rows.name().equals(table.name()))
                .findAny()
                .orElseThrow(() -> new CannotStart(
                        "バックアップに表 %s がありません。".formatted(table.path()), "The backup lacks the table %s.".formatted(table.path())));
    }

    private static void triggers(Connection connection, List<TableRows> tables, String how) throws SQLException {
        for (var table : tables) {
            execute(connection, "alter table %s %s trigger user".formatted(table.path(), how));
        }
    }

    private static List<TableRows> walled(Connection connection, List<TableRows> tables) throws SQLException {
        var walled = new ArrayList<TableRows>();
        try (var asked = connection.prepareStatement("select relforcerowsecurity from pg_class where oid = ?::regclass")) {
            for (var table : tables) {
                asked.setString(1, table.path());
                try (var found = asked.executeQuery()) {
                    if (found.next() && found.getBoolean(1)) {
                        walled.add(table);
                    }
                }
            }
        }
        return walled;
    }

    private static void force(Connection connection, List<TableRows> tables, String how) throws SQLException {
        for (var table : tables) {
            execute(connection, "alter table %s %s row level security".formatted(table.path(), how));
        }
    }

    private static void set(Connection connection, Manifest.Counter counter) throws SQLException {
        try (var asked = connection.prepareStatement("select setval(?::regclass, ?, ?)")) {
            asked.setString(1, TableRows.quoted(counter.schema()) + "." + TableRows.quoted(counter.name()));
            asked.setLong(2, counter.last());
            asked.setBoolean(3, counter.called());
            asked.execute();
        }
    }

    private void putFilesBack(Manifest manifest, Path from) throws IOException {
        for (var stored : manifest.files()) {
            var target = folder.files().resolve(stored.path()).normalize();
            if (!target.startsWith(folder.files())) {
                throw new IOException("a path of the manifest leads out of the folder: " + stored.path());
            }
            Files.createDirectories(target.getParent());
            Files.copy(from.resolve(stored.file()), target);
        }
    }

    private void empty() throws SQLException {
        try (var connection = place.connectAsOwner()) {
            for (var schema : new Catalog(connection, Migrations.modules()).present()) {
                execute(connection, "drop schema %s cascade".formatted(TableRows.quoted(schema)));
            }
        }
        Folders.remove(folder.files());
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
