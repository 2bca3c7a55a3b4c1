// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.checking;

import jp.torokubo.procedure.statement.Answer;
import jp.torokubo.procedure.statement.Choice;
import jp.torokubo.record.criteria.Control;
import org.jspecify.annotations.Nullable;

/**
 * A row of the criteria with its answer.
 *
 * @param objective what is said of the objective a detailed control belongs to; null for other rows
 */
record AnsweredRow(Control control, Answer answer, @Nullable Answer objective, Checking statement) {

    /** Whether its objective is excluded, and the row with it. */
    boolean fallsAway() {
        return objective != null && objective.choice() == Choice.LEFT_OUT;
    }

    /** Whether it has to be in the statement, unless its objective is excluded. */
    boolean basic() {
        return control.suffix().basic();
    }

    boolean adopted() {
        return answer.choice() == Choice.ADOPTED;
    }

    boolean leftOut() {
        return answer.choice() == Choice.LEFT_OUT;
    }

    boolean open() {
        return answer.choice() == Choice.OPEN;
    }
}
