// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.register.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.torokubo.record.register.ObjectiveTitles.Title;
import jp.torokubo.record.register.PublicContent;
import jp.torokubo.record.register.PublicStatement.Objective;
import jp.torokubo.record.register.StatementReading.Stated;
import org.jspecify.annotations.Nullable;

/**
 * What has become of the objectives since the statement of the period before: those implemented anew, those no longer, and those of which
 * something else is said than then.
 *
 * @param rows what differs; none: every objective is as it was
 */
public record ObjectivesSince(Stated before, boolean otherEdition, List<Row> rows) {

    /** In the order of the page. */
    public enum Kind {
        ADDED("added"),
        DROPPED("dropped"),
        OTHERWISE("otherwise");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    /**
     * @param title null where the criteria do not have it
     * @param before and {@code now} adopted, left-out or open; null where that statement does not name the objective
     */
    public record Row(String control, @Nullable Title title, @Nullable String before, @Nullable String now) {

        public Kind kind() {
            boolean was = "adopted".equals(before);
            boolean is = "adopted".equals(now);
            return was == is ? Kind.OTHERWISE : is ? Kind.ADDED : Kind.DROPPED;
        }
    }

    /** @param kind by its code */
    public long count(String kind) {
        return rows.stream().filter(row -> row.kind().code().equals(kind)).count();
    }

    /**
     * The newest of the earlier statements whose audited period ended earlier. One stated again for the same period is no other year; where a
     * period is not known, nothing says which year it is of.
     *
     * @param earlier gives the one that stood before another
     */
    static Optional<Stated> before(Stated now, Function<Stated, Optional<Stated>> earlier) {
        var until = now.content().until();
        if (until == null) {
            return Optional.empty();
        }
        var one = earlier.apply(now);
        while (one.isPresent()) {
            var then = one.get().content().until();
            if (then != null && then.isBefore(until)) {
                return one;
            }
            one = earlier.apply(one.get());
        }
        return Optional.empty();
    }

    /** @param titles number of an objective, with the edition it is named by → title */
    static ObjectivesSince of(Stated before, Stated now, Function<Stated, Function<String, @Nullable Title>> titles) {
        var was = choices(before.content());
        var is = choices(now.content());
        var rows = new ArrayList<Row>();
        is.forEach((control, choice) -> {
            if (!choice.equals(was.get(control))) {
                rows.add(new Row(control, titles.apply(now).apply(control), was.get(control), choice));
            }
        });
        was.forEach((control, choice) -> {
            if (!is.containsKey(control)) {
                rows.add(new Row(control, titles.apply(before).apply(control), choice, null));
            }
        });
        rows.sort(Comparator.comparing(Row::kind));
        return new ObjectivesSince(before, !before.statement().edition().equals(now.statement().edition()), List.copyOf(rows));
    }

    private static Map<String, String> choices(PublicContent content) {
        return content.objectives().stream().collect(Collectors.toMap(
                Objective::control, Objective::choice, (first, second) -> first, LinkedHashMap::new));
    }
}
