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
import jp.torokubo.ground.identity.Ids;
import jp.torokubo.ground.identity.Trail;
import jp.torokubo.ground.japanese.CleanText;
import jp.torokubo.ground.japanese.CorporateNumber;
import jp.torokubo.ground.refusal.Refusal;
import jp.torokubo.procedure.statement.buyers.Sheet;
import jp.torokubo.procedure.statement.buyers.SheetRefusal;
import jp.torokubo.procedure.statement.store.Sheets;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets an organisation see what an edition of a buyer's sheet holds for agencies.
 *
 * <p>It is named by its corporate number, and the answer is the same whether or not anybody is here under it: so nobody learns who is.
 */
@Service
@Writes
public class DiscloseSheet {

    public static final int LONGEST_NAME = 200;

    /** @param receiver corporate number as typed. @param named as the provider calls the receiver */
    public record Command(CommandId id, Actor actor, DossierId dossier, String sheet, String receiver, String named) {}

    public sealed interface Result {
        record Disclosed(UUID disclosure) implements Result {}

        record Refused(Refusal why) implements Result {}
    }

    /** What is answered again when the same command comes twice. */
    record Kept(UUID disclosure) {}

    private final Once once;
    private final Entrance entrance;
    private final Sheets sheets;
    private final Trail trail;
    private final Ids ids;
    private final InstantSource clock;
    private final TransactionTemplate transaction;

    DiscloseSheet(
            Once once, Entrance entrance, Sheets sheets, Trail trail, Ids ids, InstantSource clock,
            TransactionTemplate transaction) {
        this.once = once;
        this.entrance = entrance;
        this.sheets = sheets;
        this.trail = trail;
        this.ids = ids;
        this.clock = clock;
        this.transaction = transaction;
    }

    public Result handle(Command command) {
        if (!(CorporateNumber.read(command.receiver()) instanceof CorporateNumber.Reading.Read read)) {
            return new Result.Refused(new StatementRefusal.ReceiverNotANumber(CleanText.clean(command.receiver())));
        }
        var named = shortened(CleanText.clean(command.named()));
        if (named.isBlank()) {
            return new Result.Refused(new StatementRefusal.ReceiverNotNamed());
        }
        var receiver = read.number().digits();
        var asked = Asked.hash(List.of("disclose-sheet", command.actor().person().value(), command.sheet(), receiver, named));
        try {
            return transaction.execute(open -> {
                var reach = entrance.enter(command.actor());
                var edition = sheets.find(reach, command.sheet()).filter(found -> found.dossier().equals(command.dossier()))
                        .orElseThrow(() -> new Halt(new SheetRefusal.SheetUnknown()));
                entrance.mustWrite(reach, edition.dossier());
                if (command.actor().role() != Caller.PROVIDER_MANAGER) {
                    throw new Halt(new StatementRefusal.OnlyTheManagerFreezes());
                }
                return new Result.Disclosed(
                        once.run(command.id(), asked, Kept.class, () -> disclose(command, edition, receiver, named)).disclosure());
            });
        } catch (Halt halt) {
            return new Result.Refused(halt.why());
        }
    }

    private Kept disclose(Command command, Sheet.Edition edition, String receiver, String named) {
        var disclosure = new Disclosure(ids.next(), edition.hash(), receiver, named, clock.instant(), null);
        if (!sheets.disclose(edition.dossier(), disclosure, command.actor().person())) {
            throw new Halt(new StatementRefusal.DisclosedAlready());
        }
        trail.write(
                command.actor(), "statement.sheet-disclosed", "dossier " + edition.dossier().value(), Map.of(),
                Map.of("edition", edition.hash(), "disclosure", disclosure.id().toString()));
        return new Kept(disclosure.id());
    }

    private static String shortened(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST_NAME
                ? text : text.substring(0, text.offsetByCodePoints(0, LONGEST_NAME));
    }
}
