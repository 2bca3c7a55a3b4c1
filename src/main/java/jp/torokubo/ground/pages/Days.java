// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.pages;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Days and instants in the words of the page's language. Templates know it as {@code ${days}}. Civil days are Tokyo's. */
@Component
public class Days {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private final InstantSource clock;

    Days(InstantSource clock) {
        this.clock = clock;
    }

    /** Today in Tokyo. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), TOKYO);
    }

    public LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, TOKYO);
    }

    /** 2021年3月12日, 12 March 2021. */
    public String written(LocalDate day) {
        return format(day, "uuuu年M月d日", "d MMMM uuuu");
    }

    /** 2021年3月12日（金）, Friday 12 March 2021: for deadlines. */
    public String withWeekday(LocalDate day) {
        return format(day, "uuuu年M月d日（E）", "EEEE d MMMM uuuu");
    }

    /** 金, Fri. */
    public String weekday(LocalDate day) {
        return format(day, "E", "E");
    }

    /** 2021年3月, March 2021. */
    public String month(LocalDate day) {
        return format(day, "uuuu年M月", "MMMM uuuu");
    }

    /** Tokyo's time to the minute: 2026-11-21 12:00. */
    public String moment(Instant instant) {
        return MOMENT.format(instant.atZone(TOKYO));
    }

    private static String format(LocalDate day, String japanese, String english) {
        var locale = LocaleContextHolder.getLocale();
        return locale.getLanguage().equals("en")
                ? DateTimeFormatter.ofPattern(english, Locale.ENGLISH).format(day)
                : DateTimeFormatter.ofPattern(japanese, Locale.JAPANESE).format(day);
    }
}
