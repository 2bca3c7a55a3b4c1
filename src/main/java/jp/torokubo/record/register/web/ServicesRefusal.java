// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.register.web;

import java.time.LocalDate;
import java.util.Map;
import jp.torokubo.ground.refusal.Refusal;

/** Why a page of the register cannot show what was asked for. */
sealed interface ServicesRefusal extends Refusal {

    /** The scheme had not begun on that day. */
    record DayBeforeScheme(LocalDate day, LocalDate first) implements ServicesRefusal {
        @Override public String code() { return "services.day-before-scheme"; }
        @Override public Map<String, Object> facts() { return Map.of("day", day, "first", first); }
    }

    /** Not a time up to which records could be read. */
    record NotATime(String given) implements ServicesRefusal {
        @Override public String code() { return "services.not-a-time"; }
        @Override public Map<String, Object> facts() { return Map.of("given", given); }
    }

    record NoSuchService(String given) implements ServicesRefusal {
        @Override public String code() { return "services.no-such-service"; }
        @Override public Map<String, Object> facts() { return Map.of("given", given); }
    }

    /** The register knows the service, but not yet on that day, or not from the records of that time. */
    record NotOnThatDay(String given, LocalDate day) implements ServicesRefusal {
        @Override public String code() { return "services.not-on-that-day"; }
        @Override public Map<String, Object> facts() { return Map.of("given", given, "day", day); }
    }
}
