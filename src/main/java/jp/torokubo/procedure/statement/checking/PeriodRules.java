// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.checking;

import java.time.LocalDate;
import java.util.List;
import jp.torokubo.procedure.statement.Content.Period;
import jp.torokubo.procedure.statement.Content.SubsequentEvents;
import jp.torokubo.procedure.statement.Part;
import org.jspecify.annotations.Nullable;

/** What can be wrong with the audited period (管理基準 2.2.5) and with what happened after it (2.2.6). */
final class PeriodRules {

    static final List<Rule<Checking>> ALL = List.of(
            new Rule<>("period-missing", PeriodRules::missing),
            new Rule<>("period-reversed", PeriodRules::reversed),
            new Rule<>("period-too-long", PeriodRules::tooLong),
            new Rule<>("period-too-short", PeriodRules::tooShort),
            new Rule<>("period-gap", PeriodRules::gap),
            new Rule<>("period-overlap", PeriodRules::overlap),
            new Rule<>("events-unsaid", PeriodRules::unsaid),
            new Rule<>("events-contradict", PeriodRules::contradict),
            new Rule<>("event-incomplete", PeriodRules::incomplete),
            new Rule<>("event-outside-window", PeriodRules::outsideWindow),
            new Rule<>("report-day-missing", PeriodRules::reportDayMissing),
            new Rule<>("report-before-end", PeriodRules::reportBeforeEnd));

    private PeriodRules() {}

    private static void missing(Checking statement, Say say) {
        var period = statement.content().period();
        if (period.from() == null || period.until() == null) {
            say.of(Part.PERIOD);
        }
    }

    private static void reversed(Checking statement, Say say) {
        var period = statement.content().period();
        if (period.from() != null && period.until() != null && period.until().isBefore(period.from())) {
            say.of(Part.PERIOD, period.from(), period.until());
        }
    }

    private static void tooLong(Checking statement, Say say) {
        var period = statement.content().period();
        var longest = statement.surroundings().longest();
        if (inOrder(period) && longest != null) {
            var last = CivilPeriod.lastDay(period.from(), longest);
            if (period.until().isAfter(last)) {
                say.of(Part.PERIOD, period.from(), period.until(), last);
            }
        }
    }

    private static void tooShort(Checking statement, Say say) {
        var period = statement.content().period();
        var shortest = statement.surroundings().shortest();
        if (inOrder(period) && shortest != null) {
            var first = CivilPeriod.lastDay(period.from(), shortest);
            if (period.until().isBefore(first)) {
                say.of(Part.PERIOD, period.from(), period.until(), first);
            }
        }
    }

    private static void gap(Checking statement, Say say) {
        var follows = follows(statement);
        var from = statement.content().period().from();
        if (follows != null && from != null && from.isAfter(follows)) {
            say.of(Part.PERIOD, follows.minusDays(1), from, follows);
        }
    }

    private static void overlap(Checking statement, Say say) {
        var follows = follows(statement);
        var from = statement.content().period().from();
        if (follows != null && from != null && from.isBefore(follows)) {
            say.of(Part.PERIOD, follows.minusDays(1), from, follows);
        }
    }

    private static void unsaid(Checking statement, Say say) {
        var events = statement.content().subsequentEvents();
        if (!events.none() && events.events().isEmpty()) {
            say.of(Part.SUBSEQUENT_EVENTS);
        }
    }

    private static void contradict(Checking statement, Say say) {
        var events = statement.content().subsequentEvents();
        if (events.none() && !events.events().isEmpty()) {
            say.of(Part.SUBSEQUENT_EVENTS, events.events().size());
        }
    }

    private static void incomplete(Checking statement, Say say) {
        var events = statement.content().subsequentEvents().events();
        for (int i = 0; i < events.size(); i++) {
            if (events.get(i).on() == null || events.get(i).what().isEmpty()) {
                say.ofOne(Part.SUBSEQUENT_EVENTS, String.valueOf(i + 1), i + 1);
            }
        }
    }

    /** The window begins with the last day of the period and ends with the day of the report. */
    private static void outsideWindow(Checking statement, Say say) {
        var end = statement.content().period().until();
        SubsequentEvents events = statement.content().subsequentEvents();
        for (int i = 0; i < events.events().size(); i++) {
            var on = events.events().get(i).on();
            if (on != null && (end != null && on.isBefore(end) || events.reportedOn() != null && on.isAfter(events.reportedOn()))) {
                say.ofOne(Part.SUBSEQUENT_EVENTS, String.valueOf(i + 1), i + 1, on);
            }
        }
    }

    private static void reportDayMissing(Checking statement, Say say) {
        if (statement.content().subsequentEvents().reportedOn() == null) {
            say.of(Part.SUBSEQUENT_EVENTS);
        }
    }

    private static void reportBeforeEnd(Checking statement, Say say) {
        var reported = statement.content().subsequentEvents().reportedOn();
        var end = statement.content().period().until();
        if (reported != null && end != null && reported.isBefore(end)) {
            say.of(Part.SUBSEQUENT_EVENTS, reported, end);
        }
    }

    private static boolean inOrder(Period period) {
        return period.from() != null && period.until() != null && !period.until().isBefore(period.from());
    }

    /** The day on which a period has to begin; null where nothing is known of the one before. */
    private static @Nullable LocalDate follows(Checking statement) {
        var previous = statement.surroundings().previous();
        return previous == null || previous.until() == null ? null : previous.until().plusDays(1);
    }
}
