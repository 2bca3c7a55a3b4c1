// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity;

import java.util.List;
import java.util.Optional;

/** Whom the program can turn to, by person or by role. It says who somebody is, never what he may see. */
public interface Addressees {

    /**
     * Somebody who can sign in now.
     *
     * @param name as shown to colleagues; never published
     * @param address e-mail address; the one he signs in with
     */
    record Addressee(PersonId person, String name, String address) {}

    /** Empty for whoever cannot sign in now: he could not read on the desk what a mail tells him to look at. */
    Optional<Addressee> find(PersonId person);

    /** Whoever holds the role in the organisation now and can sign in. */
    List<PersonId> holding(Caller role, OrganisationId organisation);

    /** Somebody in each of the roles he holds himself; in those of others, in whose stead he may act, he is not written to. */
    List<Actor> roles(PersonId person);
}
