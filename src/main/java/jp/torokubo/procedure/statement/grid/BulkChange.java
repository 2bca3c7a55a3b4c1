// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.grid;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.torokubo.ground.refusal.Refusal;
import jp.torokubo.procedure.statement.AnswerEdit;
import jp.torokubo.procedure.statement.AnswerRules;
import jp.torokubo.procedure.statement.Choice;
import jp.torokubo.procedure.statement.Colleague;
import jp.torokubo.procedure.statement.ReadRows;
import jp.torokubo.procedure.statement.RowRefusal;
import jp.torokubo.procedure.statement.RowState;
import jp.torokubo.procedure.statement.Wording;
import jp.torokubo.record.criteria.Control;

/** What one change would do to many rows, found by the rules by which it is then done. */
final class BulkChange {

    private BulkChange() {}

    record Changing(Control control, long version) {}

    /** @param why in words */
    record NotChanging(String control, String why) {}

    /** @param same how many rows say so already */
    record Preview(List<Changing> changing, List<NotChanging> not, int same) {}

    /** @throws Opened.NotRead where what is to be set cannot be read */
    static Function<String, AnswerEdit> edit(String set, String value, List<Colleague> colleagues) {
        switch (set) {
            case "choice" -> {
                var choice = Choice.of(value).orElseThrow(BulkChange::nothing);
                return row -> AnswerEdit.of(row).withChoice(choice);
            }
            case "owner" -> {
                var login = Opened.login(colleagues, value);
                return row -> AnswerEdit.of(row).withOwner(login);
            }
            case "due" -> {
                var due = Opened.day(value);
                return row -> AnswerEdit.of(row).withDue(due);
            }
            case "state" -> {
                var state = RowState.of(value).orElseThrow(BulkChange::nothing);
                return row -> AnswerEdit.of(row).withState(state);
            }
            case "reason" -> {
                var reason = Wording.of(value.replace("\r\n", "\n").strip());
                return row -> AnswerEdit.of(row).withReason(reason);
            }
            default -> throw nothing();
        }
    }

    static Preview preview(
            ReadRows.All all, List<String> rows, Function<String, AnswerEdit> edit, Map<String, Refusal> meanwhile,
            Function<Refusal, String> said) {
        var logins = all.around().colleagues().stream().map(Colleague::login).collect(Collectors.toSet());
        var changing = new ArrayList<Changing>();
        var not = new ArrayList<NotChanging>();
        int same = 0;
        for (var id : rows.stream().distinct().toList()) {
            var control = all.around().catalogue().control(id).orElse(null);
            if (control == null) {
                not.add(new NotChanging(Opened.shortened(id), said.apply(new RowRefusal.RowNotThere(Opened.shortened(id)))));
                continue;
            }
            var now = all.answer(id);
            var wrong = AnswerRules.wrong(control, now, edit.apply(id), logins);
            if (!wrong.isEmpty() || meanwhile.containsKey(id)) {
                not.add(new NotChanging(id, said.apply(wrong.isEmpty() ? meanwhile.get(id) : wrong.get(0))));
            } else if (edit.apply(id).appliedTo(now).equals(now)) {
                same++;
            } else {
                changing.add(new Changing(control, now.version()));
            }
        }
        return new Preview(List.copyOf(changing), List.copyOf(not), same);
    }

    private static Opened.NotRead nothing() {
        return new Opened.NotRead(new RowRefusal.NothingToSet());
    }
}
