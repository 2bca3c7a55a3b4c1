// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity.people;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import jp.torokubo.ground.commands.CommandId;
import jp.torokubo.ground.commands.Once;
import jp.torokubo.ground.commands.Writes;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.ground.identity.Caller;
import jp.torokubo.ground.identity.IdentityRefusal;
import jp.torokubo.ground.identity.Proof;
import jp.torokubo.ground.identity.Trail;
import jp.torokubo.ground.identity.Walls;
import jp.torokubo.ground.identity.store.Deputies;
import jp.torokubo.ground.identity.store.Dossiers;
import jp.torokubo.ground.identity.store.Links;
import jp.torokubo.ground.identity.store.People;
import jp.torokubo.ground.identity.store.Roles;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Ends a role, another's or one's own; the last operator stays, and so does an organisation's last manager unless an operator ends his
 * role. What he was assigned to in that organisation, his deputies and what he has handed out and nobody has used end with it.
 */
@Service
@Writes
public class EndRole {

    public record Command(CommandId id, Actor actor, Proof proof, UUID role) {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME)
    public sealed interface Result {
        record Ended(String name) implements Result {}

        record Refused(IdentityRefusal why) implements Result {}
    }

    private final Once once;
    private final MayManage mayManage;
    private final ProvenAnew proven;
    private final People people;
    private final Roles roles;
    private final Deputies deputies;
    private final Dossiers dossiers;
    private final Links links;
    private final Walls walls;
    private final Trail trail;
    private final InstantSource clock;

    EndRole(
            Once once, MayManage mayManage, ProvenAnew proven, People people, Roles roles, Deputies deputies, Dossiers dossiers,
            Links links, Walls walls, Trail trail, InstantSource clock) {
        this.once = once;
        this.mayManage = mayManage;
        this.proven = proven;
        this.people = people;
        this.roles = roles;
        this.deputies = deputies;
        this.dossiers = dossiers;
        this.links = links;
        this.walls = walls;
        this.trail = trail;
        this.clock = clock;
    }

    @Transactional
    public Result handle(Command command) {
        var asked = Token.sha256("end " + command.actor().person().value() + " " + command.role());
        return once.run(command.id(), asked, Result.class, () -> end(command));
    }

    private Result end(Command command) {
        var held = roles.find(command.role()).orElse(null);
        if (held == null || !mayEnd(command.actor(), held)) {
            return new Result.Refused(new IdentityRefusal.PersonUnknown());
        }
        var whyNot = lastOne(command.actor(), held);
        if (whyNot == null) {
            whyNot = proven.whyNot(command.actor(), command.proof()).orElse(null);
        }
        if (whyNot != null) {
            return new Result.Refused(whyNot);
        }
        endNow(command.actor(), held);
        return new Result.Ended(people.find(held.holder()).orElseThrow().name());
    }

    private boolean mayEnd(Actor actor, HeldRole held) {
        return held.holder().equals(actor.person()) || mayManage.people(actor, held.organisation(), held.role());
    }

    private @Nullable IdentityRefusal lastOne(Actor actor, HeldRole held) {
        if (!held.role().manages() || held.role() != Caller.OPERATOR && actor.role() == Caller.OPERATOR) {
            return null;
        }
        var someoneStays = roles.holdersForUpdate(held.organisation(), held.role()).stream()
                .filter(other -> !other.equals(held.holder()))
                .anyMatch(other -> people.find(other).filter(Person::usable).isPresent());
        if (someoneStays) {
            return null;
        }
        return held.role() == Caller.OPERATOR ? new IdentityRefusal.LastOperator() : new IdentityRefusal.LastManager();
    }

    private void endNow(Actor actor, HeldRole held) {
        var now = clock.instant();
        var id = held.holder();
        roles.end(held.id(), actor.person(), now);
        deputies.endWith(held.id(), id, actor.person(), now);
        walls.asProgram(actor, () -> {
            dossiers.endAllOf(id, held.organisation(), actor.person(), now);
            return id;
        });
        links.withdraw(Link.Purpose.RESET, id, now);
        links.withdrawIssuedBy(id, now);
        trail.write(
                actor, "identity.role-ended", "person " + id.value(),
                Map.of("role", held.role().name(), "organisation", held.organisation().value().toString()),
                Map.of("ended", now.toString()));
    }
}
