// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.criteria;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import jp.torokubo.ground.commands.CommandId;
import jp.torokubo.ground.commands.Once;
import jp.torokubo.ground.commands.Writes;
import jp.torokubo.ground.desk.ProposalNews;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.ground.identity.Confirmations;
import jp.torokubo.ground.identity.Proof;
import jp.torokubo.ground.identity.Ids;
import jp.torokubo.ground.identity.Trail;
import jp.torokubo.ground.refusal.Refusal;
import jp.torokubo.record.criteria.importing.CriteriaDryRun;
import jp.torokubo.record.criteria.importing.CriteriaImports;
import jp.torokubo.record.criteria.importing.Halt;
import jp.torokubo.record.criteria.importing.Hashes;
import jp.torokubo.record.criteria.importing.KeptCriteriaImport;
import jp.torokubo.record.criteria.store.CriteriaStore;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Records what a workbook brings, when a second person who saw the same dry run confirms it.
 *
 * <p>Nobody else confirms an import meanwhile; the dry run is made again and must come to the same result. Decision, texts, edition or
 * list, and state become true in one transaction. What was there before stays, with its dates.
 */
@Service
@Writes
public class ConfirmCriteriaImport {

    private static final String ROLE = "operator";

    /** @param hashSeen of the dry run the second person had before him */
    public record Command(Actor actor, Proof proof, CommandId id, UUID imported, String hashSeen) {}

    public sealed interface Result {

        /** @param changes how many controls are changed by it */
        record Confirmed(long changes) implements Result {}

        record Refused(Refusal why) implements Result {}
    }

    record Answer(long changes) {}

    private final CriteriaImports imports;
    private final DryRunCriteriaImport dryRuns;
    private final CriteriaStore store;
    private final Confirmations confirmations;
    private final ProposalNews news;
    private final Trail trail;
    private final Once once;
    private final Ids ids;
    private final InstantSource clock;
    private final TransactionTemplate transaction;

    ConfirmCriteriaImport(
            CriteriaImports imports, DryRunCriteriaImport dryRuns, CriteriaStore store, Confirmations confirmations, ProposalNews news, Trail trail, Once once,
            Ids ids, InstantSource clock, TransactionTemplate transaction) {
        this.imports = imports;
        this.dryRuns = dryRuns;
        this.store = store;
        this.confirmations = confirmations;
        this.news = news;
        this.trail = trail;
        this.once = once;
        this.ids = ids;
        this.clock = clock;
        this.transaction = transaction;
    }

    public Result handle(Command command) {
        var request = Hashes.of("criteria-confirm", command.actor().person().value().toString(), command.imported().toString(),
                command.hashSeen());
        try {
            return transaction.execute(status -> new Result.Confirmed(
                    once.run(command.id(), request, Answer.class, () -> confirm(command)).changes()));
        } catch (Halt halt) {
            return new Result.Refused(halt.why());
        }
    }

    private Answer confirm(Command command) {
        var kept = imports.findForUpdate(command.imported())
                .orElseThrow(() -> new Halt(new CriteriaImportRefusal.NotFound(command.imported().toString())));
        if (kept.proposed() == null || !kept.state().allows(KeptCriteriaImport.State.CONFIRMED)) {
            throw new Halt(CriteriaImportRefusal.NotInThisState.of(kept.state()));
        }
        imports.lock();
        var dryRun = dryRuns.of(kept);
        if (!dryRun.state().equals(kept.proposed().state())) {
            throw new Halt(new CriteriaImportRefusal.CriteriaMoved());
        }
        if (!dryRun.hash().equals(command.hashSeen()) || !dryRun.obstacles().isEmpty()) {
            throw new Halt(new CriteriaImportRefusal.ChangedSinceSeen());
        }
        confirmations.confirm(command.actor(), command.proof(), kept.proposed().proposal(), dryRun.hash()).ifPresent(why -> {
            throw new Halt(why);
        });
        news.decided(command.actor(), kept.proposed().proposal());
        var now = clock.instant();
        record(kept, dryRun, now);
        var answer = new Answer(dryRun.changes());
        imports.save(kept.confirmed(command.actor(), now, dryRun));
        trail.write(command.actor(), "criteria.import-confirmed", kept.id().toString(), Map.of("state", kept.state().code()),
                Map.of("hash", dryRun.hash(), "edition", kept.aim().edition(), "aim", kept.aim().code(), "changes", answer.changes()));
        return answer;
    }

    private void record(KeptCriteriaImport kept, CriteriaDryRun dryRun, Instant now) {
        var aim = kept.aim();
        var effect = dryRun.effect();
        switch (aim.kind()) {
            case EDITION -> {
                var edition = new CriteriaEdition(aim.edition(), Objects.requireNonNull(aim.titleJa()), aim.titleEn(),
                        aim.standsFrom() == null ? null : new StandsFrom(aim.standsFrom()), kept.publication().source(), now, ROLE, kept.id());
                if (!store.add(edition, effect.controls())) {
                    throw new Halt(new CriteriaImportRefusal.EditionThere(aim.edition()));
                }
                texts(kept, effect, now);
            }
            case TEXTS -> texts(kept, effect, now);
            case LIST -> store.add(new DatedList(ids.next(), Objects.requireNonNull(aim.list()), aim.edition(), aim.validFrom(), aim.validUntil(),
                    kept.publication().source(), now, ROLE, kept.id(), effect.entries()));
        }
    }

    private void texts(KeptCriteriaImport kept, CriteriaDryRun.Effect effect, Instant now) {
        add(kept, false, effect.textsJa(), now);
        add(kept, true, effect.textsEn(), now);
    }

    private void add(KeptCriteriaImport kept, boolean english, List<TextSet.Text> texts, Instant now) {
        if (!texts.isEmpty()) {
            store.add(new TextSet(ids.next(), kept.aim().edition(), english, kept.publication().words(), kept.publication().wordsEn(), now,
                    ROLE, kept.id(), texts));
        }
    }
}
