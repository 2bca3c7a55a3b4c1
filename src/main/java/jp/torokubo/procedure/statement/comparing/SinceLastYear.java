// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.comparing;

import java.util.Arrays;
import java.util.Optional;
import jp.torokubo.procedure.statement.Answer;

/** What became of the answer of a row since last year's statement (昨年比). Who sees to it, and how far the work has come, is not compared. */
public enum SinceLastYear {
    /** It says something else, or nothing any more. */
    CHANGED("changed"),
    SAME("same"),
    /** Last year's says nothing of it, or its edition does not have the row. */
    NEW("new");

    private final String code;

    SinceLastYear(String code) {
        this.code = code;
    }

    /** Stable, for addresses. */
    public String code() {
        return code;
    }

    public static Optional<SinceLastYear> of(String code) {
        return Arrays.stream(values()).filter(one -> one.code.equals(code)).findFirst();
    }

    /** Key of its words. */
    public String messageKey() {
        return "statement.comparing.last-year." + code;
    }

    static SinceLastYear between(Answer was, Answer is) {
        return !CarriedRow.says(was) ? NEW : is.saysTheSameAs(was) ? SAME : CHANGED;
    }
}
