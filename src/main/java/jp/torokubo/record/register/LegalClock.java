// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.register;

import java.time.LocalDate;
import java.time.YearMonth;
import jp.torokubo.ground.refusal.Article;

/**
 * How long a registration is valid, as a date and the reason for it.
 *
 * <p>The rule (基本規程 3.5) gives 1 year and 4 months from the day after the audited period. How the months are counted it does not
 * say; we read it as the Civil Code counts (民法143条2項): a period that begins on the day numbered n ends on the day before the day
 * n of its last month, and where that month has no such day, on its last day. Adding 16 months to the end of the audited period
 * gives another day for 60 ends of month between 2020 and 2031, so nothing else in the program may compute this.
 */
public final class LegalClock {

    /** A reading that has answered is never edited; a better one gets a version of its own. */
    private static final String VERSION = "2026-11";

    private static final Article RULE = new Article("基本規程", "3.5");

    private static final int MONTHS = 16;

    private LegalClock() {}

    /** The last valid day for an audited period that ended on this day. */
    public static Answer answer(LocalDate auditedUntil) {
        var start = auditedUntil.plusDays(1);
        var month = YearMonth.from(start).plusMonths(MONTHS);
        var lastValidDay = month.isValidDay(start.getDayOfMonth())
                ? month.atDay(start.getDayOfMonth()).minusDays(1)
                : month.atEndOfMonth();
        return new Answer(VERSION, lastValidDay, RULE, start, true);
    }

    /**
     * @param version of the reading, for example {@code 2026-11}; a reading that has answered is never edited
     * @param lastValidDay valid through the end of this day in Tokyo
     * @param article the rule
     * @param periodStart the day after the audited period, where the 16 months begin
     * @param inferred true: the reading of the rule is ours
     */
    public record Answer(String version, LocalDate lastValidDay, Article article, LocalDate periodStart, boolean inferred) {

        /** How the day was reached, for a page to say it step by step. */
        public Reason reason() {
            var month = YearMonth.from(periodStart).plusMonths(MONTHS);
            return new Reason(
                    periodStart.minusDays(1), periodStart, MONTHS, month, month.isValidDay(periodStart.getDayOfMonth()), lastValidDay);
        }
    }

    /**
     * The arithmetic in its parts.
     *
     * @param auditedUntil last day of the audited period
     * @param periodStart the day after it
     * @param months how many are counted
     * @param month the one that many after the start
     * @param dayExists whether that month has a day with the start's number; the last valid day is the one before it
     * @param lastValidDay where it has none, the month's last day
     */
    public record Reason(
            LocalDate auditedUntil, LocalDate periodStart, int months, YearMonth month, boolean dayExists, LocalDate lastValidDay) {

        /**
         * Key of the sentence that says the second step: {@code {0}} number of months, {@code {1}} the month, {@code {2}} the day's
         * number, {@code {3}} the last valid day. The first step is {@code register.clock.start} with {@code {0}} the end of the
         * audited period and {@code {1}} the day after it.
         */
        public String messageKey() {
            return dayExists ? "register.clock.day-before" : "register.clock.end-of-month";
        }
    }
}
