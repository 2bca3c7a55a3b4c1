// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.criteria;

import java.util.Arrays;
import java.util.Optional;

/** What kind of row of the criteria something is. */
public enum Tier {
    /** 章, one number. */
    CHAPTER("chapter", false),
    /** Two numbers. */
    CATEGORY("category", false),
    /** Three numbers, in chapters 3 and 4. */
    HEADING("heading", false),
    /** ガバナンス基準, chapter 3. */
    GOVERNANCE("governance", true),
    /** マネジメント基準, chapter 4. */
    MANAGEMENT("management", true),
    /** 統制目標, three numbers, from chapter 5. */
    OBJECTIVE("objective", false),
    /** 詳細管理策, four numbers. */
    DETAIL("detail", true);

    private final String code;
    private final boolean assessed;

    Tier(String code, boolean assessed) {
        this.code = code;
        this.assessed = assessed;
    }

    public String code() {
        return code;
    }

    /** Whether it counts among the 1,163 that are assessed one by one. */
    public boolean assessed() {
        return assessed;
    }

    public static Optional<Tier> of(String code) {
        return Arrays.stream(values()).filter(tier -> tier.code.equals(code)).findFirst();
    }
}
