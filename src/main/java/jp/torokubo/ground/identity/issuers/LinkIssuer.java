// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity.issuers;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import jp.torokubo.ground.commands.CommandId;
import jp.torokubo.ground.commands.Once;
import jp.torokubo.ground.commands.Writes;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.ground.identity.IdentityRefusal;
import jp.torokubo.ground.identity.Ids;
import jp.torokubo.ground.identity.Proof;
import jp.torokubo.ground.identity.Trail;
import jp.torokubo.ground.identity.people.Link;
import jp.torokubo.ground.identity.people.ProvenAnew;
import jp.torokubo.ground.identity.people.Token;
import jp.torokubo.ground.identity.store.ExternalAccounts;
import jp.torokubo.ground.identity.store.People;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Ties the account of somebody who is signed in to the one he has at an issuer, and takes up an invitation with it where he came by one.
 *
 * <p>It is a new way in for good, so an unattended desk must not be enough for it.
 */
@Service
@Writes
public class LinkIssuer {

    /** @param link hash of the invitation's secret; null where there is none */
    public record Command(CommandId id, Actor actor, Proof proof, Vouched vouched, @Nullable String link) {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME)
    public sealed interface Result {
        record Linked() implements Result {}

        record Refused(IdentityRefusal why) implements Result {}
    }

    private final Once once;
    private final ExternalAccounts accounts;
    private final People people;
    private final Invitations invitations;
    private final ProvenAnew proven;
    private final Trail trail;
    private final Ids ids;
    private final InstantSource clock;

    LinkIssuer(
            Once once, ExternalAccounts accounts, People people, Invitations invitations, ProvenAnew proven, Trail trail, Ids ids,
            InstantSource clock) {
        this.once = once;
        this.accounts = accounts;
        this.people = people;
        this.invitations = invitations;
        this.proven = proven;
        this.trail = trail;
        this.ids = ids;
        this.clock = clock;
    }

    @Transactional
    public Result handle(Command command) {
        var vouched = command.vouched();
        var asked = Token.sha256("link %s %s %s %s".formatted(
                command.actor().person().value(), vouched.issuer().address(), vouched.subject(), command.link()));
        return once.run(command.id(), asked, Result.class, () -> link(command));
    }

    private Result link(Command command) {
        var vouched = command.vouched();
        var invitation = command.link() == null ? Optional.<Link>empty() : invitations.open(command.link());
        if (command.link() != null && invitation.isEmpty()) {
            return new Result.Refused(new IdentityRefusal.LinkNotUsable());
        }
        var account = accounts.find(vouched.issuer().address(), vouched.subject());
        if (account.filter(known -> !known.person().equals(command.actor().person())).isPresent()) {
            return new Result.Refused(new IdentityRefusal.ExternalBelongsToAnother());
        }
        var whyNot = proven.whyNot(command.actor(), command.proof());
        if (whyNot.isPresent()) {
            return new Result.Refused(whyNot.get());
        }
        if (account.isEmpty()) {
            add(command);
        }
        invitation.ifPresent(open -> invitations.accept(open, people.find(command.actor().person()).orElseThrow()));
        return new Result.Linked();
    }

    private void add(Command command) {
        var now = clock.instant();
        var me = command.actor().person();
        var vouched = command.vouched();
        accounts.add(new ExternalAccount(
                ids.next(), vouched.issuer().address(), vouched.subject(), me, vouched.number(), now, now));
        trail.write(
                command.actor(), "identity.issuer-linked", "person " + me.value(), Map.of(), Map.of("issuer", vouched.issuer().name()));
    }
}
