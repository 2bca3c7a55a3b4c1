// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.checking;

import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;

/** Months and years as the Civil Code counts them (民法143条2項). */
final class CivilPeriod {

    private CivilPeriod() {}

    /** The last day of a period that begins on a day: the day before the one with its number, or the month's last where there is none. */
    static LocalDate lastDay(LocalDate start, Period length) {
        var month = YearMonth.from(start).plusMonths(length.toTotalMonths());
        var last = month.isValidDay(start.getDayOfMonth()) ? month.atDay(start.getDayOfMonth()).minusDays(1) : month.atEndOfMonth();
        return last.plusDays(length.getDays());
    }
}
