// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.desk.web;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * How much time is left for a task, in whole days of Tokyo.
 *
 * @param code end of the key of its words: overdue, today, soon, left or undecided
 * @param days how many are left, or how many it is overdue
 * @param weekend whether the last day is a Saturday or a Sunday. Which days are holidays, and whether a day then moves, the program has no
 *     data about, so it says no more
 */
record Clock(@Nullable LocalDate due, String code, long days, boolean weekend) {

    private static final long SOON = 7;

    static Clock of(@Nullable LocalDate due, LocalDate today) {
        if (due == null) {
            return new Clock(null, "undecided", 0, false);
        }
        var left = ChronoUnit.DAYS.between(today, due);
        var code = left < 0 ? "overdue" : left == 0 ? "today" : left <= SOON ? "soon" : "left";
        var weekend = due.getDayOfWeek() == DayOfWeek.SATURDAY || due.getDayOfWeek() == DayOfWeek.SUNDAY;
        return new Clock(due, code, Math.abs(left), weekend);
    }

    /** Tone of the mark beside the day. */
    public String tone() {
        return code.equals("overdue") ? "bad" : code.equals("left") ? "" : "warn";
    }
}
