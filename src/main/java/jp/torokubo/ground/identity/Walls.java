// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity;

import java.util.function.Supplier;

/**
 * The walls between those who must not know of each other.
 *
 * <p>Whoever reads or writes something behind a wall enters first, in the transaction that is open, and then asks only for what
 * {@link Reach} names. The database is told the same and holds every row against it on its own, so that one forgotten condition shows
 * nothing: two independent guards. Without entering, nothing is seen.
 */
public interface Walls {

    /** Comes in as somebody, or as the program at a named work. Holds until the transaction ends. */
    Reach enter(Actor actor);

    /** Comes in for one dossier only. Nothing else is within reach then, not even what the actor might see elsewhere. */
    Reach enter(Actor actor, DossierId only);

    /** Does something as the program, for example asks for relations of one who is not here yet; afterwards the actor is back. */
    <A> A asProgram(Actor actor, Supplier<A> work);
}
