// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.japanese;

import java.time.LocalDate;

/**
 * Days as spreadsheets count them.
 *
 * <p>Workbooks that begin in 1900 count 1 January 1900 as day 1 and, for the sake of an old error, 29 February 1900 as day 60, a
 * day that never was; so all later days are one more than they ought to be. Workbooks that begin in 1904 count 1 January 1904
 * as day 0. Which one a workbook uses stands in its {@code workbookPr/@date1904}.
 */
public enum ExcelSerial {
    FROM_1900(1),
    FROM_1904(0);

    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

    private final int first;

    ExcelSerial(int first) {
        this.first = first;
    }

    /** Reads a serial number; its fraction, the time of day, is left out. */
    public CivilDay.Reading read(double serial) {
        double whole = Math.floor(serial);
        if (!(whole >= first && whole <= 2_958_465) || this == FROM_1900 && whole == 60) {
            return refused(serial);
        }
        var day = this == FROM_1904
                ? LocalDate.of(1904, 1, 1).plusDays((long) whole)
                : LocalDate.of(1899, 12, whole < 60 ? 31 : 30).plusDays((long) whole);
        return day.isAfter(LAST) ? refused(serial) : new CivilDay.Reading.Read(new CivilDay(day, null));
    }

    private static CivilDay.Reading refused(double serial) {
        var given = serial == Math.rint(serial) && Math.abs(serial) < 1e15
                ? String.valueOf((long) serial)
                : String.valueOf(serial);
        return new CivilDay.Reading.Refused(new Unreadable.NotASerial(given));
    }
}
