// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity.organisations;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import jp.torokubo.ground.commands.CommandId;
import jp.torokubo.ground.commands.Once;
import jp.torokubo.ground.commands.Writes;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.ground.identity.IdentityRefusal;
import jp.torokubo.ground.identity.Trail;
import jp.torokubo.ground.identity.people.Token;
import jp.torokubo.ground.identity.store.Deputies;
import jp.torokubo.ground.identity.store.Roles;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Ends the time of a deputy of one's own before it is over by itself. */
@Service
@Writes
public class EndDeputy {

    public record Command(CommandId id, Actor actor, UUID deputy) {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME)
    public sealed interface Result {
        record Ended() implements Result {}

        record Refused(IdentityRefusal why) implements Result {}
    }

    private final Once once;
    private final Roles roles;
    private final Deputies deputies;
    private final Trail trail;
    private final InstantSource clock;

    EndDeputy(Once once, Roles roles, Deputies deputies, Trail trail, InstantSource clock) {
        this.once = once;
        this.roles = roles;
        this.deputies = deputies;
        this.trail = trail;
        this.clock = clock;
    }

    @Transactional
    public Result handle(Command command) {
        var asked = Token.sha256("end deputy " + command.actor().person().value() + " " + command.deputy());
        return once.run(command.id(), asked, Result.class, () -> end(command));
    }

    private Result end(Command command) {
        var person = command.actor().person();
        var now = clock.instant();
        var ended = roles.of(person).stream().anyMatch(role -> deputies.end(command.deputy(), role.id(), person, now));
        if (!ended) {
            return new Result.Refused(new IdentityRefusal.DeputyUnknown());
        }
        trail.write(
                command.actor(), "identity.deputy-ended", "deputy " + command.deputy(), Map.of(), Map.of("ended", now.toString()));
        return new Result.Ended();
    }
}
