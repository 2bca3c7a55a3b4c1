// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity.people;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import jp.torokubo.ground.commands.CommandId;
import jp.torokubo.ground.commands.Once;
import jp.torokubo.ground.commands.Writes;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.ground.identity.IdentityRefusal;
import jp.torokubo.ground.identity.Ids;
import jp.torokubo.ground.identity.PersonId;
import jp.torokubo.ground.identity.Proof;
import jp.torokubo.ground.identity.Trail;
import jp.torokubo.ground.identity.store.ExternalAccounts;
import jp.torokubo.ground.identity.store.Links;
import jp.torokubo.ground.identity.store.Passkeys;
import jp.torokubo.ground.identity.store.People;
import jp.torokubo.ground.identity.store.Roles;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes away all proofs of another person, those at issuers too, and makes the one-time link by which he enrols new ones.
 *
 * <p>The old proofs and all his sessions end at once: they may be in wrong hands.
 */
@Service
@Writes
public class ResetProofs {

    static final Duration VALID = Duration.ofHours(24);

    public record Command(CommandId id, Actor actor, Proof proof, PersonId person) {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME)
    public sealed interface Result {
        /** @param token null where the same command was answered before: a link is shown once and kept nowhere */
        record Reset(Instant until, String name, @JsonIgnore @Nullable Token token) implements Result {}

        record Refused(IdentityRefusal why) implements Result {}
    }

    private final Once once;
    private final MayManage mayManage;
    private final ProvenAnew proven;
    private final People people;
    private final Roles roles;
    private final Passkeys passkeys;
    private final ExternalAccounts accounts;
    private final Links links;
    private final Trail trail;
    private final Ids ids;
    private final InstantSource clock;

    ResetProofs(
            Once once, MayManage mayManage, ProvenAnew proven, People people, Roles roles, Passkeys passkeys, ExternalAccounts accounts,
            Links links, Trail trail, Ids ids, InstantSource clock) {
        this.once = once;
        this.mayManage = mayManage;
        this.proven = proven;
        this.people = people;
        this.roles = roles;
        this.passkeys = passkeys;
        this.accounts = accounts;
        this.links = links;
        this.trail = trail;
        this.ids = ids;
        this.clock = clock;
    }

    @Transactional
    public Result handle(Command command) {
        var asked = Token.sha256("reset " + command.actor().person().value() + " " + command.person().value());
        return once.run(command.id(), asked, Result.class, () -> reset(command));
    }

    private Result reset(Command command) {
        var id = command.person();
        if (id.equals(command.actor().person())) {
            return new Result.Refused(new IdentityRefusal.OwnProofs());
        }
        // held first, as when a role ends: two who reset each other at once must not both lose their proofs
        roles.holdersForUpdate(command.actor().organisation(), command.actor().role());
        var person = people.find(id).orElse(null);
        if (person == null || !mayManage.proofsOf(command.actor(), id)) {
            return new Result.Refused(new IdentityRefusal.PersonUnknown());
        }
        if (!person.active()) {
            return new Result.Refused(new IdentityRefusal.RoleNotHeld(person.name()));
        }
        var whyNot = proven.whyNot(command.actor(), command.proof());
        if (whyNot.isPresent()) {
            return new Result.Refused(whyNot.get());
        }
        var now = clock.instant();
        var until = now.plus(VALID);
        var token = Token.fresh();
        people.forgetProofs(id);
        passkeys.forgetAllOf(id);
        accounts.forgetAllOf(id);
        links.withdraw(Link.Purpose.RESET, id, now);
        links.withdrawIssuedBy(id, now);
        links.add(new Link(ids.next(), Link.Purpose.RESET, id, command.actor().person(), until), token.hash(), now);
        trail.write(
                command.actor(), "identity.proofs-reset", "person " + id.value(), Map.of("epoch", person.epoch()),
                Map.of("epoch", person.epoch() + 1, "until", until.toString()));
        return new Result.Reset(until, person.name(), token);
    }
}
