// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity.dossiers;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.InstantSource;
import java.util.Map;
import jp.torokubo.ground.commands.CommandId;
import jp.torokubo.ground.commands.Once;
import jp.torokubo.ground.commands.Writes;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.ground.identity.Assignment;
import jp.torokubo.ground.identity.Caller;
import jp.torokubo.ground.identity.Dossier;
import jp.torokubo.ground.identity.DossierId;
import jp.torokubo.ground.identity.IdentityRefusal;
import jp.torokubo.ground.identity.Ids;
import jp.torokubo.ground.identity.Part;
import jp.torokubo.ground.identity.Trail;
import jp.torokubo.ground.identity.Walls;
import jp.torokubo.ground.identity.people.Token;
import jp.torokubo.ground.identity.store.Dossiers;
import jp.torokubo.ground.japanese.CleanText;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens a dossier of the provider one manages. He who opens it is the first to work on it. */
@Service
@Writes
public class OpenDossier {

    static final int LONGEST_TITLE = 200;

    public record Command(CommandId id, Actor actor, String title) {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME)
    public sealed interface Result {
        record Opened(DossierId dossier) implements Result {}

        record Refused(IdentityRefusal why) implements Result {}
    }

    private final Once once;
    private final Walls walls;
    private final Dossiers dossiers;
    private final Trail trail;
    private final Ids ids;
    private final InstantSource clock;

    OpenDossier(Once once, Walls walls, Dossiers dossiers, Trail trail, Ids ids, InstantSource clock) {
        this.once = once;
        this.walls = walls;
        this.dossiers = dossiers;
        this.trail = trail;
        this.ids = ids;
        this.clock = clock;
    }

    @Transactional
    public Result handle(Command command) {
        var asked = Token.sha256("dossier " + command.actor().person().value() + " " + command.title());
        return once.run(command.id(), asked, Result.class, () -> open(command));
    }

    private Result open(Command command) {
        var actor = command.actor();
        if (actor.role() != Caller.PROVIDER_MANAGER) {
            return new Result.Refused(new IdentityRefusal.MayNotAssign());
        }
        var title = CleanText.clean(command.title());
        var length = title.codePointCount(0, title.length());
        if (title.isEmpty()) {
            return new Result.Refused(new IdentityRefusal.TitleMissing());
        }
        if (length > LONGEST_TITLE) {
            return new Result.Refused(new IdentityRefusal.TextTooLong(LONGEST_TITLE, length));
        }
        walls.enter(actor);
        var now = clock.instant();
        var dossier = new Dossier(new DossierId(ids.next()), actor.organisation(), title, now, null);
        dossiers.add(dossier, actor.person());
        // what has just been opened is within reach only for those who look again
        walls.enter(actor);
        dossiers.assign(
                new Assignment(ids.next(), dossier.id(), actor.assigned(), actor.organisation(), Part.AUTHOR, true, now, null),
                actor.person());
        trail.write(
                actor, "identity.dossier-opened", "dossier " + dossier.id().value(), Map.of(),
                Map.of("organisation", actor.organisation().value().toString()));
        return new Result.Opened(dossier.id());
    }
}
