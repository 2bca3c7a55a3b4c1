// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.database.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import jp.torokubo.ground.database.DataFolder;
import jp.torokubo.ground.database.CannotStart;
import jp.torokubo.ground.database.engine.EmbeddedPostgres;
import jp.torokubo.ground.database.engine.FolderLock;
import jp.torokubo.ground.database.engine.Folders;
import jp.torokubo.ground.database.preparation.Engine;
import jp.torokubo.ground.database.preparation.Logins;
import jp.torokubo.ground.database.preparation.Place;
import org.springframework.core.env.Environment;

/** Where a command finds the database: at the address given, in the program that runs, or in the folder, where it starts the engine. */
final class Whereabouts implements AutoCloseable {

    private final DataFolder folder;
    private final Engine engine;
    private final boolean told;
    private final boolean ours;
    private boolean kept = true;

    private Whereabouts(DataFolder folder, Engine engine, boolean told, boolean ours) {
        this.folder = folder;
        this.engine = engine;
        this.told = told;
        this.ours = ours;
    }

    /** A database that is there, whether its program runs now or not. */
    static Whereabouts ofExisting(Environment settings) {
        var folder = folder(settings);
        if (isExternal(settings)) {
            return new Whereabouts(folder, Engine.at(external(settings)), true, false);
        }
        if (!Files.isDirectory(folder.root().resolve("postgres"))) {
            throw new CannotStart(
                    "%s に登録簿のデータがありません。--torokubo.data-dir を確認してください。".formatted(folder.root()),
                    "%s holds no data of a register. Check --torokubo.data-dir.".formatted(folder.root()));
        }
        if (FolderLock.isTaken(folder.root())) {
            return new Whereabouts(folder, Engine.at(running(folder)), false, false);
        }
        return new Whereabouts(folder, Engine.embeddedIn(folder), false, true);
    }

    /** A database without rows: an external one (which is looked into later), or a new one in the folder. */
    static Whereabouts ofEmpty(Environment settings) {
        var folder = folder(settings);
        if (isExternal(settings)) {
            return new Whereabouts(folder, Engine.at(external(settings)), true, false);
        }
        if (Files.exists(folder.root().resolve("postgres"))) {
            throw new CannotStart(
                    "復元先のフォルダー %s には既にデータがあります。まだないフォルダーを --torokubo.data-dir で指定してください。".formatted(folder.root()),
                    "The folder %s holds data already. Name one that is not there yet with --torokubo.data-dir.".formatted(folder.root()));
        }
        var where = new Whereabouts(folder, Engine.embeddedIn(folder), false, true);
        where.kept = false;
        return where;
    }

    Place place() {
        return engine.place();
    }

    DataFolder folder() {
        return folder;
    }

    void ensureLogins(Environment settings) throws SQLException {
        Logins.of(place(), settings.getProperty("torokubo.app-password"), settings.getProperty("torokubo.public-password"))
                .ensure(place());
    }

    /** What was made here stays; without this a new engine's rows are removed again. */
    void keep() {
        kept = true;
    }

    /** What a program must be told, beside what this command was told, to work on the same database. */
    List<String> asArguments() {
        if (told) {
            return List.of();
        }
        return List.of(
                "--spring.datasource.url=" + place().url(),
                "--spring.datasource.username=" + place().owner(),
                "--spring.datasource.password=" + place().ownerPassword());
    }

    @Override
    public void close() {
        engine.close();
        if (ours && !kept) {
            Folders.remove(folder.root().resolve("postgres"));
            Folders.remove(folder.files());
        }
    }

    private static DataFolder folder(Environment settings) {
        return new DataFolder(Path.of(settings.getProperty("torokubo.data-dir", "./data")));
    }

    private static boolean isExternal(Environment settings) {
        return settings.containsProperty("spring.datasource.url");
    }

    private static Place external(Environment settings) {
        return new Place(
                settings.getRequiredProperty("spring.datasource.url"),
                settings.getRequiredProperty("spring.datasource.username"),
                settings.getProperty("spring.datasource.password", ""));
    }

    private static Place running(DataFolder folder) {
        try {
            var port = Integer.parseInt(Files.readString(folder.root().resolve("port")).trim());
            var password = Files.readString(folder.root().resolve("owner-password")).trim();
            return new Place(EmbeddedPostgres.url(port, Engine.DATABASE), EmbeddedPostgres.OWNER, password);
        } catch (IOException notYet) {
            throw new UncheckedIOException("the program in " + folder.root() + " is only just starting; try again", notYet);
        }
    }
}
