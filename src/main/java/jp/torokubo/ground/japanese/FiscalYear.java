// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.japanese;

import java.time.LocalDate;

/**
 * A fiscal year (年度), 1 April to 31 March.
 *
 * @param year the calendar year in which it begins
 */
public record FiscalYear(int year) {

    public static FiscalYear of(LocalDate day) {
        return new FiscalYear(day.getMonthValue() >= 4 ? day.getYear() : day.getYear() - 1);
    }

    public LocalDate firstDay() {
        return LocalDate.of(year, 4, 1);
    }

    public LocalDate lastDay() {
        return LocalDate.of(year + 1, 3, 31);
    }

    /**
     * 令和8年度. A fiscal year in which the era changed bears the name of the later era (令和元年度), so it is named after the era of
     * its last day of December.
     */
    public String japanese() {
        return Days.eraYear(LocalDate.of(year, 12, 31)) + "年度";
    }

    /** FY2026 */
    public String english() {
        return "FY" + year;
    }
}
