// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.comparing;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.ground.identity.Dossier;
import jp.torokubo.ground.identity.DossierId;
import jp.torokubo.ground.identity.DossierReading;
import jp.torokubo.ground.identity.Walls;
import jp.torokubo.ground.refusal.Refusal;
import jp.torokubo.procedure.statement.FrozenVersion;
import jp.torokubo.procedure.statement.ReadStatement;
import jp.torokubo.procedure.statement.ReadVersions;
import jp.torokubo.procedure.statement.Statement;
import jp.torokubo.procedure.statement.StatementId;
import jp.torokubo.procedure.statement.StatementRefusal;
import jp.torokubo.procedure.statement.WholeStatement;
import jp.torokubo.record.criteria.Criteria;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Finds two statements that may stand side by side: both seen by whoever asks, and both of one provider. Who works for two providers sees
 * the statements of both, and still nothing goes from one to the other.
 */
@Component
class TwoStatements {

    sealed interface Found {

        /** @param mayNotWrite why he may write nothing into {@code one}; null where he may */
        record Both(WholeStatement one, WholeStatement other, @Nullable Refusal mayNotWrite) implements Found {}

        record Refused(Refusal why) implements Found {}
    }

    private final ReadStatement statements;
    private final ReadVersions versions;
    private final Criteria criteria;
    private final Walls walls;
    private final DossierReading dossiers;

    TwoStatements(ReadStatement statements, ReadVersions versions, Criteria criteria, Walls walls, DossierReading dossiers) {
        this.statements = statements;
        this.versions = versions;
        this.criteria = criteria;
        this.walls = walls;
        this.dossiers = dossiers;
    }

    Found find(Actor actor, StatementId one, StatementId other) {
        var second = statements.whole(actor, other);
        return second instanceof ReadStatement.Result.Refused refused
                ? new Found.Refused(refused.why())
                : find(actor, one, ((ReadStatement.Result.Read) second).whole());
    }

    /** @param version hash of a frozen version */
    Found find(Actor actor, StatementId one, String version) {
        return versions.find(actor, version)
                .map(found -> find(actor, one, found.whole()))
                .orElseGet(() -> new Found.Refused(new StatementRefusal.StatementUnknown()));
    }

    private Found find(Actor actor, StatementId one, WholeStatement beside) {
        var first = statements.whole(actor, one);
        if (first instanceof ReadStatement.Result.Refused refused) {
            return new Found.Refused(refused.why());
        }
        var read = (ReadStatement.Result.Read) first;
        return ofOneProvider(actor, read.whole().statement(), beside.statement())
                ? new Found.Both(read.whole(), beside, read.mayNotWrite())
                : new Found.Refused(new StatementRefusal.StatementUnknown());
    }

    /** Newest first. */
    List<FrozenVersion> versions(Actor actor, Statement statement) {
        return versions.of(actor, statement.id());
    }

    /** Every other statement of the same provider that he sees, newest first. */
    List<Statement> beside(Actor actor, Statement statement) {
        return statements.all(actor).stream()
                .filter(other -> !other.id().equals(statement.id()) && ofOneProvider(actor, statement, other))
                .toList();
    }

    /** How he knows the dossiers of these statements. */
    Map<DossierId, Dossier> dossiers(Actor actor, List<Statement> of) {
        var reach = walls.enter(actor);
        return of.stream().map(Statement::dossier).distinct().map(id -> dossiers.find(reach, id)).flatMap(Optional::stream)
                .collect(Collectors.toMap(Dossier::id, dossier -> dossier));
    }

    /** @param from edition of the first statement */
    PairedRows rows(String from, String to) {
        var catalogue = criteria.catalogue(from).orElseThrow();
        return from.equals(to) ? PairedRows.of(catalogue) : PairedRows.of(catalogue, criteria.changes(from, to).orElseThrow());
    }

    private boolean ofOneProvider(Actor actor, Statement one, Statement other) {
        var reach = walls.enter(actor);
        var owner = dossiers.find(reach, one.dossier()).map(Dossier::owner).orElse(null);
        return owner != null && Objects.equals(owner, dossiers.find(reach, other.dossier()).map(Dossier::owner).orElse(null));
    }
}
