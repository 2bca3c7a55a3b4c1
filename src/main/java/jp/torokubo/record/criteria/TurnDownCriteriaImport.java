// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.criteria;

import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import jp.torokubo.ground.commands.CommandId;
import jp.torokubo.ground.commands.Once;
import jp.torokubo.ground.commands.Writes;
import jp.torokubo.ground.desk.ProposalNews;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.ground.identity.Confirmations;
import jp.torokubo.ground.identity.Trail;
import jp.torokubo.ground.japanese.CleanText;
import jp.torokubo.ground.refusal.Refusal;
import jp.torokubo.record.criteria.importing.CriteriaImports;
import jp.torokubo.record.criteria.importing.Halt;
import jp.torokubo.record.criteria.importing.Hashes;
import jp.torokubo.record.criteria.importing.KeptCriteriaImport;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Ends an import of criteria that shall not take effect, whether it was proposed already or only read. The reason stays with it. */
@Service
@Writes
public class TurnDownCriteriaImport {

    private static final int LONGEST_REASON = 2_000;

    public record Command(Actor actor, CommandId id, UUID imported, String reason) {}

    public sealed interface Result {
        record TurnedDown() implements Result {}

        record Refused(Refusal why) implements Result {}
    }

    record Answer(boolean turnedDown) {}

    private final CriteriaImports imports;
    private final Confirmations confirmations;
    private final ProposalNews news;
    private final Trail trail;
    private final Once once;
    private final InstantSource clock;
    private final TransactionTemplate transaction;

    TurnDownCriteriaImport(
            CriteriaImports imports, Confirmations confirmations, ProposalNews news, Trail trail, Once once,
            InstantSource clock, TransactionTemplate transaction) {
        this.imports = imports;
        this.confirmations = confirmations;
        this.news = news;
        this.trail = trail;
        this.once = once;
        this.clock = clock;
        this.transaction = transaction;
    }

    public Result handle(Command command) {
        var request = Hashes.of("criteria-turn-down", command.actor().person().value().toString(), command.imported().toString(),
                command.reason());
        try {
            transaction.executeWithoutResult(status ->
                    once.run(command.id(), request, Answer.class, () -> turnDown(command)));
            return new Result.TurnedDown();
        } catch (Halt halt) {
            return new Result.Refused(halt.why());
        }
    }

    private Answer turnDown(Command command) {
        var kept = imports.findForUpdate(command.imported())
                .orElseThrow(() -> new Halt(new CriteriaImportRefusal.NotFound(command.imported().toString())));
        if (!kept.state().allows(KeptCriteriaImport.State.TURNED_DOWN)) {
            throw new Halt(CriteriaImportRefusal.NotInThisState.of(kept.state()));
        }
        var reason = CleanText.clean(command.reason());
        if (reason.isEmpty()) {
            throw new Halt(CriteriaImportRefusal.FieldMissing.of("reason"));
        }
        if (reason.length() > LONGEST_REASON) {
            throw new Halt(new CriteriaImportRefusal.FieldTooLong(reason.length(), LONGEST_REASON));
        }
        if (kept.proposed() != null) {
            confirmations.turnDown(command.actor(), kept.proposed().proposal(), reason).ifPresent(why -> {
                throw new Halt(why);
            });
            news.decided(command.actor(), kept.proposed().proposal());
        }
        imports.save(kept.turnedDown(command.actor(), clock.instant(), reason));
        trail.write(command.actor(), "criteria.import-turned-down", kept.id().toString(), Map.of("state", kept.state().code()),
                Map.of("reason", reason));
        return new Answer(true);
    }
}
