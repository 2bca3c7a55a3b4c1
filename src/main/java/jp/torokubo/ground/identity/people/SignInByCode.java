// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity.people;

import java.util.Map;
import jp.torokubo.ground.commands.Writes;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.ground.identity.Caller;
import jp.torokubo.ground.identity.IdentityRefusal;
import jp.torokubo.ground.identity.PersonId;
import jp.torokubo.ground.identity.Trail;
import jp.torokubo.ground.identity.proof.Attempts;
import jp.torokubo.ground.identity.proof.Authenticator;
import jp.torokubo.ground.identity.store.People;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The second of two steps: the code of the authenticator. A code works once. */
@Service
@Writes
public class SignInByCode {

    /** @param epoch of the account when its password was right; a reset in between ends the attempt */
    public record Command(PersonId person, int epoch, String code, String address) {}

    public sealed interface Result {
        record SignedIn(PersonId person, int epoch) implements Result {}

        record Refused(IdentityRefusal why) implements Result {}
    }

    private final People people;
    private final Authenticator authenticator;
    private final Attempts attempts;
    private final Trail trail;

    SignInByCode(People people, Authenticator authenticator, Attempts attempts, Trail trail) {
        this.people = people;
        this.authenticator = authenticator;
        this.attempts = attempts;
        this.trail = trail;
    }

    @Transactional
    public Result handle(Command command) {
        var person = people.findForUpdate(command.person())
                .filter(Person::usable)
                .filter(Person::active)
                .filter(known -> known.epoch() == command.epoch())
                .orElse(null);
        if (person == null) {
            return new Result.Refused(new IdentityRefusal.SignInFailed());
        }
        var account = "code " + person.login();
        var tooMany = attempts.oneMore(account, command.address());
        if (tooMany.isPresent()) {
            return new Result.Refused(tooMany.get());
        }
        var secret = person.totpSecret();
        if (secret == null || !person.hasAuthenticator()) {
            return new Result.Refused(new IdentityRefusal.CodeWrong());
        }
        var step = authenticator.stepOf(secret, command.code());
        if (step.isEmpty() || !people.useStep(person.id(), step.getAsLong())) {
            return new Result.Refused(new IdentityRefusal.CodeWrong());
        }
        attempts.forgive(account);
        trail.write(
                new Actor(person.id(), person.name(), Caller.SIGNED_IN), "identity.signed-in",
                "person " + person.id().value(), Map.of(), Map.of("proof", "authenticator"));
        return new Result.SignedIn(person.id(), person.epoch());
    }
}
