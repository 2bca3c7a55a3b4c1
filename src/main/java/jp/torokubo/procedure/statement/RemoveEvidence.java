// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.torokubo.ground.commands.CommandId;
import jp.torokubo.ground.commands.Once;
import jp.torokubo.ground.commands.Writes;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.ground.identity.Ids;
import jp.torokubo.ground.identity.Trail;
import jp.torokubo.ground.refusal.Refusal;
import jp.torokubo.procedure.statement.store.EvidenceShelf;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes evidence away from all its rows; what it was stays in the history. */
@Service
@Writes
public class RemoveEvidence {

    public record Command(CommandId id, Actor actor, StatementId statement, UUID evidence) {}

    public sealed interface Result {
        record Removed() implements Result {}

        record Refused(Refusal why) implements Result {}
    }

    record Kept(UUID evidence) {}

    private final Once once;
    private final Entrance entrance;
    private final EvidenceShelf shelf;
    private final Trail trail;
    private final Ids ids;
    private final InstantSource clock;
    private final TransactionTemplate transaction;

    RemoveEvidence(
            Once once, Entrance entrance, EvidenceShelf shelf, Trail trail, Ids ids, InstantSource clock, TransactionTemplate transaction) {
        this.once = once;
        this.entrance = entrance;
        this.shelf = shelf;
        this.trail = trail;
        this.ids = ids;
        this.clock = clock;
        this.transaction = transaction;
    }

    public Result handle(Command command) {
        var asked = Asked.hash(List.of(
                "no evidence", command.actor().person().value(), command.statement().value(), command.evidence()));
        try {
            return transaction.execute(open -> {
                var place = entrance.toWrite(command.actor(), command.statement());
                once.run(command.id(), asked, Kept.class, () -> remove(command, place));
                return new Result.Removed();
            });
        } catch (Halt halt) {
            return new Result.Refused(halt.why());
        }
    }

    private Kept remove(Command command, Entrance.Place place) {
        var gone = shelf.find(place.reach(), command.statement(), command.evidence())
                .orElseThrow(() -> new Halt(new StatementRefusal.EvidenceUnknown()));
        var last = new Evidence(
                ids.next(), gone.title(), gone.sha256(), gone.fileName(), gone.link(), gone.owner(), gone.validUntil(), gone.controls());
        shelf.add(place.statement(), last, gone.id(), true, clock.instant(), command.actor().person());
        trail.write(
                command.actor(), "statement.evidence-removed", "dossier " + place.statement().dossier().value(), Map.of(),
                Map.of("statement", command.statement().value().toString(), "evidence", gone.id().toString()));
        return new Kept(last.id());
    }
}
