// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import jp.torokubo.ground.identity.people.Person;
import jp.torokubo.ground.identity.people.ProvenAnew;
import jp.torokubo.ground.identity.store.People;
import jp.torokubo.ground.identity.store.Proposals;
import jp.torokubo.ground.identity.store.Roles;
import jp.torokubo.ground.refusal.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps proposals in the database; the row of a proposal is held while it is decided, so that of two at once one wins. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
class KeptConfirmations implements Confirmations {

    private final Proposals proposals;
    private final People people;
    private final Roles roles;
    private final ProvenAnew proven;
    private final Trail trail;
    private final Ids ids;
    private final InstantSource clock;

    KeptConfirmations(
            Proposals proposals, People people, Roles roles, ProvenAnew proven, Trail trail, Ids ids, InstantSource clock) {
        this.proposals = proposals;
        this.people = people;
        this.roles = roles;
        this.proven = proven;
        this.trail = trail;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public Proposal propose(Actor proposer, String kind, String subject, String hash) {
        var proposal = new Proposal(
                ids.next(), kind, subject, hash, proposer.person(), proposer.name(), clock.instant(), State.WAITING);
        proposals.add(proposal, proposer.standsInFor());
        trail.write(proposer, "identity.proposed", subjectOf(proposal), Map.of(), Map.of("subject", subject, "hash", hash));
        return proposal;
    }

    @Override
    @Transactional(propagation = Propagation.SUPPORTS)
    public Optional<Proposal> find(UUID id) {
        return proposals.find(id);
    }

    @Override
    @Transactional(propagation = Propagation.SUPPORTS)
    public List<Proposal> waiting() {
        return proposals.waiting();
    }

    @Override
    public Optional<Refusal> confirm(Actor second, Proof proof, UUID id, String hashSeen) {
        var found = proposals.findForUpdate(id);
        if (found.isEmpty()) {
            return Optional.of(new IdentityRefusal.ProposalUnknown());
        }
        var proposal = found.get();
        if (!entitled(second)) {
            return Optional.of(new IdentityRefusal.NotEntitled());
        }
        if (proposal.state() != State.WAITING) {
            return Optional.of(new IdentityRefusal.AlreadyDecided(proposal.state()));
        }
        if (!another(second, proposal)) {
            return Optional.of(new IdentityRefusal.SamePerson(second.name()));
        }
        if (!proposal.hash().equals(hashSeen)) {
            return Optional.of(new IdentityRefusal.ChangedSinceProposed());
        }
        var notProven = proven.whyNot(second, proof);
        if (notProven.isPresent()) {
            return Optional.of(notProven.get());
        }
        decide(second, proposal, State.CONFIRMED, null);
        return Optional.empty();
    }

    @Override
    public Optional<Refusal> turnDown(Actor actor, UUID id, String reason) {
        var found = proposals.findForUpdate(id);
        if (found.isEmpty()) {
            return Optional.of(new IdentityRefusal.ProposalUnknown());
        }
        var proposal = found.get();
        if (!entitled(actor)) {
            return Optional.of(new IdentityRefusal.NotEntitled());
        }
        if (proposal.state() != State.WAITING) {
            return Optional.of(new IdentityRefusal.AlreadyDecided(proposal.state()));
        }
        if (reason.isBlank()) {
            return Optional.of(new IdentityRefusal.ReasonMissing());
        }
        decide(actor, proposal, State.TURNED_DOWN, reason.strip());
        return Optional.empty();
    }

    private void decide(Actor actor, Proposal proposal, State state, @Nullable String reason) {
        if (!proposals.decide(proposal.id(), state, actor.person(), clock.instant(), reason)) {
            throw new IllegalStateException("proposal " + proposal.id() + " was decided while it was held");
        }
        var deed = state == State.CONFIRMED ? "identity.confirmed" : "identity.turned-down";
        var after = reason == null ? Map.of("hash", proposal.hash()) : Map.of("reason", reason);
        trail.write(actor, deed, subjectOf(proposal), Map.of("state", State.WAITING.name()), after);
    }

    /** Asked of the database, not of the session: a role may have ended a moment ago. */
    private boolean entitled(Actor actor) {
        return !actor.isSystem()
                && people.find(actor.person()).filter(Person::usable).isPresent()
                && Stream.concat(roles.of(actor.person()).stream(), roles.deputisedTo(actor.person(), clock.instant()).stream())
                        .anyMatch(role -> role.role() == Caller.OPERATOR);
    }

    /** Whoever acts in somebody's name is not a second person beside him. */
    private boolean another(Actor second, Proposal proposal) {
        return second.isAnotherThan(proposal.proposer())
                && proposals.proposedInTheNameOf(proposal.id()).filter(name -> !second.isAnotherThan(name)).isEmpty();
    }

    private static String subjectOf(Proposal proposal) {
        return proposal.kind() + " " + proposal.id();
    }
}
