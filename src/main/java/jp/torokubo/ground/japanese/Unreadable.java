// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.japanese;

import java.time.LocalDate;
import java.util.Map;
import jp.torokubo.ground.refusal.Refusal;

/** Why a day, a number or a reading could not be read. The words stand in {@code refusals/japanese.tsv}. */
public sealed interface Unreadable extends Refusal {

    /** What was given, short enough to be quoted. */
    String given();

    @Override
    default Map<String, Object> facts() {
        return Map.of("given", given());
    }

    /** Nothing was given where a day is needed. */
    record NoDay(String given) implements Unreadable {
        @Override public String code() { return "japanese.day-missing"; }
    }

    /** Not any form in which a day is written. */
    record NotADay(String given) implements Unreadable {
        public NotADay {
            given = quoted(given);
        }

        @Override public String code() { return "japanese.day-not-understood"; }
    }

    /** A western year of one, two or three digits: 21 could be 2021, 平成21年 or 令和21年. */
    record ShortYear(String given) implements Unreadable {
        public ShortYear {
            given = quoted(given);
        }

        @Override public String code() { return "japanese.day-short-year"; }
    }

    /** 03/04/2026: 3 April or 4 March. */
    record DayOrMonth(String given) implements Unreadable {
        public DayOrMonth {
            given = quoted(given);
        }

        @Override public String code() { return "japanese.day-or-month"; }
    }

    record YearOutside(String given, int year, int first, int last) implements Unreadable {
        public YearOutside {
            given = quoted(given);
        }

        @Override public String code() { return "japanese.day-year-outside"; }

        @Override public Map<String, Object> facts() {
            return Map.of("given", given, "year", year, "first", first, "last", last);
        }
    }

    record NoSuchMonth(String given, int month) implements Unreadable {
        public NoSuchMonth {
            given = quoted(given);
        }

        @Override public String code() { return "japanese.day-no-such-month"; }

        @Override public Map<String, Object> facts() {
            return Map.of("given", given, "month", month);
        }
    }

    /** The month has no such day: 2026-02-29. */
    record NoSuchDay(String given, int year, int month, int day, int lastDay) implements Unreadable {
        public NoSuchDay {
            given = quoted(given);
        }

        @Override public String code() { return "japanese.day-no-such-day"; }

        @Override public Map<String, Object> facts() {
            return Map.of("given", given, "year", year, "month", month, "day", day, "last_day", lastDay);
        }
    }

    /** The day lies before the first day of the era it is written in: 令和元年4月30日. */
    record BeforeEra(String given, String eraJa, String eraEn, LocalDate firstDay) implements Unreadable {
        public BeforeEra {
            given = quoted(given);
        }

        @Override public String code() { return "japanese.day-before-era"; }

        @Override public Map<String, Object> facts() {
            return Map.of("given", given, "era_ja", eraJa, "era_en", eraEn,
                    "first_day_ja", Days.japanese(firstDay), "first_day_en", Days.english(firstDay));
        }
    }

    /** The day of the week that is written beside the day is another. */
    record OtherWeekday(String given, LocalDate day) implements Unreadable {
        public OtherWeekday {
            given = quoted(given);
        }

        @Override public String code() { return "japanese.day-other-weekday"; }

        @Override public Map<String, Object> facts() {
            return Map.of("given", given, "day_ja", Days.japaneseWithWeekday(day), "day_en", Days.englishWithWeekday(day));
        }
    }

    /** A number of days as a spreadsheet counts them, which names no day. */
    record NotASerial(String given) implements Unreadable {
        public NotASerial {
            given = quoted(given);
        }

        @Override public String code() { return "japanese.serial-no-day"; }
    }

    /** Not thirteen digits. */
    record NotThirteenDigits(String given, int digits) implements Unreadable {
        public NotThirteenDigits {
            given = quoted(given);
        }

        @Override public String code() { return "japanese.corporate-number-length"; }

        @Override public Map<String, Object> facts() {
            return Map.of("given", given, "digits", digits);
        }
    }

    /** The first digit is not what the other twelve make it. */
    record WrongCheckDigit(String given, int found, int expected) implements Unreadable {
        public WrongCheckDigit {
            given = quoted(given);
        }

        @Override public String code() { return "japanese.corporate-number-check-digit"; }

        @Override public Map<String, Object> facts() {
            return Map.of("given", given, "found", found, "expected", expected);
        }
    }

    /** Something other than kana in a reading. */
    record NotKana(String given, String found) implements Unreadable {
        public NotKana {
            given = quoted(given);
        }

        @Override public String code() { return "japanese.not-kana"; }

        @Override public Map<String, Object> facts() {
            return Map.of("given", given, "found", found);
        }
    }

    /** At most forty characters, so that a whole file pasted into a field does not come back in the message. */
    private static String quoted(String given) {
        var clean = CleanText.clean(given).replace('\n', ' ');
        return clean.codePointCount(0, clean.length()) <= 40
                ? clean
                : clean.substring(0, clean.offsetByCodePoints(0, 40)) + "…";
    }
}
