// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.criteria;

import java.util.Arrays;
import java.util.Optional;

/** What a {@link DatedList} says of the controls it names. */
public enum ListKind {
    /** 主たる監査対象. */
    IMPORTANT("important"),
    /** What the external audit covers under ISMAP-LIU. */
    LIU_AUDITED("liu-audited"),
    /** NIST SP 800-53. */
    SP800_53("sp800-53"),
    /** 統一基準. */
    COMMON_STANDARDS("common-standards");

    private final String code;

    ListKind(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    public static Optional<ListKind> of(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code.equals(code)).findFirst();
    }
}
