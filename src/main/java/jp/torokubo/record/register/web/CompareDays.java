// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.register.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import jp.torokubo.record.register.RegisterReading.ServiceView;
import jp.torokubo.record.register.StatementReading;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** One service on two days, item by item. */
@Component
class CompareDays {

    /** @param before and {@code after} null where it is not known */
    record Row(String label, @Nullable String before, @Nullable String after, boolean ofData) {
        public boolean changed() {
            return !Objects.equals(before, after);
        }
    }

    private final EventWords events;
    private final StatementReading statements;
    private final ListWords words;

    CompareDays(EventWords events, StatementReading statements, ListWords words) {
        this.events = events;
        this.statements = statements;
        this.words = words;
    }

    /** @param before and {@code after} null where the register does not hold the service then */
    List<Row> handle(@Nullable ServiceView before, @Nullable ServiceView after) {
        var left = before == null ? List.<EventWords.Item>of() : items(before);
        var right = after == null ? List.<EventWords.Item>of() : items(after);
        var rows = new ArrayList<Row>();
        for (int i = 0; i < Math.max(left.size(), right.size()); i++) {
            var named = left.isEmpty() ? right.get(i) : left.get(i);
            rows.add(new Row(named.label(), value(left, i), value(right, i), named.ofData()));
        }
        return rows;
    }

    private List<EventWords.Item> items(ServiceView view) {
        var items = new ArrayList<>(events.facts(view.facts()));
        var computed = view.validity().computed();
        items.add(new EventWords.Item(words.say("services.column.status"), words.status(view.listed().status()), false));
        items.add(new EventWords.Item(words.say("services.column.registeredOn"), events.day(view.listed().registeredOn()), false));
        items.add(new EventWords.Item(
                words.say("services.validity.computed"), computed == null ? null : events.day(computed.lastValidDay()), false));
        items.add(new EventWords.Item(words.say("services.aka"), view.facts().alsoKnownAs().isEmpty() ? words.say("services.aka.none")
                : view.facts().alsoKnownAs().stream().map(other -> other.name().value()).sorted().collect(Collectors.joining("、")), true));
        items.addAll(events.statement(statements.of(view.listed().register(), view.listed().id(), view.asOf(), view.knownAt())
                .map(StatementReading.Stated::statement)
                .orElse(null)));
        return items;
    }

    private static @Nullable String value(List<EventWords.Item> items, int at) {
        return items.isEmpty() ? null : items.get(at).value();
    }
}
