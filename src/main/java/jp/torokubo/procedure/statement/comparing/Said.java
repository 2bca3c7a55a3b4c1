// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.comparing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import jp.torokubo.procedure.statement.Wording;
import jp.torokubo.procedure.statement.comparing.FieldDifference.Kind;
import org.jspecify.annotations.Nullable;

/** What is said in a part, or of one entry of a list, field by field. */
final class Said {

    private record Value(Kind kind, String text) {}

    private final Map<String, Value> values = new LinkedHashMap<>();

    Said text(String field, Wording wording) {
        put(field, Kind.JAPANESE, wording.ja());
        put(field + ".en", Kind.ENGLISH, wording.en());
        return this;
    }

    Said plain(String field, @Nullable String text) {
        put(field, Kind.PLAIN, text == null ? "" : text);
        return this;
    }

    Said day(String field, @Nullable LocalDate day) {
        return plain(field, day == null ? null : day.toString());
    }

    Said names(String field, Collection<String> names) {
        return plain(field, String.join(", ", names));
    }

    /** @param keys of words */
    Said words(String field, Collection<String> keys) {
        put(field, Kind.WORDS, String.join(" ", keys));
        return this;
    }

    /** Whether something is so; false is not the same as nothing said only where {@code yes} is null. */
    Said yes(String field, @Nullable Boolean yes) {
        return words(field, yes == null ? List.of() : List.of("statement.comparing." + (yes ? "yes" : "no")));
    }

    private void put(String field, Kind kind, String text) {
        values.put(field, new Value(kind, text));
    }

    static List<FieldDifference> between(Said before, Said after) {
        var fields = new LinkedHashMap<>(after.values);
        before.values.forEach(fields::putIfAbsent);
        var different = new ArrayList<FieldDifference>();
        fields.forEach((field, value) -> {
            var was = before.text(field);
            var is = after.text(field);
            if (!Objects.equals(was, is)) {
                different.add(new FieldDifference(field, value.kind(), was, is));
            }
        });
        return different;
    }

    private @Nullable String text(String field) {
        var value = values.get(field);
        return value == null || value.text().isEmpty() ? null : value.text();
    }
}
