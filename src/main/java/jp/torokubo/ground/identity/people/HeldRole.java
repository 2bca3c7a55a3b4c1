// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity.people;

import java.time.Instant;
import java.util.UUID;
import jp.torokubo.ground.identity.Caller;
import jp.torokubo.ground.identity.OrganisationId;
import jp.torokubo.ground.identity.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A role that is held now.
 *
 * @param holder whose it is
 * @param deputyUntil where somebody else acts in it: until when he may; null where that is not set
 */
public record HeldRole(
        UUID id, PersonId holder, Caller role, OrganisationId organisation, Instant startsAt, @Nullable Instant deputyUntil) {}
