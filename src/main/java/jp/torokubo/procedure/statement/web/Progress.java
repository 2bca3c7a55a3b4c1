// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.web;

import java.util.LinkedHashMap;
import java.util.List;
import jp.torokubo.procedure.statement.AnswerRules;
import jp.torokubo.procedure.statement.Choice;
import jp.torokubo.procedure.statement.RowState;
import jp.torokubo.procedure.statement.WholeStatement;
import jp.torokubo.record.criteria.Catalogue;
import jp.torokubo.record.criteria.Control;
import jp.torokubo.record.criteria.Tier;

/**
 * How far a chapter has come.
 *
 * @param rows how many are to be answered
 * @param answered how many are adopted or left out
 * @param settled how many have been looked at and found good
 */
record Progress(Control chapter, int rows, int answered, int adopted, int leftOut, int settled) {

    public int percent() {
        return rows == 0 ? 0 : answered * 100 / rows;
    }

    /** Chapter by chapter. */
    static List<Progress> of(WholeStatement whole, Catalogue catalogue) {
        var found = new LinkedHashMap<String, Progress>();
        catalogue.of(Tier.CHAPTER).forEach(chapter -> found.put(chapter.id(), new Progress(chapter, 0, 0, 0, 0, 0)));
        for (var control : catalogue.controls()) {
            if (AnswerRules.isAnswered(control)) {
                var chapter = control.number().substring(0, control.number().indexOf('.'));
                found.computeIfPresent(chapter, (id, so) -> so.with(whole, control));
            }
        }
        return found.values().stream().filter(progress -> progress.rows > 0).toList();
    }

    /** All chapters together, under the first of them. */
    static Progress sum(List<Progress> chapters) {
        return chapters.stream().reduce((one, other) -> new Progress(
                        one.chapter, one.rows + other.rows, one.answered + other.answered, one.adopted + other.adopted,
                        one.leftOut + other.leftOut, one.settled + other.settled))
                .orElseThrow();
    }

    private Progress with(WholeStatement whole, Control control) {
        var answer = whole.answer(control.id());
        return new Progress(
                chapter, rows + 1, answered + (answer.choice() == Choice.OPEN ? 0 : 1),
                adopted + (answer.choice() == Choice.ADOPTED ? 1 : 0), leftOut + (answer.choice() == Choice.LEFT_OUT ? 1 : 0),
                settled + (answer.state() == RowState.SETTLED ? 1 : 0));
    }
}
