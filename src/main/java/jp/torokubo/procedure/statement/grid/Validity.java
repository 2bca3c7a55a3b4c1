// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.grid;

import java.time.LocalDate;
import jp.torokubo.procedure.statement.ReadEvidenceDays;
import org.jspecify.annotations.Nullable;

/** How evidence stands to its last day, on the day of reading. */
enum Validity {
    EXPIRED("expired"),
    /** Its last day is near, or today. */
    SOON("soon"),
    HOLDS("holds"),
    /** Nobody has set a last day. */
    UNDECIDED("undecided");

    static final int DAYS_BEFORE = ReadEvidenceDays.DAYS_BEFORE;

    private final String code;

    Validity(String code) {
        this.code = code;
    }

    static Validity of(@Nullable LocalDate until, LocalDate today) {
        if (until == null) {
            return UNDECIDED;
        }
        return until.isBefore(today) ? EXPIRED : until.isAfter(today.plusDays(DAYS_BEFORE)) ? HOLDS : SOON;
    }

    /** As it stands in addresses. */
    public String code() {
        return code;
    }

    /** Key of its words. */
    public String messageKey() {
        return "statement.evidence.valid." + code;
    }
}
