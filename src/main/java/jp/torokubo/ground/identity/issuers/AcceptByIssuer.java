// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity.issuers;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import jp.torokubo.ground.commands.CommandId;
import jp.torokubo.ground.commands.Once;
import jp.torokubo.ground.commands.Writes;
import jp.torokubo.ground.identity.IdentityRefusal;
import jp.torokubo.ground.identity.PersonId;
import jp.torokubo.ground.identity.people.Person;
import jp.torokubo.ground.identity.people.Token;
import jp.torokubo.ground.identity.store.ExternalAccounts;
import jp.torokubo.ground.identity.store.People;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes up an invitation by the word of an issuer: its subject's account is made where there is none, and the role of the invitation
 * begins. For somebody who is signed in there is {@link LinkIssuer}.
 */
@Service
@Writes
public class AcceptByIssuer {

    /** @param link hash of the invitation's secret */
    public record Command(CommandId id, Vouched vouched, String link) {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME)
    public sealed interface Result {
        record SignedIn(PersonId person, int epoch) implements Result {}

        record Refused(IdentityRefusal why) implements Result {}
    }

    private final Once once;
    private final ExternalAccounts accounts;
    private final NewAccount newAccount;
    private final People people;
    private final Invitations invitations;
    private final InstantSource clock;

    AcceptByIssuer(
            Once once, ExternalAccounts accounts, NewAccount newAccount, People people, Invitations invitations, InstantSource clock) {
        this.once = once;
        this.accounts = accounts;
        this.newAccount = newAccount;
        this.people = people;
        this.invitations = invitations;
        this.clock = clock;
    }

    @Transactional
    public Result handle(Command command) {
        var vouched = command.vouched();
        var asked = Token.sha256(
                "accept by %s %s %s".formatted(vouched.issuer().address(), vouched.subject(), command.link()));
        return once.run(command.id(), asked, Result.class, () -> accept(command));
    }

    private Result accept(Command command) {
        var vouched = command.vouched();
        var link = invitations.open(command.link());
        if (link.isEmpty()) {
            return new Result.Refused(new IdentityRefusal.LinkNotUsable());
        }
        var account = accounts.find(vouched.issuer().address(), vouched.subject());
        var why = account.isEmpty() ? newAccount.whyNot(vouched) : whyNot(vouched, account.get());
        if (why.isPresent()) {
            return new Result.Refused(why.get());
        }
        var id = account.map(known -> used(vouched, known))
                .orElseGet(() -> newAccount.make(vouched, Map.of("link-from", link.get().issuedBy().value().toString())));
        var person = people.find(id).orElseThrow();
        invitations.accept(link.get(), person);
        return new Result.SignedIn(id, person.epoch());
    }

    private Optional<IdentityRefusal> whyNot(Vouched vouched, ExternalAccount account) {
        return people.find(account.person()).filter(Person::usable).isEmpty()
                ? Optional.of(new IdentityRefusal.ExternalNotAdmitted())
                : SignInByIssuer.whyMoved(vouched, account);
    }

    private PersonId used(Vouched vouched, ExternalAccount account) {
        accounts.used(account.id(), vouched.number(), clock.instant());
        return account.person();
    }
}
