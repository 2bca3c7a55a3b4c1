// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.checking;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import jp.torokubo.procedure.statement.Evidence;
import jp.torokubo.procedure.statement.Part;
import jp.torokubo.procedure.statement.Remark;

/** How a rule says something: under its own name, with its own weight. */
final class Say {

    private final RuleTable.Row rule;
    private final List<Remark> found;

    Say(RuleTable.Row rule, List<Remark> found) {
        this.rule = rule;
        this.found = found;
    }

    /** From which number on the rule speaks. */
    int threshold() {
        return Objects.requireNonNull(rule.threshold(), () -> rule.rule() + " has no threshold in statement/self-check.tsv");
    }

    void of(AnsweredRow row, Object... arguments) {
        at(new Remark.InRow(row.control().id()), "", arguments);
    }

    void of(Part part, Object... arguments) {
        at(new Remark.InPart(part), "", arguments);
    }

    /** @param subject which of several things in the part is meant */
    void ofOne(Part part, String subject, Object... arguments) {
        at(new Remark.InPart(part), subject, arguments);
    }

    void of(Evidence evidence, Object... arguments) {
        at(new Remark.InEvidence(evidence.id(), evidence.title()), "", arguments);
    }

    private void at(Remark.Place place, String subject, Object[] arguments) {
        found.add(new Remark(rule.rule(), rule.severity(), place, subject, rule.article(), Arrays.asList(arguments)));
    }
}
