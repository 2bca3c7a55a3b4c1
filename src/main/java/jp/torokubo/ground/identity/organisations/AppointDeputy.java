// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity.organisations;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.torokubo.ground.commands.CommandId;
import jp.torokubo.ground.commands.Once;
import jp.torokubo.ground.commands.Writes;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.ground.identity.IdentityRefusal;
import jp.torokubo.ground.identity.Ids;
import jp.torokubo.ground.identity.PersonId;
import jp.torokubo.ground.identity.Trail;
import jp.torokubo.ground.identity.people.HeldRole;
import jp.torokubo.ground.identity.people.Token;
import jp.torokubo.ground.identity.people.Wrong;
import jp.torokubo.ground.identity.store.Deputies;
import jp.torokubo.ground.identity.store.Roles;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Names a colleague who may act in one's own role for a time. He then sees what one sees, and his deeds bear both names. */
@Service
@Writes
public class AppointDeputy {

    /** @param until first instant at which it is over; null: until it is ended */
    public record Command(CommandId id, Actor actor, PersonId deputy, Instant from, @Nullable Instant until) {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME)
    public sealed interface Result {
        record Appointed(UUID deputy) implements Result {}

        record Refused(Wrong wrong) implements Result {}
    }

    private final Once once;
    private final Roles roles;
    private final Deputies deputies;
    private final Trail trail;
    private final Ids ids;
    private final InstantSource clock;

    AppointDeputy(Once once, Roles roles, Deputies deputies, Trail trail, Ids ids, InstantSource clock) {
        this.once = once;
        this.roles = roles;
        this.deputies = deputies;
        this.trail = trail;
        this.ids = ids;
        this.clock = clock;
    }

    @Transactional
    public Result handle(Command command) {
        var asked = Token.sha256("deputy %s %s %s %s".formatted(
                command.actor().person().value(), command.deputy().value(), command.from(), command.until()));
        return once.run(command.id(), asked, Result.class, () -> appoint(command));
    }

    private Result appoint(Command command) {
        var actor = command.actor();
        if (actor.standsInFor() != null) {
            return new Result.Refused(Wrong.whole(new IdentityRefusal.NotAsADeputy()));
        }
        var own = roleOf(actor);
        if (own.isEmpty()) {
            return new Result.Refused(Wrong.whole(new IdentityRefusal.NotEntitled()));
        }
        if (!isColleague(actor, command.deputy())) {
            return new Result.Refused(new Wrong("deputy", new IdentityRefusal.DeputyNotAColleague()));
        }
        if (command.until() != null && !command.until().isAfter(command.from())) {
            return new Result.Refused(new Wrong(
                    "until", IdentityRefusal.PeriodEndsBeforeItBegins.of(command.from(), command.until())));
        }
        var id = ids.next();
        deputies.add(id, own.get().id(), command.deputy(), command.from(), command.until(), actor.person(), clock.instant());
        trail.write(
                actor, "identity.deputy-appointed", "person " + command.deputy().value(), Map.of(),
                Map.of(
                        "role", actor.role().name(), "from", command.from().toString(),
                        "until", command.until() == null ? "" : command.until().toString()));
        return new Result.Appointed(id);
    }

    private Optional<HeldRole> roleOf(Actor actor) {
        return roles.of(actor.person()).stream()
                .filter(role -> role.role() == actor.role() && role.organisation().equals(actor.organisation()))
                .findFirst();
    }

    private boolean isColleague(Actor actor, PersonId other) {
        return !other.equals(actor.person())
                && roles.of(other).stream().anyMatch(role -> role.organisation().equals(actor.organisation()));
    }
}
