// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.comparing;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import jp.torokubo.procedure.statement.Answer;
import jp.torokubo.procedure.statement.AnswerEdit;
import jp.torokubo.procedure.statement.RestsOn;
import jp.torokubo.procedure.statement.WholeStatement;

/**
 * What of an earlier statement can be taken over into a new one: last year's, one of another edition, or a sister service's.
 *
 * <p>Taken over are the choice, what stood last as the description, the reason, what the row rests on, and who sees to it. Due days and
 * states are of the earlier year. What somebody has already written stays.
 *
 * @param rows in the order of their numbers; without those that are gone and of which nothing was said
 */
public record CarryOverPlan(List<CarriedRow> rows) {

    public CarryOverPlan {
        rows = List.copyOf(rows);
    }

    /**
     * @param pairs from the edition of the earlier to that of the new statement
     * @param people logins of those who may see to rows of the new statement
     * @param comesBack whether a row that rests so would rest on its own service
     */
    public static CarryOverPlan of(
            WholeStatement earlier, WholeStatement now, PairedRows pairs, Set<String> people, Predicate<RestsOn> comesBack) {
        return new CarryOverPlan(pairs.rows().stream()
                .map(row -> CarriedRow.of(
                        row,
                        row.before() == null ? Answer.untouched(row.number()) : earlier.answer(row.before().id()),
                        row.after() == null ? Answer.untouched(row.number()) : now.answer(row.after().id()), people, comesBack))
                .filter(row -> row.action() != CarryAction.DROP || CarriedRow.says(row.earlier()))
                .toList());
    }

    /** What accepting everything unchanged writes. */
    public List<AnswerEdit> unchanged() {
        return rows.stream().filter(row -> row.action() == CarryAction.AS_IS).flatMap(row -> row.edit(false).stream()).toList();
    }

    /**
     * What taking over single rows writes; rows with nothing to take over are passed over.
     *
     * @param controls ids in the edition of the new statement
     * @param overwrite whether rows that somebody has written into are written over
     */
    public List<AnswerEdit> of(Collection<String> controls, boolean overwrite) {
        var wanted = Set.copyOf(controls);
        return rows.stream()
                .filter(row -> row.row().after() != null && wanted.contains(row.row().after().id()))
                .flatMap(row -> row.edit(overwrite).stream())
                .toList();
    }

    /** How many rows there are of each; none is 0. */
    public Map<CarryAction, Long> counts() {
        var counts = new EnumMap<CarryAction, Long>(CarryAction.class);
        for (var action : CarryAction.values()) {
            counts.put(action, rows.stream().filter(row -> row.action() == action).count());
        }
        return counts;
    }
}
