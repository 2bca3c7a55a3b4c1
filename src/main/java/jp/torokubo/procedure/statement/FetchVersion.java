// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement;

import java.util.Map;
import java.util.Optional;
import jp.torokubo.ground.commands.Writes;
import jp.torokubo.ground.files.VolumeBudget;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.ground.identity.Trail;
import jp.torokubo.ground.refusal.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lets somebody take a frozen version with him as a file: counted, and written down before the first byte is sent. */
@Service
@Writes
public class FetchVersion {

    /** @param form ending of the file */
    public record Command(Actor actor, String version, String form) {}

    public sealed interface Result {

        /** As far as the one who fetches it may see it. */
        record Fetched(FrozenSections sections, WholeStatement whole) implements Result {}

        record Refused(Refusal why) implements Result {}
    }

    private final ReadVersions versions;
    private final VolumeBudget budget;
    private final Trail trail;

    FetchVersion(ReadVersions versions, VolumeBudget budget, Trail trail) {
        this.versions = versions;
        this.budget = budget;
        this.trail = trail;
    }

    @Transactional
    public Result handle(Command command) {
        var found = find(command);
        if (found.isEmpty()) {
            return new Result.Refused(new StatementRefusal.VersionUnknown());
        }
        var dossier = found.get().sections().version().dossier();
        var tooMany = budget.take(command.actor(), dossier, 1);
        if (tooMany.isPresent()) {
            return new Result.Refused(tooMany.get());
        }
        trail.write(
                command.actor(), "statement.version-fetched", "dossier " + dossier.value(), Map.of(),
                Map.of("version", command.version(), "form", command.form()));
        return found.get();
    }

    private Optional<Result.Fetched> find(Command command) {
        return versions.find(command.actor(), command.version())
                .map(mine -> new Result.Fetched(mine.sections(), mine.whole()))
                .or(() -> versions.received(command.actor(), command.version())
                        .map(received -> new Result.Fetched(received.sections(), received.whole())));
    }
}
