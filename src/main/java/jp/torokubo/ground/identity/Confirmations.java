// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.torokubo.ground.refusal.Refusal;

/**
 * Confirmation by a second person, bound to the hash of what both saw.
 *
 * <p>A module proposes; another person, who proves anew who he is, confirms or turns down; the module then acts in the same
 * transaction. Nothing is confirmed by its proposer, nothing is confirmed twice, and nothing that has changed since it was proposed.
 */
public interface Confirmations {

    /** What waits for a second person. */
    record Proposal(
            UUID id, String kind, String subject, String hash, PersonId proposer, String proposerName,
            Instant proposedAt, State state) {}

    enum State {
        WAITING,
        CONFIRMED,
        TURNED_DOWN
    }

    /** @param kind {@code module.what}, for example {@code register.import} */
    Proposal propose(Actor proposer, String kind, String subject, String hash);

    Optional<Proposal> find(UUID id);

    /** Waiting proposals, oldest first. */
    List<Proposal> waiting();

    /**
     * Confirms, in the transaction that is open; a code he proves himself by is used up with it.
     *
     * @param proof that it is still he who is signed in
     * @param hashSeen hash of what the second person had before him
     * @return empty when confirmed; otherwise why not
     */
    Optional<Refusal> confirm(Actor second, Proof proof, UUID proposal, String hashSeen);

    /** Turns down, by anybody entitled to confirm or by the proposer himself. */
    Optional<Refusal> turnDown(Actor actor, UUID proposal, String reason);
}
