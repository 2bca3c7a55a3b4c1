// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.register;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.torokubo.ground.identity.Confirmations;
import jp.torokubo.ground.identity.PersonId;
import jp.torokubo.record.register.RegisterEvent.StatementStated;

/** Public parts of statements that were proposed, for the second person to look at. */
public interface StatementProposals {

    /** For the use cases of this module only. */
    void add(UUID proposal, RegisterName register, long registerIndex, String body, String hash);

    /** Those that still wait, oldest first. */
    List<Proposed> waiting();

    /** Also one that has been decided. */
    Optional<Proposed> find(UUID proposal);

    /**
     * @param registerIndex last entry of the register when it was proposed; the confirmation is refused once there is a later one
     * @param hash of everything that will be recorded, with this index: what the second person must have seen
     */
    record Proposed(
            UUID id, RegisterName register, long registerIndex, StatementStated event, Basis basis, String hash, PersonId proposer,
            String proposerName, Instant proposedAt, Confirmations.State state) {}
}
