// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.register;

import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import jp.torokubo.ground.commands.CommandId;
import jp.torokubo.ground.commands.Once;
import jp.torokubo.ground.commands.Writes;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.ground.identity.Confirmations;
import jp.torokubo.ground.identity.Proof;
import jp.torokubo.ground.identity.Trail;
import jp.torokubo.ground.refusal.Refusal;
import jp.torokubo.record.register.importing.Halt;
import jp.torokubo.record.register.importing.Hashes;
import jp.torokubo.record.register.importing.Imports;
import jp.torokubo.record.register.importing.KeptImport;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Enters a proposed list in the register, when a second person who saw the same dry run confirms it.
 *
 * <p>Nobody else writes to the register meanwhile; the dry run is made again and must come to the same result. Decision, entries
 * and state become true in one transaction.
 */
@Service
@Writes
public class ConfirmImport {

    /** @param hashSeen of the dry run the second person had before him */
    public record Command(Actor actor, Proof proof, CommandId id, UUID imported, String hashSeen) {}

    public sealed interface Result {

        /** @param firstEntry index in the register's log */
        record Confirmed(long firstEntry, long lastEntry) implements Result {}

        record Refused(Refusal why) implements Result {}
    }

    record Answer(long firstEntry, long lastEntry) {}

    private final Imports imports;
    private final RegisterBook book;
    private final DryRunImport dryRuns;
    private final RecordEvents recordEvents;
    private final Confirmations confirmations;
    private final Trail trail;
    private final Once once;
    private final InstantSource clock;
    private final TransactionTemplate transaction;

    ConfirmImport(
            Imports imports, RegisterBook book, DryRunImport dryRuns, RecordEvents recordEvents, Confirmations confirmations,
            Trail trail, Once once, InstantSource clock, TransactionTemplate transaction) {
        this.imports = imports;
        this.book = book;
        this.dryRuns = dryRuns;
        this.recordEvents = recordEvents;
        this.confirmations = confirmations;
        this.trail = trail;
        this.once = once;
        this.clock = clock;
        this.transaction = transaction;
    }

    public Result handle(Command command) {
        var request = Hashes.of("confirm", command.actor().person().value().toString(), command.imported().toString(),
                command.hashSeen());
        try {
            return transaction.execute(status -> {
                var answer = once.run(command.id(), request, Answer.class, () -> confirm(command));
                return new Result.Confirmed(answer.firstEntry(), answer.lastEntry());
            });
        } catch (Halt halt) {
            return new Result.Refused(halt.why());
        }
    }

    private Answer confirm(Command command) {
        var kept = imports.findForUpdate(command.imported())
                .orElseThrow(() -> new Halt(new ImportRefusal.NotFound(command.imported().toString())));
        if (kept.proposed() == null || !kept.state().allows(KeptImport.State.CONFIRMED)) {
            throw new Halt(new ImportRefusal.NotInThisState(kept.state()));
        }
        var register = kept.publication().register();
        book.lock(register);
        var dryRun = dryRuns.of(kept.publication(), kept.file().hash(), kept.reading());
        if (dryRun.registerIndex() != kept.proposed().registerIndex()) {
            throw new Halt(new ImportRefusal.RegisterMoved(kept.proposed().registerIndex(), dryRun.registerIndex()));
        }
        if (!dryRun.hash().equals(command.hashSeen()) || dryRun.refused() > 0) {
            throw new Halt(new ImportRefusal.ChangedSinceSeen());
        }
        var proposal = Objects.requireNonNull(kept.proposed().proposal(), "only the program proposes to itself");
        confirmations.confirm(command.actor(), command.proof(), proposal, dryRun.hash()).ifPresent(why -> {
            throw new Halt(why);
        });
        var recorded = recordEvents.handle(new RecordEvents.Command(command.actor(), register, dryRun.sayings()));
        if (recorded instanceof RecordEvents.Result.Refused refused) {
            throw new Halt(refused.why().get(0).why());
        }
        var indexes = ((RecordEvents.Result.Recorded) recorded).indexes();
        var answer = new Answer(indexes.get(0), indexes.get(indexes.size() - 1));
        imports.save(kept.confirmed(command.actor(), clock.instant(), answer.firstEntry(), answer.lastEntry()));
        trail.write(command.actor(), "register.import-confirmed", kept.id().toString(), Map.of("state", kept.state().code()),
                Map.of("hash", dryRun.hash(), "first", answer.firstEntry(), "last", answer.lastEntry()));
        return answer;
    }
}
