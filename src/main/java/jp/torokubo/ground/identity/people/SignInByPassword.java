// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity.people;

import java.util.Locale;
import jp.torokubo.ground.identity.IdentityRefusal;
import jp.torokubo.ground.identity.PersonId;
import jp.torokubo.ground.identity.proof.Attempts;
import jp.torokubo.ground.identity.proof.Passwords;
import jp.torokubo.ground.identity.store.People;
import org.springframework.stereotype.Service;

/**
 * The first of two steps: login name and password. Nobody is signed in by it.
 *
 * <p>An unknown account, an account that is not usable and a wrong password get the same answer after the same time. The password
 * is compared outside any transaction, because that takes long on purpose.
 */
@Service
public class SignInByPassword {

    public record Command(String login, String password, String address) {
        @Override
        public String toString() {
            return "SignInByPassword";
        }
    }

    public sealed interface Result {
        /** Now the second proof is asked for. */
        record PasswordRight(PersonId person, int epoch) implements Result {}

        record Refused(IdentityRefusal why) implements Result {}
    }

    private final People people;
    private final Passwords passwords;
    private final Attempts attempts;

    SignInByPassword(People people, Passwords passwords, Attempts attempts) {
        this.people = people;
        this.passwords = passwords;
        this.attempts = attempts;
    }

    public Result handle(Command command) {
        var login = SetUpAccount.tidy(command.login()).toLowerCase(Locale.ROOT);
        var account = "password " + login;
        var tooMany = attempts.oneMore(account, command.address());
        if (tooMany.isPresent()) {
            return new Result.Refused(tooMany.get());
        }
        var person = people.findByLogin(login).filter(Person::usable).filter(Person::active).orElse(null);
        var right = passwords.matches(command.password(), person == null ? null : person.password());
        if (person == null || !right) {
            return new Result.Refused(new IdentityRefusal.SignInFailed());
        }
        attempts.forgive(account);
        return new Result.PasswordRight(person.id(), person.epoch());
    }
}
