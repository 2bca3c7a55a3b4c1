// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.register.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import jp.torokubo.ground.japanese.CivilDay;
import jp.torokubo.ground.japanese.TokyoDay;
import jp.torokubo.ground.refusal.Refusal;

/** Reads the two times of a question as people and programs write them: a day, and a moment up to which records count. */
final class Moment {

    /** Nothing of the scheme is older: its rules were decided in 2020. */
    static final LocalDate FIRST_DAY = LocalDate.of(2020, 1, 1);

    private static final DateTimeFormatter TOKYO_MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    /** What came of reading. */
    sealed interface Reading<T> {
        record Read<T>(T value) implements Reading<T> {}

        record Refused<T>(Refusal why) implements Reading<T> {}
    }

    private Moment() {}

    static Reading<CivilDay> day(String given) {
        var reading = CivilDay.read(given);
        if (reading instanceof CivilDay.Reading.Refused refused) {
            return new Reading.Refused<>(refused.why());
        }
        var day = ((CivilDay.Reading.Read) reading).day();
        return day.day().isBefore(FIRST_DAY)
                ? new Reading.Refused<>(new ServicesRefusal.DayBeforeScheme(day.day(), FIRST_DAY))
                : new Reading.Read<>(day);
    }

    /** An instant with its zone, Tokyo's time to the minute, or a day, which means its last instant in Tokyo. */
    static Reading<Instant> time(String given) {
        try {
            // an unescaped + of an offset arrives as a space
            var moment = OffsetDateTime.parse(given.strip().replaceFirst("(?<=T.{5,18}) (?=[0-9]{2}:[0-9]{2}$)", "+"));
            return moment.getYear() < 1 || moment.getYear() > 9999
                    ? new Reading.Refused<>(new ServicesRefusal.NotATime(given))
                    : new Reading.Read<>(moment.toInstant());
        } catch (DateTimeException notWithZone) {
            try {
                return new Reading.Read<>(
                        LocalDateTime.parse(given.strip(), TOKYO_MINUTE).plusMinutes(1).atZone(TokyoDay.ZONE).toInstant().minusNanos(1000));
            } catch (DateTimeException notAMinute) {
                return CivilDay.read(given).found()
                        .<Reading<Instant>>map(day -> new Reading.Read<>(TokyoDay.endOf(day).minusNanos(1000)))
                        .orElseGet(() -> new Reading.Refused<>(new ServicesRefusal.NotATime(given)));
            }
        }
    }
}
