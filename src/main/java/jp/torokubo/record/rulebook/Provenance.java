// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.rulebook;

import java.util.Arrays;
import java.util.Optional;

/** How well a fact is known. */
public enum Provenance {
    /** Stands in an official publication. */
    OFFICIAL("official"),
    /** Stands in somebody else's publication. */
    SECONDARY("secondary"),
    /** Follows from other facts by a rule of ours. */
    INFERRED("inferred"),
    /** Not verified, or known to be unknown. */
    UNVERIFIED("unverified");

    private final String code;

    Provenance(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    public static Optional<Provenance> of(String code) {
        return Arrays.stream(values()).filter(provenance -> provenance.code.equals(code)).findFirst();
    }
}
