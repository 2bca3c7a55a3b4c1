// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement;

import java.util.Arrays;
import java.util.Optional;
import jp.torokubo.record.criteria.Tier;

/**
 * What a statement says of a row of the criteria (管理基準 2.2.4). How it is called follows from the tier: an objective is implemented or
 * excluded, a detailed control selected or not selected.
 */
public enum Choice {
    /** Nobody has answered yet. */
    OPEN("open"),
    /** Implemented, or for a detailed control: selected. */
    ADOPTED("adopted"),
    /** Excluded, or for a detailed control: not selected. Needs a reason. */
    LEFT_OUT("left-out");

    private final String code;

    Choice(String code) {
        this.code = code;
    }

    /** Stable, for addresses and files. */
    public String code() {
        return code;
    }

    public static Optional<Choice> of(String code) {
        return Arrays.stream(values()).filter(choice -> choice.code.equals(code)).findFirst();
    }

    /** Key of its words for a row of that tier. */
    public String messageKey(Tier tier) {
        return "statement.choice." + code + (tier == Tier.DETAIL ? ".detail" : "");
    }
}
