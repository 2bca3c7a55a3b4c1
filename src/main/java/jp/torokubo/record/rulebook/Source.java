// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.rulebook;

/** Where a fact was read, in words, and how well it is known by that. */
public record Source(Provenance provenance, String ja, String en) {

    public String words(boolean english) {
        return english ? en : ja;
    }
}
