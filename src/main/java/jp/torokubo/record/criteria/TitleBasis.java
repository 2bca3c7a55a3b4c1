// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.criteria;

import java.util.Arrays;
import java.util.Optional;

/** What a title is. */
public enum TitleBasis {
    /** The title of the control in the standard it comes from. */
    STANDARD_TITLE("standard-title"),
    /** Our summary. */
    OWN_SUMMARY("own-summary"),
    /** The place in a standard, no words of it. */
    POINTER("pointer"),
    /** As the criteria print it, imported. */
    OFFICIAL("official");

    private final String code;

    TitleBasis(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    public static Optional<TitleBasis> of(String code) {
        return Arrays.stream(values()).filter(basis -> basis.code.equals(code)).findFirst();
    }
}
