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
import jp.torokubo.ground.identity.Ids;
import jp.torokubo.ground.identity.Trail;
import jp.torokubo.ground.japanese.CleanText;
import jp.torokubo.ground.refusal.Refusal;
import jp.torokubo.procedure.statement.comparing.ChangeClass;
import jp.torokubo.procedure.statement.comparing.CompareStatements;
import jp.torokubo.procedure.statement.comparing.RowDifference;
import jp.torokubo.procedure.statement.comparing.SaidClass;
import jp.torokubo.procedure.statement.store.SaidClasses;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Says which class a changed description is of, where its words alone can only propose one. Saying 未定 takes back what was said. */
@Service
@Writes
public class ClassifyChange {

    /**
     * @param to with what the statement is compared
     * @param control number of the row
     * @param before fingerprint of the text he had before him on the side of the earlier one
     * @param after and on the other
     * @param kind code of the class
     * @param why may be empty
     */
    public record Command(
            CommandId id, Actor actor, StatementId statement, CompareStatements.Other to, String control, String before, String after,
            String kind, String why) {}

    public sealed interface Result {
        record Said(UUID word) implements Result {}

        record Refused(Refusal why) implements Result {}
    }

    /** What is answered again when the same command comes twice. */
    record Kept(UUID word) {}

    private final Once once;
    private final Entrance entrance;
    private final CompareStatements compare;
    private final SaidClasses words;
    private final Trail trail;
    private final Ids ids;
    private final InstantSource clock;
    private final TransactionTemplate transaction;

    ClassifyChange(
            Once once, Entrance entrance, CompareStatements compare, SaidClasses words, Trail trail, Ids ids, InstantSource clock,
            TransactionTemplate transaction) {
        this.once = once;
        this.entrance = entrance;
        this.compare = compare;
        this.words = words;
        this.trail = trail;
        this.ids = ids;
        this.clock = clock;
        this.transaction = transaction;
    }

    public Result handle(Command command) {
        var kind = ChangeClass.of(command.kind()).filter(ChangeClass::isSaid).orElse(null);
        if (kind == null) {
            return new Result.Refused(new ClassRefusal.ClassNotChosen());
        }
        var why = CleanText.clean(command.why()).strip();
        int length = why.codePointCount(0, why.length());
        if (length > SaidClass.LONGEST_TEXT) {
            return new Result.Refused(new StatementRefusal.TextTooLong("why", SaidClass.LONGEST_TEXT, length));
        }
        var asked = Asked.hash(List.of(
                "class", command.actor().person().value(), command.statement().value(), command.to(), command.control(),
                command.before(), command.after(), kind.code(), why));
        try {
            return transaction.execute(open -> {
                var statement = entrance.toWrite(command.actor(), command.statement()).statement();
                return new Result.Said(once.run(command.id(), asked, Kept.class, () -> say(command, statement, kind, why)).word());
            });
        } catch (Halt halt) {
            return new Result.Refused(halt.why());
        }
    }

    private Kept say(Command command, Statement statement, ChangeClass kind, String why) {
        var row = changed(command);
        var word = new SaidClass(
                ids.next(), row.row().number(), row.wasText(), row.isText(), kind, why, clock.instant(), command.actor().person());
        words.add(statement, word);
        trail.write(
                command.actor(), "statement.class-said", "dossier " + statement.dossier().value(), Map.of(),
                Map.of("statement", statement.id().value().toString(), "control", word.control(), "class", kind.code(),
                        "word", word.id().toString()));
        return new Kept(word.id());
    }

    /** @throws Halt where the description has not changed, or not from and to what he saw */
    private RowDifference changed(Command command) {
        var result = compare.handle(new CompareStatements.Asked(command.actor(), command.statement(), command.to()));
        if (result instanceof CompareStatements.Result.Refused refused) {
            throw new Halt(refused.why());
        }
        var row = ((CompareStatements.Result.Compared) result).comparison().rows().stream()
                .filter(one -> one.row().number().equals(command.control()) && one.proposal() != null)
                .findFirst()
                .orElseThrow(() -> new Halt(new ClassRefusal.DifferenceGone()));
        if (!row.wasText().equals(command.before()) || !row.isText().equals(command.after())) {
            throw new Halt(new ClassRefusal.ComparedTextChanged());
        }
        return row;
    }
}
