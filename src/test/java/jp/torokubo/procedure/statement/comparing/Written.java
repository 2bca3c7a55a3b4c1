// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.comparing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.torokubo.ground.identity.DossierId;
import jp.torokubo.procedure.statement.Answer;
import jp.torokubo.procedure.statement.Choice;
import jp.torokubo.procedure.statement.Realisation;
import jp.torokubo.procedure.statement.RowState;
import jp.torokubo.procedure.statement.Statement;
import jp.torokubo.procedure.statement.StatementContent;
import jp.torokubo.procedure.statement.StatementId;
import jp.torokubo.procedure.statement.WholeStatement;
import jp.torokubo.procedure.statement.Wording;
import jp.torokubo.record.criteria.Catalogue;
import jp.torokubo.record.criteria.Control;
import jp.torokubo.record.criteria.EditionChanges;
import jp.torokubo.record.criteria.shipped.ShippedCatalogue;

/** Statements and editions for tests. */
final class Written {

    static final Catalogue OLDER = shipped(0);
    static final Catalogue NEWER = shipped(1);
    static final ChangeWords WORDS = ChangeWords.shipped();

    private static final Statement STATEMENT = new Statement(
            new StatementId(new UUID(7, 1)), new DossierId(new UUID(7, 2)), "2025年度", "2024-07", null, Instant.EPOCH);

    private Written() {}

    static WholeStatement statement(Answer... answers) {
        return statement(StatementContent.EMPTY, answers);
    }

    static WholeStatement statement(StatementContent content, Answer... answers) {
        var byControl = new HashMap<String, Answer>();
        for (var answer : answers) {
            byControl.put(answer.control(), answer);
        }
        return new WholeStatement(STATEMENT, content, byControl, List.of());
    }

    static WholeStatement withAnswers(WholeStatement statement, Map<String, Answer> answers) {
        return new WholeStatement(statement.statement(), statement.content(), answers, List.of());
    }

    static Answer adopted(String control, String text) {
        return answer(control, Choice.ADOPTED, text.isEmpty() ? List.of() : List.of(Realisation.throughout(Wording.of(text))), "");
    }

    static Answer leftOut(String control, String reason) {
        return answer(control, Choice.LEFT_OUT, List.of(), reason);
    }

    static Answer open(String control) {
        return answer(control, Choice.OPEN, List.of(), "");
    }

    static Answer answer(String control, Choice choice, List<Realisation> realisations, String reason) {
        return new Answer(control, choice, realisations, Wording.of(reason), "", null, RowState.SETTLED, null, 1);
    }

    static Answer owned(Answer answer, String owner) {
        return new Answer(
                answer.control(), answer.choice(), answer.realisations(), answer.reason(), owner, LocalDate.of(2026, 3, 1),
                answer.state(), answer.restsOn(), answer.version());
    }

    static StatementComparison between(WholeStatement before, WholeStatement after) {
        return StatementComparison.between(before, after, PairedRows.of(NEWER), WORDS, ClassesSaid.NONE);
    }

    static PairedRows olderToNewer() {
        var changed = new ArrayList<EditionChanges.Changed>();
        var added = new ArrayList<Control>();
        var unchanged = new ArrayList<Control>();
        for (var control : NEWER.controls()) {
            var before = OLDER.control(control.id()).orElse(null);
            if (before == null) {
                added.add(control);
            } else if ("2024-07".equals(control.changedIn())) {
                changed.add(new EditionChanges.Changed(before, control));
            } else {
                unchanged.add(control);
            }
        }
        return PairedRows.of(OLDER, new EditionChanges(OLDER.edition(), NEWER.edition(), added, List.of(), changed, unchanged));
    }

    private static Catalogue shipped(int edition) {
        var shipped = ShippedCatalogue.read(Instant.EPOCH).get(edition);
        return new Catalogue(shipped.edition(), shipped.controls(), List.of());
    }
}
