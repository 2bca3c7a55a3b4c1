// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.ledger;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The one way in which an entry is written down: JSON as RFC 8785 has it.
 *
 * <p>Two writers of the same entry arrive at the same bytes, and a reader in twenty years can too. So that this is easy to get
 * right, less is allowed than JSON allows: strings, whole numbers that every JSON reader holds exactly (up to 2⁵³ − 1), true, false,
 * null, lists, and objects with string keys. No fractions; no control characters but line feed and tab; no half of a surrogate pair.
 * Strings are written as they come and never normalised, so NFC and NFD of a word are different entries.
 */
public final class CanonicalJson {

    private static final long LARGEST_EXACT = (1L << 53) - 1;

    private static final int DEEPEST = 64;

    private static final JsonMapper READER = JsonMapper.builder().enable(DeserializationFeature.USE_LONG_FOR_INTS).build();

    private CanonicalJson() {}

    /**
     * Writes a value.
     *
     * @throws IllegalArgumentException where it holds something that has no canonical form here; the message says where
     */
    public static String write(@Nullable Object value) {
        var json = new StringBuilder();
        write(value, json, "$", 0);
        return json.toString();
    }

    /**
     * Reads an object that {@link #write} has written; numbers come back as {@code Long}.
     *
     * @throws IllegalArgumentException where it is anything else
     */
    public static Map<String, @Nullable Object> read(String canonical) {
        var object = new LinkedHashMap<String, @Nullable Object>();
        READER.readerForMapOf(Object.class).<Map<String, Object>>readValue(canonical).forEach(object::put);
        if (!write(object).equals(canonical)) {
            throw new IllegalArgumentException("not in canonical form");
        }
        return object;
    }

    private static void write(@Nullable Object value, StringBuilder json, String place, int depth) {
        if (depth > DEEPEST) {
            throw new IllegalArgumentException("nested deeper than " + DEEPEST + " at " + place);
        }
        if (value == null || value instanceof Boolean) {
            json.append(value);
        } else if (value instanceof String text) {
            string(text, json, place);
        } else if (value instanceof Long || value instanceof Integer || value instanceof Short || value instanceof Byte) {
            integer(((Number) value).longValue(), json, place);
        } else if (value instanceof List<?> list) {
            list(list, json, place, depth);
        } else if (value instanceof Map<?, ?> map) {
            object(map, json, place, depth);
        } else {
            throw new IllegalArgumentException("no canonical form for a " + value.getClass().getSimpleName() + " at " + place);
        }
    }

    private static void integer(long number, StringBuilder json, String place) {
        if (number > LARGEST_EXACT || number < -LARGEST_EXACT) {
            throw new IllegalArgumentException("a number that not every reader holds exactly at " + place + ": " + number);
        }
        json.append(number);
    }

    private static void list(List<?> list, StringBuilder json, String place, int depth) {
        json.append('[');
        for (int i = 0; i < list.size(); i++) {
            json.append(i == 0 ? "" : ",");
            write(list.get(i), json, place + "[" + i + "]", depth + 1);
        }
        json.append(']');
    }

    private static void object(Map<?, ?> map, StringBuilder json, String place, int depth) {
        // RFC 8785 orders keys by their UTF-16 code units, which is how strings compare here
        var members = new TreeMap<String, @Nullable Object>();
        map.forEach((key, value) -> {
            if (!(key instanceof String name)) {
                throw new IllegalArgumentException("a key that is no string at " + place + ": " + key);
            }
            members.put(name, value);
        });
        json.append('{');
        members.forEach((name, value) -> {
            json.append(json.charAt(json.length() - 1) == '{' ? "" : ",");
            string(name, json, place);
            json.append(':');
            write(value, json, place + "." + name, depth + 1);
        });
        json.append('}');
    }

    private static void string(String text, StringBuilder json, String place) {
        json.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c == '\n') {
                json.append("\\n");
            } else if (c == '\t') {
                json.append("\\t");
            } else if (Character.isISOControl(c)) {
                throw new IllegalArgumentException("control character U+%04X at %s".formatted((int) c, place));
            } else if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                json.append(c).append(text.charAt(++i));
            } else if (Character.isSurrogate(c)) {
                throw new IllegalArgumentException("half of a surrogate pair at " + place);
            } else {
                json.append(c);
            }
        }
        json.append('"');
    }
}
