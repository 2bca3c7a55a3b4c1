// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement;

import java.util.Arrays;
import java.util.Optional;

/** By what rows were changed. */
public enum Deed {
    /** Somebody wrote into a row. */
    EDIT("edit"),
    /** Several rows at once, by one choice. */
    BULK("bulk"),
    /** A workbook was taken in. */
    IMPORT("import"),
    /** Taken over from another statement. */
    CARRY_OVER("carry-over"),
    /** Drafts by a mapping from other criteria. */
    MAPPING("mapping"),
    /** An earlier deed was undone. */
    UNDO("undo");

    private final String code;

    Deed(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    public static Optional<Deed> of(String code) {
        return Arrays.stream(values()).filter(deed -> deed.code.equals(code)).findFirst();
    }

    /** Key of its words. */
    public String messageKey() {
        return "statement.deed-on-rows." + code;
    }
}
