// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.ledger;

/** Names one log; each register has its own, with its own indexes from 0. */
public record LogName(String value) {

    public LogName {
        if (!isPossible(value)) {
            throw new IllegalArgumentException("not a log name: " + value);
        }
    }

    public static boolean isPossible(String name) {
        return name.matches("[a-z][a-z-]{1,30}");
    }
}
