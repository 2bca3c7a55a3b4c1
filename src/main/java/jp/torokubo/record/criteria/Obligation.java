// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.criteria;

import java.util.Arrays;
import java.util.Optional;

/** What a statement must do about a control (管理基準 2.2.4). */
public enum Obligation {
    /** It only orders others. */
    NONE("none"),
    /** In principle in every statement; leaving it out needs a reason. */
    MANDATORY("mandatory"),
    /** The provider selects; not selecting needs a reason. */
    SELECTABLE("selectable");

    private final String code;

    Obligation(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    public static Optional<Obligation> of(String code) {
        return Arrays.stream(values()).filter(obligation -> obligation.code.equals(code)).findFirst();
    }
}
