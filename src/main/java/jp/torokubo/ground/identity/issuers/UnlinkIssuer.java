// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity.issuers;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Map;
import java.util.UUID;
import jp.torokubo.ground.commands.CommandId;
import jp.torokubo.ground.commands.Once;
import jp.torokubo.ground.commands.Writes;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.ground.identity.IdentityRefusal;
import jp.torokubo.ground.identity.PersonId;
import jp.torokubo.ground.identity.Proof;
import jp.torokubo.ground.identity.Trail;
import jp.torokubo.ground.identity.people.ProvenAnew;
import jp.torokubo.ground.identity.people.Token;
import jp.torokubo.ground.identity.store.ExternalAccounts;
import jp.torokubo.ground.identity.store.Passkeys;
import jp.torokubo.ground.identity.store.People;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Unties one's own account from one at an issuer, as long as another way in is left. */
@Service
@Writes
public class UnlinkIssuer {

    public record Command(CommandId id, Actor actor, Proof proof, UUID account) {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME)
    public sealed interface Result {
        record Unlinked() implements Result {}

        record Refused(IdentityRefusal why) implements Result {}
    }

    private final Once once;
    private final ExternalAccounts accounts;
    private final People people;
    private final Passkeys passkeys;
    private final ProvenAnew proven;
    private final Trail trail;

    UnlinkIssuer(Once once, ExternalAccounts accounts, People people, Passkeys passkeys, ProvenAnew proven, Trail trail) {
        this.once = once;
        this.accounts = accounts;
        this.people = people;
        this.passkeys = passkeys;
        this.proven = proven;
        this.trail = trail;
    }

    @Transactional
    public Result handle(Command command) {
        var asked = Token.sha256("unlink " + command.actor().person().value() + " " + command.account());
        return once.run(command.id(), asked, Result.class, () -> unlink(command));
    }

    private Result unlink(Command command) {
        var me = command.actor().person();
        // held first: two accounts that are untied at once must not each rely on the other
        people.findForUpdate(me);
        var account = accounts.of(me).stream().filter(mine -> mine.id().equals(command.account())).findFirst();
        if (account.isEmpty()) {
            return new Result.Refused(new IdentityRefusal.ExternalUnknown());
        }
        if (!anotherWayIn(me)) {
            return new Result.Refused(new IdentityRefusal.LastWayIn());
        }
        var whyNot = proven.whyNot(command.actor(), command.proof());
        if (whyNot.isPresent()) {
            return new Result.Refused(whyNot.get());
        }
        accounts.remove(account.get().id());
        trail.write(
                command.actor(), "identity.issuer-unlinked", "person " + me.value(), Map.of("issuer", account.get().issuer()), Map.of());
        return new Result.Unlinked();
    }

    private boolean anotherWayIn(PersonId me) {
        var person = people.find(me).orElseThrow();
        return person.password() != null && person.hasAuthenticator() || !passkeys.of(me).isEmpty() || accounts.of(me).size() > 1;
    }
}
