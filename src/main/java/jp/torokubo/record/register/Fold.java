// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.register;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.torokubo.record.register.Corrections.Said;
import jp.torokubo.record.register.RegisterEvent.OfService;
import jp.torokubo.record.register.RegisterEvent.PublicationLoaded;
import org.jspecify.annotations.Nullable;

/**
 * What a series of events means on a day, as known at a time. No database, no clock: the same entries mean the same for ever.
 *
 * <p>The meaning of (day D, time T): of the entries recorded by T, those whose effect begins on or before D, in the order of their
 * days and on one day in the order of their places, corrections having spoken ({@link Corrections}).
 *
 * <p><b>Horizon.</b> The register is complete up to the latest day named by a publication loaded by T. For a later day the status is
 * {@link Status#UNKNOWN}. Beside it stands the last known one: that of the horizon day, or, where the service has a later event
 * that begins on or before D, that of the day of this event, because what a decision says after the horizon is known.
 * Nothing else that happened since is known, so the calendar alone ends no registration after that day.
 */
public final class Fold {

    private Fold() {}

    /**
     * A service on a day.
     *
     * @param status {@link Status#UNKNOWN} past the horizon
     * @param lastKnownStatus equals the status up to the horizon
     * @param validity the last valid day, with its reason and with the doubt about this day where there is one
     */
    public record OnDay(ServiceState state, Status status, Status lastKnownStatus, RegisterReading.Validity validity) {}

    /**
     * A stretch of days over which the events of a service do not change.
     *
     * @param to the first day after it; null where it has no end
     */
    public record Span(LocalDate from, @Nullable LocalDate to, ServiceState state) {}

    /**
     * An event its service's state does not allow.
     *
     * @param before the state in which it stands; null before the registration
     */
    record NotAllowed(long place, OfService event, @Nullable ServiceState before) {}

    /** The entries recorded by an instant. */
    public static List<Recorded> knownAt(List<Recorded> entries, Instant time) {
        return entries.stream().filter(entry -> !entry.recordedAt().isAfter(time)).toList();
    }

    /** The day up to which the register is complete; empty where nothing has been published. */
    public static Optional<LocalDate> completeUntil(List<Recorded> known) {
        return Corrections.among(known).publications().stream()
                .map(PublicationLoaded::completeUntil)
                .max(LocalDate::compareTo);
    }

    /** Every service that had been registered by the day, whatever became of it, in the order of registration. */
    public static Map<ServiceId, OnDay> on(List<Recorded> known, LocalDate day) {
        var horizon = completeUntil(known).orElse(null);
        var services = new LinkedHashMap<ServiceId, OnDay>();
        statesOn(known, day).forEach((id, state) -> services.put(id, onDay(state, day, horizon)));
        return services;
    }

    /** What a state means on a day it reaches to. */
    public static OnDay onDay(ServiceState state, LocalDate day, @Nullable LocalDate horizon) {
        var lastKnown = state.statusOn(knownDay(state, day, horizon));
        return new OnDay(state, isPast(horizon, day) ? Status.UNKNOWN : lastKnown, lastKnown, state.validityOn(day));
    }

    /** The spans of one service, one behind the other without a gap; empty where it was never registered. */
    public static List<Span> spans(List<Recorded> known, ServiceId service) {
        var spans = new ArrayList<Span>();
        ServiceState state = null;
        for (var said : ofService(known, service)) {
            var day = said.event().effectiveOn();
            if (!ServiceState.allows(state, said.event())) {
                continue;
            }
            if (state != null && state.lastEventOn().isBefore(day)) {
                spans.add(new Span(state.lastEventOn(), day, state));
            }
            state = ServiceState.after(state, said);
        }
        if (state != null) {
            spans.add(new Span(state.lastEventOn(), null, state));
        }
        return spans;
    }

    /** The first event of a service that its state does not allow; empty where the whole series is in order. */
    static Optional<NotAllowed> firstNotAllowed(List<Recorded> known, ServiceId service) {
        ServiceState state = null;
        for (var said : ofService(known, service)) {
            if (!ServiceState.allows(state, said.event())) {
                return Optional.of(new NotAllowed(said.place(), said.event(), state));
            }
            state = ServiceState.after(state, said);
        }
        return Optional.empty();
    }

    private static Map<ServiceId, ServiceState> statesOn(List<Recorded> known, LocalDate day) {
        var states = new LinkedHashMap<ServiceId, ServiceState>();
        for (var said : Corrections.among(known).ofServices()) {
            var event = said.event();
            var before = states.get(event.service());
            if (!event.effectiveOn().isAfter(day) && ServiceState.allows(before, event)) {
                states.put(event.service(), ServiceState.after(before, said));
            }
        }
        return states;
    }

    private static List<Said<OfService>> ofService(List<Recorded> known, ServiceId service) {
        return Corrections.among(known).ofServices().stream()
                .filter(said -> said.event().service().equals(service))
                .toList();
    }

    private static boolean isPast(@Nullable LocalDate horizon, LocalDate day) {
        return horizon == null || day.isAfter(horizon);
    }

    /** The latest day up to the one asked for on which something is known of the service. */
    private static LocalDate knownDay(ServiceState state, LocalDate day, @Nullable LocalDate horizon) {
        if (!isPast(horizon, day)) {
            return day;
        }
        return horizon == null || horizon.isBefore(state.lastEventOn()) ? state.lastEventOn() : horizon;
    }
}
