// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.criteria;

import java.util.Arrays;
import java.util.Optional;

/** The letters behind a number (管理基準 2.1). */
public enum Suffix {
    NONE(""),
    /** Specific to cloud service providers. */
    P("P"),
    /** Itself a basic statement requirement. */
    B("B"),
    /** Both. */
    PB("PB");

    /** How an address asks for those without letters. */
    public static final String NONE_ASKED = "none";

    private final String code;

    Suffix(String code) {
        this.code = code;
    }

    /** As it stands behind the number, without the dot; empty where there is none. */
    public String code() {
        return code;
    }

    /** As an address says it. */
    public String asked() {
        return this == NONE ? NONE_ASKED : code;
    }

    /** Whether it makes a detailed control part of every statement. */
    public boolean basic() {
        return this == B || this == PB;
    }

    public static Optional<Suffix> of(String code) {
        return Arrays.stream(values()).filter(suffix -> suffix.code.equals(code)).findFirst();
    }

    public static Optional<Suffix> ofAsked(String asked) {
        return Arrays.stream(values()).filter(suffix -> suffix.asked().equals(asked)).findFirst();
    }
}
