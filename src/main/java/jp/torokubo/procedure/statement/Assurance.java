// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement;

import java.util.Locale;

/** The eight items of the written representation (管理基準 2.2.8). */
public enum Assurance {
    /** Responsibility for selecting the controls, and for their working. */
    SELECTION,
    /** A structure by which they are evaluated independently. */
    EVALUATION,
    /** Responsibility for how the criteria are understood. */
    INTERPRETATION,
    /** That the standard of the audit is known. */
    AUDIT_STANDARD,
    /** That the report goes to those only for whom it is meant. */
    DISTRIBUTION,
    /** That everything that was asked for has been given. */
    COMPLETENESS,
    /** What happened after the end of the period. */
    LATER_EVENTS,
    /** What is known of fraud and unlawful acts. */
    FRAUD;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Key of its words. */
    public String messageKey() {
        return "statement.assurance." + code();
    }
}
