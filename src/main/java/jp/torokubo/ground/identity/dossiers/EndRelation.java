// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity.dossiers;

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
import jp.torokubo.ground.identity.Walls;
import jp.torokubo.ground.identity.people.Token;
import jp.torokubo.ground.identity.store.Relations;
import jp.torokubo.ground.japanese.TokyoDay;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Says that a relation one has declared is over with today. It stays on record for the days on which it was. */
@Service
@Writes
public class EndRelation {

    public record Command(CommandId id, Actor actor, UUID relation) {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME)
    public sealed interface Result {
        record Ended() implements Result {}

        record Refused(IdentityRefusal why) implements Result {}
    }

    private final Once once;
    private final Walls walls;
    private final Relations relations;
    private final Trail trail;
    private final InstantSource clock;

    EndRelation(Once once, Walls walls, Relations relations, Trail trail, InstantSource clock) {
        this.once = once;
        this.walls = walls;
        this.relations = relations;
        this.trail = trail;
        this.clock = clock;
    }

    @Transactional
    public Result handle(Command command) {
        var asked = Token.sha256("end relation " + command.actor().person().value() + " " + command.relation());
        return once.run(command.id(), asked, Result.class, () -> end(command));
    }

    private Result end(Command command) {
        walls.enter(command.actor());
        var today = TokyoDay.today(clock);
        if (!relations.end(command.relation(), command.actor().person(), today)) {
            return new Result.Refused(new IdentityRefusal.RelationUnknown());
        }
        trail.write(
                command.actor(), "identity.relation-ended", "person " + command.actor().person().value(), Map.of(),
                Map.of("relation", command.relation().toString(), "last-day", today.toString()));
        return new Result.Ended();
    }
}
