// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.web;

import java.util.ArrayList;
import java.util.List;
import jp.torokubo.procedure.statement.Answer;
import jp.torokubo.procedure.statement.AnswerRules;
import jp.torokubo.procedure.statement.Choice;
import jp.torokubo.procedure.statement.FrozenSections;
import jp.torokubo.procedure.statement.Part;
import jp.torokubo.procedure.statement.Visibility;
import jp.torokubo.procedure.statement.WholeStatement;
import jp.torokubo.record.criteria.Control;
import jp.torokubo.record.criteria.Criteria;
import jp.torokubo.record.criteria.Tier;

/**
 * A frozen version as pages and papers show it.
 *
 * @param parts each with its fields, without those the reader may not see
 * @param rows of the criteria with what is said of them, in natural order
 */
record ShownVersion(FrozenSections sections, WholeStatement whole, List<ShownPart> parts, List<ShownRow> rows) {

    record ShownPart(Part part, List<PartForm.Shown> fields) {

        public boolean hasPlainFields() {
            return fields.stream().anyMatch(field -> field.field().kind() != Field.Kind.ROWS);
        }
    }

    record ShownRow(Control control, Answer answer) {}

    static ShownVersion of(FrozenSections sections, WholeStatement whole, Criteria criteria) {
        var parts = new ArrayList<ShownPart>();
        for (var part : Part.values()) {
            if (part != Part.REPRESENTATION || sections.shows(Visibility.RESTRICTED)) {
                parts.add(new ShownPart(part, new PartForm(part).show(whole.content().parts().get(part))));
            }
        }
        var rows = criteria.catalogue(sections.version().edition()).orElseThrow().controls().stream()
                .filter(AnswerRules::isAnswered)
                .map(control -> new ShownRow(control, whole.answer(control.id())))
                .toList();
        return new ShownVersion(sections, whole, List.copyOf(parts), rows);
    }

    public long count(Tier tier, Choice choice) {
        return rows.stream().filter(row -> row.control().tier() == tier && row.answer().choice() == choice).count();
    }

    public long objectivesImplemented() {
        return count(Tier.OBJECTIVE, Choice.ADOPTED);
    }

    public long objectives() {
        return rows.stream().filter(row -> row.control().tier() == Tier.OBJECTIVE).count();
    }

    public long detailsSelected() {
        return count(Tier.DETAIL, Choice.ADOPTED);
    }

    public long details() {
        return rows.stream().filter(row -> row.control().tier() == Tier.DETAIL).count();
    }
}
