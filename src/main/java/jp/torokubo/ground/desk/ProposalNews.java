// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.desk;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.ground.identity.ConfirmationKind;
import jp.torokubo.ground.identity.Confirmations;
import jp.torokubo.ground.identity.Confirmations.Proposal;
import jp.torokubo.ground.identity.Confirmations.State;
import jp.torokubo.ground.identity.PersonId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tells whoever proposed something what a second person has decided. A module calls it after {@link Confirmations}, in the same transaction. */
@Component
public class ProposalNews {

    static final String CONFIRMED = "desk.proposal-confirmed";
    static final String TURNED_DOWN = "desk.proposal-turned-down";

    private final Desk desk;
    private final Confirmations confirmations;
    private final ObjectProvider<ConfirmationKind> kinds;

    ProposalNews(Desk desk, Confirmations confirmations, ObjectProvider<ConfirmationKind> kinds) {
        this.desk = desk;
        this.confirmations = confirmations;
        this.kinds = kinds;
    }

    /** Nothing is said of what one has decided oneself, nor to the program. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void decided(Actor by, UUID id) {
        confirmations.find(id)
                .filter(proposal -> proposal.state() != State.WAITING)
                .filter(proposal -> !proposal.proposer().equals(by.person()) && !proposal.proposer().equals(PersonId.SYSTEM))
                .ifPresent(proposal -> kindOf(proposal).ifPresent(kind -> desk.tell(by, message(proposal, kind))));
    }

    private Optional<ConfirmationKind> kindOf(Proposal proposal) {
        return kinds.stream().filter(kind -> kind.kind().equals(proposal.kind())).findFirst();
    }

    private static Message message(Proposal proposal, ConfirmationKind kind) {
        return new Message(
                proposal.state() == State.CONFIRMED ? CONFIRMED : TURNED_DOWN, new Subject(kind.messageKey(), List.of()),
                new Place(kind.href(proposal.id(), proposal.subject())), proposal.proposer(), null);
    }

    @Configuration(proxyBeanMethods = false)
    static class Kinds {

        @Bean
        DeskKind confirmedProposals() {
            return new DeskKind(CONFIRMED, "desk.kind.confirmed");
        }

        @Bean
        DeskKind turnedDownProposals() {
            return new DeskKind(TURNED_DOWN, "desk.kind.turned-down");
        }
    }
}
