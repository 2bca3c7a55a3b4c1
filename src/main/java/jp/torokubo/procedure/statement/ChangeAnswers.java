// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.torokubo.ground.commands.CommandId;
import jp.torokubo.ground.commands.Once;
import jp.torokubo.ground.commands.Writes;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.ground.identity.DossierReading;
import jp.torokubo.ground.identity.Ids;
import jp.torokubo.ground.identity.Trail;
import jp.torokubo.ground.refusal.Refusal;
import jp.torokubo.procedure.statement.inheritance.Circles;
import jp.torokubo.procedure.statement.inheritance.InheritanceRefusal;
import jp.torokubo.procedure.statement.store.Answers;
import jp.torokubo.record.criteria.Catalogue;
import jp.torokubo.record.criteria.Criteria;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Changes rows of a statement: all that are asked for, or none. Grid, row page, bulk change, workbook, carry-over and mapping all come
 * through here, and every row through {@link AnswerRules}.
 */
@Service
@Writes
public class ChangeAnswers {

    /** @param seen the version somebody had before him; null: whatever is there now */
    public record Wanted(AnswerEdit edit, @Nullable Long seen) {}

    /** @param subject what the deed rests on, for example the id of an import */
    public record Command(
            CommandId id, Actor actor, StatementId statement, Deed deed, @Nullable String subject, List<Wanted> rows) {
        public Command {
            rows = List.copyOf(rows);
        }
    }

    public sealed interface Result {

        /**
         * @param batch the deed, by which it can be undone; null where every row said so already
         * @param changed how many rows it changed
         */
        record Changed(@Nullable UUID batch, int changed) implements Result {}

        /** Nothing was written. */
        record NotChanged(List<Trouble> troubles) implements Result {}

        record Refused(Refusal why) implements Result {}
    }

    /**
     * Why one row is not changed.
     *
     * @param now as it stands, where somebody has changed it meanwhile; else null
     */
    public record Trouble(String control, List<Refusal> why, @Nullable Answer now) {}

    /** What is answered again when the same command comes twice; says nothing of what was written. */
    record Kept(@Nullable UUID batch, int changed) {}

    private final Once once;
    private final Entrance entrance;
    private final Answers answers;
    private final Criteria criteria;
    private final DossierReading dossiers;
    private final Circles circles;
    private final Trail trail;
    private final Ids ids;
    private final InstantSource clock;
    private final TransactionTemplate transaction;

    ChangeAnswers(
            Once once, Entrance entrance, Answers answers, Criteria criteria, DossierReading dossiers, Circles circles, Trail trail,
            Ids ids, InstantSource clock, TransactionTemplate transaction) {
        this.once = once;
        this.entrance = entrance;
        this.answers = answers;
        this.criteria = criteria;
        this.dossiers = dossiers;
        this.circles = circles;
        this.trail = trail;
        this.ids = ids;
        this.clock = clock;
        this.transaction = transaction;
    }

    private static final class Troubled extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient List<Trouble> troubles;

        Troubled(List<Trouble> troubles) {
            super(null, null, false, false);
            this.troubles = troubles;
        }
    }

    public Result handle(Command command) {
        var rows = command.rows().stream().map(row -> new Wanted(KeptForm.clean(row.edit()), row.seen())).toList();
        var asked = Asked.hash(List.of(
                "answers", command.actor().person().value(), command.statement().value(), command.deed().code(),
                String.valueOf(command.subject()), rows));
        try {
            return transaction.execute(open -> {
                var place = entrance.toWrite(command.actor(), command.statement());
                var kept = once.run(command.id(), asked, Kept.class, () -> change(command, place, rows));
                return new Result.Changed(kept.batch(), kept.changed());
            });
        } catch (Troubled troubled) {
            return new Result.NotChanged(troubled.troubles);
        } catch (Halt halt) {
            return new Result.Refused(halt.why());
        }
    }

    private Kept change(Command command, Entrance.Place place, List<Wanted> rows) {
        var catalogue = criteria.catalogue(place.statement().edition()).orElseThrow();
        var before = answers.of(
                place.reach(), command.statement(), rows.stream().map(row -> row.edit().control()).collect(Collectors.toSet()));
        var logins = dossiers.assignments(place.reach(), place.statement().dossier()).stream()
                .filter(one -> one.assignment().holdsAt(clock.instant()))
                .map(DossierReading.Assigned::login)
                .collect(Collectors.toSet());
        var comesBack = rows.stream().anyMatch(row -> row.edit().restsAnew())
                ? circles.of(command.actor(), place.statement()) : (Predicate<RestsOn>) none -> false;
        var troubles = new ArrayList<Trouble>();
        var changed = new ArrayList<Answer>();
        var controls = new HashSet<String>();
        for (var row : rows) {
            var control = row.edit().control();
            var now = before.getOrDefault(control, Answer.untouched(control));
            var why = wrong(catalogue, now, row.edit(), logins, controls, comesBack);
            if (!why.isEmpty()) {
                troubles.add(new Trouble(control, why, null));
                continue;
            }
            var after = row.edit().appliedTo(now);
            if (after.equals(now)) {
                continue;
            }
            if (row.seen() != null && row.seen() != now.version()) {
                troubles.add(new Trouble(control, List.of(new StatementRefusal.ChangedMeanwhile(control)), now));
                continue;
            }
            changed.add(after.withVersion(now.version() + 1));
        }
        if (!troubles.isEmpty()) {
            throw new Troubled(List.copyOf(troubles));
        }
        return changed.isEmpty() ? new Kept(null, 0) : new Kept(write(command, place, changed), changed.size());
    }

    private static List<Refusal> wrong(
            Catalogue catalogue, Answer now, AnswerEdit edit, Set<String> logins, Set<String> controls, Predicate<RestsOn> comesBack) {
        var control = catalogue.control(edit.control()).orElse(null);
        if (control == null) {
            return List.of(new StatementRefusal.ControlUnknown(edit.control()));
        }
        if (!controls.add(edit.control())) {
            return List.of(new StatementRefusal.RowTwice(edit.control()));
        }
        if (edit.restsAnew() && !edit.resting().on().equals(now.restsOn()) && comesBack.test(edit.resting().on())) {
            return List.of(new InheritanceRefusal.RestsOnItself(edit.control()));
        }
        return List.copyOf(AnswerRules.wrong(control, now, edit, logins));
    }

    private UUID write(Command command, Entrance.Place place, List<Answer> changed) {
        var batch = new Batch(
                ids.next(), command.statement(), command.deed(), command.subject(), null, false, clock.instant(),
                command.actor().person(), changed.size());
        answers.add(place.statement(), batch);
        answers.change(place.statement(), batch.id(), changed);
        trail.write(
                command.actor(), "statement.rows-changed", "dossier " + place.statement().dossier().value(), Map.of(),
                Map.of("statement", command.statement().value().toString(), "deed", command.deed().code(), "batch", batch.id().toString(),
                        "rows", changed.size()));
        return batch.id();
    }
}
