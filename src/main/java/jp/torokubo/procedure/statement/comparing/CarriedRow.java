// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.comparing;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import jp.torokubo.procedure.statement.Answer;
import jp.torokubo.procedure.statement.AnswerEdit;
import jp.torokubo.procedure.statement.Choice;
import jp.torokubo.procedure.statement.Realisation;
import jp.torokubo.procedure.statement.RestsOn;
import jp.torokubo.record.criteria.Control;
import jp.torokubo.record.criteria.Obligation;
import org.jspecify.annotations.Nullable;

/**
 * A row seen three ways: what the earlier statement said, what became of the criteria, what the new statement says now.
 *
 * @param earlier untouched where the earlier statement says nothing of it
 * @param now what stands in the row; where that says nothing, there is nothing to write over
 * @param edit by which the row would say what the earlier one said; null where there is nothing to take over
 */
public record CarriedRow(RowPair row, Answer earlier, Answer now, CarryAction action, Set<CarryDoubt> doubts, @Nullable AnswerEdit edit) {

    public CarriedRow {
        doubts = Collections.unmodifiableSet(doubts.isEmpty() ? EnumSet.noneOf(CarryDoubt.class) : EnumSet.copyOf(doubts));
    }

    /**
     * @param people logins of those who may see to rows of the new statement
     * @param comesBack whether a row that rests so would rest on its own service
     */
    static CarriedRow of(RowPair row, Answer earlier, Answer now, Set<String> people, Predicate<RestsOn> comesBack) {
        if (row.after() == null) {
            return new CarriedRow(row, earlier, now, CarryAction.DROP, Set.of(), null);
        }
        if (!says(earlier)) {
            return new CarriedRow(row, earlier, now, says(now) ? CarryAction.KEEP : CarryAction.ANEW, Set.of(), null);
        }
        boolean onItself = earlier.restsOn() != null && comesBack.test(earlier.restsOn());
        var doubts = doubts(row, earlier, people, onItself);
        var edit = edit(row.after(), earlier, now, people, onItself);
        if (edit.appliedTo(now).saysTheSameAs(now)) {
            return new CarriedRow(row, earlier, now, CarryAction.DONE, doubts, null);
        }
        var action = says(now) ? CarryAction.KEEP : doubts.isEmpty() ? CarryAction.AS_IS : CarryAction.LOOK_AGAIN;
        return new CarriedRow(row, earlier, now, action, doubts, edit);
    }

    /** Whether the row is taken over without overwriting anything. */
    public boolean open() {
        return action == CarryAction.AS_IS || action == CarryAction.LOOK_AGAIN;
    }

    /** Where the control changed inside the earlier period: what stood before the description that is taken over. */
    public List<Realisation> leftBehind() {
        return earlier.realisations().size() < 2 ? List.of() : earlier.realisations().subList(0, earlier.realisations().size() - 1);
    }

    /** Whether an answer says anything of its row; that somebody sees to it says nothing. */
    static boolean says(Answer answer) {
        return answer.choice() != Choice.OPEN || answer.isDescribed() || !answer.reason().isEmpty() || answer.restsOn() != null;
    }

    private static AnswerEdit edit(Control control, Answer earlier, Answer now, Set<String> people, boolean onItself) {
        var last = RowDifference.last(earlier.realisations());
        var carried = new Answer(
                control.id(), earlier.choice(), last.isEmpty() ? List.of() : List.of(Realisation.throughout(last)), earlier.reason(),
                "", null, earlier.state(), onItself ? null : earlier.restsOn(), 0);
        var edit = AnswerEdit.saying(control.id(), carried);
        return now.owner().isEmpty() && people.contains(earlier.owner()) ? edit.withOwner(earlier.owner()) : edit;
    }

    private static Set<CarryDoubt> doubts(RowPair row, Answer earlier, Set<String> people, boolean onItself) {
        var doubts = EnumSet.noneOf(CarryDoubt.class);
        if (row.change() == ControlChange.WORDING) {
            doubts.add(CarryDoubt.WORDING);
        } else if (row.change() == ControlChange.OBLIGATION) {
            doubts.add(CarryDoubt.OBLIGATION);
            boolean was = Objects.requireNonNull(row.before()).obligation() == Obligation.MANDATORY;
            if (!was && row.shown().obligation() == Obligation.MANDATORY && earlier.choice() == Choice.LEFT_OUT) {
                doubts.add(CarryDoubt.NOW_MANDATORY);
            }
        }
        if (earlier.realisations().size() > 1) {
            doubts.add(CarryDoubt.SEVERAL_REALISATIONS);
        }
        if (earlier.restsOn() != null) {
            doubts.add(onItself ? CarryDoubt.RESTS_ON_ITSELF : CarryDoubt.RESTS_ON_VERSION);
        }
        if (!earlier.owner().isEmpty() && !people.contains(earlier.owner())) {
            doubts.add(CarryDoubt.OWNER_NOT_HERE);
        }
        return doubts;
    }

    /** What would be written, where the row may be: one already written only if that is wanted. */
    Optional<AnswerEdit> edit(boolean overwrite) {
        return open() || overwrite && action == CarryAction.KEEP ? Optional.ofNullable(edit) : Optional.empty();
    }
}
