// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.desk.mail;

import java.time.Duration;
import java.util.List;

/** How often and how long apart the sending of one mail is tried: about two days, which outlasts a weekend's repair of a mail server. */
final class Tries {

    private static final List<Duration> APART = List.of(
            Duration.ofMinutes(5), Duration.ofMinutes(15), Duration.ofHours(1), Duration.ofHours(4), Duration.ofHours(12),
            Duration.ofHours(12), Duration.ofHours(24));

    static final int MOST = APART.size();

    private Tries() {}

    /** How long after a try the next one is due. */
    static Duration after(int triesBefore) {
        return APART.get(Math.min(triesBefore, MOST - 1));
    }
}
