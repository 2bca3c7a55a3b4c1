// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement;

import jp.torokubo.ground.refusal.Refusal;

/** Why no class is kept for a changed description. */
public sealed interface ClassRefusal extends Refusal {

    /** None was chosen, or one that follows from what was entered and that nobody has to say. */
    record ClassNotChosen() implements ClassRefusal {
        @Override public String code() { return "statement.class-not-chosen"; }
    }

    /** The two do not describe the row differently any more, or never did. */
    record DifferenceGone() implements ClassRefusal {
        @Override public String code() { return "statement.difference-gone"; }
    }

    /** The word was meant for texts that stand there no more. */
    record ComparedTextChanged() implements ClassRefusal {
        @Override public String code() { return "statement.compared-text-changed"; }
    }
}
