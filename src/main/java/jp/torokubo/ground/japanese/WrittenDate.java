// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.japanese;

import java.text.Normalizer;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.chrono.JapaneseChronology;
import java.time.chrono.JapaneseDate;
import java.time.chrono.JapaneseEra;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Takes apart a day or a month as it is written. Eras are those the JDK knows, so a new one needs no change here. */
final class WrittenDate {

    /** Japan has counted days by the Gregorian calendar since 1 January 1873. */
    private static final int FIRST_YEAR = 1873;

    /** Later than this is a slip of the pen. */
    private static final int LAST_YEAR = 2199;

    private static final int LAST_MONTH = 12;

    private static final String ERA_AND_YEAR = Arrays.stream(JapaneseEra.values())
            .flatMap(era -> Stream.of(Days.eraName(era), Days.eraName(era).substring(0, 1), letter(era)))
            .sorted(Comparator.comparing(String::length).reversed())
            .collect(Collectors.joining("|", "(?<era>", ")?(?<year>元|\\d{1,4})"));

    private static final Pattern IN_KANJI = Pattern.compile(ERA_AND_YEAR + "年(?<month>\\d{1,2})月(?:(?<day>\\d{1,2})日)?");

    private static final Pattern SEPARATED = Pattern.compile(
            ERA_AND_YEAR + "(?<sign>[-/.])(?<month>\\d{1,2})(?:\\k<sign>(?<day>\\d{1,2}))?");

    /** The era never matches here; it stands for the group the other forms have. */
    private static final Pattern EIGHT_DIGITS = Pattern.compile("(?<era>(?!))?(?<year>\\d{4})(?<month>\\d{2})(?<day>\\d{2})");

    private static final String MONTH_NAMES = Arrays.stream(Month.values())
            .map(month -> month.getDisplayName(TextStyle.FULL, Locale.ENGLISH).toUpperCase(Locale.ROOT))
            .map(name -> name.substring(0, 3) + "(?:" + name.substring(3) + "|T)?").collect(Collectors.joining("|", "(?<name>", ")\\.?"));

    /** 21 November 2026, Nov 21st, 2026: without the spaces. */
    private static final Pattern IN_ENGLISH = Pattern.compile(
            "(?:(?<day>\\d{1,2})(?:ST|ND|RD|TH)?[-,]?(?:OF)?" + MONTH_NAMES + "[-,]?|" + MONTH_NAMES.replace("<name>", "<name2>")
            + "(?<day2>\\d{1,2})(?:(?:ST|ND|RD|TH),?|,))(?<year>\\d{4})");

    /** 11/21/2026 and 21.11.2026: which is the month is certain only where the other can be none. */
    private static final Pattern YEAR_LAST = Pattern.compile("(?<first>\\d{1,2})(?<sign>[-/.])(?<second>\\d{1,2})\\k<sign>(?<year>\\d{4})");

    private static final Pattern WEEKDAY = Pattern.compile("\\(?([月火水木金土日])(?:曜日?)?\\)$|([月火水木金土日])曜日?$");

    /** What spreadsheets add to a day when they write it as text. */
    private static final Pattern MIDNIGHT = Pattern.compile("[ T]0{1,2}:00(?::00(?:\\.0+)?)?$");

    private static final Pattern DASHES = Pattern.compile("[\\u2010-\\u2015\\u2212ー]");

    private final String given;
    private final String text;
    private final @Nullable String weekday;

    private WrittenDate(String given, String text, @Nullable String weekday) {
        this.given = given;
        this.text = text;
        this.weekday = weekday;
    }

    static WrittenDate of(String given) {
        var plain = Normalizer.normalize(CleanText.clean(given), Normalizer.Form.NFKC);
        plain = MIDNIGHT.matcher(plain).replaceFirst("").replaceAll("\\s+", "");
        var weekday = WEEKDAY.matcher(plain);
        var found = weekday.find() ? Optional.ofNullable(weekday.group(1)).orElse(weekday.group(2)) : null;
        plain = found == null ? plain : plain.substring(0, weekday.start());
        plain = DASHES.matcher(plain).replaceAll("-").toUpperCase(Locale.ROOT);
        return new WrittenDate(given, KanjiNumerals.asDigits(plain), found);
    }

    CivilDay.Reading day() {
        try {
            var parts = parts();
            if (parts.dayOfMonth == null) {
                throw new Stop(new Unreadable.NotADay(given));
            }
            var day = LocalDate.of(parts.year, parts.month, dayOfMonth(parts, parts.dayOfMonth));
            refuseBeforeEra(parts.era, day);
            if (weekday != null && !weekday.equals(Days.weekday(day))) {
                throw new Stop(new Unreadable.OtherWeekday(given, day));
            }
            return new CivilDay.Reading.Read(new CivilDay(day, endedBy(parts.era, day)));
        } catch (Stop stop) {
            return new CivilDay.Reading.Refused(stop.why);
        }
    }

    CivilMonth.Reading month() {
        try {
            var parts = parts();
            if (parts.dayOfMonth != null || weekday != null) {
                throw new Stop(new Unreadable.NotADay(given));
            }
            var month = YearMonth.of(parts.year, parts.month);
            refuseBeforeEra(parts.era, month.atEndOfMonth());
            return new CivilMonth.Reading.Read(new CivilMonth(month, endedBy(parts.era, month.atDay(1))));
        } catch (Stop stop) {
            return new CivilMonth.Reading.Refused(stop.why);
        }
    }

    private record Parts(@Nullable JapaneseEra era, int year, int month, @Nullable Integer dayOfMonth) {}

    private Parts parts() {
        if (text.isEmpty()) {
            throw new Stop(new Unreadable.NoDay(given));
        }
        var western = inEnglish().or(this::yearLast);
        if (western.isPresent()) {
            return western.get();
        }
        var match = Stream.of(IN_KANJI, SEPARATED, EIGHT_DIGITS)
                .map(form -> form.matcher(text))
                .filter(Matcher::matches)
                .findFirst()
                .orElseThrow(() -> new Stop(new Unreadable.NotADay(given)));
        var era = eraOf(match.group("era"));
        int year = yearOf(era, match.group("year"));
        int month = Integer.parseInt(match.group("month"));
        if (month < 1 || month > LAST_MONTH) {
            throw new Stop(new Unreadable.NoSuchMonth(given, month));
        }
        var day = match.group("day");
        return new Parts(era, year, month, day == null ? null : Integer.valueOf(day));
    }

    private Optional<Parts> inEnglish() {
        var match = IN_ENGLISH.matcher(text);
        if (!match.matches()) {
            return Optional.empty();
        }
        var name = Optional.ofNullable(match.group("name")).orElse(match.group("name2"));
        var day = Optional.ofNullable(match.group("day")).orElse(match.group("day2"));
        int month = Arrays.stream(Month.values()).filter(one -> one.name().startsWith(name.substring(0, 3))).findFirst().orElseThrow().getValue();
        return Optional.of(new Parts(null, inside(Integer.parseInt(match.group("year"))), month, Integer.valueOf(day)));
    }

    private Optional<Parts> yearLast() {
        var match = YEAR_LAST.matcher(text);
        if (!match.matches()) {
            return Optional.empty();
        }
        int first = Integer.parseInt(match.group("first"));
        int second = Integer.parseInt(match.group("second"));
        if (first != second && first <= LAST_MONTH && second <= LAST_MONTH) {
            throw new Stop(new Unreadable.DayOrMonth(given));
        }
        int month = Math.min(first, second);
        if (month < 1 || month > LAST_MONTH) {
            throw new Stop(new Unreadable.NoSuchMonth(given, month));
        }
        return Optional.of(new Parts(null, inside(Integer.parseInt(match.group("year"))), month, Math.max(first, second)));
    }

    private int yearOf(@Nullable JapaneseEra era, String written) {
        if (era == null) {
            if (written.length() < 4) {
                throw new Stop(written.equals("元") ? new Unreadable.NotADay(given) : new Unreadable.ShortYear(given));
            }
            return inside(Integer.parseInt(written));
        }
        int yearOfEra = written.equals("元") ? 1 : Integer.parseInt(written);
        if (yearOfEra < 1 || written.length() > 3) {
            throw new Stop(new Unreadable.NotADay(given));
        }
        return inside(JapaneseChronology.INSTANCE.prolepticYear(era, 1) + yearOfEra - 1);
    }

    private int inside(int year) {
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw new Stop(new Unreadable.YearOutside(given, year, FIRST_YEAR, LAST_YEAR));
        }
        return year;
    }

    private int dayOfMonth(Parts parts, int day) {
        int last = YearMonth.of(parts.year, parts.month).lengthOfMonth();
        if (day < 1 || day > last) {
            throw new Stop(new Unreadable.NoSuchDay(given, parts.year, parts.month, day, last));
        }
        return day;
    }

    private void refuseBeforeEra(@Nullable JapaneseEra era, LocalDate day) {
        if (era != null && JapaneseDate.from(day).getEra().getValue() < era.getValue()) {
            throw new Stop(new Unreadable.BeforeEra(given, Days.eraName(era), era.toString(), firstDay(era)));
        }
    }

    /** The era's first year is known; its first day is the first of that year that belongs to it. */
    private static LocalDate firstDay(JapaneseEra era) {
        return LocalDate.of(JapaneseChronology.INSTANCE.prolepticYear(era, 1), 1, 1)
                .datesUntil(LocalDate.of(LAST_YEAR, 1, 1))
                .filter(day -> JapaneseDate.from(day).getEra().equals(era))
                .findFirst()
                .orElseThrow();
    }

    private static @Nullable String endedBy(@Nullable JapaneseEra era, LocalDate day) {
        return era == null || JapaneseDate.from(day).getEra().equals(era) ? null : Days.eraName(era);
    }

    private static @Nullable JapaneseEra eraOf(@Nullable String written) {
        return written == null
                ? null
                : Arrays.stream(JapaneseEra.values())
                        .filter(era -> Days.eraName(era).startsWith(written) || letter(era).equals(written))
                        .findFirst()
                        .orElseThrow();
    }

    private static String letter(JapaneseEra era) {
        return era.getDisplayName(TextStyle.NARROW, Locale.ENGLISH);
    }

    /** Leads from the place where reading fails to the answer; it never leaves this class. */
    private static final class Stop extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient Unreadable why;

        Stop(Unreadable why) {
            super(why.code(), null, false, false);
            this.why = why;
        }
    }
}
