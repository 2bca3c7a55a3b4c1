// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.torokubo.ground.japanese.CivilDay;
import jp.torokubo.ground.japanese.CleanText;
import jp.torokubo.ground.refusal.Refusal;
import jp.torokubo.procedure.statement.Content;
import jp.torokubo.procedure.statement.DataKind;
import jp.torokubo.procedure.statement.KeptForm;
import jp.torokubo.procedure.statement.Part;
import jp.torokubo.procedure.statement.web.Field.Kind;
import jp.torokubo.procedure.statement.web.PublicVersions.Offered;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * Goes to and fro between a part and what somebody types into its form. A form is a map of names to texts: {@code name.ja},
 * {@code functions[0].standing}; a part is what its kept form says.
 */
final class PartForm {

    /** Room for more rows than there are. */
    private static final int MORE_ROWS = 3;

    private static final String GONE = "gone";

    /** Behind the name of a version: one that is not offered, for example because it was disclosed and not shown. */
    private static final String OTHER = "Other";

    private final Part part;
    private final Function<String, Optional<UUID>> services;
    private final Function<String, List<Offered>> versions;
    private final Map<String, Refusal> wrong = new LinkedHashMap<>();

    /** For showing only. */
    PartForm(Part part) {
        this(part, none -> Optional.empty(), none -> List.of());
    }

    /** @param services finds a service of the register by its number or id @param versions finds those of it that everybody knows of */
    PartForm(Part part, Function<String, Optional<UUID>> services, Function<String, List<Offered>> versions) {
        this.part = part;
        this.services = services;
        this.versions = versions;
    }

    /** What a template shows of a field. @param chosen code and whether it is chosen @param offered what a version can be chosen from */
    record Shown(
            Field field, String path, Map<String, String> typed, Map<String, Boolean> chosen, List<List<Shown>> rows,
            List<Offered> offered) {

        /** Whether the version that is given is none of those offered: it stays, and can be kept. */
        public boolean isOfNone() {
            return !at("").isEmpty() && offered.stream().noneMatch(one -> one.hash().equals(at("")));
        }

        /** What the row says of the service whose versions are offered. */
        public String serviceOfRow() {
            return typed.getOrDefault(path.substring(0, path.length() - field.name().length()) + "registered", "");
        }

        public String at(String end) {
            return typed.getOrDefault(path + end, "");
        }

        /** Whether the field has no line of its own where a part is read: a table, a box that is not ticked, a text where there is none. */
        public boolean isSilent(List<Shown> all) {
            return field.kind() == Kind.ROWS || field.kind() == Kind.FLAG && !at("").equals("true")
                    || field.kind() == Kind.WORDS && at(".ja").isEmpty() && at(".en").isEmpty() && saidNone(all);
        }

        /** Whether the part says that there is nothing of the kind. */
        public boolean saidNone(List<Shown> all) {
            return all.stream().anyMatch(one -> one.field.kind() == Kind.FLAG && one.at("").equals("true"));
        }

        /** By what a row is known while it is closed: its first words. */
        public String called(int row) {
            return rows.get(row).stream()
                    .map(cell -> cell.at("").isEmpty() ? cell.at(".ja").isEmpty() ? cell.at(".en") : cell.at(".ja") : cell.at(""))
                    .filter(text -> !text.isEmpty())
                    .findFirst()
                    .orElse("");
        }

        /** Whether a row stands open: the first empty one, and each in which something is wrong. */
        public boolean opens(int row, @Nullable Map<String, String> wrong) {
            return row == rows.size() - MORE_ROWS
                    || wrong != null && wrong.keySet().stream().anyMatch(field -> field.startsWith(path + "[" + row + "]."));
        }

        /** What is typed for each kind of data. */
        public Map<DataKind, String> regions() {
            var regions = new EnumMap<DataKind, String>(DataKind.class);
            for (var kind : DataKind.values()) {
                regions.put(kind, at("." + kind.name()));
            }
            return regions;
        }

        /** Only the kinds of which something is said. */
        public Map<DataKind, String> regionsSaid() {
            var said = regions();
            said.values().removeIf(String::isBlank);
            return said;
        }
    }

    /** By the name of the field; after {@link #read}. */
    Map<String, Refusal> wrong() {
        return wrong;
    }

    /** @throws IllegalStateException where something is {@link #wrong} */
    Optional<Content> read(MultiValueMap<String, String> typed) {
        var object = object(FormOfPart.fields(part), "", typed);
        return wrong.isEmpty() ? Optional.of(KeptForm.content(part, KeptForm.json(object))) : Optional.empty();
    }

    /** The fields of a part as it is kept. */
    List<Shown> show(Content content) {
        var typed = new LinkedHashMap<String, String>();
        flatten("", KeptForm.plain(content), typed);
        return shown(FormOfPart.fields(part), "", typed);
    }

    /** The fields as somebody typed them, so that nothing is lost when something is wrong. */
    List<Shown> show(MultiValueMap<String, String> typed) {
        var flat = new LinkedHashMap<String, String>();
        typed.forEach((name, values) -> flat.put(name, String.join("\u0000", values)));
        return shown(FormOfPart.fields(part), "", flat);
    }

    private List<Shown> shown(List<Field> fields, String above, Map<String, String> typed) {
        var shown = new ArrayList<Shown>();
        for (var field : fields) {
            var path = above + field.name();
            var rows = new ArrayList<List<Shown>>();
            if (field.kind() == Kind.ROWS) {
                for (int i = 0; i < count(path, typed) + MORE_ROWS; i++) {
                    rows.add(shown(field.rows(), path + "[" + i + "].", typed));
                }
            }
            var given = List.of(typed.getOrDefault(path, "").split("\u0000"));
            var chosen = field.choices().stream()
                    .collect(Collectors.toMap(code -> code, given::contains, (one, other) -> one, LinkedHashMap::new));
            var offered = field.kind() == Kind.VERSION ? versions.apply(typed.getOrDefault(above + "registered", "")) : List.<Offered>of();
            shown.add(new Shown(field, path, typed, chosen, rows, offered));
        }
        return shown;
    }

    private static int count(String path, Map<String, String> typed) {
        return typed.keySet().stream()
                .filter(name -> name.startsWith(path + "[") && name.indexOf(']', path.length()) > 0 && !typed.get(name).isBlank())
                .map(name -> name.substring(path.length() + 1, name.indexOf(']', path.length())))
                .filter(number -> number.matches("\\d{1,4}"))
                .mapToInt(number -> Integer.parseInt(number) + 1)
                .max()
                .orElse(0);
    }

    private Map<String, @Nullable Object> object(List<Field> fields, String above, MultiValueMap<String, String> typed) {
        var object = new LinkedHashMap<String, @Nullable Object>();
        for (var field : fields) {
            object.put(field.name(), value(field, above + field.name(), typed));
        }
        return object;
    }

    private @Nullable Object value(Field field, String path, MultiValueMap<String, String> typed) {
        var given = text(typed, path);
        return switch (field.kind()) {
            case LINE, WORDS -> Map.of("ja", text(typed, path + ".ja"), "en", text(typed, path + ".en"));
            case PLAIN -> given;
            case VERSION -> version(given, text(typed, path + OTHER));
            case DAY -> day(path, given);
            case FLAG -> given.equals("true");
            case MAYBE -> given.isEmpty() ? null : (Object) given.equals("true");
            case ONE_OF -> field.choices().contains(given) ? given : field.choices().get(field.choices().size() - 1);
            case ANY_OF -> typed.getOrDefault(path, List.of()).stream().filter(field.choices()::contains).toList();
            case REGIONS -> regions(path, typed);
            case SERVICE -> service(path, given);
            case ROWS -> rows(field, path, typed);
        };
    }

    private List<Map<String, @Nullable Object>> rows(Field field, String path, MultiValueMap<String, String> typed) {
        var rows = new ArrayList<Map<String, @Nullable Object>>();
        var flat = new LinkedHashMap<String, String>();
        typed.forEach((name, values) -> flat.put(name, String.join("", values)));
        for (int i = 0; i < count(path, flat); i++) {
            var row = path + "[" + i + "].";
            if (!text(typed, row + GONE).equals("true") && isWrittenInto(field, row, typed)) {
                rows.add(object(field.rows(), row, typed));
            }
        }
        return rows;
    }

    /** A choice that is preset does not make a row. */
    private static boolean isWrittenInto(Field field, String row, MultiValueMap<String, String> typed) {
        return typed.entrySet().stream().anyMatch(entry -> entry.getKey().startsWith(row)
                && field.rows().stream().noneMatch(one -> (one.kind() == Kind.ONE_OF || one.kind() == Kind.MAYBE)
                        && entry.getKey().equals(row + one.name()))
                && entry.getValue().stream().anyMatch(value -> !value.isBlank()));
    }

    private static Map<String, List<String>> regions(String path, MultiValueMap<String, String> typed) {
        var regions = new LinkedHashMap<String, List<String>>();
        for (var kind : DataKind.values()) {
            var names = Arrays.stream(text(typed, path + "." + kind.name()).split("[,、，\n]"))
                    .map(String::strip).filter(name -> !name.isEmpty()).distinct().toList();
            if (!names.isEmpty()) {
                regions.put(kind.name(), names);
            }
        }
        return regions;
    }

    private static @Nullable String version(String chosen, String other) {
        return !other.isEmpty() ? other : chosen.isEmpty() ? null : chosen;
    }

    private @Nullable String day(String path, String given) {
        if (given.isEmpty()) {
            return null;
        }
        if (CivilDay.read(given) instanceof CivilDay.Reading.Read read) {
            return read.day().day().toString();
        }
        wrong.put(path, new PageRefusal.DayNotADay(given));
        return null;
    }

    private @Nullable String service(String path, String given) {
        if (given.isEmpty()) {
            return null;
        }
        var found = services.apply(given);
        if (found.isEmpty()) {
            wrong.put(path, new PageRefusal.ServiceNotFound(given));
        }
        return found.map(UUID::toString).orElse(null);
    }

    private static String text(MultiValueMap<String, String> typed, String name) {
        var given = typed.getFirst(name);
        return given == null ? "" : CleanText.clean(given);
    }

    @SuppressWarnings("unchecked")
    private static void flatten(String path, @Nullable Object value, Map<String, String> flat) {
        if (value instanceof Map<?, ?> object) {
            ((Map<String, @Nullable Object>) object).forEach(
                    (name, inner) -> flatten(path.isEmpty() ? name : path + "." + name, inner, flat));
        } else if (value instanceof List<?> list) {
            if (list.stream().allMatch(String.class::isInstance)) {
                flat.put(path, String.join(path.contains("regions.") ? "、" : "\u0000", (List<String>) list));
            } else {
                for (int i = 0; i < list.size(); i++) {
                    flatten(path + "[" + i + "]", list.get(i), flat);
                }
            }
        } else if (value != null) {
            flat.put(path, value.toString());
        }
    }
}
