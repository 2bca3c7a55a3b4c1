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
import jp.torokubo.ground.identity.DossierId;
import jp.torokubo.ground.identity.IdentityRefusal;
import jp.torokubo.ground.identity.Trail;
import jp.torokubo.ground.identity.Walls;
import jp.torokubo.ground.identity.people.Token;
import jp.torokubo.ground.identity.store.Dossiers;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes somebody out of a dossier, or leaves it. From that moment he sees nothing of it. */
@Service
@Writes
public class EndAssignment {

    public record Command(CommandId id, Actor actor, DossierId dossier, UUID assignment) {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME)
    public sealed interface Result {
        record Ended(String name) implements Result {}

        record Refused(IdentityRefusal why) implements Result {}
    }

    private final Once once;
    private final Walls walls;
    private final Dossiers dossiers;
    private final MayAssign mayAssign;
    private final Trail trail;
    private final InstantSource clock;

    EndAssignment(Once once, Walls walls, Dossiers dossiers, MayAssign mayAssign, Trail trail, InstantSource clock) {
        this.once = once;
        this.walls = walls;
        this.dossiers = dossiers;
        this.mayAssign = mayAssign;
        this.trail = trail;
        this.clock = clock;
    }

    @Transactional
    public Result handle(Command command) {
        var asked = Token.sha256("end assignment " + command.actor().person().value() + " " + command.assignment());
        return once.run(command.id(), asked, Result.class, () -> end(command));
    }

    private Result end(Command command) {
        var reach = walls.enter(command.actor(), command.dossier());
        var now = clock.instant();
        var dossier = dossiers.find(reach, command.dossier()).orElse(null);
        if (dossier == null) {
            return new Result.Refused(new IdentityRefusal.DossierUnknown());
        }
        var found = dossiers.assignmentForUpdate(reach, command.dossier(), command.assignment()).orElse(null);
        if (found == null || found.assignment().endsAt() != null && !found.assignment().endsAt().isAfter(now)) {
            return new Result.Refused(new IdentityRefusal.AssignmentUnknown());
        }
        if (!mayAssign.mayEnd(reach, dossier, found.assignment(), now)) {
            return new Result.Refused(new IdentityRefusal.MayNotAssign());
        }
        dossiers.end(found.assignment().id(), command.actor().person(), now);
        trail.write(
                command.actor(), "identity.assignment-ended", "dossier " + dossier.id().value(),
                Map.of("person", found.assignment().person().value().toString(), "part", found.assignment().part().name()),
                Map.of("ended", now.toString()));
        return new Result.Ended(found.name());
    }
}
