// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.register.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import jp.torokubo.ground.pages.PageDays;
import jp.torokubo.record.register.RegisterReading;
import jp.torokubo.record.register.RegisterReading.ServiceList;
import jp.torokubo.record.register.web.ListPage.Costliest;
import jp.torokubo.record.register.web.ListPage.NothingFound;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks the register what the list's address asks for, and explains an empty answer. */
@Component
class ReadList {

    private final RegisterReading register;
    private final ListFacets facets;
    private final ListWords words;
    private final PageDays days;

    ReadList(RegisterReading register, ListFacets facets, ListWords words, PageDays days) {
        this.register = register;
        this.facets = facets;
        this.words = words;
        this.days = days;
    }

    ListPage handle(ListState state) {
        var today = today(state);
        var list = register.list(state.question(today));
        var shown = ListPage.shown(state, list.services());
        var hidden = new ArrayList<>(ListPage.unknownThroughout(list.services()));
        hidden.removeAll(shown);
        var until = list.completeUntil();
        return new ListPage(
                state, list.asOf(), list, words.conditions(state), ListPage.filters(state, words), facets.of(list, state),
                ListPage.headings(state, shown), hidden, ListPage.choices(state, shown),
                until == null || list.asOf().isAfter(until), list.total() == 0 ? nothingFound(state, list, today) : null);
    }

    /** Pages of one list are of one day, also when midnight passes between them. */
    private LocalDate today(ListState state) {
        return state.cursor() != null && state.asOf() == null ? register.dayOf(state.cursor()) : days.today();
    }

    private NothingFound nothingFound(ListState state, ServiceList list, LocalDate today) {
        var first = list.totalUnfiltered() == 0 ? firstRegistration(state) : null;
        if (first != null && list.asOf().isBefore(first)) {
            return new NothingFound(null, null, 0, first, state.withAsOf(first).href());
        }
        return state.filters().stream()
                .map(filter -> new Costliest(filter, register.page(state.without(filter).question(today, 1, null)).total()))
                .max(Comparator.comparingLong(Costliest::left))
                .map(most -> new NothingFound(
                        words.condition(state, most.filter()), state.without(most.filter()).href(), most.left(), null, null))
                .orElseGet(() -> new NothingFound(null, null, 0, null, null));
    }

    private @Nullable LocalDate firstRegistration(ListState state) {
        return register.grantsByDay(state.register(), state.knownAt()).stream()
                .map(RegisterReading.DayCount::day).findFirst().orElse(null);
    }
}
