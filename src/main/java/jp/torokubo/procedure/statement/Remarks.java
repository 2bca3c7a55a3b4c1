// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement;

import java.util.List;

/**
 * What the self-check says of a statement.
 *
 * @param all parts first, then the rows in natural order, then the evidence
 */
public record Remarks(List<Remark> all) {

    public Remarks {
        all = List.copyOf(all);
    }

    public List<Remark> of(Severity severity) {
        return all.stream().filter(remark -> remark.severity() == severity).toList();
    }

    public long count(Severity severity) {
        return all.stream().filter(remark -> remark.severity() == severity).count();
    }

    /** Whether the statement can be submitted, as far as the rules can tell and once every warning has its word. */
    public boolean withoutErrors() {
        return all.stream().noneMatch(remark -> remark.severity() == Severity.ERROR);
    }
}
