// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.comparing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import jp.torokubo.procedure.statement.AnswerRules;
import jp.torokubo.record.criteria.Catalogue;
import jp.torokubo.record.criteria.Control;
import jp.torokubo.record.criteria.EditionChanges;

/** The rows that two statements answer, side by side: what the second has and what only the first had, in the order of their numbers. */
public record PairedRows(List<RowPair> rows) {

    private static final Comparator<RowPair> NATURAL = Comparator.comparing(pair -> numbers(pair.number()), Arrays::compare);

    public PairedRows {
        rows = List.copyOf(rows);
    }

    /** Of two statements of the same edition. */
    public static PairedRows of(Catalogue catalogue) {
        return new PairedRows(catalogue.controls().stream()
                .filter(AnswerRules::isAnswered)
                .map(control -> new RowPair(control, control, ControlChange.NONE))
                .toList());
    }

    /** @param from edition of the first statement, whether older or newer */
    public static PairedRows of(Catalogue from, EditionChanges changes) {
        var pairs = new ArrayList<RowPair>();
        for (var control : changes.unchanged()) {
            pairs.add(new RowPair(from.control(control.id()).orElse(control), control, ControlChange.NONE));
        }
        changes.changed().forEach(changed -> pairs.add(changed(changed.before(), changed.after())));
        changes.added().forEach(control -> pairs.add(new RowPair(null, control, ControlChange.ADDED)));
        changes.removed().forEach(control -> pairs.add(new RowPair(control, null, ControlChange.REMOVED)));
        return new PairedRows(pairs.stream().filter(pair -> AnswerRules.isAnswered(pair.shown())).sorted(NATURAL).toList());
    }

    private static RowPair changed(Control before, Control after) {
        boolean other = !before.id().equals(after.id()) || before.tier() != after.tier() || before.obligation() != after.obligation();
        return new RowPair(before, after, other ? ControlChange.OBLIGATION : ControlChange.WORDING);
    }

    private static int[] numbers(String number) {
        return Arrays.stream(number.split("\\.")).mapToInt(Integer::parseInt).toArray();
    }
}
