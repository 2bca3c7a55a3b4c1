// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.japanese;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;

/** The civil day of the scheme: every date of it is a day in Tokyo, wherever the program runs. */
public final class TokyoDay {

    public static final ZoneId ZONE = ZoneId.of("Asia/Tokyo");

    private TokyoDay() {}

    public static LocalDate today(InstantSource clock) {
        return of(clock.instant());
    }

    public static LocalDate of(Instant instant) {
        return LocalDate.ofInstant(instant, ZONE);
    }

    /** The first instant of a day. */
    public static Instant startOf(LocalDate day) {
        return day.atStartOfDay(ZONE).toInstant();
    }

    /** The first instant that is no longer of that day: what is valid on a day is valid before this. */
    public static Instant endOf(LocalDate day) {
        return startOf(day.plusDays(1));
    }
}
