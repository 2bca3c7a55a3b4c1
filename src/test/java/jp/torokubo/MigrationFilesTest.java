// SPDX-License-Identifier: Apache-2.0
package jp.torokubo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the text of migrations and stores keeps to, so that the tables can move to another engine and another size. */
class MigrationFilesTest {

    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");
    private static final Path SOURCES = Path.of("src/main/java");

    private static final Pattern NAME = Pattern.compile("V\\d{12}__([a-z]+)_[a-z0-9_]+\\.sql");
    private static final Pattern REFERENCE = Pattern.compile("(?i)references\\s+([a-z_]+)\\.");

    /** What another engine lacks, or what grows slower with every page turned. */
    private static final Pattern UNWANTED = Pattern.compile(
            "(?i)\\boffset\\s+[:?$\\d]|pg_(try_)?advisory|\\blisten\\s+[a-z_]+;|\\bpg_notify\\b|\\bnextval\\b|\\buuidv7\\b|without overlaps");

    @Test
    void aMigrationIsNamedAfterItsMinuteItsModuleAndWhatItDoes() {
        assertThat(files(MIGRATIONS, ".sql")).allSatisfy(file -> {
            var name = NAME.matcher(file.getFileName().toString());
            assertThat(name.matches()).as(file.toString()).isTrue();
            assertThat(name.group(1)).isEqualTo(file.getParent().getFileName().toString());
        });
    }

    @Test
    void noForeignKeyLeadsIntoAnotherModule() {
        assertThat(files(MIGRATIONS, ".sql")).allSatisfy(file -> assertThat(foreign(module(file), text(file))).as(file.toString()).isEmpty());
        assertThat(foreign("register", "references ledger.entry (id)")).containsExactly("ledger");
    }

    @Test
    void nothingIsAskedThatAnotherEngineLacksOrThatSlowsDownPageByPage() {
        var asking = Stream.concat(
                files(MIGRATIONS, ".sql").stream(),
                files(SOURCES, ".java").stream().filter(file -> file.toString().contains("/store/")));

        assertThat(asking).allSatisfy(file -> assertThat(UNWANTED.matcher(text(file)).find()).as(file.toString()).isFalse());
        assertThat(Stream.of("limit 10 offset :skip", "select pg_advisory_lock(1)", "LISTEN events;"))
                .allMatch(sql -> UNWANTED.matcher(sql).find());
    }

    private static String module(Path migration) {
        return migration.getParent().getFileName().toString();
    }

    private static List<String> foreign(String module, String sql) {
        var found = new ArrayList<String>();
        var references = REFERENCE.matcher(sql);
        while (references.find()) {
            if (!references.group(1).equals(module)) {
                found.add(references.group(1));
            }
        }
        return found;
    }

    private static List<Path> files(Path folder, String ending) {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).toList();
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }
}
