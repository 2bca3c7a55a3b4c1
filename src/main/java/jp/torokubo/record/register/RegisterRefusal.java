// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.register;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import jp.torokubo.ground.refusal.Refusal;
import org.jspecify.annotations.Nullable;

/** Why something is not entered in a register, or a question about it is not answered. */
public sealed interface RegisterRefusal extends Refusal {

    /** The scheme began in 2020; nothing of it can have taken effect before. */
    LocalDate FIRST_DAY = LocalDate.of(2020, 1, 1);

    /** Facts whose words differ by language carry both. */
    private static Map<String, Object> named(ServiceId service, String event, @Nullable String standing, LocalDate day) {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("service", service.value());
        facts.put("day", day);
        facts.put("event_ja", RegisterWords.of(Locale.JAPANESE, "event." + event));
        facts.put("event_en", RegisterWords.of(Locale.ENGLISH, "event." + event));
        if (standing != null) {
            facts.put("state_ja", RegisterWords.of(Locale.JAPANESE, "standing." + standing));
            facts.put("state_en", RegisterWords.of(Locale.ENGLISH, "standing." + standing));
        }
        return facts;
    }

    record NothingToRecord() implements RegisterRefusal {
        @Override public String code() { return "register.nothing-to-record"; }
    }

    record DayTooEarly(LocalDate day) implements RegisterRefusal {
        @Override public String code() { return "register.day-too-early"; }
        @Override public Map<String, Object> facts() { return Map.of("day", day, "first", FIRST_DAY); }
    }

    record PeriodReversed(LocalDate from, LocalDate until) implements RegisterRefusal {
        @Override public String code() { return "register.period-reversed"; }
        @Override public Map<String, Object> facts() { return Map.of("from", from, "until", until); }
    }

    /** @param member as it is named in the log */
    record TextMissing(String member) implements RegisterRefusal {
        @Override public String code() { return "register.text-missing"; }
        @Override public Map<String, Object> facts() { return Map.of("member", member); }
    }

    record TextNotClean(String member, String given) implements RegisterRefusal {
        @Override public String code() { return "register.text-not-clean"; }
        @Override public Map<String, Object> facts() { return Map.of("member", member, "given", given); }
    }

    /** @param holder name of the service that has it */
    record NumberTaken(String number, String holder) implements RegisterRefusal {
        @Override public String code() { return "register.number-taken"; }
        @Override public Map<String, Object> facts() { return Map.of("number", number, "holder", holder); }
    }

    record ServiceNotRegistered(ServiceId service, String event, LocalDate day) implements RegisterRefusal {
        @Override public String code() { return "register.service-not-registered"; }
        @Override public Map<String, Object> facts() { return RegisterRefusal.named(service, event, null, day); }
    }

    record EventNotAllowed(ServiceId service, String event, LocalDate day, String state) implements RegisterRefusal {
        @Override public String code() { return "register.event-not-allowed"; }
        @Override public Map<String, Object> facts() {
            return RegisterRefusal.named(service, event, state, day);
        }
    }

    /** The public part of a statement is not whole; with the code and the facts of what is wrong with it. */
    record StatementBroken(String code, Map<String, Object> facts) implements RegisterRefusal {}

    record EntryUnknown(long entry) implements RegisterRefusal {
        @Override public String code() { return "register.entry-unknown"; }
        @Override public Map<String, Object> facts() { return Map.of("entry", entry); }
    }

    record ReplacementOfOtherService(long entry) implements RegisterRefusal {
        @Override public String code() { return "register.replacement-of-other-service"; }
        @Override public Map<String, Object> facts() { return Map.of("entry", entry); }
    }

    record PublicationNotReplaceable(long entry) implements RegisterRefusal {
        @Override public String code() { return "register.publication-not-replaceable"; }
        @Override public Map<String, Object> facts() { return Map.of("entry", entry); }
    }

    record ReasonMissing() implements RegisterRefusal {
        @Override public String code() { return "register.reason-missing"; }
    }

    record ChangedSince(long seen, long now) implements RegisterRefusal {
        @Override public String code() { return "register.changed-since"; }
        @Override public Map<String, Object> facts() { return Map.of("seen", seen, "now", now); }
    }

    record ProposalUnknown() implements RegisterRefusal {
        @Override public String code() { return "register.proposal-unknown"; }
    }

    record ServiceUnknown(String number, LocalDate day) implements RegisterRefusal {
        @Override public String code() { return "register.service-unknown"; }
        @Override public Map<String, Object> facts() { return Map.of("number", number, "day", day); }
    }

    /** No register has a service by that number or id, on whatever day. */
    record ServiceNotFound(String given) implements RegisterRefusal {
        @Override public String code() { return "register.service-not-found"; }
        @Override public Map<String, Object> facts() { return Map.of("given", given); }
    }

    record NoStatement(String number, LocalDate day) implements RegisterRefusal {
        @Override public String code() { return "register.no-statement"; }
        @Override public Map<String, Object> facts() { return Map.of("number", number, "day", day); }
    }

    record RegisterUnknown(String given, String known) implements RegisterRefusal {
        @Override public String code() { return "register.register-unknown"; }
        @Override public Map<String, Object> facts() { return Map.of("given", given, "known", known); }
    }

    record StatusUnknown(String given, String known) implements RegisterRefusal {
        @Override public String code() { return "register.status-unknown"; }
        @Override public Map<String, Object> facts() { return Map.of("given", given, "known", known); }
    }

    record OrderUnknown(String given, String known) implements RegisterRefusal {
        @Override public String code() { return "register.order-unknown"; }
        @Override public Map<String, Object> facts() { return Map.of("given", given, "known", known); }
    }

    record DayMalformed(String parameter, String given) implements RegisterRefusal {
        @Override public String code() { return "register.day-malformed"; }
        @Override public Map<String, Object> facts() { return Map.of("parameter", parameter, "given", given); }
    }

    record DayBeforeScheme(String parameter, String given) implements RegisterRefusal {
        @Override public String code() { return "register.day-before-scheme"; }
        @Override public Map<String, Object> facts() {
            return Map.of("parameter", parameter, "given", given, "first", FIRST_DAY);
        }
    }

    record InstantMalformed(String parameter, String given) implements RegisterRefusal {
        @Override public String code() { return "register.instant-malformed"; }
        @Override public Map<String, Object> facts() { return Map.of("parameter", parameter, "given", given); }
    }

    record LimitMalformed(String given) implements RegisterRefusal {
        @Override public String code() { return "register.limit-malformed"; }
        @Override public Map<String, Object> facts() { return Map.of("given", given); }
    }

    record TextTooLong(int length, int most) implements RegisterRefusal {
        @Override public String code() { return "register.text-too-long"; }
        @Override public Map<String, Object> facts() { return Map.of("length", length, "most", most); }
    }

    record CursorMalformed() implements RegisterRefusal {
        @Override public String code() { return "register.cursor-malformed"; }
    }

    record ParameterUnknown(String given, String known) implements RegisterRefusal {
        @Override public String code() { return "register.parameter-unknown"; }
        @Override public Map<String, Object> facts() { return Map.of("given", given, "known", known); }
    }

    record ParameterRepeated(String given) implements RegisterRefusal {
        @Override public String code() { return "register.parameter-repeated"; }
        @Override public Map<String, Object> facts() { return Map.of("given", given); }
    }
}
