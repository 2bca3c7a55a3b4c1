// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.criteria.importing;

import jp.torokubo.ground.refusal.Refusal;

/** Leads from inside a transaction to a refusal, and takes everything back on its way. */
public final class Halt extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Refusal why;

    public Halt(Refusal why) {
        super(why.code(), null, false, false);
        this.why = why;
    }

    public Refusal why() {
        return why;
    }
}
