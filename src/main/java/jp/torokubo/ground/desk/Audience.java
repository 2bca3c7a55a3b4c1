// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.desk;

import jp.torokubo.ground.identity.Caller;
import jp.torokubo.ground.identity.OrganisationId;
import jp.torokubo.ground.identity.PersonId;

/** For whom a task waits. He sees it when he acts for that organisation, in a role of his own or in the stead of the one it is for. */
public sealed interface Audience {

    OrganisationId organisation();

    /** One person, in whatever role he has there. */
    record OnePerson(PersonId person, OrganisationId organisation) implements Audience {}

    /** Whoever holds the role there when he looks. */
    record Holders(Caller role, OrganisationId organisation) implements Audience {

        public Holders {
            if (!role.isRole()) {
                throw new IllegalArgumentException(role + " is no role that somebody holds");
            }
        }
    }
}
