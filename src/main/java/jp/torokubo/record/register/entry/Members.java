// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.register.entry;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads the members of an object strictly: each must be there, of its kind, and none may be left over. A log entry that reads otherwise is
 * not one of ours, and nothing is guessed from it.
 */
final class Members {

    private final String where;
    private final Map<String, @Nullable Object> left;

    private Members(String where, Map<String, @Nullable Object> left) {
        this.where = where;
        this.left = left;
    }

    /** Reads an object to its last member. */
    static <T> T read(String where, Map<String, ?> object, Function<Members, T> reader) {
        var members = new Members(where, new HashMap<>(object));
        var value = reader.apply(members);
        if (!members.left.isEmpty()) {
            throw new IllegalArgumentException(where + " has members nobody knows: " + members.left.keySet());
        }
        return value;
    }

    String text(String name) {
        return Objects.requireNonNull(textOrNull(name), () -> where + "." + name + " is null");
    }

    @Nullable String textOrNull(String name) {
        return (String) take(name, String.class);
    }

    long number(String name) {
        var number = (Number) Objects.requireNonNull(take(name, Number.class), () -> where + "." + name + " is null");
        return number.longValue();
    }

    LocalDate day(String name) {
        return LocalDate.parse(text(name));
    }

    @Nullable LocalDate dayOrNull(String name) {
        var text = textOrNull(name);
        return text == null ? null : LocalDate.parse(text);
    }

    /** An object somebody else reads to its last member. */
    @SuppressWarnings("unchecked")
    Map<String, ?> whole(String name) {
        return (Map<String, ?>) Objects.requireNonNull(take(name, Map.class), () -> where + "." + name + " is null");
    }

    <T> T object(String name, Function<Members, T> reader) {
        return Objects.requireNonNull(objectOrNull(name, reader), () -> where + "." + name + " is null");
    }

    @SuppressWarnings("unchecked")
    <T> @Nullable T objectOrNull(String name, Function<Members, T> reader) {
        var object = (Map<String, ?>) take(name, Map.class);
        return object == null ? null : read(where + "." + name, object, reader);
    }

    @SuppressWarnings("unchecked")
    <T> List<T> list(String name, Function<Members, T> reader) {
        var list = (List<Map<String, ?>>) Objects.requireNonNull(take(name, List.class), () -> where + "." + name + " is null");
        return list.stream().map(object -> read(where + "." + name, object, reader)).toList();
    }

    private @Nullable Object take(String name, Class<?> kind) {
        if (!left.containsKey(name)) {
            throw new IllegalArgumentException(where + " lacks the member " + name);
        }
        var value = left.remove(name);
        if (value != null && !kind.isInstance(value)) {
            throw new IllegalArgumentException(where + "." + name + " is not a " + kind.getSimpleName());
        }
        return value;
    }
}
