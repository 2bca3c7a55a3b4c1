// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.criteria;

import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import jp.torokubo.ground.commands.CommandId;
import jp.torokubo.ground.commands.Once;
import jp.torokubo.ground.commands.Writes;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.ground.identity.Confirmations;
import jp.torokubo.ground.identity.Trail;
import jp.torokubo.ground.refusal.Refusal;
import jp.torokubo.record.criteria.importing.CriteriaImports;
import jp.torokubo.record.criteria.importing.Halt;
import jp.torokubo.record.criteria.importing.Hashes;
import jp.torokubo.record.criteria.importing.KeptCriteriaImport;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Puts the dry run of an import of criteria before a second person.
 *
 * <p>What is proposed is what the proposer saw. A proposal that went stale because another import was confirmed is proposed anew in place
 * of the old one.
 */
@Service
@Writes
public class ProposeCriteriaImport {

    /** Of this kind are its proposals at the desk of confirmations. */
    public static final String KIND = "criteria.import";

    /** @param hashSeen of the dry run on the page */
    public record Command(Actor actor, CommandId id, UUID imported, String hashSeen) {}

    public sealed interface Result {
        record Proposed(UUID proposal) implements Result {}

        record Refused(Refusal why) implements Result {}
    }

    record Answer(UUID proposal) {}

    private final CriteriaImports imports;
    private final DryRunCriteriaImport dryRuns;
    private final Confirmations confirmations;
    private final Trail trail;
    private final Once once;
    private final InstantSource clock;
    private final TransactionTemplate transaction;

    ProposeCriteriaImport(
            CriteriaImports imports, DryRunCriteriaImport dryRuns, Confirmations confirmations, Trail trail, Once once, InstantSource clock,
            TransactionTemplate transaction) {
        this.imports = imports;
        this.dryRuns = dryRuns;
        this.confirmations = confirmations;
        this.trail = trail;
        this.once = once;
        this.clock = clock;
        this.transaction = transaction;
    }

    public Result handle(Command command) {
        var request = Hashes.of("criteria-propose", command.actor().person().value().toString(), command.imported().toString(),
                command.hashSeen());
        try {
            return transaction.execute(status -> new Result.Proposed(
                    once.run(command.id(), request, Answer.class, () -> new Answer(propose(command))).proposal()));
        } catch (Halt halt) {
            return new Result.Refused(halt.why());
        }
    }

    private UUID propose(Command command) {
        var kept = imports.findForUpdate(command.imported())
                .orElseThrow(() -> new Halt(new CriteriaImportRefusal.NotFound(command.imported().toString())));
        if (!kept.state().allows(KeptCriteriaImport.State.PROPOSED)) {
            throw new Halt(CriteriaImportRefusal.NotInThisState.of(kept.state()));
        }
        var dryRun = dryRuns.of(kept);
        if (!dryRun.obstacles().isEmpty()) {
            throw new Halt(dryRun.obstacles().get(0));
        }
        if (!dryRun.hash().equals(command.hashSeen())) {
            throw new Halt(new CriteriaImportRefusal.ChangedSinceSeen());
        }
        if (kept.proposed() != null) {
            replaceStale(command, kept, kept.proposed(), dryRun.hash());
        }
        var proposal = confirmations.propose(command.actor(), KIND, kept.id().toString(), dryRun.hash());
        imports.save(kept.proposed(proposal.id(), command.actor(), clock.instant(), dryRun));
        trail.write(command.actor(), "criteria.import-proposed", kept.id().toString(), Map.of("state", kept.state().code()),
                Map.of("hash", dryRun.hash(), "criteria", dryRun.state()));
        return proposal.id();
    }

    private void replaceStale(Command command, KeptCriteriaImport kept, KeptCriteriaImport.Proposed old, String hashNow) {
        if (old.hash().equals(hashNow)) {
            throw new Halt(CriteriaImportRefusal.NotInThisState.of(kept.state()));
        }
        confirmations.turnDown(command.actor(), old.proposal(), "管理基準が変わったため提案し直し").ifPresent(why -> {
            throw new Halt(why);
        });
    }
}
