// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.rulebook;

import java.util.Arrays;
import java.util.Optional;

/** Whether an edition is a rule. */
public enum Standing {
    /** A draft that the scheme has published (案); in force on no day. */
    PROPOSED("proposed"),
    /** In force, from a day that may be unknown. */
    IN_FORCE("in-force");

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
}
