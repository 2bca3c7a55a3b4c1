// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.pages;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import jp.torokubo.ground.japanese.Days;
import jp.torokubo.ground.japanese.TokyoDay;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Days and instants in the words of the page's language. Templates know it as {@code ${days}}. Civil days are Tokyo's. */
@Component
public class PageDays {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private final InstantSource clock;

    PageDays(InstantSource clock) {
        this.clock = clock;
    }

    /** Today in Tokyo. */
    public LocalDate today() {
        return TokyoDay.today(clock);
    }

    public LocalDate day(Instant instant) {
        return TokyoDay.of(instant);
    }

    /** 2021年3月12日, 12 March 2021. */
    public String written(LocalDate day) {
        return english() ? Days.english(day) : Days.japanese(day);
    }

    /** 2021年3月12日（金）, Friday, 12 March 2021: for deadlines. */
    public String withWeekday(LocalDate day) {
        return english() ? Days.englishWithWeekday(day) : Days.japaneseWithWeekday(day);
    }

    /** 2021年3月, March 2021. */
    public String month(LocalDate day) {
        return english()
                ? DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH).format(day)
                : DateTimeFormatter.ofPattern("uuuu年M月", Locale.JAPANESE).format(day);
    }

    /** Tokyo's time to the minute: 2026-11-21 12:00. */
    public String moment(Instant instant) {
        return MOMENT.format(instant.atZone(TokyoDay.ZONE));
    }

    private static boolean english() {
        return LocaleContextHolder.getLocale().getLanguage().equals("en");
    }
}
