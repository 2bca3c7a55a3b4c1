// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement;

import java.util.Map;
import java.util.UUID;
import jp.torokubo.ground.commands.Writes;
import jp.torokubo.ground.files.DossierFiles;
import jp.torokubo.ground.files.VolumeBudget;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.ground.identity.DossierId;
import jp.torokubo.ground.identity.Trail;
import jp.torokubo.ground.refusal.Refusal;
import jp.torokubo.procedure.statement.store.EvidenceShelf;
import jp.torokubo.procedure.statement.store.Statements;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Hands out a file of evidence to the provider's side. Nothing is handed out of which the trail has no line. */
@Service
@Writes
public class FetchEvidence {

    public record Command(Actor actor, DossierId dossier, StatementId statement, UUID evidence) {}

    public sealed interface Result {
        record Fetched(String name, byte[] content) implements Result {}

        record Refused(Refusal why) implements Result {}
    }

    private final Entrance entrance;
    private final Statements statements;
    private final EvidenceShelf shelf;
    private final DossierFiles files;
    private final VolumeBudget budget;
    private final Trail trail;

    FetchEvidence(
            Entrance entrance, Statements statements, EvidenceShelf shelf, DossierFiles files, VolumeBudget budget, Trail trail) {
        this.entrance = entrance;
        this.statements = statements;
        this.shelf = shelf;
        this.files = files;
        this.budget = budget;
        this.trail = trail;
    }

    @Transactional
    public Result handle(Command command) {
        var reach = entrance.enter(command.actor());
        // who may not know of the statement is answered like who asks for evidence that is not there
        boolean there = statements.find(reach, command.statement())
                .filter(found -> found.dossier().equals(command.dossier())).isPresent();
        var evidence = there && Entrance.isOfTheProvidersSide(command.actor())
                ? shelf.find(reach, command.statement(), command.evidence()).orElse(null) : null;
        if (evidence == null || evidence.sha256() == null || evidence.fileName() == null) {
            return new Result.Refused(new StatementRefusal.EvidenceUnknown());
        }
        var tooMany = budget.take(command.actor(), command.dossier(), 1);
        if (tooMany.isPresent()) {
            return new Result.Refused(tooMany.get());
        }
        var content = files.content(reach, command.dossier(), evidence.sha256())
                .orElseThrow(() -> new IllegalStateException("the content of evidence " + evidence.id() + " is not there"));
        trail.write(
                command.actor(), "statement.evidence-fetched", "dossier " + command.dossier().value(), Map.of(),
                Map.of("statement", command.statement().value().toString(), "evidence", evidence.id().toString(), "bytes", content.length));
        return new Result.Fetched(evidence.fileName(), content);
    }
}
