// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity.people;

import java.text.Normalizer;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import jp.torokubo.ground.commands.Writes;
import jp.torokubo.ground.identity.IdentityRefusal;
import jp.torokubo.ground.identity.Ids;
import jp.torokubo.ground.identity.PersonId;
import jp.torokubo.ground.identity.proof.Authenticator;
import jp.torokubo.ground.identity.proof.Passwords;
import jp.torokubo.ground.identity.store.Links;
import jp.torokubo.ground.identity.store.People;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes name, login name and password from the holder of a one-time link.
 *
 * <p>The account cannot be used yet: that takes a second proof, {@link EnrolAuthenticator} or {@link RegisterPasskey}. Until then
 * the holder of the link may correct what he entered.
 */
@Service
@Writes
public class SetUpAccount {

    public static final int LONGEST_NAME = 100;
    private static final int LONGEST_ADDRESS = 254;
    private static final Pattern ADDRESS = Pattern.compile("[^\\s@]+@[^\\s@.]+(\\.[^\\s@.]+)+");

    /** @param name and login are not read where the link resets an account that exists */
    public record Command(Token token, String name, String login, String password, String passwordAgain) {
        @Override
        public String toString() {
            return "SetUpAccount";
        }
    }

    public sealed interface Result {
        /** Now a second proof is needed. */
        record PasswordKept(PersonId person) implements Result {}

        record Refused(List<Wrong> wrong) implements Result {}
    }

    private final People people;
    private final Links links;
    private final Passwords passwords;
    private final Authenticator authenticator;
    private final Ids ids;
    private final InstantSource clock;

    SetUpAccount(
            People people, Links links, Passwords passwords, Authenticator authenticator, Ids ids, InstantSource clock) {
        this.people = people;
        this.links = links;
        this.passwords = passwords;
        this.authenticator = authenticator;
        this.ids = ids;
        this.clock = clock;
    }

    @Transactional
    public Result handle(Command command) {
        var found = links.findOpenForUpdate(command.token().hash(), clock.instant());
        if (found.isEmpty()) {
            return new Result.Refused(List.of(Wrong.whole(new IdentityRefusal.LinkNotUsable())));
        }
        var link = found.get();
        var known = link.person() == null ? null : people.find(link.person()).orElseThrow();
        var reset = link.purpose() == Link.Purpose.RESET;
        var name = reset ? Objects.requireNonNull(known).name() : tidy(command.name());
        var login = reset ? Objects.requireNonNull(known).login() : tidy(command.login()).toLowerCase(Locale.ROOT);

        var wrong = new ArrayList<Wrong>();
        if (!reset) {
            checkName(name, wrong);
            checkLogin(login, link, wrong);
        }
        checkPassword(command, name, login, wrong);
        if (!wrong.isEmpty()) {
            return new Result.Refused(List.copyOf(wrong));
        }

        if (known != null && sameAgain(known, name, login, command.password())) {
            return new Result.PasswordKept(known.id());
        }
        var id = known == null ? new PersonId(ids.next()) : known.id();
        if (known == null) {
            people.add(id, name, login, clock.instant());
            links.belongsTo(link.id(), id);
        } else if (!reset) {
            people.rename(id, name, login);
        }
        people.keepPassword(id, passwords.encode(command.password()));
        people.offerAuthenticator(id, authenticator.newSecret());
        return new Result.PasswordKept(id);
    }

    private boolean sameAgain(Person known, String name, String login, String password) {
        return known.totpSecret() != null && known.name().equals(name) && known.login().equals(login)
                && passwords.matches(password, known.password());
    }

    private static void checkName(String name, List<Wrong> wrong) {
        if (name.isEmpty()) {
            wrong.add(new Wrong("name", new IdentityRefusal.NameMissing()));
        } else if (name.length() > LONGEST_NAME) {
            wrong.add(new Wrong("name", new IdentityRefusal.NameTooLong(LONGEST_NAME, name.length())));
        }
    }

    private void checkLogin(String login, Link link, List<Wrong> wrong) {
        if (!isAddress(login)) {
            wrong.add(new Wrong("login", new IdentityRefusal.LoginNotAnAddress(login)));
        } else if (people.findByLogin(login).filter(other -> !other.id().equals(link.person())).isPresent()) {
            wrong.add(new Wrong("login", new IdentityRefusal.LoginTaken(login)));
        }
    }

    private void checkPassword(Command command, String name, String login, List<Wrong> wrong) {
        var why = passwords.whyNot(command.password(), name, login);
        if (why.isPresent()) {
            wrong.add(new Wrong("password", why.get()));
        } else if (!command.password().equals(command.passwordAgain())) {
            wrong.add(new Wrong("passwordAgain", new IdentityRefusal.PasswordsDiffer()));
        }
    }

    /** Whether this can be somebody's login name. */
    public static boolean isAddress(String login) {
        return login.length() <= LONGEST_ADDRESS && ADDRESS.matcher(login).matches();
    }

    /** Full-width letters from a Japanese keyboard mean the same as the others. */
    public static String tidy(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).strip().replaceAll("\\s+", " ");
    }
}
