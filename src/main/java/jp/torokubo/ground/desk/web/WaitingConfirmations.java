// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.desk.web;

import java.time.Instant;
import java.util.List;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.ground.identity.ConfirmationKind;
import jp.torokubo.ground.identity.Confirmations;
import jp.torokubo.ground.identity.Confirmations.Proposal;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What waits for a second person. It is read where it is kept, and no task is made of it: what is kept twice can differ. */
@Component
class WaitingConfirmations {

    /** @param mine whether the reader proposed it himself, and so cannot confirm it */
    record Waiting(String messageKey, String href, String subject, String proposer, Instant at, boolean mine) {}

    private final Confirmations confirmations;
    private final ObjectProvider<ConfirmationKind> kinds;

    WaitingConfirmations(Confirmations confirmations, ObjectProvider<ConfirmationKind> kinds) {
        this.confirmations = confirmations;
        this.kinds = kinds;
    }

    List<Waiting> seenBy(Actor reader) {
        return confirmations.waiting().stream().map(proposal -> waiting(proposal, reader)).toList();
    }

    private Waiting waiting(Proposal proposal, Actor reader) {
        var kind = kinds.stream().filter(known -> known.kind().equals(proposal.kind())).findFirst();
        return new Waiting(
                kind.map(ConfirmationKind::messageKey).orElse("desk.confirmations.unknown"),
                kind.map(known -> known.href(proposal.id(), proposal.subject())).orElse(""),
                proposal.subject(),
                proposal.proposerName(),
                proposal.proposedAt(),
                proposal.proposer().equals(reader.person()));
    }
}
