// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.grid;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import jp.torokubo.procedure.statement.Answer;
import jp.torokubo.procedure.statement.Choice;

/** What a row can be without, as people look for rows that are not finished. */
enum Lack {
    /** 未記入: nobody has answered. */
    ANSWER,
    /** 理由なし: left out without a reason. */
    REASON,
    /** 記述なし: adopted, and nothing says how. A row that rests on a base service says it by that. */
    TEXT,
    /** 担当なし. */
    OWNER;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Lack> of(String code) {
        return Arrays.stream(values()).filter(lack -> lack.code().equals(code)).findFirst();
    }

    boolean isIn(Answer answer) {
        return switch (this) {
            case ANSWER -> answer.choice() == Choice.OPEN;
            case REASON -> answer.choice() == Choice.LEFT_OUT && answer.reason().isEmpty();
            case TEXT -> answer.choice() == Choice.ADOPTED && !answer.isDescribed() && answer.restsOn() == null;
            case OWNER -> answer.owner().isEmpty();
        };
    }
}
