// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.desk.mail;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Optional;
import jp.torokubo.ground.japanese.TokyoDay;

/** How often somebody is written to. */
public enum Pace {
    AT_ONCE("at-once"),
    DAILY("daily"),
    WEEKLY("weekly"),
    OFF("off");

    /** When the mail of a day goes out, in Tokyo: before the working day, so that it can be planned by it. */
    public static final LocalTime MORNING = LocalTime.of(8, 0);

    /** On which day the mail of a week goes out. */
    public static final DayOfWeek BEGIN_OF_WEEK = DayOfWeek.MONDAY;

    /** What the database can still tell apart. */
    private static final Duration LEAST = Duration.of(1, ChronoUnit.MICROS);

    private final String code;

    Pace(String code) {
        this.code = code;
    }

    /** As it stands in the table and in the form. Never renamed. */
    public String code() {
        return code;
    }

    public static Optional<Pace> of(String code) {
        return Arrays.stream(values()).filter(pace -> pace.code.equals(code)).findFirst();
    }

    /** The first moment that mail of this pace does not speak of yet: when it was last due, or just after now. */
    Instant latestCut(Instant now) {
        var day = TokyoDay.of(now);
        var morning = at(day.atTime(MORNING));
        var latest = morning.isAfter(now) ? day.minusDays(1) : day;
        if (this == DAILY) {
            return at(latest.atTime(MORNING));
        }
        return this == WEEKLY ? at(latest.with(TemporalAdjusters.previousOrSame(BEGIN_OF_WEEK)).atTime(MORNING)) : now.plus(LEAST);
    }

    private static Instant at(LocalDateTime moment) {
        return moment.atZone(TokyoDay.ZONE).toInstant();
    }
}
