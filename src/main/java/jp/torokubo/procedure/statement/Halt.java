// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement;

import jp.torokubo.ground.refusal.Refusal;

/** Carries a refusal out of a transaction, which is rolled back with all it did: the command may be sent again. */
final class Halt extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Refusal why;

    Halt(Refusal why) {
        super(why.code(), null, false, false);
        this.why = why;
    }

    Refusal why() {
        return why;
    }
}
