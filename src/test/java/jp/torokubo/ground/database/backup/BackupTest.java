// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.database.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import jp.torokubo.FreshDatabase;
import jp.torokubo.TestDatabase;
import jp.torokubo.TorokuboTest;
import jp.torokubo.ground.database.DataFolder;
import jp.torokubo.ground.database.CannotStart;
import jp.torokubo.ground.database.preparation.Place;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A backup of whatever the modules keep, restored beside it. */
@TorokuboTest
@FreshDatabase
class BackupTest {

    @TempDir
    Path folder;

    private DataFolder here;
    private DataFolder there;

    @BeforeEach
    void somethingToSave() throws Exception {
        here = new DataFolder(folder.resolve("here"));
        there = new DataFolder(folder.resolve("there"));
        Files.createDirectories(here.files().resolve("ab"));
        Files.writeString(here.files().resolve("ab/cdef"), "言明書");
        run(TestDatabase.place(), """
                insert into commands.answer values
                    ('01930000-0000-7000-8000-00000000000b', 'h2', '{"name":"富士通, \\"雲\\"\\n第二行"}', '2026-11-21T03:00:00.123456Z'),
                    ('01930000-0000-7000-8000-00000000000a', 'h1', null, '2021-03-12T00:00:00+09'),
                    ('01930000-0000-7000-8000-00000000000c', '', '', '2021-03-12T00:00:00+09')""");
    }

    @Test
    void whatIsRestoredIsWhatWasSaved() throws Exception {
        var saved = folder.resolve("saved");
        var again = folder.resolve("again");
        new Backup(TestDatabase.place(), here).writeTo(saved);
        var target = TestDatabase.another("torokubo_restored");

        new Restore(target, there).readFrom(saved);
        new Backup(target, there).writeTo(again);

        var first = Manifest.readFrom(saved);
        var second = Manifest.readFrom(again);
        assertThat(second.tables()).isEqualTo(first.tables());
        assertThat(second.files()).isEqualTo(first.files());
        assertThat(second.schemas()).isEqualTo(first.schemas());
        assertThat(first.tables()).anySatisfy(rows -> {
            assertThat(rows.file()).isEqualTo("tables/commands.answer.csv");
            assertThat(rows.rows()).isEqualTo(3);
        });
        assertThat(there.files().resolve("ab/cdef")).hasContent("言明書");
    }

    @Test
    void aDatabaseThatHoldsSomethingIsNotRestoredInto() throws Exception {
        var saved = folder.resolve("saved");
        new Backup(TestDatabase.place(), here).writeTo(saved);

        assertThatThrownBy(() -> new Restore(TestDatabase.place(), there).readFrom(saved))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("is not empty");
    }

    @Test
    void aChangedByteIsFoundAndNothingIsRestored() throws Exception {
        var saved = folder.resolve("saved");
        new Backup(TestDatabase.place(), here).writeTo(saved);
        var rows = saved.resolve("tables/commands.answer.csv");
        Files.writeString(rows, Files.readString(rows).replace("富士通", "富士山"));
        var target = TestDatabase.another("torokubo_restored");

        assertThatThrownBy(() -> new Restore(target, there).readFrom(saved))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("commands.answer.csv");
        assertThat(BackupCheck.faults(saved)).hasSize(1);
        assertThat(schemas(target)).isEmpty();
    }

    @Test
    void aBackupOfALaterReleaseIsRefused() throws Exception {
        var saved = folder.resolve("saved");
        new Backup(TestDatabase.place(), here).writeTo(saved);
        var manifest = saved.resolve(Manifest.NAME);
        Files.writeString(
                manifest, Files.readString(manifest).replaceFirst("\"commands\" : \"\\d+\"", "\"commands\" : \"209901010000\""));

        assertThatThrownBy(() -> new Restore(TestDatabase.another("torokubo_restored"), there).readFrom(saved))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("later release");
    }

    @Test
    void rowsThatTheTargetReadsDifferentlyUndoTheRestore() throws Exception {
        var saved = folder.resolve("saved");
        new Backup(TestDatabase.place(), here).writeTo(saved);
        // the file and the manifest agree, yet the rows do not stand in the file as this program would write them
        var rows = saved.resolve("tables/commands.answer.csv");
        var before = Hashing.of(rows);
        Files.writeString(rows, Files.readString(rows).replace("2021-03-11 15:00:00+00", "2021-03-12 00:00:00+09"));
        var manifest = saved.resolve(Manifest.NAME);
        Files.writeString(manifest, Files.readString(manifest).replace(before, Hashing.of(rows)));
        var target = TestDatabase.another("torokubo_restored");

        assertThatThrownBy(() -> new Restore(target, there).readFrom(saved))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("are not what was saved");
        assertThat(schemas(target)).isEmpty();
        assertThat(there.files()).doesNotExist();
    }

    private static List<String> schemas(Place place) throws Exception {
        try (var owner = place.connectAsOwner()) {
            return new Catalog(owner, List.of("commands", "database")).present();
        }
    }

    private static void run(Place place, String sql) throws Exception {
        try (var owner = place.connectAsOwner();
                var statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }
}
