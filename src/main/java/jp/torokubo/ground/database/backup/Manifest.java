// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.database.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import jp.torokubo.ground.database.CannotStart;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a backup holds, with the hash of each part: {@code manifest.json}.
 *
 * @param format {@link #FORMAT}; another word for another shape
 * @param madeAt the database's own instant of the snapshot, ISO 8601
 * @param engine version of the PostgreSQL it was read from
 * @param schemas module, and the version of the newest migration its tables had
 * @param files everything that lay in the folder of stored files
 */
record Manifest(
        String format,
        String madeAt,
        String engine,
        Map<String, String> schemas,
        List<Rows> tables,
        List<Counter> counters,
        List<Stored> files) {

    static final String FORMAT = "torokubo-backup/1";
    static final String NAME = "manifest.json";

    private static final JsonMapper json =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /**
     * The rows of one table, in {@code tables/<schema>.<name>.csv}.
     *
     * @param columns in the order of the file
     * @param sha256 of that file, in hexadecimal
     */
    record Rows(String schema, String name, List<String> columns, long rows, String sha256) {

        String file() {
            return "tables/%s.%s.csv".formatted(schema, name);
        }
    }

    /** Where a sequence stood. @param called whether {@code last} has been given out */
    record Counter(String schema, String name, long last, boolean called) {}

    /** @param path below {@code files/}, with slashes */
    record Stored(String path, long bytes, String sha256) {

        String file() {
            return "files/" + path;
        }
    }

    void writeTo(Path folder) throws IOException {
        Files.writeString(folder.resolve(NAME), json.writeValueAsString(this) + "\n");
    }

    /** @throws CannotStart when the folder holds no backup that this program understands */
    static Manifest readFrom(Path folder) {
        try {
            var manifest = json.readValue(Files.readString(folder.resolve(NAME)), Manifest.class);
            if (FORMAT.equals(manifest.format())) {
                return manifest;
            }
        } catch (IOException | JacksonException notOurs) {
            // said below
        }
        throw new CannotStart(
                "%s に、読み取れるバックアップ(%s)がありません。".formatted(folder, FORMAT),
                "%s holds no backup that can be read (%s).".formatted(folder, FORMAT));
    }
}
