// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.comparing;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.torokubo.ground.commands.CommandId;
import jp.torokubo.ground.commands.Once;
import jp.torokubo.ground.commands.Writes;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.ground.identity.Ids;
import jp.torokubo.ground.refusal.Refusal;
import jp.torokubo.procedure.statement.AnswerEdit;
import jp.torokubo.procedure.statement.ChangeAnswers;
import jp.torokubo.procedure.statement.Deed;
import jp.torokubo.procedure.statement.StatementId;
import jp.torokubo.record.ledger.TreeHash;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes rows of an earlier statement over into another, as one deed that can be undone: all whose criteria are unchanged, or those that are
 * chosen. A row that somebody has written into stays as it is, unless it was chosen to be written over.
 */
@Service
@Writes
public class CarryOver {

    public sealed interface Choice {

        /** Whatever can be taken over as it is. */
        record AllUnchanged() implements Choice {}

        /**
         * @param seen the version of each chosen row that somebody had before him, by control
         * @param overwrite whether chosen rows that say something already are written over
         */
        record Rows(Map<String, Long> seen, boolean overwrite) implements Choice {
            public Rows {
                seen = Map.copyOf(seen);
            }
        }
    }

    public record Command(CommandId id, Actor actor, StatementId statement, StatementId from, Choice choice) {}

    public sealed interface Result {

        /**
         * @param batch the deed, by which it can be undone; null where there was nothing to take over
         * @param taken how many rows
         */
        record Taken(@Nullable UUID batch, int taken) implements Result {}

        /** Nothing was taken over. */
        record NotTaken(List<ChangeAnswers.Trouble> troubles) implements Result {}

        record Refused(Refusal why) implements Result {}
    }

    record Kept(@Nullable UUID batch, int taken) {}

    private static final class Stopped extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient Result result;

        Stopped(Result result) {
            super(null, null, false, false);
            this.result = result;
        }
    }

    private final Once once;
    private final PlanCarryOver plans;
    private final ChangeAnswers changeAnswers;
    private final Ids ids;
    private final TransactionTemplate transaction;

    CarryOver(Once once, PlanCarryOver plans, ChangeAnswers changeAnswers, Ids ids, TransactionTemplate transaction) {
        this.once = once;
        this.plans = plans;
        this.changeAnswers = changeAnswers;
        this.ids = ids;
        this.transaction = transaction;
    }

    public Result handle(Command command) {
        try {
            return transaction.execute(open -> {
                var planned = planned(command);
                var kept = once.run(command.id(), hash(command), Kept.class, () -> takeOver(command, planned));
                return new Result.Taken(kept.batch(), kept.taken());
            });
        } catch (Stopped stopped) {
            return stopped.result;
        }
    }

    private PlanCarryOver.Result.Planned planned(Command command) {
        var result = plans.handle(new PlanCarryOver.Asked(command.actor(), command.statement(), command.from()));
        if (result instanceof PlanCarryOver.Result.Refused refused) {
            throw new Stopped(new Result.Refused(refused.why()));
        }
        var planned = (PlanCarryOver.Result.Planned) result;
        if (planned.mayNotWrite() != null) {
            throw new Stopped(new Result.Refused(planned.mayNotWrite()));
        }
        return planned;
    }

    private Kept takeOver(Command command, PlanCarryOver.Result.Planned read) {
        var rows = command.choice() instanceof Choice.Rows chosen
                ? read.plan().of(chosen.seen().keySet(), chosen.overwrite()).stream()
                        .map(edit -> new ChangeAnswers.Wanted(edit, chosen.seen().get(edit.control())))
                        .toList()
                : read.plan().unchanged().stream().map(edit -> wanted(edit, read)).toList();
        if (rows.isEmpty()) {
            return new Kept(null, 0);
        }
        var result = changeAnswers.handle(new ChangeAnswers.Command(
                new CommandId(ids.next()), command.actor(), command.statement(), Deed.CARRY_OVER, command.from().value().toString(), rows));
        if (result instanceof ChangeAnswers.Result.Changed changed) {
            return new Kept(changed.batch(), changed.changed());
        }
        throw new Stopped(result instanceof ChangeAnswers.Result.NotChanged not
                ? new Result.NotTaken(not.troubles())
                : new Result.Refused(((ChangeAnswers.Result.Refused) result).why()));
    }

    /** If somebody writes into the row between the plan and the deed, what he wrote stays. */
    private static ChangeAnswers.Wanted wanted(AnswerEdit edit, PlanCarryOver.Result.Planned read) {
        return new ChangeAnswers.Wanted(edit, read.now().answer(edit.control()).version());
    }

    private static String hash(Command command) {
        var choice = command.choice() instanceof Choice.Rows rows
                ? new TreeMap<>(rows.seen()).entrySet().stream().map(row -> row.getKey() + "@" + row.getValue())
                        .collect(Collectors.joining(" ", rows.overwrite() ? "over " : "rows ", ""))
                : "unchanged";
        var asked = String.join(
                "\n", "carry-over", command.actor().person().value().toString(), command.statement().value().toString(),
                command.from().value().toString(), choice);
        return HexFormat.of().formatHex(TreeHash.ofEntry(asked.getBytes(StandardCharsets.UTF_8)));
    }
}
