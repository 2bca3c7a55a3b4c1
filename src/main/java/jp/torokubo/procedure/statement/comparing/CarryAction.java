// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.comparing;

import java.util.Arrays;
import java.util.Optional;

/** What to do with a row of an earlier statement, as far as that follows from the criteria and from what it said. */
public enum CarryAction {
    /** Neither the row of the criteria nor anything else speaks against taking it over. */
    AS_IS("as-is"),
    /** Take it over, and look at it again. */
    LOOK_AGAIN("look-again"),
    /** The row is new, or nothing was said of it. */
    ANEW("anew"),
    /** The edition has no such row any more; what was said stays to be seen. */
    DROP("drop"),
    /** Somebody has already written into the row: it stays, unless he wants otherwise. */
    KEEP("keep"),
    /** The row says already what would be taken over. */
    DONE("done");

    private final String code;

    CarryAction(String code) {
        this.code = code;
    }

    /** Stable, for addresses and files. */
    public String code() {
        return code;
    }

    public static Optional<CarryAction> of(String code) {
        return Arrays.stream(values()).filter(action -> action.code.equals(code)).findFirst();
    }

    /** Key of its words. */
    public String messageKey() {
        return "statement.comparing.action." + code;
    }
}
