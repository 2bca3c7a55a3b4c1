// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.criteria;

/**
 * A number that an edition passes over (欠番). Not an error, and not a control.
 *
 * @param number for example {@code 6.1.3.4}
 * @param parent the row under which it is missing
 */
public record Hole(String number, Control parent) {

    /** Whether it is a deleted control, and not a section that the criteria never had. */
    public boolean ofControl() {
        return number.chars().filter(c -> c == '.').count() == 3;
    }
}
