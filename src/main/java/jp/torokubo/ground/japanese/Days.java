// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.japanese;

import java.time.LocalDate;
import java.time.chrono.JapaneseDate;
import java.time.chrono.JapaneseEra;
import java.time.format.TextStyle;
import java.time.temporal.ChronoField;
import java.util.Locale;

/** How days are written for people. Data, addresses and files carry {@link LocalDate#toString()}. */
public final class Days {

    private static final String WEEKDAYS = "月火水木金土日";

    private Days() {}

    /** 2026年11月21日 */
    public static String japanese(LocalDate day) {
        return day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
    }

    /** 2026年11月21日（土） */
    public static String japaneseWithWeekday(LocalDate day) {
        return japanese(day) + "（" + weekday(day) + "）";
    }

    /** 令和8年11月21日 */
    public static String era(LocalDate day) {
        return eraYear(day) + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
    }

    /** 令和8年11月21日（2026年11月21日）, as documents write it. */
    public static String eraAndYear(LocalDate day) {
        return era(day) + "（" + japanese(day) + "）";
    }

    /** 21 November 2026 */
    public static String english(LocalDate day) {
        return day.getDayOfMonth() + " " + day.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH) + " " + day.getYear();
    }

    /** Saturday, 21 November 2026 */
    public static String englishWithWeekday(LocalDate day) {
        return day.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH) + ", " + english(day);
    }

    /** 月, 火 and so on. */
    static String weekday(LocalDate day) {
        return String.valueOf(WEEKDAYS.charAt(day.getDayOfWeek().getValue() - 1));
    }

    /** 令和8, or 令和元 in the first year of an era. */
    static String eraYear(LocalDate day) {
        var date = JapaneseDate.from(day);
        int year = date.get(ChronoField.YEAR_OF_ERA);
        return eraName(date.getEra()) + (year == 1 ? "元" : String.valueOf(year));
    }

    static String eraName(JapaneseEra era) {
        return era.getDisplayName(TextStyle.FULL, Locale.JAPAN);
    }
}
