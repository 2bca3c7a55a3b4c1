// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.register;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import jp.torokubo.record.register.RegisterEvent.FactsStated;
import jp.torokubo.record.register.RegisterEvent.Granted;
import jp.torokubo.record.register.RegisterEvent.OfService;
import jp.torokubo.record.register.RegisterEvent.Renamed;
import jp.torokubo.record.register.RegisterEvent.RenewalApplied;
import jp.torokubo.record.register.RegisterEvent.RenewalRefused;
import jp.torokubo.record.register.RegisterEvent.RenewalWithdrawn;
import jp.torokubo.record.register.RegisterEvent.Renewed;
import jp.torokubo.record.register.RegisterEvent.StatementStated;
import jp.torokubo.record.register.ServiceFacts.OtherName;
import jp.torokubo.record.register.Sourced.Provenance;
import org.jspecify.annotations.Nullable;

/**
 * A service as its events up to a day have left it.
 *
 * @param registeredOn day of the registration that counts: the last one granted
 * @param grantedBy place of the entry that granted it
 * @param basis of what granted it, as corrected
 * @param formerNames it or its provider bore before a renaming
 * @param numbers every registration number stated, the present one last
 * @param renewalAppliedOn day of the application that has not been decided, or null
 * @param renewalEndedOn day on which an application in time was refused or taken back, or null
 * @param stated with the public part of the statement that stands, or null where the present registration has none
 * @param lastEventOn day of its last event
 */
public record ServiceState(
        ServiceId id,
        Standing standing,
        LocalDate registeredOn,
        long grantedBy,
        Basis basis,
        ServiceFacts facts,
        List<OtherName> formerNames,
        List<String> numbers,
        @Nullable LocalDate renewalAppliedOn,
        @Nullable LocalDate renewalEndedOn,
        @Nullable StatementStated stated,
        LocalDate lastEventOn) {

    public ServiceState {
        formerNames = List.copyOf(formerNames);
        numbers = List.copyOf(numbers);
    }

    /** Whether there is a next state: the standing allows the event, or the registration has expired and is granted anew. */
    static boolean allows(@Nullable ServiceState before, OfService event) {
        var standing = before == null ? Standing.NOT_REGISTERED : before.standing;
        return standing.after(event.type()).isPresent()
                || event instanceof Granted && before != null && before.statusOn(event.effectiveOn()) == Status.EXPIRED;
    }

    /** The state after an event that is {@linkplain #allows allowed}. */
    static ServiceState after(@Nullable ServiceState before, Corrections.Said<OfService> said) {
        var event = said.event();
        if (event instanceof Granted granted) {
            return granted(before, granted, said);
        }
        var now = Objects.requireNonNull(before, "nothing precedes a registration");
        var facts = factsAfter(now.facts, event);
        return new ServiceState(
                now.id, now.standing.after(event.type()).orElseThrow(), now.registeredOn, now.grantedBy, now.basis, facts,
                event instanceof Renamed renamed ? formerNamesAfter(now, renamed) : now.formerNames,
                numbersAfter(now.numbers, facts),
                renewalAppliedAfter(now, event), renewalEndedAfter(now, event),
                event instanceof StatementStated stated ? stated : now.stated, event.effectiveOn());
    }

    private static ServiceState granted(@Nullable ServiceState before, Granted granted, Corrections.Said<OfService> said) {
        return new ServiceState(
                granted.service(), Standing.REGISTERED, granted.effectiveOn(), said.place(), said.basis(), granted.facts(),
                before == null ? List.of() : before.formerNames,
                numbersAfter(before == null ? List.of() : before.numbers, granted.facts()),
                null, null, null, granted.effectiveOn());
    }

    private static ServiceFacts factsAfter(ServiceFacts facts, OfService event) {
        if (event instanceof FactsStated stated) {
            return stated.facts();
        }
        if (event instanceof Renamed renamed) {
            return new ServiceFacts(
                    facts.number(), renamed.name(), renamed.provider(), facts.corporateNumber(), facts.auditedFrom(),
                    facts.auditedUntil(), facts.publishedValidUntil(), facts.alsoKnownAs());
        }
        if (event instanceof Renewed renewed) {
            return new ServiceFacts(
                    facts.number(), facts.name(), facts.provider(), facts.corporateNumber(), renewed.auditedFrom(),
                    renewed.auditedUntil(), renewed.publishedValidUntil(), facts.alsoKnownAs());
        }
        return facts;
    }

    /** Former names follow from the renaming, so their provenance is inferred. */
    private static List<OtherName> formerNamesAfter(ServiceState now, Renamed renamed) {
        var names = new ArrayList<>(now.formerNames);
        if (!now.facts.name().equals(renamed.name())) {
            names.add(new OtherName("former-name", "service", new Sourced<>(now.facts.name(), Provenance.INFERRED)));
        }
        if (!now.facts.provider().equals(renamed.provider())) {
            names.add(new OtherName("former-name", "provider", new Sourced<>(now.facts.provider(), Provenance.INFERRED)));
        }
        return names.stream().distinct().toList();
    }

    private static List<String> numbersAfter(List<String> numbers, ServiceFacts facts) {
        if (facts.number() == null) {
            return numbers;
        }
        var present = facts.number().value();
        return Stream.concat(numbers.stream().filter(number -> !number.equals(present)), Stream.of(present)).toList();
    }

    private static @Nullable LocalDate renewalAppliedAfter(ServiceState now, OfService event) {
        if (event instanceof RenewalApplied) {
            return event.effectiveOn();
        }
        return now.standing.after(event.type()).orElseThrow().hasRenewalApplied() ? now.renewalAppliedOn : null;
    }

    private static @Nullable LocalDate renewalEndedAfter(ServiceState now, OfService event) {
        if (event instanceof RenewalRefused || event instanceof RenewalWithdrawn) {
            return now.isRenewalInTime() ? event.effectiveOn() : null;
        }
        return event instanceof RenewalApplied || event instanceof Renewed ? null : now.renewalEndedOn;
    }

    /** The last valid day: as published, else as the legal clock computes it. */
    public RegisterReading.Validity validity() {
        return validityOn(lastEventOn);
    }

    /** As {@link #validity()}, with the doubt about one day where there is one. */
    public RegisterReading.Validity validityOn(LocalDate day) {
        var computed = facts.auditedUntil() == null ? null : LegalClock.answer(facts.auditedUntil());
        return new RegisterReading.Validity(facts.publishedValidUntil(), computed, isUndecidedOn(day));
    }

    /** The last valid day by the calendar alone; null where neither the published nor the audited period is known. */
    public @Nullable LocalDate validUntil() {
        if (facts.publishedValidUntil() != null) {
            return facts.publishedValidUntil();
        }
        return facts.auditedUntil() == null ? null : LegalClock.answer(facts.auditedUntil()).lastValidDay();
    }

    /** Whether an application for renewal was made by the last valid day and waits for its decision. */
    public boolean isRenewalInTime() {
        if (renewalAppliedOn == null) {
            return false;
        }
        var until = validUntil();
        return until == null || !renewalAppliedOn.isAfter(until);
    }

    /**
     * The day after which the calendar ends the registration. Null where it does not: the last valid day is not known, an application
     * in time is undecided, or an event has ended it already.
     */
    public @Nullable LocalDate endsAfter() {
        var byCalendar = standing == Standing.REGISTERED || standing == Standing.RENEWAL_APPLIED || standing.isSuspended();
        return byCalendar && !isRenewalInTime() ? validUntil() : null;
    }

    /** What the service is where the calendar has not ended it. An application made too late changes nothing. */
    public Status statusByEvents() {
        return switch (standing) {
            case NOT_REGISTERED -> throw new IllegalStateException("a state begins with a registration");
            case REGISTERED -> Status.REGISTERED;
            case RENEWAL_APPLIED -> isRenewalInTime() ? Status.RENEWING : Status.REGISTERED;
            case SUSPENDED, SUSPENDED_RENEWAL_APPLIED -> Status.SUSPENDED;
            case CANCELLED -> Status.CANCELLED;
            case WITHDRAWN -> Status.WITHDRAWN;
            case NO_LONGER_LISTED -> Status.NO_LONGER_LISTED;
        };
    }

    /** What the service is on a day, its last event's or a later one with no event between. */
    public Status statusOn(LocalDate day) {
        var end = endsAfter();
        return end != null && day.isAfter(end) ? Status.EXPIRED : statusByEvents();
    }

    /**
     * Whether the rules, as far as they are known, leave this day open: the day of refusal or withdrawal of an application in time,
     * past the last valid day by the calendar. The registration was valid until then because nothing had been decided; whether it still is
     * on the very day is data of the rulebook, and unset. Such a day is shown as the stricter of the two readings, expired, with this flag.
     */
    public boolean isUndecidedOn(LocalDate day) {
        return day.equals(renewalEndedOn) && statusOn(day) == Status.EXPIRED;
    }

    /** Aliases, readings and former names, those that follow from renamings included. */
    public List<OtherName> alsoKnownAs() {
        return Stream.concat(facts.alsoKnownAs().stream(), formerNames.stream()).distinct().toList();
    }
}
