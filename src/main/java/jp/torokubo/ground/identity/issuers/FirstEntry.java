// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity.issuers;

import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import jp.torokubo.ground.commands.CommandId;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.ground.identity.Caller;
import jp.torokubo.ground.identity.IdentityRefusal;
import jp.torokubo.ground.identity.Ids;
import jp.torokubo.ground.identity.OrganisationId;
import jp.torokubo.ground.identity.OrganisationKind;
import jp.torokubo.ground.identity.PersonId;
import jp.torokubo.ground.identity.Walls;
import jp.torokubo.ground.identity.organisations.RegisterOrganisation;
import jp.torokubo.ground.identity.store.Organisations;
import jp.torokubo.ground.identity.store.Roles;
import jp.torokubo.ground.japanese.TokyoDay;
import org.springframework.stereotype.Component;

/**
 * What GビズID is good for without an invitation: the head of a company (プライム) comes in as its manager, and brings the company along
 * where it is not here yet; an employee (メンバー) comes in where his company is here; an account that only an e-mail address was checked
 * for (エントリー) does not.
 */
@Component
class FirstEntry {

    private static final Actor PROGRAM = Actor.program("gbizid");

    sealed interface Outcome {
        record Entered(PersonId person) implements Outcome {}

        record Refused(IdentityRefusal why) implements Outcome {}
    }

    private final NewAccount newAccount;
    private final RegisterOrganisation registerOrganisation;
    private final Organisations organisations;
    private final Roles roles;
    private final Walls walls;
    private final Ids ids;
    private final InstantSource clock;

    FirstEntry(
            NewAccount newAccount, RegisterOrganisation registerOrganisation, Organisations organisations, Roles roles, Walls walls,
            Ids ids, InstantSource clock) {
        this.newAccount = newAccount;
        this.registerOrganisation = registerOrganisation;
        this.organisations = organisations;
        this.roles = roles;
        this.walls = walls;
        this.ids = ids;
        this.clock = clock;
    }

    Outcome of(Vouched vouched) {
        var why = whyNot(vouched).or(() -> newAccount.whyNot(vouched));
        if (why.isPresent()) {
            return new Outcome.Refused(why.get());
        }
        var number = String.valueOf(vouched.number());
        walls.enter(PROGRAM);
        var there = organisations.find(OrganisationKind.PROVIDER, number, TokyoDay.today(clock)).map(known -> known.id());
        if (there.isPresent()) {
            return entered(vouched, there.get());
        }
        if (vouched.level() == Vouched.Level.MEMBER) {
            return new Outcome.Refused(new IdentityRefusal.ExternalOrganisationNotHere(number));
        }
        var registered = registerOrganisation.handle(new RegisterOrganisation.Command(
                new CommandId(ids.next()), PROGRAM, OrganisationKind.PROVIDER, vouched.company(), "", number));
        return registered instanceof RegisterOrganisation.Result.Refused refused
                ? new Outcome.Refused(refused.wrong().why())
                : entered(vouched, ((RegisterOrganisation.Result.Registered) registered).organisation());
    }

    private static Optional<IdentityRefusal> whyNot(Vouched vouched) {
        return switch (vouched.level()) {
            case ENTRY -> Optional.of(new IdentityRefusal.ExternalEntryLevel());
            case UNSAID -> Optional.of(new IdentityRefusal.ExternalNotAdmitted());
            case PRIME, MEMBER -> vouched.number() == null
                    ? Optional.of(new IdentityRefusal.ExternalNumberMissing())
                    : Optional.empty();
        };
    }

    private Outcome entered(Vouched vouched, OrganisationId organisation) {
        var role = vouched.level() == Vouched.Level.PRIME ? Caller.PROVIDER_MANAGER : Caller.PROVIDER_AUTHOR;
        var person = newAccount.make(vouched, Map.of(
                "role", role.name(), "organisation", organisation.value().toString(), "level", vouched.level().name()));
        roles.grant(ids.next(), person, role, organisation, PersonId.SYSTEM, clock.instant());
        return new Outcome.Entered(person);
    }
}
