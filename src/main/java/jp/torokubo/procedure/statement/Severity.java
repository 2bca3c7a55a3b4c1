// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How much a remark of the self-check weighs. Neither keeps anybody from writing or freezing. */
public enum Severity {
    /** A statement with one of these cannot be submitted. */
    ERROR,
    /** May be right as it is; the provider has to say why. */
    WARNING;

    /** Stable, for addresses and files. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Severity> of(String code) {
        return Arrays.stream(values()).filter(severity -> severity.code().equals(code)).findFirst();
    }

    /** Key of its words. */
    public String messageKey() {
        return "statement.check.severity." + code();
    }
}
