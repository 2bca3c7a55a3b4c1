// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.torokubo.ground.commands.CommandId;
import jp.torokubo.ground.commands.Once;
import jp.torokubo.ground.commands.Writes;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.ground.identity.DossierId;
import jp.torokubo.ground.identity.Trail;
import jp.torokubo.ground.japanese.CleanText;
import jp.torokubo.ground.refusal.Refusal;
import jp.torokubo.procedure.statement.buyers.BuyersQuestions;
import jp.torokubo.procedure.statement.buyers.Sheet;
import jp.torokubo.procedure.statement.buyers.Sheet.SheetAnswer;
import jp.torokubo.procedure.statement.buyers.SheetRefusal;
import jp.torokubo.procedure.statement.buyers.SheetRows;
import jp.torokubo.procedure.statement.store.Sheets;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Saves the draft of a dossier's buyer's sheet. Whom it may name as its service, the register says. */
@Service
@Writes
public class SaveSheet {

    /** In code points, for each answer in each language. */
    public static final int LONGEST_ANSWER = 4_000;

    /**
     * @param seen version of the draft somebody had before him
     * @param service registration number as typed; empty for none
     * @param answers by the code of the question; empty texts are no answers
     */
    public record Command(CommandId id, Actor actor, DossierId dossier, long seen, String service, Map<String, SheetAnswer> answers) {}

    public sealed interface Result {
        record Saved(long version) implements Result {}

        /** @param field the code of the question, {@code service}, or empty */
        record Refused(String field, Refusal why) implements Result {}
    }

    /** What is answered again when the same command comes twice. */
    record Kept(long version) {}

    private final Once once;
    private final Entrance entrance;
    private final Sheets sheets;
    private final OwnServices services;
    private final Trail trail;
    private final InstantSource clock;
    private final TransactionTemplate transaction;

    SaveSheet(
            Once once, Entrance entrance, Sheets sheets, OwnServices services, Trail trail, InstantSource clock, TransactionTemplate transaction) {
        this.once = once;
        this.entrance = entrance;
        this.sheets = sheets;
        this.services = services;
        this.trail = trail;
        this.clock = clock;
        this.transaction = transaction;
    }

    public Result handle(Command command) {
        var answers = new LinkedHashMap<String, SheetAnswer>();
        for (var question : BuyersQuestions.newest().all()) {
            var given = command.answers().get(question.code());
            var text = given == null ? Wording.NONE : KeptForm.clean(given.text());
            int longest = Math.max(text.ja().codePointCount(0, text.ja().length()), text.en().codePointCount(0, text.en().length()));
            if (longest > LONGEST_ANSWER) {
                return new Result.Refused(
                        question.code(), new SheetRefusal.AnswerTooLong(question.words().ja(), LONGEST_ANSWER, longest));
            }
            if (given != null && !text.isEmpty()) {
                answers.put(question.code(), new SheetAnswer(given.visibility(), text));
            }
        }
        var number = CleanText.clean(command.service()).strip();
        try {
            return transaction.execute(open -> {
                var reach = entrance.enter(command.actor());
                entrance.mustWrite(reach, command.dossier());
                var sheet = new Sheet(number.isEmpty() ? null : services.find(
                        command.actor(), number, sheets.draft(reach, command.dossier()).sheet().service()), answers);
                var asked = Asked.hash(List.of(
                        "sheet", command.actor().person().value(), command.dossier().value(), command.seen(), String.valueOf(sheet.service()),
                        SheetRows.written(sheet)));
                return new Result.Saved(once.run(command.id(), asked, Kept.class, () -> save(command, sheet)).version());
            });
        } catch (Halt halt) {
            return new Result.Refused(
                    halt.why() instanceof SheetRefusal.ServiceUnknown || halt.why() instanceof SheetRefusal.ServiceOfAnother ? "service" : "",
                    halt.why());
        }
    }

    private Kept save(Command command, Sheet sheet) {
        long next = command.seen() + 1;
        var reach = entrance.enter(command.actor());
        if (sheets.draft(reach, command.dossier()).version() != command.seen()
                || !sheets.addDraft(command.dossier(), next, sheet, clock.instant(), command.actor().person())) {
            throw new Halt(new SheetRefusal.SavedMeanwhile());
        }
        trail.write(
                command.actor(), "statement.sheet-saved", "dossier " + command.dossier().value(), Map.of(),
                Map.of("version", next, "answers", sheet.answers().size()));
        return new Kept(next);
    }
}
