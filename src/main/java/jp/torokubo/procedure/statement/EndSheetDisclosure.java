// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.torokubo.ground.commands.CommandId;
import jp.torokubo.ground.commands.Once;
import jp.torokubo.ground.commands.Writes;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.ground.identity.Caller;
import jp.torokubo.ground.identity.DossierId;
import jp.torokubo.ground.identity.Trail;
import jp.torokubo.ground.refusal.Refusal;
import jp.torokubo.procedure.statement.buyers.SheetRefusal;
import jp.torokubo.procedure.statement.store.Sheets;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Ends the disclosure of a buyer's sheet from now on. What the receiver has fetched, he has. */
@Service
@Writes
public class EndSheetDisclosure {

    public record Command(CommandId id, Actor actor, DossierId dossier, String sheet, UUID disclosure) {}

    public sealed interface Result {
        record Ended() implements Result {}

        record Refused(Refusal why) implements Result {}
    }

    /** What is answered again when the same command comes twice. */
    record Kept(UUID disclosure) {}

    private final Once once;
    private final Entrance entrance;
    private final Sheets sheets;
    private final Trail trail;
    private final InstantSource clock;
    private final TransactionTemplate transaction;

    EndSheetDisclosure(
            Once once, Entrance entrance, Sheets sheets, Trail trail, InstantSource clock,
            TransactionTemplate transaction) {
        this.once = once;
        this.entrance = entrance;
        this.sheets = sheets;
        this.trail = trail;
        this.clock = clock;
        this.transaction = transaction;
    }

    public Result handle(Command command) {
        var asked = Asked.hash(List.of("end-sheet-disclosure", command.actor().person().value(), command.sheet(), command.disclosure()));
        try {
            return transaction.execute(open -> {
                var reach = entrance.enter(command.actor());
                var edition = sheets.find(reach, command.sheet()).filter(found -> found.dossier().equals(command.dossier()))
                        .orElseThrow(() -> new Halt(new SheetRefusal.SheetUnknown()));
                entrance.mustWrite(reach, edition.dossier());
                if (command.actor().role() != Caller.PROVIDER_MANAGER) {
                    throw new Halt(new StatementRefusal.OnlyTheManagerFreezes());
                }
                once.run(command.id(), asked, Kept.class, () -> {
                    if (!sheets.end(reach, edition.hash(), command.disclosure(), clock.instant(), command.actor().person())) {
                        throw new Halt(new StatementRefusal.DisclosureUnknown());
                    }
                    trail.write(
                            command.actor(), "statement.sheet-disclosure-ended", "dossier " + edition.dossier().value(), Map.of(),
                            Map.of("edition", edition.hash(), "disclosure", command.disclosure().toString()));
                    return new Kept(command.disclosure());
                });
                return new Result.Ended();
            });
        } catch (Halt halt) {
            return new Result.Refused(halt.why());
        }
    }
}
