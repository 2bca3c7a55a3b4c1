// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.japanese;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A day as somebody wrote it, read, so that it can be shown back to him.
 *
 * <p>Read are 2026-11-21, 2026/11/21, 2026.11.21, 20261121, 21 November 2026, 11/21/2026 (not 03/04/2026), 2026年11月21日, R8.11.21, 令和8年11月21日, 令和八年十一月二十一日, 元年 for
 * year 1, a day of the week behind it, all of it in full width, and with radicals in place of 年, 月 and 日.
 *
 * <p><b>Rule for years of an era that had ended.</b> Papers written before an era's end run past it (平成31年5月, 平成35年度末). The
 * year such a date means is certain, because years of an era are counted on; so it is read, and the reading shown back says
 * what it was taken for. A day <em>before</em> the first day of its era (令和元年4月30日) is refused: it can only be a mistake.
 *
 * @param day the day it means
 * @param endedEra the era it was written in, where that had ended by this day; otherwise null
 */
public record CivilDay(LocalDate day, @Nullable String endedEra) {

    /** What came of reading: the day, or why not. */
    public sealed interface Reading {

        record Read(CivilDay day) implements Reading {}

        record Refused(Unreadable why) implements Reading {}

        /** The day, where it could be read. */
        default Optional<LocalDate> found() {
            return this instanceof Read read ? Optional.of(read.day().day()) : Optional.empty();
        }
    }

    public static Reading read(String given) {
        return WrittenDate.of(given).day();
    }

    /** 2021年3月12日（金）と読み取りました */
    public String readBackInJapanese() {
        return Days.japaneseWithWeekday(day)
                + (endedEra == null ? "" : "・" + Days.era(day))
                + "と読み取りました"
                + (endedEra == null ? "" : "（" + endedEra + "はこの日より前に終わっています）");
    }

    /** Read as Friday, 12 March 2021 */
    public String readBackInEnglish() {
        return "Read as " + Days.englishWithWeekday(day)
                + (endedEra == null ? "" : " (" + Days.era(day) + "; " + endedEra + " had ended before that day)");
    }
}
