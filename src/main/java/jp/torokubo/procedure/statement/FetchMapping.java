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
import jp.torokubo.procedure.statement.mapping.Mapping;
import jp.torokubo.procedure.statement.mapping.MappingRefusal;
import jp.torokubo.procedure.statement.store.Mappings;
import jp.torokubo.procedure.statement.store.Statements;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Hands out a mapping as a file: as it was brought, or as it was read. Nothing is handed out of which the trail has no line. */
@Service
@Writes
public class FetchMapping {

    /** @param form {@code source} or {@code csv}: for the trail */
    public record Command(Actor actor, DossierId dossier, StatementId statement, UUID mapping, String form) {}

    public sealed interface Result {

        /** @param source the file as it was brought */
        record Fetched(Mapping mapping, byte[] source) implements Result {}

        record Refused(Refusal why) implements Result {}
    }

    private final Entrance entrance;
    private final Statements statements;
    private final Mappings mappings;
    private final DossierFiles files;
    private final VolumeBudget budget;
    private final Trail trail;

    FetchMapping(Entrance entrance, Statements statements, Mappings mappings, DossierFiles files, VolumeBudget budget, Trail trail) {
        this.entrance = entrance;
        this.statements = statements;
        this.mappings = mappings;
        this.files = files;
        this.budget = budget;
        this.trail = trail;
    }

    @Transactional
    public Result handle(Command command) {
        var reach = entrance.enter(command.actor());
        boolean there = Entrance.isOfTheProvidersSide(command.actor()) && statements.find(reach, command.statement())
                .filter(found -> found.dossier().equals(command.dossier())).isPresent();
        var mapping = there ? mappings.find(reach, command.statement(), command.mapping()).orElse(null) : null;
        if (mapping == null) {
            return new Result.Refused(new MappingRefusal.MappingUnknown());
        }
        var tooMany = budget.take(command.actor(), command.dossier(), 1);
        if (tooMany.isPresent()) {
            return new Result.Refused(tooMany.get());
        }
        var content = files.content(reach, command.dossier(), mapping.source().sha256())
                .orElseThrow(() -> new IllegalStateException("the file of mapping " + command.mapping() + " is not there"));
        trail.write(
                command.actor(), "statement.mapping-fetched", "dossier " + command.dossier().value(), Map.of(),
                Map.of("statement", command.statement().value().toString(), "mapping", command.mapping().toString(), "form", command.form()));
        return new Result.Fetched(mapping, content);
    }
}
