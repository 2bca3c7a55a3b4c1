// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.register;

import java.util.List;
import jp.torokubo.ground.refusal.Refusal;

/** Carries refusals out of an open transaction, which so is rolled back, to the use case that answers with them. */
final class Halted extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Refusal> why;

    Halted(List<? extends Refusal> why) {
        super(why.toString(), null, false, false);
        this.why = List.copyOf(why);
    }

    Halted(Refusal why) {
        this(List.of(why));
    }

    List<Refusal> why() {
        return why;
    }
}
