// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.torokubo.ground.commands.CommandId;
import jp.torokubo.ground.commands.Once;
import jp.torokubo.ground.commands.Writes;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.ground.identity.Ids;
import jp.torokubo.ground.identity.Trail;
import jp.torokubo.ground.refusal.Refusal;
import jp.torokubo.procedure.statement.store.Answers;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes back, within 24 hours, what one deed changed. Rows that somebody has changed since keep what he wrote, and are named. */
@Service
@Writes
public class UndoDeed {

    public record Command(CommandId id, Actor actor, StatementId statement, UUID batch) {}

    public sealed interface Result {

        /** @param left rows that were changed again since, and stay as they are */
        record Undone(@Nullable UUID batch, int changed, List<String> left) implements Result {}

        record Refused(Refusal why) implements Result {}
    }

    record Kept(@Nullable UUID batch, int changed, List<String> left) {}

    private final Once once;
    private final Entrance entrance;
    private final Answers answers;
    private final Trail trail;
    private final Ids ids;
    private final InstantSource clock;
    private final TransactionTemplate transaction;

    UndoDeed(
            Once once, Entrance entrance, Answers answers, Trail trail, Ids ids, InstantSource clock, TransactionTemplate transaction) {
        this.once = once;
        this.entrance = entrance;
        this.answers = answers;
        this.trail = trail;
        this.ids = ids;
        this.clock = clock;
        this.transaction = transaction;
    }

    public Result handle(Command command) {
        var asked = Asked.hash(List.of("undo", command.actor().person().value(), command.statement().value(), command.batch()));
        try {
            return transaction.execute(open -> {
                var place = entrance.toWrite(command.actor(), command.statement());
                var kept = once.run(command.id(), asked, Kept.class, () -> undo(command, place));
                return new Result.Undone(kept.batch(), kept.changed(), kept.left());
            });
        } catch (Halt halt) {
            return new Result.Refused(halt.why());
        }
    }

    private Kept undo(Command command, Entrance.Place place) {
        var reach = place.reach();
        var deed = answers.batch(reach, command.batch())
                .filter(found -> found.statement().equals(command.statement()) && found.deed() != Deed.UNDO)
                .orElseThrow(() -> new Halt(new StatementRefusal.DeedUnknown()));
        if (deed.undone()) {
            throw new Halt(new StatementRefusal.UndoneAlready());
        }
        if (!deed.canBeUndoneAt(clock.instant())) {
            throw new Halt(new StatementRefusal.TooLateToUndo(Batch.UNDO_WITHIN.toHours()));
        }
        var after = answers.after(reach, deed.id());
        var before = answers.before(reach, deed.id());
        var now = answers.of(reach, command.statement(), after.stream().map(Answer::control).collect(Collectors.toSet()));
        var restored = new ArrayList<Answer>();
        var left = new ArrayList<String>();
        for (var changed : after) {
            var is = now.get(changed.control());
            // by what it says: what was changed since and undone stands as this deed left it
            if (is.withVersion(changed.version()).equals(changed)) {
                restored.add(before.getOrDefault(changed.control(), Answer.untouched(changed.control())).withVersion(is.version() + 1));
            } else {
                left.add(changed.control());
            }
        }
        if (restored.isEmpty()) {
            throw new Halt(new StatementRefusal.AllChangedSince());
        }
        var undoing = new Batch(
                ids.next(), command.statement(), Deed.UNDO, null, deed.id(), false, clock.instant(), command.actor().person(),
                restored.size());
        answers.add(place.statement(), undoing);
        answers.change(place.statement(), undoing.id(), restored);
        trail.write(
                command.actor(), "statement.deed-undone", "dossier " + place.statement().dossier().value(), Map.of(),
                Map.of("statement", command.statement().value().toString(), "undone", deed.id().toString(), "rows", restored.size()));
        return new Kept(undoing.id(), restored.size(), List.copyOf(left));
    }
}
