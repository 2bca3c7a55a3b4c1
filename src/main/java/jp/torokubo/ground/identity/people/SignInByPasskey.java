// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity.people;

import java.util.Map;
import jp.torokubo.ground.commands.Writes;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.ground.identity.Caller;
import jp.torokubo.ground.identity.IdentityRefusal;
import jp.torokubo.ground.identity.PersonId;
import jp.torokubo.ground.identity.Trail;
import jp.torokubo.ground.identity.proof.PasskeyCeremony;
import jp.torokubo.ground.identity.store.People;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Signing in by passkey in one step; also how somebody who is signed in proves himself anew.
 *
 * <p>Nothing is counted here: a signature cannot be guessed. So an account whose password somebody else keeps trying stays open to
 * its owner's passkey.
 */
@Service
@Writes
public class SignInByPasskey {

    /**
     * @param asked what the browser was asked; null if it was asked nothing in this session
     * @param onlyFor who must answer, where somebody is signed in already; null where anybody may
     */
    public record Command(@Nullable PublicKeyCredentialRequestOptions asked, String answer, @Nullable PersonId onlyFor) {}

    public sealed interface Result {
        record SignedIn(PersonId person, int epoch) implements Result {}

        record Refused(IdentityRefusal why) implements Result {}
    }

    private final People people;
    private final PasskeyCeremony ceremony;
    private final Trail trail;

    SignInByPasskey(People people, PasskeyCeremony ceremony, Trail trail) {
        this.people = people;
        this.ceremony = ceremony;
        this.trail = trail;
    }

    @Transactional
    public Result handle(Command command) {
        if (command.asked() == null) {
            return new Result.Refused(new IdentityRefusal.SignInFailed());
        }
        var person = ceremony.signIn(command.asked(), command.answer())
                .filter(id -> command.onlyFor() == null || command.onlyFor().equals(id))
                .flatMap(people::find)
                .filter(Person::usable)
                .filter(Person::operator)
                .orElse(null);
        if (person == null) {
            return new Result.Refused(new IdentityRefusal.SignInFailed());
        }
        trail.write(
                new Actor(person.id(), person.name(), Caller.OPERATOR),
                command.onlyFor() == null ? "identity.signed-in" : "identity.proven-anew",
                "person " + person.id().value(), Map.of(), Map.of("proof", "passkey"));
        return new Result.SignedIn(person.id(), person.epoch());
    }
}
