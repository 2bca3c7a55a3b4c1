// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.japanese;

import java.time.YearMonth;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A month as somebody wrote it: 2019-05, 2019年5月, 平成31年5月, R1.5. The rules are those of {@link CivilDay}.
 *
 * @param month the month it means
 * @param endedEra the era it was written in, where that had ended by the month's first day; otherwise null
 */
public record CivilMonth(YearMonth month, @Nullable String endedEra) {

    /** What came of reading: the month, or why not. */
    public sealed interface Reading {

        record Read(CivilMonth month) implements Reading {}

        record Refused(Unreadable why) implements Reading {}

        /** The month, where it could be read. */
        default Optional<YearMonth> found() {
            return this instanceof Read read ? Optional.of(read.month().month()) : Optional.empty();
        }
    }

    public static Reading read(String given) {
        return WrittenDate.of(given).month();
    }

    /** 2019年5月・令和元年5月と読み取りました（平成はこの月より前に終わっています） */
    public String readBackInJapanese() {
        var western = month.getYear() + "年" + month.getMonthValue() + "月";
        var era = Days.eraYear(month.atDay(1)) + "年" + month.getMonthValue() + "月";
        return endedEra == null
                ? western + "と読み取りました"
                : western + "・" + era + "と読み取りました（" + endedEra + "はこの月より前に終わっています）";
    }

    public String readBackInEnglish() {
        var english = Days.english(month.atDay(1));
        return "Read as " + english.substring(english.indexOf(' ') + 1)
                + (endedEra == null ? "" : " (" + endedEra + " had ended before that month)");
    }
}
