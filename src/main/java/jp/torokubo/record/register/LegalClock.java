// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.register;

import java.time.LocalDate;
import jp.torokubo.ground.refusal.Article;

/** How long a registration is valid, as a date and the reason for it. */
public final class LegalClock {

    private LegalClock() {}

    /**
     * @param version of the reading, for example {@code 2026-11}; a reading that has answered is never edited
     * @param lastValidDay valid through the end of this day in Tokyo
     * @param article the rule
     * @param periodStart the day after the audited period, where the 16 months begin
     * @param inferred true: the reading of the rule is ours
     */
    public record Answer(String version, LocalDate lastValidDay, Article article, LocalDate periodStart, boolean inferred) {}
}
