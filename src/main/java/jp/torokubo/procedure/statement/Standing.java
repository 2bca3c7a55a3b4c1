// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement;

import java.util.Arrays;
import java.util.Optional;

/** Whether a function is covered by the statement (言明の対象範囲). What is not known is never inside. */
public enum Standing {
    INSIDE("inside"),
    OUTSIDE("outside"),
    UNKNOWN("unknown");

    private final String code;

    Standing(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    public static Optional<Standing> of(String code) {
        return Arrays.stream(values()).filter(standing -> standing.code.equals(code)).findFirst();
    }

    /** Key of its words. */
    public String messageKey() {
        return "statement.standing." + code;
    }
}
