// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.ledger;

/**
 * Commitments to values that an entry may not show and that may have to be taken back one day, such as who recorded it.
 *
 * <p>An entry carries SHA-256(salt ‖ value). The salt is random, stays in a private table, and lets whoever is shown both salt and
 * value see that the value was the one. Without the salt nobody can try out values until one fits; so removing the salt takes the
 * value back while every proof over the entry stays valid.
 */
public interface Commitments {

    /** Makes a commitment, in the transaction that is open; 64 hexadecimal digits. */
    String to(String value);

    /** Whether this was the value; false also after the salt was removed. */
    boolean isTo(String commitment, String value);

    /** Removes the salt: from now on nobody can tell what was committed to. */
    void takeBack(String commitment);
}
