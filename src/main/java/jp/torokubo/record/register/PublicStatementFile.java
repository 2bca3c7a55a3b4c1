// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.register;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.torokubo.record.ledger.CanonicalJson;
import jp.torokubo.record.register.PublicStatement.Row;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The public part of a frozen statement as a file of JSON, as its provider hands it on and as anybody may fetch it; the same object stands
 * in the log. Read strictly: what is not exactly of this form is refused, and nothing is guessed.
 */
public final class PublicStatementFile {

    public static final int SCHEMA = 1;
    public static final int LARGEST = 4 * 1024 * 1024;

    private static final Set<String> MEMBERS = Set.of("version", "edition", "agencies", "restricted", "schema", "rows");
    private static final Set<String> ROW = Set.of("key", "salt", "value");

    private static final JsonMapper READER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_LONG_FOR_INTS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private PublicStatementFile() {}

    /** What came of reading. */
    public sealed interface Reading {

        /** Everything holds: the form, each row, and the hash over all of them. */
        record Read(PublicStatement statement, PublicContent content) implements Reading {}

        record Refused(PublicStatementRefusal why) implements Reading {}
    }

    /** Reads a file a stranger may have written. */
    public static Reading read(byte[] file) {
        try {
            if (file.length > LARGEST) {
                throw new PublicStatementRefusal.Refusing(new PublicStatementRefusal.TooLarge(file.length));
            }
            var statement = of(object(file));
            var content = PublicContent.of(statement);
            if (!StatementHashes.holds(statement)) {
                throw new PublicStatementRefusal.Refusing(new PublicStatementRefusal.WrongHash());
            }
            return new Reading.Read(statement, content);
        } catch (PublicStatementRefusal.Refusing refusing) {
            return new Reading.Refused(refusing.why());
        }
    }

    /** The file, as it may be handed on: to read it gives the statement again. */
    public static byte[] write(PublicStatement statement) {
        return CanonicalJson.write(object(statement)).getBytes(StandardCharsets.UTF_8);
    }

    /** As it stands in the file and in the log. */
    public static Map<String, ?> object(PublicStatement statement) {
        var object = new LinkedHashMap<String, Object>();
        object.put("version", statement.version());
        object.put("edition", statement.edition());
        object.put("agencies", statement.agencies());
        object.put("restricted", statement.restricted());
        object.put("schema", (long) SCHEMA);
        object.put("rows", statement.rows().stream()
                .map(row -> Map.of("key", row.key(), "salt", row.salt(), "value", row.value()))
                .toList());
        return object;
    }

    /**
     * The frame and its rows; what the rows say is looked at by {@link PublicContent#of}, and the hash by {@link StatementHashes#holds}.
     *
     * @throws IllegalArgumentException where it is not of this form; it is a {@link PublicStatementRefusal.Refusing}
     */
    public static PublicStatement of(Map<String, ?> object) {
        if (!object.keySet().equals(MEMBERS) || !Long.valueOf(SCHEMA).equals(object.get("schema"))
                || !(object.get("rows") instanceof List<?> rows)) {
            throw new PublicStatementRefusal.Refusing(new PublicStatementRefusal.NotAStatement());
        }
        return new PublicStatement(
                hash(object.get("version")), text(object.get("edition"), "[0-9]{4}-[0-9]{2}"), hash(object.get("agencies")),
                hash(object.get("restricted")), rows.stream().map(PublicStatementFile::row).toList());
    }

    private static Row row(@Nullable Object given) {
        if (!(given instanceof Map<?, ?> row) || !row.keySet().equals(ROW)) {
            throw new PublicStatementRefusal.Refusing(new PublicStatementRefusal.NotAStatement());
        }
        var key = text(row.get("key"), "[a-z-]{1,40}(/[0-9A-Z.]{1,20})?");
        if (!(row.get("salt") instanceof String salt) || !salt.matches("[0-9a-f]{32}") || !(row.get("value") instanceof String value)) {
            throw new PublicStatementRefusal.Refusing(new PublicStatementRefusal.RowMalformed(key));
        }
        return new Row(key, salt, value);
    }

    private static String hash(@Nullable Object given) {
        return text(given, "[0-9a-f]{64}");
    }

    private static String text(@Nullable Object given, String form) {
        if (given instanceof String text && text.matches(form)) {
            return text;
        }
        throw new PublicStatementRefusal.Refusing(new PublicStatementRefusal.NotAStatement());
    }

    private static Map<String, ?> object(byte[] file) {
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString();
            var read = READER.readValue(text.startsWith("\uFEFF") ? text.substring(1) : text, Object.class);
            if (read instanceof Map<?, ?> map) {
                var object = new LinkedHashMap<String, @Nullable Object>();
                map.forEach((name, value) -> object.put(String.valueOf(name), value));
                return object;
            }
            throw new PublicStatementRefusal.Refusing(new PublicStatementRefusal.NotAStatement());
        } catch (CharacterCodingException | JacksonException notJson) {
            throw new PublicStatementRefusal.Refusing(new PublicStatementRefusal.NotJson());
        }
    }
}
