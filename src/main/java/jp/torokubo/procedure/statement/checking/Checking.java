// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.checking;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.torokubo.procedure.statement.Answer;
import jp.torokubo.procedure.statement.AnswerRules;
import jp.torokubo.procedure.statement.Choice;
import jp.torokubo.procedure.statement.Remark;
import jp.torokubo.procedure.statement.StatementContent;
import jp.torokubo.procedure.statement.Surroundings;
import jp.torokubo.procedure.statement.WholeStatement;
import jp.torokubo.record.criteria.Catalogue;
import jp.torokubo.record.criteria.Control;
import jp.torokubo.record.criteria.Tier;
import org.jspecify.annotations.Nullable;

/** One pass of the self-check over one statement. */
public final class Checking {

    private final Catalogue catalogue;
    private final Surroundings surroundings;
    private final Set<String> important;
    private final WholeStatement statement;
    private final List<Remark> found;
    private final Map<Choice, Bound<AnsweredRow>[]> rowRules = new EnumMap<>(Choice.class);
    private @Nullable Map<String, Integer> reasons;

    /** @param found what is said goes here */
    public Checking(
            Catalogue catalogue, Surroundings surroundings, Set<String> important, WholeStatement statement, List<Remark> found) {
        this.catalogue = catalogue;
        this.surroundings = surroundings;
        this.important = important;
        this.statement = statement;
        this.found = found;
        for (var choice : Choice.values()) {
            rowRules.put(choice, bound(RowRules.of(choice)));
        }
    }

    /** The parts, then the rows in natural order, then the evidence. */
    public void everything() {
        reasons = new HashMap<>();
        statement.answers().values().forEach(answer -> {
            if (isReason(answer)) {
                reasons.merge(answer.reason().ja(), 1, Integer::sum);
            }
        });
        for (var rule : bound(PartRules.ALL)) {
            rule.look(this);
        }
        Answer objective = null;
        for (var control : catalogue.controls()) {
            if (AnswerRules.isAnswered(control)) {
                var answer = statement.answer(control.id());
                if (control.tier() == Tier.OBJECTIVE) {
                    objective = answer;
                }
                look(new AnsweredRow(control, answer, control.tier() == Tier.DETAIL ? objective : null, this));
            }
        }
        for (var rule : bound(EvidenceRules.ALL)) {
            statement.evidence().forEach(evidence -> rule.look(new EvidenceRules.Shown(evidence, this)));
        }
    }

    /** One row alone. */
    public void row(Control control) {
        if (AnswerRules.isAnswered(control)) {
            var objective = control.tier() == Tier.DETAIL && control.parent() != null ? statement.answer(control.parent()) : null;
            look(new AnsweredRow(control, statement.answer(control.id()), objective, this));
        }
    }

    private void look(AnsweredRow row) {
        for (var rule : rowRules.get(row.answer().choice())) {
            rule.look(row);
        }
    }

    StatementContent content() {
        return statement.content();
    }

    WholeStatement statement() {
        return statement;
    }

    Surroundings surroundings() {
        return surroundings;
    }

    boolean isImportant(Control control) {
        return important.contains(control.id());
    }

    List<Control> below(Control control) {
        return catalogue.children(control.id());
    }

    Answer answer(Control control) {
        return statement.answer(control.id());
    }

    /** How many rows are left out with the very same reason as this one, itself not counted. */
    int othersWithTheReasonOf(Answer answer) {
        var reason = answer.reason().ja();
        if (reasons != null) {
            return reasons.getOrDefault(reason, 1) - 1;
        }
        return (int) statement.answers().values().stream()
                .filter(other -> isReason(other) && other.reason().ja().equals(reason) && !other.control().equals(answer.control()))
                .count();
    }

    private static boolean isReason(Answer answer) {
        return answer.choice() == Choice.LEFT_OUT && !answer.reason().ja().isEmpty();
    }

    /** Rules bound to where what they say goes. */
    @SuppressWarnings("unchecked")
    private <T> Bound<T>[] bound(List<Rule<T>> rules) {
        return rules.stream().map(rule -> new Bound<>(rule, new Say(RuleTable.row(rule.code()), found))).toArray(Bound[]::new);
    }

    private record Bound<T>(Rule<T> rule, Say say) {
        void look(T at) {
            rule.look().accept(at, say);
        }
    }
}
