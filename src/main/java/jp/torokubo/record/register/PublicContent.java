// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.register;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import jp.torokubo.ground.japanese.CleanText;
import jp.torokubo.record.ledger.CanonicalJson;
import jp.torokubo.record.register.PublicStatement.Base;
import jp.torokubo.record.register.PublicStatement.Event;
import jp.torokubo.record.register.PublicStatement.Objective;
import jp.torokubo.record.register.PublicStatement.Regions;
import jp.torokubo.record.register.PublicStatement.Row;
import jp.torokubo.record.register.PublicStatementRefusal.Refusing;
import jp.torokubo.record.register.PublicStatementRefusal.RowMalformed;
import jp.torokubo.record.register.PublicStatementRefusal.RowOutOfPlace;
import org.jspecify.annotations.Nullable;

/**
 * What the rows of a public statement say, and how it is said in rows.
 *
 * @param from first day of the audited period; null: not known
 * @param noEvents whether the provider says that there are no subsequent events; with no events and without this, nothing is said
 */
public record PublicContent(
        String nameJa, String nameEn, @Nullable LocalDate from, @Nullable LocalDate until, List<PublicStatement.Function> functions,
        List<Base> bases, List<Objective> objectives, boolean noEvents, List<Event> events) {

    public PublicContent {
        functions = List.copyOf(functions);
        bases = List.copyOf(bases);
        objectives = List.copyOf(objectives);
        events = List.copyOf(events);
    }

    /** @param standing inside, outside or unknown */
    public long functions(String standing) {
        return functions.stream().filter(function -> function.standing().equals(standing)).count();
    }

    /** The base service a function names by its key; null where it names none. */
    public @Nullable Base base(PublicStatement.Function function) {
        return bases.stream().filter(base -> base.key().equals(function.baseService())).findFirst().orElse(null);
    }

    /** @param choice adopted, left-out or open */
    public long objectives(String choice) {
        return objectives.stream().filter(objective -> objective.choice().equals(choice)).count();
    }

    /** In hashing order: key → value as canonical JSON. */
    public Map<String, String> values() {
        var values = new LinkedHashMap<String, String>();
        values.put("service-name", json("en", nameEn, "ja", nameJa));
        values.put("period", json("from", day(from), "until", day(until)));
        for (var function : functions) {
            values.put(numbered("function", values), json(
                    "name_ja", function.nameJa(), "name_en", function.nameEn(), "standing", function.standing(),
                    "regions", function.regions().stream().map(one -> Map.of("kind", one.kind(), "names", one.names())).toList(),
                    "base_service", function.baseService(), "note_ja", function.noteJa(), "note_en", function.noteEn()));
        }
        for (var base : bases) {
            values.put(numbered("base", values), json(
                    "key", base.key(), "name_ja", base.nameJa(), "name_en", base.nameEn(),
                    "registered", base.registered() == null ? null : base.registered().toString(), "version", base.version()));
        }
        objectives.forEach(objective -> values.put("objective/" + objective.control(), json("choice", objective.choice())));
        values.put("subsequent-events", json("none", noEvents, "events", events.stream()
                .map(event -> object("on", day(event.on()), "ja", event.ja(), "en", event.en()))
                .toList()));
        return values;
    }

    private static String numbered(String kind, Map<String, String> before) {
        return kind + "/%04d".formatted(before.keySet().stream().filter(key -> key.startsWith(kind + "/")).count() + 1);
    }

    private static String json(@Nullable Object... members) {
        return CanonicalJson.write(object(members));
    }

    private static Map<String, @Nullable Object> object(@Nullable Object... members) {
        var object = new LinkedHashMap<String, @Nullable Object>();
        for (int at = 0; at < members.length; at += 2) {
            object.put((String) Objects.requireNonNull(members[at]), members[at + 1]);
        }
        return object;
    }

    private static @Nullable String day(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }

    /**
     * Reads every row, strictly.
     *
     * @throws Refusing with the row that is not as it must be
     */
    public static PublicContent of(PublicStatement statement) {
        var rows = new Rows(statement.rows());
        var name = rows.one("service-name", Value::wording);
        var period = rows.one("period", value -> new Period(value.day("from"), value.day("until")));
        var functions = rows.numbered("function", PublicContent::function);
        var bases = rows.numbered("base", PublicContent::base);
        var objectives = rows.objectives();
        var events = rows.one("subsequent-events", value -> new Events(
                value.yesOrNo("none"), value.list("events", event -> new Event(event.day("on"), event.text("ja"), event.text("en")))));
        rows.end();
        return new PublicContent(
                name.ja(), name.en(), period.from(), period.until(), functions, bases, objectives, events.none(), events.events());
    }

    private record Wording(String ja, String en) {}

    private record Period(@Nullable LocalDate from, @Nullable LocalDate until) {}

    private record Events(boolean none, List<Event> events) {}

    private static PublicStatement.Function function(Value value) {
        return new PublicStatement.Function(
                value.text("name_ja"), value.text("name_en"), value.oneOf("standing", Set.of("inside", "outside", "unknown")),
                value.list("regions", region -> new Regions(
                        region.oneOf("kind", Set.of("storage", "processing", "backup", "logs", "support")), region.texts("names"))),
                value.textOrNull("base_service"), value.text("note_ja"), value.text("note_en"));
    }

    private static Base base(Value value) {
        var registered = value.textOrNull("registered");
        if (registered != null && !registered.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
            throw value.malformed();
        }
        return new Base(
                value.text("key"), value.text("name_ja"), value.text("name_en"), registered == null ? null : UUID.fromString(registered),
                value.textOrNull("version"));
    }

    /** The rows one after another, each in its place. */
    private static final class Rows {

        private final List<Row> rows;
        private int at;

        Rows(List<Row> rows) {
            this.rows = rows;
        }

        <T> T one(String key, Function<Value, T> reader) {
            if (at == rows.size() || !rows.get(at).key().equals(key)) {
                throw new Refusing(new RowOutOfPlace(key));
            }
            return Value.read(rows.get(at++), reader);
        }

        <T> List<T> numbered(String kind, Function<Value, T> reader) {
            var read = new ArrayList<T>();
            while (at < rows.size() && rows.get(at).key().startsWith(kind + "/")) {
                read.add(one(kind + "/%04d".formatted(read.size() + 1), reader));
            }
            return read;
        }

        List<Objective> objectives() {
            var read = new ArrayList<Objective>();
            var seen = new HashSet<String>();
            while (at < rows.size() && rows.get(at).key().startsWith("objective/")) {
                var row = rows.get(at);
                var number = row.key().substring("objective/".length());
                if (!number.matches("[0-9]{1,2}(\\.[0-9]{1,2}){1,3}(\\.[A-Z]{1,2})?") || !seen.add(number)) {
                    throw new Refusing(new RowOutOfPlace(row.key()));
                }
                read.add(new Objective(number, one(row.key(), value -> value.oneOf("choice", Set.of("adopted", "left-out", "open")))));
            }
            return read;
        }

        void end() {
            if (at < rows.size()) {
                throw new Refusing(new RowOutOfPlace(rows.get(at).key()));
            }
        }
    }

    /** An object within a row, of which nothing may be missing or left over. */
    private static final class Value {

        private static final int LONGEST = 10_000;

        private final String key;
        private final Map<String, @Nullable Object> left;

        private Value(String key, Map<?, ?> object) {
            this.key = key;
            this.left = new LinkedHashMap<>();
            object.forEach((name, value) -> left.put(String.valueOf(name), value));
        }

        static <T> T read(Row row, Function<Value, T> reader) {
            Map<String, ?> object;
            if (!row.value().startsWith("{")) {
                throw new Refusing(new RowMalformed(row.key()));
            }
            try {
                object = CanonicalJson.read(row.value());
            } catch (IllegalArgumentException | tools.jackson.core.JacksonException notCanonical) {
                throw new Refusing(new RowMalformed(row.key()));
            }
            return read(row.key(), object, reader);
        }

        private static <T> T read(String key, Map<?, ?> object, Function<Value, T> reader) {
            var value = new Value(key, object);
            var read = reader.apply(value);
            if (!value.left.isEmpty()) {
                throw value.malformed();
            }
            return read;
        }

        Refusing malformed() {
            return new Refusing(new RowMalformed(key));
        }

        private @Nullable Object take(String name) {
            if (!left.containsKey(name)) {
                throw malformed();
            }
            return left.remove(name);
        }

        String text(String name) {
            var text = textOrNull(name);
            if (text == null) {
                throw malformed();
            }
            return text;
        }

        @Nullable String textOrNull(String name) {
            var value = take(name);
            return value == null ? null : shown(value);
        }

        /** Shown to everybody, so nothing in it may be invisible or turn the direction of what stands beside it. */
        private String shown(@Nullable Object value) {
            if (!(value instanceof String text) || text.codePointCount(0, text.length()) > LONGEST
                    || CleanText.of(text).changes().stream().anyMatch(change -> change.why().equals("invisible"))) {
                throw malformed();
            }
            return text;
        }

        String oneOf(String name, Set<String> known) {
            var text = text(name);
            if (!known.contains(text)) {
                throw malformed();
            }
            return text;
        }

        boolean yesOrNo(String name) {
            if (take(name) instanceof Boolean value) {
                return value;
            }
            throw malformed();
        }

        Wording wording() {
            return new Wording(text("ja"), text("en"));
        }

        @Nullable LocalDate day(String name) {
            var text = textOrNull(name);
            try {
                var day = text == null ? null : LocalDate.parse(text);
                if (day != null && !day.toString().equals(text)) {
                    throw malformed();
                }
                return day;
            } catch (DateTimeParseException notADay) {
                throw malformed();
            }
        }

        List<String> texts(String name) {
            return items(name).stream().map(this::shown).toList();
        }

        <T> List<T> list(String name, Function<Value, T> reader) {
            return items(name).stream().map(item -> {
                if (item instanceof Map<?, ?> object) {
                    return read(key, object, reader);
                }
                throw malformed();
            }).toList();
        }

        private List<?> items(String name) {
            if (take(name) instanceof List<?> list) {
                return list;
            }
            throw malformed();
        }
    }
}
