// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.comparing;

/** What became of a row of the criteria between the editions of two statements. */
public enum ControlChange {
    NONE("none"),
    /** Its wording or its examples were revised, or what we hold of it differs. */
    WORDING("wording"),
    /** Its suffix, or what a statement must do about it, is another. */
    OBLIGATION("obligation"),
    /** The earlier edition does not have it. */
    ADDED("added"),
    /** The later edition does not have it any more. */
    REMOVED("removed");

    private final String code;

    ControlChange(String code) {
        this.code = code;
    }

    /** Stable, for addresses and files. */
    public String code() {
        return code;
    }

    /** Key of its words. */
    public String messageKey() {
        return "statement.comparing.control." + code;
    }
}
