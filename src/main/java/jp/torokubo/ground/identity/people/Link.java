// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity.people;

import java.time.Instant;
import java.util.UUID;
import jp.torokubo.ground.identity.Caller;
import jp.torokubo.ground.identity.OrganisationId;
import jp.torokubo.ground.identity.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A one-time link, while it can still be used.
 *
 * @param person whose account it sets up; null until the holder has named himself
 * @param role what he becomes where the link is an invitation, and where
 */
public record Link(
        UUID id, Purpose purpose, @Nullable PersonId person, PersonId issuedBy, Instant expiresAt, Caller role,
        OrganisationId organisation) {

    /** For the operator's own people. */
    public Link(UUID id, Purpose purpose, @Nullable PersonId person, PersonId issuedBy, Instant expiresAt) {
        this(id, purpose, person, issuedBy, expiresAt, Caller.OPERATOR, OrganisationId.OPERATOR);
    }

    public enum Purpose {
        /** For the first person, printed where the program was started. */
        FIRST,
        /** For a further person, handed over by one who is there already. */
        INVITATION,
        /** For somebody who has lost his proofs. */
        RESET
    }
}
