// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.workbook;

import java.util.Locale;

/** The columns of the workbook, in their order. */
public enum Field {
    /** Tells a row that comes back from another, and whether it has been changed meanwhile. */
    KEY("行の鍵", "Row key", 10, false),
    NUMBER("番号", "Number", 13, false),
    TITLE("管理策（参考）", "Control (for reference)", 34, false),
    OBLIGATION("義務（参考）", "Obligation (for reference)", 12, false),
    CHOICE("採否", "Choice", 12, true),
    REALISATION_JA("個別管理策", "Realisation (Japanese)", 52, true),
    REALISATION_EN("個別管理策（英語）", "Realisation (English)", 36, true),
    FROM("期間の始まり", "Period from", 13, true),
    UNTIL("期間の終わり", "Period until", 13, true),
    REASON_JA("理由", "Reason (Japanese)", 40, true),
    REASON_EN("理由（英語）", "Reason (English)", 30, true),
    OWNER("担当", "Owner", 20, true),
    DUE("期限", "Due", 13, true),
    STATE("状態", "State", 12, true),
    EVIDENCE("証跡の数（参考）", "Evidence (for reference)", 10, false),
    RESTS_ON("依拠する管理策（参考）", "Rests on (for reference)", 16, false);

    private final String japanese;
    private final String english;
    private final int width;
    private final boolean read;

    Field(String japanese, String english, int width, boolean read) {
        this.japanese = japanese;
        this.english = english;
        this.width = width;
        this.read = read;
    }

    public String heading(boolean inEnglish) {
        return inEnglish ? english : japanese;
    }

    int width() {
        return width;
    }

    /** Whether what stands there is taken back. */
    public boolean isRead() {
        return read;
    }

    /** Whether each state before and after a change has its own. */
    boolean isOfRealisation() {
        return this == REALISATION_JA || this == REALISATION_EN || this == FROM || this == UNTIL;
    }

    /** Whether it holds words that people write freely. */
    boolean isText() {
        return this == REALISATION_JA || this == REALISATION_EN || this == REASON_JA || this == REASON_EN;
    }

    /** Stable name. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Key of its words. */
    public String messageKey() {
        return "statement.workbook.field." + code();
    }
}
