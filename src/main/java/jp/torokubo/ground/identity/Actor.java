// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity;

/**
 * Who acts, in which role.
 *
 * @param name as shown to colleagues; never published
 */
public record Actor(PersonId person, String name, Caller role) {

    /** The program itself. */
    public static final Actor SYSTEM = new Actor(PersonId.SYSTEM, "system", Caller.OPERATOR);

    public boolean isSystem() {
        return person.equals(PersonId.SYSTEM);
    }
}
