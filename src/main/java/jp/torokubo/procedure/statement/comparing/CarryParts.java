// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.comparing;

import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import jp.torokubo.ground.commands.CommandId;
import jp.torokubo.ground.commands.Once;
import jp.torokubo.ground.commands.Writes;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.ground.identity.Ids;
import jp.torokubo.ground.refusal.Refusal;
import jp.torokubo.procedure.statement.Content;
import jp.torokubo.procedure.statement.Part;
import jp.torokubo.procedure.statement.ReadStatement;
import jp.torokubo.procedure.statement.SavePart;
import jp.torokubo.procedure.statement.StatementId;
import jp.torokubo.procedure.statement.StatementRefusal;
import jp.torokubo.procedure.statement.WholeStatement;
import jp.torokubo.record.ledger.TreeHash;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes the parts of an earlier statement over into another, all or none: those nobody has written there yet. What belongs to its period
 * alone (the period itself, what happened after it, the signed representation) is written anew each time.
 */
@Service
@Writes
public class CarryParts {

    /** Of one period only (管理基準 2.2.5, 2.2.6, 2.2.8). */
    public static final Set<Part> WRITTEN_ANEW = Set.copyOf(EnumSet.of(Part.PERIOD, Part.SUBSEQUENT_EVENTS, Part.REPRESENTATION));

    public record Command(CommandId id, Actor actor, StatementId statement, StatementId from) {}

    public sealed interface Result {

        record Taken(int parts) implements Result {}

        record Refused(Refusal why) implements Result {}
    }

    /** What is answered again when the same command comes twice. */
    record Kept(int parts) {}

    private static final class Stopped extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient Refusal why;

        Stopped(Refusal why) {
            super(null, null, false, false);
            this.why = why;
        }
    }

    private final Once once;
    private final TwoStatements two;
    private final ReadStatement statements;
    private final SavePart savePart;
    private final Ids ids;
    private final TransactionTemplate transaction;

    CarryParts(Once once, TwoStatements two, ReadStatement statements, SavePart savePart, Ids ids, TransactionTemplate transaction) {
        this.once = once;
        this.two = two;
        this.statements = statements;
        this.savePart = savePart;
        this.ids = ids;
        this.transaction = transaction;
    }

    /** The parts that would be taken over, in their order. */
    public static List<Part> open(WholeStatement earlier, WholeStatement now) {
        return Stream.of(Part.values())
                .filter(part -> !WRITTEN_ANEW.contains(part))
                .filter(part -> isWritten(earlier, part) && !isWritten(now, part))
                .toList();
    }

    private static boolean isWritten(WholeStatement statement, Part part) {
        return !Content.empty(part).equals(statement.content().parts().get(part));
    }

    public Result handle(Command command) {
        try {
            return transaction.execute(open -> {
                var both = both(command);
                return new Result.Taken(once.run(command.id(), hash(command), Kept.class, () -> take(command, both)).parts());
            });
        } catch (Stopped stopped) {
            return new Result.Refused(stopped.why);
        }
    }

    private TwoStatements.Found.Both both(Command command) {
        var found = two.find(command.actor(), command.statement(), command.from());
        if (found instanceof TwoStatements.Found.Refused refused) {
            throw new Stopped(refused.why());
        }
        var both = (TwoStatements.Found.Both) found;
        if (both.mayNotWrite() != null) {
            throw new Stopped(both.mayNotWrite());
        }
        return both;
    }

    private Kept take(Command command, TwoStatements.Found.Both both) {
        var open = open(both.other(), both.one());
        var versions = statements.head(command.actor(), command.statement()).orElseThrow().parts();
        for (var part : open) {
            // one that was emptied again has versions all the same
            var version = versions.get(part);
            var result = savePart.handle(new SavePart.Command(
                    new CommandId(ids.next()), command.actor(), command.statement(), version == null ? 0 : version.version(),
                    both.other().content().parts().get(part)));
            if (result instanceof SavePart.Result.Refused refused) {
                throw new Stopped(refused.why());
            }
            if (result instanceof SavePart.Result.Conflict) {
                throw new Stopped(new StatementRefusal.ChangedMeanwhile(part.number()));
            }
        }
        return new Kept(open.size());
    }

    private static String hash(Command command) {
        var asked = String.join(
                "\n", "carry-parts", command.actor().person().value().toString(), command.statement().value().toString(),
                command.from().value().toString());
        return HexFormat.of().formatHex(TreeHash.ofEntry(asked.getBytes(StandardCharsets.UTF_8)));
    }
}
