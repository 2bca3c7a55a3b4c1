// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.comparing;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import jp.torokubo.procedure.statement.Answer;
import jp.torokubo.procedure.statement.Part;
import jp.torokubo.procedure.statement.WholeStatement;
import jp.torokubo.record.criteria.Control;
import org.jspecify.annotations.Nullable;

/**
 * What differs between two statements, or two versions of one: of the same edition of the criteria or of two, of the same service or not.
 *
 * @param parts only those that differ, in their order
 * @param rows only those that differ, in the order of their numbers
 */
public record StatementComparison(List<PartDifference> parts, List<RowDifference> rows) {

    public StatementComparison {
        parts = List.copyOf(parts);
        rows = List.copyOf(rows);
    }

    public static StatementComparison between(
            WholeStatement before, WholeStatement after, PairedRows rows, ChangeWords words, ClassesSaid said) {
        var parts = new PartComparison(before.content(), after.content());
        return new StatementComparison(
                Arrays.stream(Part.values()).map(parts::of).filter(Objects::nonNull).toList(),
                rows.rows().stream()
                        .map(row -> RowDifference.between(row, answer(before, row.before()), answer(after, row.after()), words, said))
                        .filter(Objects::nonNull)
                        .toList());
    }

    private static Answer answer(WholeStatement statement, @Nullable Control control) {
        return control == null ? Answer.untouched("") : statement.answer(control.id());
    }

    public boolean isEmpty() {
        return parts.isEmpty() && rows.isEmpty();
    }

    /** How many of the rows of a class are so only by a proposal. */
    public long proposed(ChangeClass kind) {
        return rows.stream().filter(row -> row.classes().contains(kind) && row.isProposed(kind)).count();
    }

    /** How many rows and parts are of each class; classes of which there is none are not in it. One may be of several. */
    public Map<ChangeClass, Long> counts() {
        var counts = new EnumMap<ChangeClass, Long>(ChangeClass.class);
        Stream.concat(parts.stream().map(PartDifference::classes), rows.stream().map(RowDifference::classes))
                .forEach(classes -> classes.forEach(one -> counts.merge(one, 1L, Long::sum)));
        return counts;
    }
}
