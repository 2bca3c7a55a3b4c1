// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import jp.torokubo.ground.commands.CommandId;
import jp.torokubo.ground.commands.Once;
import jp.torokubo.ground.commands.Writes;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.ground.identity.Caller;
import jp.torokubo.ground.identity.Trail;
import jp.torokubo.ground.refusal.Refusal;
import jp.torokubo.procedure.statement.freezing.Freezer;
import jp.torokubo.procedure.statement.store.Answers;
import jp.torokubo.procedure.statement.store.EvidenceShelf;
import jp.torokubo.procedure.statement.store.FrozenVersions;
import jp.torokubo.procedure.statement.store.Statements;
import jp.torokubo.record.criteria.Catalogue;
import jp.torokubo.record.criteria.Criteria;
import jp.torokubo.record.criteria.Tier;
import jp.torokubo.record.register.PublicStatement.Row;
import jp.torokubo.record.register.StatementHashes;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Freezes a statement as it stands into a version that never changes. The work on it may go on, towards the next version. */
@Service
@Writes
public class FreezeStatement {

    private static final int SALT_BYTES = 16;

    public record Command(CommandId id, Actor actor, StatementId statement) {}

    public sealed interface Result {
        record Frozen(String hash) implements Result {}

        record Refused(Refusal why) implements Result {}
    }

    /** What is answered again when the same command comes twice. */
    record Kept(String hash) {}

    private final Once once;
    private final Entrance entrance;
    private final Statements statements;
    private final Answers answers;
    private final EvidenceShelf evidence;
    private final FrozenVersions versions;
    private final Criteria criteria;
    private final Trail trail;
    private final InstantSource clock;
    private final TransactionTemplate transaction;
    private final SecureRandom random = new SecureRandom();

    FreezeStatement(
            Once once, Entrance entrance, Statements statements, Answers answers, EvidenceShelf evidence, FrozenVersions versions,
            Criteria criteria, Trail trail, InstantSource clock, TransactionTemplate transaction) {
        this.once = once;
        this.entrance = entrance;
        this.statements = statements;
        this.answers = answers;
        this.evidence = evidence;
        this.versions = versions;
        this.criteria = criteria;
        this.trail = trail;
        this.clock = clock;
        this.transaction = transaction;
    }

    public Result handle(Command command) {
        var asked = Asked.hash(List.of("freeze", command.actor().person().value(), command.statement().value()));
        try {
            return transaction.execute(open -> {
                var place = entrance.toWrite(command.actor(), command.statement());
                if (command.actor().role() != Caller.PROVIDER_MANAGER) {
                    throw new Halt(new StatementRefusal.OnlyTheManagerFreezes());
                }
                return new Result.Frozen(once.run(command.id(), asked, Kept.class, () -> freeze(command, place)).hash());
            });
        } catch (Halt halt) {
            return new Result.Refused(halt.why());
        }
    }

    private Kept freeze(Command command, Entrance.Place place) {
        var reach = place.reach();
        var statement = place.statement();
        var whole = new WholeStatement(
                statement, statements.content(reach, statement.id()), answers.all(reach, statement.id()),
                evidence.of(reach, statement.id()));
        var catalogue = criteria.catalogue(statement.edition()).orElseThrow();
        var rows = Freezer.rows(whole, catalogue, this::salt);
        var before = versions.of(reach, statement.id());
        if (!before.isEmpty() && sayTheSame(rows, versions.sections(reach, before.get(0).hash()))) {
            throw new Halt(new StatementRefusal.NothingToFreeze(before.get(0).number()));
        }
        var sections = new EnumMap<Visibility, String>(Visibility.class);
        rows.forEach((visibility, section) -> sections.put(visibility, StatementHashes.section(section)));
        var hash = StatementHashes.version(
                statement.edition(), sections.get(Visibility.PUBLIC), sections.get(Visibility.AGENCIES), sections.get(Visibility.RESTRICTED));
        var version = new FrozenVersion(
                hash, statement.dossier(), statement.id(), before.isEmpty() ? 1 : before.get(0).number() + 1, statement.edition(), sections,
                clock.instant(), command.actor().person());
        versions.add(version, rows);
        versions.addChoices(version, Visibility.PUBLIC, Planes.letters(whole, catalogue, control -> isObjective(catalogue, control)));
        versions.addChoices(version, Visibility.AGENCIES, Planes.letters(whole, catalogue, control -> true));
        trail.write(
                command.actor(), "statement.frozen", "dossier " + statement.dossier().value(), Map.of(),
                Map.of("statement", statement.id().value().toString(), "number", version.number(), "version", hash));
        return new Kept(hash);
    }

    private static boolean isObjective(Catalogue catalogue, String control) {
        return catalogue.control(control).orElseThrow().tier() == Tier.OBJECTIVE;
    }

    private static boolean sayTheSame(Map<Visibility, List<Row>> one, Map<Visibility, List<Row>> other) {
        return withoutSalts(one).equals(withoutSalts(other));
    }

    private static Map<Visibility, List<Row>> withoutSalts(Map<Visibility, List<Row>> rows) {
        var plain = new EnumMap<Visibility, List<Row>>(Visibility.class);
        rows.forEach((visibility, section) -> plain.put(
                visibility, section.stream().map(row -> new Row(row.key(), "", row.value())).toList()));
        return plain;
    }

    private String salt() {
        var salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return HexFormat.of().formatHex(salt);
    }
}
