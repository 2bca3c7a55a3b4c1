// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity.people;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Map;
import java.util.UUID;
import jp.torokubo.ground.commands.CommandId;
import jp.torokubo.ground.commands.Once;
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

    @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME)
    public sealed interface Result {
        record SignedIn(PersonId person, int epoch) implements Result {}

        record Refused(IdentityRefusal why) implements Result {}
    }

    private final Once once;
    private final People people;
    private final PasskeyCeremony ceremony;
    private final Trail trail;

    SignInByPasskey(Once once, People people, PasskeyCeremony ceremony, Trail trail) {
        this.once = once;
        this.people = people;
        this.ceremony = ceremony;
        this.trail = trail;
    }

    @Transactional
    public Result handle(Command command) {
        var asked = command.asked();
        if (asked == null) {
            return new Result.Refused(new IdentityRefusal.SignInFailed());
        }
        // a challenge is answered once: it names the command
        var id = new CommandId(UUID.nameUUIDFromBytes(asked.getChallenge().getBytes()));
        return once.run(id, Token.sha256(command.answer()), Result.class, () -> signIn(command, asked));
    }

    private Result signIn(Command command, PublicKeyCredentialRequestOptions asked) {
        var person = ceremony.signIn(asked, command.answer())
                .filter(id -> command.onlyFor() == null || command.onlyFor().equals(id))
                .flatMap(people::find)
                .filter(Person::usable)
                .filter(Person::active)
                .orElse(null);
        if (person == null) {
            return new Result.Refused(new IdentityRefusal.SignInFailed());
        }
        trail.write(
                new Actor(person.id(), person.name(), Caller.SIGNED_IN),
                command.onlyFor() == null ? "identity.signed-in" : "identity.proven-anew",
                "person " + person.id().value(), Map.of(), Map.of("proof", "passkey"));
        return new Result.SignedIn(person.id(), person.epoch());
    }
}
