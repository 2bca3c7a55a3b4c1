// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's need to know of a dossier, from when to when.
 *
 * @param organisation for which he is there; in a role of another organisation he sees nothing
 * @param mayAssign whether he may bring in colleagues of his organisation for the same part
 * @param endsAt first instant at which it no longer holds; null: not set
 */
public record Assignment(
        UUID id, DossierId dossier, PersonId person, OrganisationId organisation, Part part, boolean mayAssign,
        Instant startsAt, @Nullable Instant endsAt) {

    public boolean holdsAt(Instant at) {
        return !startsAt.isAfter(at) && (endsAt == null || endsAt.isAfter(at));
    }
}
