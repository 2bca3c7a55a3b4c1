// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** How far the work on a row has come. Moves that are not listed are refused. */
public enum RowState {
    /** 未着手. */
    UNTOUCHED("untouched", "未着手", "Untouched"),
    /** 作成中. */
    IN_WORK("in-work", "作成中", "In work"),
    /** 確認待ち: whoever wrote it thinks it is ready. */
    READY("ready", "確認待ち", "Ready"),
    /** 差戻し: whoever looked at it wants it changed. */
    SENT_BACK("sent-back", "差戻し", "Sent back"),
    /** 確認済. Writing into the row again takes it back to {@link #IN_WORK}. */
    SETTLED("settled", "確認済", "Settled");

    private final String code;
    private final String japanese;
    private final String english;

    RowState(String code, String japanese, String english) {
        this.code = code;
        this.japanese = japanese;
        this.english = english;
    }

    /** As it is called where no page is: in workbooks and refusals. */
    public String word(boolean inEnglish) {
        return inEnglish ? english : japanese;
    }

    public String code() {
        return code;
    }

    /** Whether somebody may move a row from here to there. */
    public boolean leadsTo(RowState next) {
        return next == this || next(this).contains(next);
    }

    private static Set<RowState> next(RowState from) {
        return switch (from) {
            case UNTOUCHED -> EnumSet.of(IN_WORK, READY);
            case IN_WORK -> EnumSet.of(READY);
            case READY -> EnumSet.of(IN_WORK, SENT_BACK, SETTLED);
            case SENT_BACK -> EnumSet.of(IN_WORK, READY);
            case SETTLED -> EnumSet.of(IN_WORK, SENT_BACK);
        };
    }

    public static Optional<RowState> of(String code) {
        return Arrays.stream(values()).filter(state -> state.code.equals(code)).findFirst();
    }

    /** Key of its words. */
    public String messageKey() {
        return "statement.row." + code;
    }
}
