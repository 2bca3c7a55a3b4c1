// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.register.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import jp.torokubo.ground.refusal.Refused;
import jp.torokubo.record.register.RegisterName;
import jp.torokubo.record.register.RegisterReading.Order;
import jp.torokubo.record.register.RegisterRefusal;
import jp.torokubo.record.register.Status;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a request, read strictly: an unknown one, one given twice, and one that cannot be read are refused with a sentence that
 * says what would be right.
 */
final class Parameters {

    static final int MOST = 2_000;
    static final int USUAL = 100;

    private static final Map<String, Order> ORDERS = new LinkedHashMap<>();

    static {
        ORDERS.put("number", Order.NUMBER);
        ORDERS.put("name", Order.NAME);
        ORDERS.put("provider", Order.PROVIDER);
        ORDERS.put("registeredOn", Order.REGISTERED_ON);
        ORDERS.put("validUntil", Order.VALID_UNTIL);
    }

    private final Map<String, String[]> given;

    private Parameters(Map<String, String[]> given) {
        this.given = given;
    }

    /** @param known names, in the order in which a refusal tells them */
    static Parameters of(HttpServletRequest request, String... known) {
        var given = request.getParameterMap();
        for (var name : given.keySet()) {
            if (!List.of(known).contains(name)) {
                throw new Refused(new RegisterRefusal.ParameterUnknown(name, String.join(", ", known)));
            }
            if (given.get(name).length > 1 && !name.equals("status") && !name.equals("ids")) {
                throw new Refused(new RegisterRefusal.ParameterRepeated(name));
            }
        }
        return new Parameters(given);
    }

    /** An empty value is as none. */
    @Nullable String text(String name) {
        var values = given.get(name);
        return values == null || values[0].isBlank() ? null : values[0].strip();
    }

    /** The values of a parameter that may be repeated, or hold several with commas between. */
    List<String> texts(String name) {
        return Arrays.stream(given.getOrDefault(name, new String[0]))
                .flatMap(value -> Arrays.stream(value.split(",")))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
    }

    @Nullable LocalDate day(String name) {
        var text = text(name);
        if (text == null) {
            return null;
        }
        if (!text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
            throw new Refused(new RegisterRefusal.DayMalformed(name, text));
        }
        try {
            var day = LocalDate.parse(text);
            if (day.isBefore(RegisterRefusal.FIRST_DAY)) {
                throw new Refused(new RegisterRefusal.DayBeforeScheme(name, text));
            }
            return day;
        } catch (DateTimeException noSuchDay) {
            throw new Refused(new RegisterRefusal.DayMalformed(name, text));
        }
    }

    @Nullable Instant instant(String name) {
        var text = text(name);
        if (text == null) {
            return null;
        }
        try {
            // an unescaped + of an offset arrives as a space
            var moment = OffsetDateTime.parse(text.replace(' ', '+'));
            if (moment.getYear() < 1 || moment.getYear() > 9999) {
                throw new Refused(new RegisterRefusal.InstantMalformed(name, text));
            }
            return moment.toInstant();
        } catch (DateTimeException notAnInstant) {
            throw new Refused(new RegisterRefusal.InstantMalformed(name, text));
        }
    }

    RegisterName register() {
        var code = text("register");
        return code == null
                ? RegisterName.ISMAP
                : RegisterName.of(code).orElseThrow(() -> new Refused(new RegisterRefusal.RegisterUnknown(
                        code, Arrays.stream(RegisterName.values()).map(RegisterName::code).collect(Collectors.joining(", ")))));
    }

    Set<Status> statuses() {
        var statuses = new LinkedHashSet<Status>();
        for (var code : texts("status")) {
            statuses.add(Status.of(code).orElseThrow(() -> new Refused(new RegisterRefusal.StatusUnknown(
                    code, Arrays.stream(Status.values()).map(Status::code).collect(Collectors.joining(", "))))));
        }
        return statuses;
    }

    Order order() {
        var sort = text("sort");
        if (sort == null) {
            return Order.NUMBER;
        }
        var order = ORDERS.get(sort.startsWith("-") ? sort.substring(1) : sort);
        if (order == null) {
            throw new Refused(new RegisterRefusal.OrderUnknown(sort, String.join(", ", ORDERS.keySet())));
        }
        return order;
    }

    boolean descending() {
        var sort = text("sort");
        return sort != null && sort.startsWith("-");
    }

    /** @param unsaid where none is given */
    int limit(int unsaid) {
        var text = text("limit");
        if (text == null) {
            return unsaid;
        }
        if (!text.matches("[0-9]{1,4}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > MOST) {
            throw new Refused(new RegisterRefusal.LimitMalformed(text));
        }
        return Integer.parseInt(text);
    }
}
