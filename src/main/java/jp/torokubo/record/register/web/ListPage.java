// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.register.web;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import jp.torokubo.record.register.RegisterReading.ListedService;
import jp.torokubo.record.register.RegisterReading.Order;
import jp.torokubo.record.register.RegisterReading.ServiceList;
import jp.torokubo.record.register.web.ListFacets.Facet;
import jp.torokubo.record.register.web.ListState.Column;
import jp.torokubo.record.register.web.ListState.Filter;
import jp.torokubo.record.register.web.ListWords.Condition;
import org.jspecify.annotations.Nullable;

/**
 * The list as its template shows it.
 *
 * @param conditions in words
 * @param filters the active ones, each with the list without it
 * @param hidden columns that this list knows nothing for, and that nobody asked for
 * @param beyondHorizon whether the day lies past what the register is complete for
 */
record ListPage(
        ListState state,
        LocalDate day,
        ServiceList list,
        List<Condition> conditions,
        List<ActiveFilter> filters,
        List<Facet> facets,
        List<Heading> headings,
        List<Column> hidden,
        List<ColumnChoice> columnChoices,
        boolean beyondHorizon,
        @Nullable NothingFound nothingFound) {

    record ActiveFilter(Condition condition, String hrefWithout) {}

    /** @param sorted ascending, descending or null */
    record Heading(Column column, @Nullable String href, @Nullable String sorted) {}

    record ColumnChoice(Column column, boolean shown, String href) {}

    /**
     * Why a list is empty.
     *
     * @param condition the one without which the most services would be found; null where there is no condition
     * @param left how many that would be
     * @param firstDay the first registration, where the day lies before it
     */
    record NothingFound(@Nullable Condition condition, @Nullable String href, long left, @Nullable LocalDate firstDay, @Nullable String firstHref) {}

    /** How many services a page holds, and the list with pages of that size. */
    record Size(int limit, boolean everything, boolean chosen, String href) {}

    public List<Size> sizes() {
        var sizes = new java.util.ArrayList<Size>();
        for (var limit : List.of(ListState.ON_ONE_PAGE, 100)) {
            sizes.add(new Size(limit, false, state.limit() == limit, state.withLimit(limit).href()));
        }
        if (list.total() <= ListState.AT_MOST) {
            sizes.add(new Size(ListState.AT_MOST, true, state.limit() == ListState.AT_MOST, state.withLimit(ListState.AT_MOST).href()));
        }
        return sizes;
    }

    public String nameHref() {
        return state.ordered(Order.NAME).href();
    }

    public @Nullable String nameSorted() {
        return sorted(state, Order.NAME);
    }

    /** The list with one more column. */
    public String hrefWith(Column column) {
        var wanted = new LinkedHashSet<Column>();
        headings.forEach(heading -> wanted.add(heading.column()));
        wanted.add(column);
        return state.withColumns(wanted).href();
    }

    /** A service on the day and as known at the time of this list. */
    public String serviceHref(ListedService service) {
        return ServiceAddress.of(service, state.asOf(), state.knownAt());
    }

    static Set<Column> shown(ListState state, List<ListedService> services) {
        if (state.columns() != null) {
            return state.columns();
        }
        var shown = EnumSet.allOf(Column.class);
        shown.removeAll(unknownThroughout(services));
        return shown;
    }

    static Set<Column> unknownThroughout(List<ListedService> services) {
        var unknown = EnumSet.noneOf(Column.class);
        if (services.stream().allMatch(service -> service.validUntil() == null)) {
            unknown.add(Column.VALID_UNTIL);
        }
        if (services.stream().allMatch(service -> service.number() == null)) {
            unknown.add(Column.NUMBER);
        }
        return services.isEmpty() ? EnumSet.noneOf(Column.class) : unknown;
    }

    static List<Heading> headings(ListState state, Set<Column> shown) {
        return Arrays.stream(Column.values())
                .filter(shown::contains)
                .map(column -> {
                    var order = column.order();
                    return order == null
                            ? new Heading(column, null, null)
                            : new Heading(column, state.ordered(order).href(), sorted(state, order));
                })
                .toList();
    }

    static @Nullable String sorted(ListState state, Order order) {
        return state.order() != order ? null : state.descending() ? "descending" : "ascending";
    }

    static List<ColumnChoice> choices(ListState state, Set<Column> shown) {
        return Arrays.stream(Column.values())
                .map(column -> {
                    var wanted = new LinkedHashSet<>(shown);
                    var isShown = !wanted.add(column) && wanted.remove(column);
                    return new ColumnChoice(column, isShown, state.withColumns(wanted).href());
                })
                .toList();
    }

    static List<ActiveFilter> filters(ListState state, ListWords words) {
        return state.filters().stream()
                .map(filter -> new ActiveFilter(words.condition(state, filter), state.without(filter).href()))
                .toList();
    }

    /** The filter whose removal leaves the most services. */
    record Costliest(Filter filter, long left) {}
}
