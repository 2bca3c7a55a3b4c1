// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.register;

import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.torokubo.ground.commands.CommandId;
import jp.torokubo.ground.commands.Once;
import jp.torokubo.ground.commands.Writes;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.ground.identity.Confirmations;
import jp.torokubo.ground.identity.Trail;
import jp.torokubo.ground.refusal.Refusal;
import jp.torokubo.record.register.importing.Halt;
import jp.torokubo.record.register.importing.Hashes;
import jp.torokubo.record.register.importing.Imports;
import jp.torokubo.record.register.importing.KeptImport;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Puts the dry run of an import before a second person.
 *
 * <p>What is proposed is what the proposer saw: had the register moved since he looked, he is asked to look again. A proposal that
 * went stale because the register moved is proposed anew in place of the old one.
 */
@Service
@Writes
public class ProposeImport {

    /** Of this kind are its proposals at the desk of confirmations. */
    public static final String KIND = "register.import";

    /** @param hashSeen of the dry run on the page */
    public record Command(Actor actor, CommandId id, UUID imported, String hashSeen) {}

    public sealed interface Result {
        record Proposed(UUID proposal) implements Result {}

        record Refused(Refusal why) implements Result {}
    }

    record Answer(UUID proposal) {}

    private final Imports imports;
    private final DryRunImport dryRuns;
    private final Confirmations confirmations;
    private final Trail trail;
    private final Once once;
    private final InstantSource clock;
    private final TransactionTemplate transaction;

    ProposeImport(
            Imports imports, DryRunImport dryRuns, Confirmations confirmations, Trail trail, Once once, InstantSource clock,
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
        var request = Hashes.of("propose", command.actor().person().value().toString(), command.imported().toString(),
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
                .orElseThrow(() -> new Halt(new ImportRefusal.NotFound(command.imported().toString())));
        if (!kept.state().allows(KeptImport.State.PROPOSED)) {
            throw new Halt(new ImportRefusal.NotInThisState(kept.state()));
        }
        var dryRun = dryRuns.of(kept.publication(), kept.file().hash(), kept.reading());
        if (dryRun.refused() > 0) {
            throw new Halt(new ImportRefusal.HasRefusedRows(dryRun.refused()));
        }
        if (!dryRun.hash().equals(command.hashSeen())) {
            throw new Halt(new ImportRefusal.ChangedSinceSeen());
        }
        if (kept.proposed() != null) {
            replaceStale(command, kept, kept.proposed(), dryRun.hash());
        }
        var proposal = confirmations.propose(command.actor(), KIND, kept.id().toString(), dryRun.hash());
        imports.save(kept.proposed(proposal.id(), command.actor(), clock.instant(), dryRun));
        trail.write(command.actor(), "register.import-proposed", kept.id().toString(), Map.of("state", kept.state().code()),
                Map.of("hash", dryRun.hash(), "register_index", dryRun.registerIndex()));
        return proposal.id();
    }

    private void replaceStale(Command command, KeptImport kept, KeptImport.Proposed old, String hashNow) {
        if (old.hash().equals(hashNow)) {
            throw new Halt(new ImportRefusal.NotInThisState(kept.state()));
        }
        if (old.proposal() != null) {
            Optional<Refusal> no = confirmations.turnDown(command.actor(), old.proposal(), "登録簿が変わったため提案し直し");
            no.ifPresent(why -> {
                throw new Halt(why);
            });
        }
    }
}
