// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.register;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Answers about the register on a day, as known at a time. Reads the published tables only.
 *
 * <p>Every answer names the last entry it used, so that an unchanged register gives the same answer in ten years.
 */
public interface RegisterReading {

    ServiceList list(ListQuestion question);

    /** As {@link #list}, without facets: for programs, which do not click. */
    ServiceList page(ListQuestion question);

    /**
     * The day a cursor goes with, for a question that names none.
     *
     * @throws jp.torokubo.ground.refusal.Refused with {@link RegisterRefusal.CursorMalformed}
     */
    LocalDate dayOf(String cursor);

    /** By registration number, present or former, or by the service's id. */
    Optional<ServiceView> service(RegisterName register, String numberOrId, LocalDate asOf, @Nullable Instant knownAt);

    /** Which service a number, present or former, or an id names, whether or not it is registered on any day. */
    Optional<ServiceId> find(RegisterName register, String numberOrId, @Nullable Instant knownAt);

    /** Everything recorded of a service, corrections and what they corrected included, oldest entry first. */
    List<EventView> events(RegisterName register, ServiceId service, @Nullable Instant knownAt);

    /** Everything recorded in a register, newest entry first, before an index. */
    List<EventView> changes(RegisterName register, @Nullable LocalDate effectiveSince, long beforeIndex, int limit);

    /** What has been recorded and has taken effect by today, newest entry first. */
    List<EventView> past(RegisterName register, LocalDate today, int limit);

    /** The last valid days from today on of what the list shows, the nearest first. */
    List<ComingDay> comingDays(RegisterName register, LocalDate today);

    /** How many services were granted on each day, ascending; annulled grants are not counted. */
    List<DayCount> grantsByDay(RegisterName register, @Nullable Instant knownAt);

    /** Where the register stands, with the day up to which it is complete. */
    Standing standing(RegisterName register, @Nullable Instant knownAt);

    /**
     * What is asked of the list.
     *
     * @param knownAt null: everything recorded by now
     * @param text words to look for in names, providers, numbers, readings and former names; empty for all
     * @param statuses empty: what is listed
     * @param provider exact name, or null
     * @param registeredOn null, or the day of registration
     * @param limit 1 to 2,000; 0 for everything
     * @param cursor from the page before, or null
     */
    record ListQuestion(
            RegisterName register,
            LocalDate asOf,
            @Nullable Instant knownAt,
            String text,
            Set<Status> statuses,
            @Nullable String provider,
            @Nullable LocalDate registeredOn,
            Order order,
            boolean descending,
            int limit,
            @Nullable String cursor) {}

    enum Order {
        NUMBER,
        NAME,
        PROVIDER,
        REGISTERED_ON,
        VALID_UNTIL
    }

    /**
     * @param knownAt recorded instant of the last entry used; null where the register is empty
     * @param registerIndex index of that entry; -1 where the register is empty
     * @param completeUntil null where nothing has been published
     * @param total of the whole question, not of this page
     * @param totalUnfiltered of the day, without words and filters
     * @param facets name of a facet → value → count; each facet counted without its own filter
     * @param nextCursor null on the last page
     */
    record ServiceList(
            RegisterName register,
            LocalDate asOf,
            @Nullable Instant knownAt,
            long registerIndex,
            @Nullable LocalDate completeUntil,
            long total,
            long totalUnfiltered,
            List<ListedService> services,
            Map<String, Map<String, Long>> facets,
            @Nullable String nextCursor) {}

    /**
     * @param status {@link Status#UNKNOWN} past the horizon
     * @param lastKnownStatus what it was on the last day for which the register is complete; equals status before the horizon
     * @param validUntil the published day, or the computed one, or null where neither is known
     */
    record ListedService(
            ServiceId id,
            @Nullable Sourced<String> number,
            String name,
            String provider,
            RegisterName register,
            LocalDate registeredOn,
            @Nullable LocalDate validUntil,
            Status status,
            Status lastKnownStatus) {}

    /**
     * @param validity the last valid day with its reason, or why there is none
     * @param lastKnownOn day of the last known status: what happened last may have happened after the register was complete
     * @param formerNumbers that lead here; a request by one of them is answered 301
     */
    record ServiceView(
            ListedService listed,
            ServiceFacts facts,
            Validity validity,
            @Nullable Instant knownAt,
            long registerIndex,
            @Nullable LocalDate completeUntil,
            LocalDate asOf,
            LocalDate lastKnownOn,
            Basis basis,
            long grantedBy,
            List<String> formerNumbers) {}

    /**
     * @param published 有効期限 as published, or null
     * @param computed by the legal clock, or null where the audited period is not known
     * @param undecided whether the rules leave open if the day asked for is a valid one: the day on which an application for renewal was
     *     refused or taken back, past the last valid day. It is shown as not valid, and this must be said beside it
     */
    record Validity(@Nullable LocalDate published, LegalClock.@Nullable Answer computed, boolean undecided) {

        /** The last valid day by the calendar, or null where neither is known. */
        public @Nullable LocalDate lastValidDay() {
            if (published != null) {
                return published;
            }
            return computed == null ? null : computed.lastValidDay();
        }
    }

    /**
     * @param correctedBy index of the correction that replaced or annulled this entry, or null
     * @param leafHash of its entry in the log
     */
    record EventView(
            long index,
            Instant recordedAt,
            RegisterEvent event,
            Basis basis,
            String recorderRole,
            @Nullable Long correctedBy,
            String leafHash,
            @Nullable ServiceId service,
            @Nullable String serviceName,
            @Nullable String serviceNumber) {}

    /**
     * @param published whether the day is the published one; otherwise it is computed
     * @param revision grows whenever something recorded of the service changed what is known of it
     */
    record ComingDay(ListedService service, boolean published, int revision) {}

    record DayCount(LocalDate day, long count) {}

    record Standing(RegisterName register, @Nullable Instant knownAt, long registerIndex, @Nullable LocalDate completeUntil) {}
}
