// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import jp.torokubo.ground.commands.CommandId;
import jp.torokubo.ground.commands.Once;
import jp.torokubo.ground.commands.Writes;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.ground.identity.Caller;
import jp.torokubo.ground.identity.DossierId;
import jp.torokubo.ground.identity.Reach;
import jp.torokubo.ground.identity.Trail;
import jp.torokubo.ground.refusal.Refusal;
import jp.torokubo.procedure.statement.buyers.BuyersQuestions;
import jp.torokubo.procedure.statement.buyers.Sheet;
import jp.torokubo.procedure.statement.buyers.SheetRefusal;
import jp.torokubo.procedure.statement.buyers.SheetRows;
import jp.torokubo.procedure.statement.store.Sheets;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes an edition of the draft of a buyer's sheet. What of it is public is so at once, on the page of the service it names. */
@Service
@Writes
public class PublishSheet {

    /** @param seen version of the draft somebody had before him */
    public record Command(CommandId id, Actor actor, DossierId dossier, long seen) {}

    public sealed interface Result {
        record Published(String hash) implements Result {}

        record Refused(Refusal why) implements Result {}
    }

    /** What is answered again when the same command comes twice. */
    record Kept(String hash) {}

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Once once;
    private final Entrance entrance;
    private final Sheets sheets;
    private final OwnServices services;
    private final Trail trail;
    private final InstantSource clock;
    private final TransactionTemplate transaction;

    PublishSheet(
            Once once, Entrance entrance, Sheets sheets, OwnServices services, Trail trail, InstantSource clock,
            TransactionTemplate transaction) {
        this.once = once;
        this.entrance = entrance;
        this.sheets = sheets;
        this.services = services;
        this.trail = trail;
        this.clock = clock;
        this.transaction = transaction;
    }

    public Result handle(Command command) {
        var asked = Asked.hash(List.of("publish-sheet", command.actor().person().value(), command.dossier().value(), command.seen()));
        try {
            return transaction.execute(open -> {
                var reach = entrance.enter(command.actor());
                entrance.mustWrite(reach, command.dossier());
                if (command.actor().role() != Caller.PROVIDER_MANAGER) {
                    throw new Halt(new StatementRefusal.OnlyTheManagerFreezes());
                }
                return new Result.Published(once.run(command.id(), asked, Kept.class, () -> publish(command, reach)).hash());
            });
        } catch (Halt halt) {
            return new Result.Refused(halt.why());
        }
    }

    private Kept publish(Command command, Reach reach) {
        var draft = sheets.draft(reach, command.dossier());
        if (draft.version() != command.seen()) {
            throw new Halt(new SheetRefusal.SavedMeanwhile());
        }
        if (draft.sheet().answers().isEmpty()) {
            throw new Halt(new SheetRefusal.NothingAnswered());
        }
        if (draft.sheet().service() != null) {
            // it was asked when the draft was saved, and a service may have gone to another since
            services.find(command.actor(), draft.sheet().service().toString(), null);
        }
        var earlier = sheets.of(reach, command.dossier());
        if (!earlier.isEmpty() && draft.sheet().equals(ReadSheets.sheet(earlier.get(0), sheets.sections(reach, earlier.get(0).hash())))) {
            throw new Halt(new SheetRefusal.NothingNew(earlier.get(0).number()));
        }
        var questions = BuyersQuestions.newest().edition();
        var rows = SheetRows.of(draft.sheet(), PublishSheet::salt);
        var hashes = SheetRows.hashes(rows);
        var edition = new Sheet.Edition(
                SheetRows.hash(questions, hashes), command.dossier(), earlier.isEmpty() ? 1 : earlier.get(0).number() + 1, questions,
                draft.sheet().service(), hashes, clock.instant(), command.actor().person());
        sheets.add(edition, rows);
        trail.write(
                command.actor(), "statement.sheet-published", "dossier " + command.dossier().value(), Map.of(),
                Map.of("edition", edition.hash(), "number", edition.number()));
        return new Kept(edition.hash());
    }

    private static String salt() {
        var bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
