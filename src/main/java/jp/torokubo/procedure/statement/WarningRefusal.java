// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement;

import jp.torokubo.ground.refusal.Refusal;

/** Why no word is kept for something the self-check found. */
public sealed interface WarningRefusal extends Refusal {

    record WordMissing() implements WarningRefusal {
        @Override public String code() { return "statement.word-missing"; }
    }

    /** Errors are mended; nothing that is said makes up for them. */
    record ErrorNotWarning() implements WarningRefusal {
        @Override public String code() { return "statement.error-not-warning"; }
    }

    /** The self-check does not warn of it any more, or never did. */
    record WarningGone() implements WarningRefusal {
        @Override public String code() { return "statement.warning-gone"; }
    }

    /** The word was meant for a text that stands there no more. */
    record WarnedTextChanged() implements WarningRefusal {
        @Override public String code() { return "statement.warned-text-changed"; }
    }
}
