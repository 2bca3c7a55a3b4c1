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
import jp.torokubo.procedure.statement.store.WarningWords;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Says why a warning of the self-check may stay. It is said of what stands there now; of an error nothing can be said. */
@Service
@Writes
public class AnswerWarning {

    /**
     * @param warning {@link Remark#key} of it
     * @param about {@link WordsGiven#fingerprint} of what he had before him
     * @param alike whether he says the same of all other warnings of that rule that are without a word
     */
    public record Command(CommandId id, Actor actor, StatementId statement, String warning, String about, String text, boolean alike) {}

    public sealed interface Result {
        record Said(UUID word) implements Result {}

        record Refused(Refusal why) implements Result {}
    }

    /** What is answered again when the same command comes twice. */
    record Kept(UUID word) {}

    private final Once once;
    private final Entrance entrance;
    private final CheckStatement check;
    private final WarningWords words;
    private final Trail trail;
    private final Ids ids;
    private final InstantSource clock;
    private final TransactionTemplate transaction;

    AnswerWarning(
            Once once, Entrance entrance, CheckStatement check, WarningWords words, Trail trail, Ids ids, InstantSource clock,
            TransactionTemplate transaction) {
        this.once = once;
        this.entrance = entrance;
        this.check = check;
        this.words = words;
        this.trail = trail;
        this.ids = ids;
        this.clock = clock;
        this.transaction = transaction;
    }

    public Result handle(Command command) {
        var text = CleanText.clean(command.text()).strip();
        int length = text.codePointCount(0, text.length());
        if (text.isEmpty()) {
            return new Result.Refused(new WarningRefusal.WordMissing());
        }
        if (length > WarningWord.LONGEST_TEXT) {
            return new Result.Refused(new StatementRefusal.TextTooLong("word", WarningWord.LONGEST_TEXT, length));
        }
        var asked = Asked.hash(List.of(
                "word", command.actor().person().value(), command.statement().value(), command.warning(), command.about(), text,
                command.alike()));
        try {
            return transaction.execute(open -> {
                var statement = entrance.toWrite(command.actor(), command.statement()).statement();
                return new Result.Said(once.run(command.id(), asked, Kept.class, () -> say(command, statement, text)).word());
            });
        } catch (Halt halt) {
            return new Result.Refused(halt.why());
        }
    }

    private Kept say(Command command, Statement statement, String text) {
        var checked = checked(command, statement);
        var warning = warned(command, checked);
        var word = say(command, statement, warning, command.about(), text);
        if (command.alike()) {
            checked.remarks().all().stream()
                    .filter(other -> other.rule().equals(warning.rule()) && !other.key().equals(warning.key()) && checked.words().isMissing(other))
                    .forEach(other -> say(command, statement, other, checked.words().fingerprint(other), text));
        }
        return new Kept(word);
    }

    private UUID say(Command command, Statement statement, Remark warning, String about, String text) {
        var word = new WarningWord(ids.next(), warning.key(), about, text, clock.instant(), command.actor().person());
        words.add(statement, warning, word);
        trail.write(
                command.actor(), "statement.word-said", "dossier " + statement.dossier().value(), Map.of(),
                Map.of("statement", statement.id().value().toString(), "rule", warning.rule(), "place", warning.place().code(),
                        "word", word.id().toString()));
        return word.id();
    }

    private CheckStatement.Result.Checked checked(Command command, Statement statement) {
        var result = check.whole(command.actor(), statement.dossier(), statement.id());
        if (result instanceof CheckStatement.Result.Refused refused) {
            throw new Halt(refused.why());
        }
        return (CheckStatement.Result.Checked) result;
    }

    /** @throws Halt where there is no such warning of such a text */
    private static Remark warned(Command command, CheckStatement.Result.Checked checked) {
        var found = checked.remarks().all().stream().filter(remark -> remark.key().equals(command.warning())).toList();
        if (found.isEmpty()) {
            throw new Halt(new WarningRefusal.WarningGone());
        }
        if (found.get(0).severity() == Severity.ERROR) {
            throw new Halt(new WarningRefusal.ErrorNotWarning());
        }
        return found.stream().filter(remark -> checked.words().fingerprint(remark).equals(command.about())).findFirst()
                .orElseThrow(() -> new Halt(new WarningRefusal.WarnedTextChanged()));
    }
}
