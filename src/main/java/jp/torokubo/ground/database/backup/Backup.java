// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.database.backup;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import jp.torokubo.ground.database.DataFolder;
import jp.torokubo.ground.database.CannotStart;
import jp.torokubo.ground.database.engine.Folders;
import jp.torokubo.ground.database.preparation.Migrations;
import jp.torokubo.ground.database.preparation.Place;

/**
 * Writes everything into a folder, as it stood at one moment, while the program goes on serving.
 *
 * <p>The rows come from one snapshot of the database. Stored files are copied after it was taken: they are written before the rows that
 * name them and never changed, so each file a row names is there.
 */
public final class Backup {

    private final Place place;
    private final DataFolder folder;

    public Backup(Place place, DataFolder folder) {
        this.place = place;
        this.folder = folder;
    }

    /**
     * @param to a folder that is not there yet, or is empty; until everything is written it is named {@code ….half}
     * @return SHA-256 of the manifest, which stands for the whole
     */
    public String writeTo(Path to) throws IOException, SQLException {
        if (Files.exists(to) && !Folders.isEmpty(to)) {
            throw new CannotStart(
                    "書き出し先 %s は空ではありません。まだないフォルダーを --to で指定してください。".formatted(to),
                    "%s is not empty. Name a folder that is not there yet with --to.".formatted(to));
        }
        var half = to.toAbsolutePath().resolveSibling(to.getFileName() + ".half");
        Folders.remove(half);
        Files.createDirectories(half.resolve("tables"));
        Files.createDirectories(half.resolve("files"));
        written(half).writeTo(half);
        Files.deleteIfExists(to);
        rename(half, to);
        return Hashing.of(to.resolve(Manifest.NAME));
    }

    private Manifest written(Path half) throws IOException, SQLException {
        try (var connection = place.connectAsOwner()) {
            Snapshot.begin(connection);
            var catalog = new Catalog(connection, Migrations.modules());
            var madeAt = Snapshot.instant(connection);
            var versions = catalog.versions();
            var tables = new ArrayList<Manifest.Rows>();
            for (var table : catalog.tables()) {
                tables.add(written(connection, table, half));
            }
            var counters = catalog.counters();
            connection.rollback();
            return new Manifest(
                    Manifest.FORMAT,
                    madeAt,
                    connection.getMetaData().getDatabaseProductVersion(),
                    versions,
                    tables,
                    counters,
                    storedFiles(half));
        }
    }

    private static Manifest.Rows written(Connection connection, TableRows table, Path half) throws IOException, SQLException {
        var row = new Manifest.Rows(table.schema(), table.name(), table.columns(), 0, "");
        try (var out = new Hashing(new BufferedOutputStream(Files.newOutputStream(half.resolve(row.file())), 1 << 16))) {
            var rows = table.copyOut(connection, out);
            return new Manifest.Rows(table.schema(), table.name(), table.columns(), rows, out.sha256());
        }
    }

    private List<Manifest.Stored> storedFiles(Path half) throws IOException {
        var stored = new ArrayList<Manifest.Stored>();
        var from = folder.files();
        if (!Files.isDirectory(from)) {
            return stored;
        }
        List<Path> files;
        try (var walk = Files.walk(from)) {
            files = walk.filter(Files::isRegularFile).sorted().toList();
        }
        for (var file : files) {
            var path = from.relativize(file).toString();
            var target = half.resolve("files").resolve(path);
            Files.createDirectories(target.getParent());
            try (OutputStream plain = Files.newOutputStream(target);
                    var out = new Hashing(plain)) {
                var bytes = Files.copy(file, out);
                stored.add(new Manifest.Stored(path, bytes, out.sha256()));
            } catch (NoSuchFileException sweptAwayMeanwhile) {
                // no row of the snapshot can name it
                Files.delete(target);
            }
        }
        return stored;
    }

    private static void rename(Path half, Path to) throws IOException {
        try {
            Files.move(half, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException unusualFileSystem) {
            Files.move(half, to);
        }
    }
}
