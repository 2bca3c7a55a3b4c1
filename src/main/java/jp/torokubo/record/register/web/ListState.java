// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.register.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import jp.torokubo.record.register.RegisterName;
import jp.torokubo.record.register.RegisterReading.ListQuestion;
import jp.torokubo.record.register.RegisterReading.Order;
import jp.torokubo.record.register.Status;
import org.jspecify.annotations.Nullable;

/**
 * What the list shows, all of it in its address: whoever is sent the address sees the same.
 *
 * @param asOf null: today
 * @param columns null: those for which this list knows something
 * @param limit services on one page
 */
record ListState(
        RegisterName register,
        @Nullable LocalDate asOf,
        @Nullable Instant knownAt,
        String q,
        Set<Status> statuses,
        @Nullable String provider,
        @Nullable LocalDate registeredOn,
        Order order,
        boolean descending,
        int limit,
        @Nullable String cursor,
        @Nullable Set<Column> columns) {

    static final int ON_ONE_PAGE = 50;
    static final int AT_MOST = 2000;
    static final Map<Order, String> ORDERS = Map.of(
            Order.NUMBER, "number", Order.NAME, "name", Order.PROVIDER, "provider",
            Order.REGISTERED_ON, "registeredOn", Order.VALID_UNTIL, "validUntil");

    /** What can stand beside a service's name. */
    enum Column {
        NUMBER("number", Order.NUMBER),
        PROVIDER("provider", Order.PROVIDER),
        REGISTER("register", null),
        REGISTERED_ON("registeredOn", Order.REGISTERED_ON),
        VALID_UNTIL("validUntil", Order.VALID_UNTIL),
        STATUS("status", null);

        private final String code;
        private final @Nullable Order order;

        Column(String code, @Nullable Order order) {
            this.code = code;
            this.order = order;
        }

        public String code() {
            return code;
        }

        public @Nullable Order order() {
            return order;
        }
    }

    /** One condition that can be taken away again. */
    enum Filter {
        WORDS,
        STATUS,
        PROVIDER,
        REGISTERED_ON
    }

    static ListState plain() {
        return new ListState(
                RegisterName.ISMAP, null, null, "", Set.of(), null, null, Order.NUMBER, false, ON_ONE_PAGE, null, null);
    }

    ListQuestion question(LocalDate today) {
        return question(today, limit, cursor);
    }

    ListQuestion question(LocalDate today, int howMany, @Nullable String from) {
        return new ListQuestion(
                register, day(today), knownAt, q, statuses, provider, registeredOn, order, descending, howMany, from);
    }

    LocalDate day(LocalDate today) {
        return asOf == null ? today : asOf;
    }

    /** The conditions that narrow the list. */
    List<Filter> filters() {
        var active = new java.util.ArrayList<Filter>();
        if (!q.isEmpty()) {
            active.add(Filter.WORDS);
        }
        if (!statuses.isEmpty()) {
            active.add(Filter.STATUS);
        }
        if (provider != null) {
            active.add(Filter.PROVIDER);
        }
        if (registeredOn != null) {
            active.add(Filter.REGISTERED_ON);
        }
        return active;
    }

    ListState without(Filter filter) {
        return switch (filter) {
            case WORDS -> withQ("");
            case STATUS -> withStatuses(Set.of());
            case PROVIDER -> withProvider(null);
            case REGISTERED_ON -> withRegisteredOn(null);
        };
    }

    public ListState withoutFilters() {
        return withQ("").withStatuses(Set.of()).withProvider(null).withRegisteredOn(null);
    }

    public ListState withAsOf(@Nullable LocalDate day) {
        return new ListState(register, day, knownAt, q, statuses, provider, registeredOn, order, descending, limit, null, columns);
    }

    public ListState withKnownAt(@Nullable Instant time) {
        return new ListState(register, asOf, time, q, statuses, provider, registeredOn, order, descending, limit, null, columns);
    }

    ListState withRegister(RegisterName name) {
        return new ListState(name, asOf, knownAt, q, statuses, provider, registeredOn, order, descending, limit, null, columns);
    }

    ListState withQ(String words) {
        return new ListState(register, asOf, knownAt, words, statuses, provider, registeredOn, order, descending, limit, null, columns);
    }

    ListState withStatuses(Set<Status> wanted) {
        return new ListState(register, asOf, knownAt, q, wanted, provider, registeredOn, order, descending, limit, null, columns);
    }

    ListState toggled(Status status) {
        var wanted = new LinkedHashSet<>(statuses);
        if (!wanted.remove(status)) {
            wanted.add(status);
        }
        return withStatuses(wanted);
    }

    ListState withProvider(@Nullable String name) {
        return new ListState(register, asOf, knownAt, q, statuses, name, registeredOn, order, descending, limit, null, columns);
    }

    ListState withRegisteredOn(@Nullable LocalDate day) {
        return new ListState(register, asOf, knownAt, q, statuses, provider, day, order, descending, limit, null, columns);
    }

    /** Ordered by this; where it already is, the other way round. */
    ListState ordered(Order by) {
        return new ListState(
                register, asOf, knownAt, q, statuses, provider, registeredOn, by, by == order && !descending, limit, null, columns);
    }

    public ListState withLimit(int services) {
        return new ListState(register, asOf, knownAt, q, statuses, provider, registeredOn, order, descending, services, null, columns);
    }

    public ListState from(@Nullable String place) {
        return new ListState(register, asOf, knownAt, q, statuses, provider, registeredOn, order, descending, limit, place, columns);
    }

    ListState withColumns(@Nullable Set<Column> shown) {
        return new ListState(register, asOf, knownAt, q, statuses, provider, registeredOn, order, descending, limit, cursor, shown);
    }

    /** The query, with its question mark; empty for the plain list of today. */
    public String query() {
        var query = new StringJoiner("&", "?", "").setEmptyValue("");
        if (register != RegisterName.ISMAP) {
            query.add("register=" + register.code());
        }
        add(query, "q", q.isEmpty() ? null : q);
        statuses.stream().sorted().forEach(status -> add(query, "status", status.code()));
        add(query, "provider", provider);
        add(query, "registeredOn", registeredOn);
        add(query, "asOf", asOf);
        add(query, "knownAt", knownAt);
        if (order != Order.NUMBER || descending) {
            add(query, "sort", (descending ? "-" : "") + ORDERS.get(order));
        }
        add(query, "limit", limit == ON_ONE_PAGE ? null : limit);
        add(query, "columns", columns == null ? null
                : columns.isEmpty() ? "none" : columns.stream().sorted().map(Column::code).collect(Collectors.joining(".")));
        add(query, "cursor", cursor);
        return query.toString();
    }

    /** Address of the page, from the root, without language. */
    public String href() {
        return "/services" + query();
    }

    private static void add(StringJoiner query, String name, @Nullable Object value) {
        if (value != null) {
            query.add(name + "=" + URLEncoder.encode(value.toString(), StandardCharsets.UTF_8).replace("+", "%20"));
        }
    }
}
