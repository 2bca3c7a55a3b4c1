// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity.issuers;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.ground.identity.Caller;
import jp.torokubo.ground.identity.IdentityRefusal;
import jp.torokubo.ground.identity.Ids;
import jp.torokubo.ground.identity.PersonId;
import jp.torokubo.ground.identity.Trail;
import jp.torokubo.ground.identity.people.SetUpAccount;
import jp.torokubo.ground.identity.store.ExternalAccounts;
import jp.torokubo.ground.identity.store.People;
import org.springframework.stereotype.Component;

/** Makes the account of somebody who proves himself at an issuer: it has no password, and can be used at once. */
@Component
class NewAccount {

    private final ExternalAccounts accounts;
    private final People people;
    private final Trail trail;
    private final Ids ids;
    private final InstantSource clock;

    NewAccount(ExternalAccounts accounts, People people, Trail trail, Ids ids, InstantSource clock) {
        this.accounts = accounts;
        this.people = people;
        this.trail = trail;
        this.ids = ids;
        this.clock = clock;
    }

    /** Somebody who has the address already is not he: he signs in to that account himself before the two are tied together. */
    Optional<IdentityRefusal> whyNot(Vouched vouched) {
        var name = SetUpAccount.tidy(vouched.name());
        var login = login(vouched);
        if (name.isEmpty() || name.length() > SetUpAccount.LONGEST_NAME) {
            return Optional.of(new IdentityRefusal.ExternalClaimMissing("name"));
        }
        if (!SetUpAccount.isAddress(login)) {
            return Optional.of(new IdentityRefusal.ExternalClaimMissing("email"));
        }
        return people.findByLogin(login).isPresent()
                ? Optional.of(new IdentityRefusal.ExternalAddressTaken(login))
                : Optional.empty();
    }

    PersonId make(Vouched vouched, Map<String, String> said) {
        var now = clock.instant();
        var person = new PersonId(ids.next());
        var name = SetUpAccount.tidy(vouched.name());
        people.add(person, name, login(vouched), now);
        people.becomeUsable(person, now);
        accounts.add(new ExternalAccount(
                ids.next(), vouched.issuer().address(), vouched.subject(), person, vouched.number(), now, now));
        var after = new HashMap<>(said);
        after.put("issuer", vouched.issuer().name());
        trail.write(
                new Actor(person, name, Caller.SIGNED_IN), "identity.account-by-issuer", "person " + person.value(), Map.of(), after);
        return person;
    }

    private static String login(Vouched vouched) {
        return SetUpAccount.tidy(vouched.email()).toLowerCase(Locale.ROOT);
    }
}
