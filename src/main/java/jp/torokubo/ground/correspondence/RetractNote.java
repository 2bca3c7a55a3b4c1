// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.correspondence;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.torokubo.ground.commands.CommandId;
import jp.torokubo.ground.commands.Once;
import jp.torokubo.ground.commands.Writes;
import jp.torokubo.ground.correspondence.store.Notes;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.ground.identity.DossierId;
import jp.torokubo.ground.identity.Ids;
import jp.torokubo.ground.identity.Reach;
import jp.torokubo.ground.identity.Trail;
import jp.torokubo.ground.identity.Walls;
import jp.torokubo.ground.japanese.SearchKey;
import jp.torokubo.ground.refusal.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes a note back by a further note that says why. The first stays where it is, and can be read. */
@Service
@Writes
public class RetractNote {

    public record Command(CommandId id, Actor actor, DossierId dossier, UUID note, String reason) {}

    public sealed interface Result {
        /** @param by the further note */
        record Retracted(UUID by) implements Result {}

        record Impossible(Refusal reason) implements Result {}

        record Refused(Refusal why) implements Result {}
    }

    record Answer(UUID by) {}

    private final Once once;
    private final Walls walls;
    private final MayWrite mayWrite;
    private final Notes notes;
    private final Trail trail;
    private final Ids ids;
    private final InstantSource clock;
    private final TransactionTemplate transaction;

    RetractNote(
            Once once, Walls walls, MayWrite mayWrite, Notes notes, Trail trail, Ids ids, InstantSource clock,
            TransactionTemplate transaction) {
        this.once = once;
        this.walls = walls;
        this.mayWrite = mayWrite;
        this.notes = notes;
        this.trail = trail;
        this.ids = ids;
        this.clock = clock;
        this.transaction = transaction;
    }

    public Result handle(Command command) {
        var reason = NoteText.clean(command.reason());
        var wrong = NoteText.wrong(reason, new CorrespondenceRefusal.ReasonMissing());
        if (wrong.isPresent()) {
            return new Result.Impossible(wrong.get());
        }
        var asked = Hashes.of(List.of(
                "retract", command.actor().person().value().toString(), command.dossier().value().toString(),
                command.note().toString(), reason));
        try {
            return transaction.execute(open -> {
                var reach = walls.enter(command.actor());
                mayWrite.mustReach(reach, command.dossier());
                return new Result.Retracted(once.run(command.id(), asked, Answer.class, () -> retract(command, reach, reason)).by());
            });
        } catch (Halt halt) {
            return new Result.Refused(halt.why());
        }
    }

    private Answer retract(Command command, Reach reach, String reason) {
        var actor = command.actor();
        mayWrite.mustBeFree(reach, command.dossier());
        var note = notes.find(reach, command.dossier(), command.note())
                .orElseThrow(() -> new Halt(new CorrespondenceRefusal.NoteUnknown()));
        if (note.retraction() != null) {
            throw new Halt(new CorrespondenceRefusal.RetractedAlready());
        }
        if (!note.mayBeRetractedBy(actor)) {
            throw new Halt(new CorrespondenceRefusal.NotYoursToRetract());
        }
        var further = new Note(
                ids.next(), command.dossier(), actor.person(), actor.organisation(), actor.standsInFor(), reason, clock.instant(), null,
                note.id(), null, List.of());
        if (!notes.add(further, SearchKey.of(reason))) {
            throw new Halt(new CorrespondenceRefusal.RetractedAlready());
        }
        trail.write(
                actor, "correspondence.note-retracted", "dossier " + command.dossier().value(),
                Map.of("note", note.id().toString()), Map.of("by", further.id().toString()));
        return new Answer(further.id());
    }
}
