// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.register;

/**
 * A fact and how well it is known.
 *
 * @param provenance how it came to be known
 */
public record Sourced<T>(T value, Provenance provenance) {

    /** How a fact came to be known. */
    public enum Provenance {
        /** Stands in an official publication. */
        OFFICIAL("official"),
        /** Stands in somebody else's publication. */
        SECONDARY("secondary"),
        /** Follows from other facts by a rule of ours. */
        INFERRED("inferred"),
        /** Was said, and not verified. */
        UNVERIFIED("unverified");

        private final String code;

        Provenance(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }
}
