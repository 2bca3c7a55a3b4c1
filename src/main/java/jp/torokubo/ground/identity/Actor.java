// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity;

import org.jspecify.annotations.Nullable;

/**
 * Who acts, in which role, for which organisation.
 *
 * @param name as shown to colleagues; never published
 * @param standsInFor whose role it is where a deputy acts; null for everybody who acts for himself
 */
public record Actor(
        PersonId person, String name, Caller role, OrganisationId organisation, @Nullable PersonId standsInFor) {

    /** The program itself. */
    public static final Actor SYSTEM = program("system");

    /** Somebody of the operator's. */
    public Actor(PersonId person, String name, Caller role) {
        this(person, name, role, OrganisationId.OPERATOR, null);
    }

    /** The program, at a work of its own that has a name. */
    public static Actor program(String work) {
        return new Actor(PersonId.SYSTEM, work, Caller.OPERATOR);
    }

    public boolean isSystem() {
        return person.equals(PersonId.SYSTEM);
    }

    /** Whose assignments count: his own, or those of the one he stands in for. */
    public PersonId assigned() {
        return standsInFor == null ? person : standsInFor;
    }

    /** Whether this one and that one are two who can watch each other; a deputy and the one he stands in for are not. */
    public boolean isAnotherThan(PersonId other) {
        return !person.equals(other) && !other.equals(standsInFor);
    }
}
