// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.ledger;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What stands around the body of an entry and is hashed with it: which log, which place in it, when, what kind, which shape.
 *
 * <p>Its members sort behind {@code body}, so the end of an entry's bytes follows from its columns. Fixed for ever (ADR 0003).
 */
public record Envelope(LogName log, long index, Instant recordedAt, String type, int schema) {

    private static final Pattern TYPE = Pattern.compile("[a-z][a-z0-9-]{0,63}");

    private static final DateTimeFormatter SIX_DIGITS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    public Envelope {
        if (index < 0) {
            throw new IllegalArgumentException("indexes begin at 0: " + index);
        }
        if (recordedAt.getNano() % 1000 != 0) {
            throw new IllegalArgumentException("finer than a microsecond: " + recordedAt);
        }
        if (!TYPE.matcher(type).matches()) {
            throw new IllegalArgumentException("not a type of entry: " + type);
        }
        if (schema < 1) {
            throw new IllegalArgumentException("schemas count from 1: " + schema);
        }
    }

    /** The canonical bytes of an entry with this body. */
    public String around(Map<String, ?> body) {
        return CanonicalJson.write(Map.of(
                "body", body,
                "index", index,
                "log", log.value(),
                "recorded_at", written(recordedAt),
                "schema", schema,
                "type", type));
    }

    /** Whether these canonical bytes say the same of themselves. */
    public boolean isOn(String canonical) {
        var end = ",\"index\":" + index + ",\"log\":\"" + log.value() + "\",\"recorded_at\":\"" + written(recordedAt)
                + "\",\"schema\":" + schema + ",\"type\":\"" + type + "\"}";
        return canonical.startsWith("{\"body\":{") && canonical.endsWith(end);
    }

    /** An instant as entries carry it: UTC, six digits of a second. */
    public static String written(Instant instant) {
        return SIX_DIGITS.format(instant);
    }
}
