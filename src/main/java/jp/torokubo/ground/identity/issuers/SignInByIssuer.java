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
import jp.torokubo.ground.identity.Caller;
import jp.torokubo.ground.identity.IdentityRefusal;
import jp.torokubo.ground.identity.PersonId;
import jp.torokubo.ground.identity.Trail;
import jp.torokubo.ground.identity.people.Person;
import jp.torokubo.ground.identity.people.Token;
import jp.torokubo.ground.identity.store.ExternalAccounts;
import jp.torokubo.ground.identity.store.People;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets somebody in by the word of an issuer.
 *
 * <p>He is known by issuer and subject, and by nothing else: an e-mail address proves no account. What the issuer says of his company is
 * looked at again each time, and gives him nothing he does not hold. Whom nobody knows is let in by {@link FirstEntry}, or not at all.
 */
@Service
@Writes
public class SignInByIssuer {

    public record Command(CommandId id, Vouched vouched) {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME)
    public sealed interface Result {
        record SignedIn(PersonId person, int epoch) implements Result {}

        record Refused(IdentityRefusal why) implements Result {}
    }

    private final Once once;
    private final ExternalAccounts accounts;
    private final People people;
    private final FirstEntry firstEntry;
    private final Trail trail;
    private final InstantSource clock;

    SignInByIssuer(
            Once once, ExternalAccounts accounts, People people, FirstEntry firstEntry, Trail trail, InstantSource clock) {
        this.once = once;
        this.accounts = accounts;
        this.people = people;
        this.firstEntry = firstEntry;
        this.trail = trail;
        this.clock = clock;
    }

    @Transactional
    public Result handle(Command command) {
        var vouched = command.vouched();
        var asked = Token.sha256("sign in by " + vouched.issuer().address() + " " + vouched.subject());
        return once.run(command.id(), asked, Result.class, () -> accounts.find(vouched.issuer().address(), vouched.subject())
                .map(account -> known(vouched, account))
                .orElseGet(() -> unknown(vouched)));
    }

    private Result known(Vouched vouched, ExternalAccount account) {
        var moved = whyMoved(vouched, account);
        if (moved.isPresent()) {
            return new Result.Refused(moved.get());
        }
        var person = people.find(account.person()).filter(Person::usable).filter(Person::active);
        return person.map(found -> in(vouched, account, found))
                .orElseGet(() -> new Result.Refused(new IdentityRefusal.ExternalNotAdmitted()));
    }

    /** Another company than the one he came for: whoever he is now, he does not get what was given for that one. */
    static Optional<IdentityRefusal> whyMoved(Vouched vouched, ExternalAccount account) {
        return account.number() != null && vouched.number() != null && !account.number().equals(vouched.number())
                ? Optional.of(new IdentityRefusal.ExternalNumberChanged(account.number(), vouched.number()))
                : Optional.empty();
    }

    private Result in(Vouched vouched, ExternalAccount account, Person person) {
        accounts.used(account.id(), vouched.number(), clock.instant());
        trail.write(
                new Actor(person.id(), person.name(), Caller.SIGNED_IN), "identity.signed-in", "person " + person.id().value(),
                Map.of(), Map.of("proof", "issuer", "issuer", vouched.issuer().name()));
        return new Result.SignedIn(person.id(), person.epoch());
    }

    private Result unknown(Vouched vouched) {
        if (vouched.issuer().kind() != Issuer.Kind.GBIZID) {
            return new Result.Refused(new IdentityRefusal.ExternalNotAdmitted());
        }
        return firstEntry.of(vouched) instanceof FirstEntry.Outcome.Refused refused
                ? new Result.Refused(refused.why())
                : known(vouched, accounts.find(vouched.issuer().address(), vouched.subject()).orElseThrow());
    }
}
