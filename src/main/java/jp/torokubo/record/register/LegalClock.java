// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.register;

import java.time.LocalDate;
import jp.torokubo.ground.refusal.Article;

/** How long a registration is valid, as a date and the reason for it. */
public final class LegalClock {

    private LegalClock() {}

    public static Answer answer(LocalDate auditedUntil) {
        var start = auditedUntil.plusDays(1);
        var month = java.time.YearMonth.from(start).plusMonths(16);
        var last = start.getDayOfMonth() <= month.lengthOfMonth()
                ? month.atDay(start.getDayOfMonth()).minusDays(1)
                : month.atEndOfMonth();
        return new Answer("2026-11", last, new Article("基本規程", "3.5"), start, true);
    }

    /**
     * @param version of the reading, for example {@code 2026-11}; a reading that has answered is never edited
     * @param lastValidDay valid through the end of this day in Tokyo
     * @param article the rule
     * @param periodStart the day after the audited period, where the 16 months begin
     * @param inferred true: the reading of the rule is ours
     */
    public record Answer(String version, LocalDate lastValidDay, Article article, LocalDate periodStart, boolean inferred) {}
}
