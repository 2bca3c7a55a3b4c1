// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.register.web;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import jp.torokubo.ground.japanese.CivilDay;
import jp.torokubo.ground.pages.PagesRefusal;
import jp.torokubo.ground.refusal.Refusal;
import jp.torokubo.ground.refusal.Refused;
import jp.torokubo.record.register.RegisterName;
import jp.torokubo.record.register.RegisterReading.Order;
import jp.torokubo.record.register.Status;
import jp.torokubo.record.register.web.ListState.Column;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * Reads the state of the list out of its address.
 *
 * @param state what could be read; what could not stands in {@code wrong} and is as if it were not given
 * @param asOf the day as it was read, where one was given
 * @param given what stands in the fields a person fills in, to be shown to him again
 * @param wrong name of the field → why it could not be read
 */
record ListAddress(ListState state, @Nullable CivilDay asOf, Map<String, String> given, Map<String, Refusal> wrong) {

    /** Every parameter the list understands. */
    static final String[] PARAMETERS = {
        "q", "asOf", "knownAt", "register", "status", "provider", "registeredOn", "sort", "limit", "cursor", "columns"
    };

    /** @throws Refused for a value that no field and no link of ours produces */
    static ListAddress read(MultiValueMap<String, String> parameters) {
        var given = new LinkedHashMap<String, String>();
        var wrong = new LinkedHashMap<String, Refusal>();
        for (var field : new String[] {"q", "asOf", "knownAt"}) {
            var value = parameters.getFirst(field);
            given.put(field, value == null ? "" : value.strip());
        }
        var asOf = given.get("asOf").isEmpty() ? null : read("asOf", Moment.day(given.get("asOf")), wrong);
        var knownAt = given.get("knownAt").isEmpty() ? null : read("knownAt", Moment.time(given.get("knownAt")), wrong);
        var sort = first(parameters, "sort");
        var state = new ListState(
                register(first(parameters, "register")), asOf == null ? null : asOf.day(), knownAt, given.get("q"),
                statuses(parameters), first(parameters, "provider"), day(first(parameters, "registeredOn")),
                order(sort), sort != null && sort.startsWith("-"), limit(first(parameters, "limit")),
                first(parameters, "cursor"), columns(first(parameters, "columns")));
        return new ListAddress(state, asOf, given, wrong);
    }

    private static <T> @Nullable T read(String field, Moment.Reading<T> reading, Map<String, Refusal> wrong) {
        if (reading instanceof Moment.Reading.Read<T> read) {
            return read.value();
        }
        wrong.put(field, ((Moment.Reading.Refused<T>) reading).why());
        return null;
    }

    private static RegisterName register(@Nullable String code) {
        return code == null ? RegisterName.ISMAP
                : RegisterName.of(code).filter(name -> name != RegisterName.AUDIT_BODIES).orElseThrow(() -> malformed("register", code));
    }

    private static Set<Status> statuses(MultiValueMap<String, String> parameters) {
        var statuses = new LinkedHashSet<Status>();
        for (var code : parameters.getOrDefault("status", java.util.List.of())) {
            if (!code.isBlank()) {
                statuses.add(Status.of(code).orElseThrow(() -> malformed("status", code)));
            }
        }
        return statuses;
    }

    private static @Nullable LocalDate day(@Nullable String given) {
        return given == null ? null : CivilDay.read(given).found().orElseThrow(() -> malformed("registeredOn", given));
    }

    private static Order order(@Nullable String sort) {
        if (sort == null) {
            return Order.NUMBER;
        }
        var code = sort.startsWith("-") ? sort.substring(1) : sort;
        return ListState.ORDERS.entrySet().stream().filter(order -> order.getValue().equals(code)).map(Map.Entry::getKey)
                .findFirst().orElseThrow(() -> malformed("sort", sort));
    }

    private static int limit(@Nullable String given) {
        if (given == null) {
            return ListState.ON_ONE_PAGE;
        }
        if (!given.matches("\\d{1,4}") || Integer.parseInt(given) < 1 || Integer.parseInt(given) > ListState.AT_MOST) {
            throw malformed("limit", given);
        }
        return Integer.parseInt(given);
    }

    private static @Nullable Set<Column> columns(@Nullable String given) {
        if (given == null) {
            return null;
        }
        var columns = EnumSet.noneOf(Column.class);
        for (var code : given.equals("none") ? new String[0] : given.split("\\.")) {
            columns.add(Arrays.stream(Column.values()).filter(column -> column.code().equals(code)).findFirst()
                    .orElseThrow(() -> malformed("columns", given)));
        }
        return columns;
    }

    private static @Nullable String first(MultiValueMap<String, String> parameters, String name) {
        var value = parameters.getFirst(name);
        return value == null || value.isBlank() ? null : value;
    }

    private static Refused malformed(String name, String value) {
        return new Refused(new PagesRefusal.MalformedParameter(name, value));
    }
}
