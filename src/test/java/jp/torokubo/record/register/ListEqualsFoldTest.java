// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import jp.torokubo.SettableClock;
import jp.torokubo.TorokuboTest;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.record.register.RecordEvents.Saying;
import jp.torokubo.record.register.RegisterReading.ListQuestion;
import jp.torokubo.record.register.RegisterReading.ListedService;
import jp.torokubo.record.register.RegisterReading.Order;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Tag;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * The public list is the fold of the events, for every day and every knowledge. The registers grow from one repetition to the next; the series of
 * a repetition follows from its number.
 */
@TorokuboTest
class ListEqualsFoldTest {

    @Autowired RecordEvents recordEvents;
    @Autowired RegisterReading reading;
    @Autowired StatementReading statements;
    @Autowired SettableClock clock;

    private static final Map<RegisterName, List<Recorded>> entries = new java.util.EnumMap<>(RegisterName.class);
    private static int recorded;
    private static int refused;

    @RepeatedTest(200)
    void theListOfADayIsWhatTheEventsMean(RepetitionInfo repetition) {
        tryOut(new Random(repetition.getCurrentRepetition()));
    }

    @Tag("nightly")
    @RepeatedTest(2_000)
    void theListOfADayIsWhatTheEventsMeanEveryNight(RepetitionInfo repetition) {
        tryOut(new Random(1_000_000L + repetition.getCurrentRepetition()));
    }

    private void tryOut(Random random) {
        var register = RegisterName.values()[random.nextInt(3)];
        var series = entries.computeIfAbsent(register, name -> new ArrayList<>());
        var made = new RandomEvents(random, register, series);

        for (var event = 0; event < 12; event++) {
            clock.advance(Duration.ofMillis(random.nextInt(100_000_000)));
            enter(register, made.next(), series);
        }

        for (var question = 0; question < 8; question++) {
            listEqualsFold(register, made.day(), time(random, series), random, series);
        }
        assertThat(recorded).as("events that are not refused are the rule").isGreaterThan(refused / 3);
    }

    private void enter(RegisterName register, RegisterEvent event, List<Recorded> series) {
        var result = recordEvents.handle(new RecordEvents.Command(Actor.SYSTEM, register, List.of(new Saying(event, Given.BASIS))));
        if (result instanceof RecordEvents.Result.Recorded done) {
            var standing = reading.standing(register, null);
            assertThat(done.indexes()).containsExactly(standing.registerIndex());
            series.add(new Recorded(standing.registerIndex(), standing.knownAt(), event, Given.BASIS));
            recorded++;
        } else {
            refused++;
        }
    }

    /** Now and then the very instant of an entry. */
    private Instant time(Random random, List<Recorded> series) {
        var entry = series.isEmpty() ? clock.instant() : series.get(random.nextInt(series.size())).recordedAt();
        return switch (random.nextInt(4)) {
            case 0 -> entry;
            case 1 -> entry.minusNanos(1_000);
            case 2 -> entry.plusSeconds(random.nextInt(1_000_000));
            default -> clock.instant();
        };
    }

    private void listEqualsFold(RegisterName register, LocalDate day, Instant time, Random random, List<Recorded> series) {
        var known = Fold.knownAt(series, time);
        var expected = Fold.on(known, day);
        var statuses = random.nextInt(3) == 0
                ? EnumSet.of(Status.values()[random.nextInt(8)], Status.values()[random.nextInt(8)])
                : Set.<Status>of();

        var list = reading.list(new ListQuestion(
                register, day, time, "", statuses, null, null, Order.values()[random.nextInt(5)], random.nextBoolean(), 0, null));

        var as = "%s on %s known at %s with %s".formatted(register, day, time, statuses);
        assertThat(list.services()).as(as).containsExactlyInAnyOrderElementsOf(
                expected.entrySet().stream()
                        .filter(one -> isAskedFor(one.getValue(), statuses))
                        .map(one -> listed(register, one.getKey(), one.getValue()))
                        .toList());
        assertThat(list.total()).as(as).isEqualTo(list.services().size());
        assertThat(list.totalUnfiltered()).as(as).isEqualTo(
                expected.values().stream().filter(one -> one.lastKnownStatus().isListed()).count());
        assertThat(list.completeUntil()).as(as).isEqualTo(Fold.completeUntil(known).orElse(null));
        assertThat(list.registerIndex()).as(as).isEqualTo(known.size() - 1);
        assertThat(list.knownAt()).as(as).isEqualTo(known.isEmpty() ? null : known.get(known.size() - 1).recordedAt());
        assertThat(list.facets().get("status")).as(as).isEqualTo(expected.values().stream()
                .collect(Collectors.groupingBy(one -> one.status().code(), Collectors.counting())));
        expected.entrySet().stream().skip(random.nextInt(expected.size() + 1)).limit(4)
                .forEach(one -> viewEqualsFold(register, one.getKey(), one.getValue(), day, time));
    }

    private void viewEqualsFold(RegisterName register, ServiceId id, Fold.OnDay expected, LocalDate day, Instant time) {
        var view = reading.service(register, id.value().toString(), day, time).orElseThrow();

        assertThat(view.listed()).isEqualTo(listed(register, id, expected));
        assertThat(view.validity()).isEqualTo(expected.validity());
        assertThat(view.facts().alsoKnownAs()).isEqualTo(expected.state().alsoKnownAs());
        assertThat(view.grantedBy()).isEqualTo(expected.state().grantedBy());
        assertThat(view.basis()).isEqualTo(expected.state().basis());
        assertThat(statements.of(register, id, day, time).map(stated -> stated.on() + " " + stated.statement())).isEqualTo(
                Optional.ofNullable(expected.state().stated()).map(stated -> stated.effectiveOn() + " " + stated.statement()));
    }

    private static boolean isAskedFor(Fold.OnDay service, Set<Status> statuses) {
        return statuses.isEmpty() ? service.lastKnownStatus().isListed() : statuses.contains(service.status());
    }

    private static ListedService listed(RegisterName register, ServiceId id, Fold.OnDay service) {
        var state = service.state();
        return new ListedService(
                id, state.facts().number(), state.facts().name(), state.facts().provider(), register, state.registeredOn(),
                state.validUntil(), service.status(), service.lastKnownStatus());
    }
}
