// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity;

import java.util.Map;

/** The record of who did what in this program (操作の証跡). It is never called an audit. */
public interface Trail {

    /**
     * Writes one line in the transaction that is open.
     *
     * @param deed {@code module.verb}, for example {@code register.import-confirmed}
     * @param subject what it was done to, as its own module names it
     * @param before what was true before; empty for something new
     * @param after what is true now; empty for something that ended
     */
    void write(Actor actor, String deed, String subject, Map<String, ?> before, Map<String, ?> after);
}
