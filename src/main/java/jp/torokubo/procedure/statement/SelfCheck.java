// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement;

import java.util.ArrayList;
import java.util.Set;
import java.util.stream.Collectors;
import jp.torokubo.procedure.statement.checking.Checking;
import jp.torokubo.record.criteria.Catalogue;
import jp.torokubo.record.criteria.Control;
import jp.torokubo.record.criteria.DatedList;
import jp.torokubo.record.criteria.ListKind;

/**
 * Says what a statement lacks by the basic statement requirements (基本言明要件, 管理基準 2.2), and what a reader would stumble over. It
 * refuses nothing: whoever submits asks it.
 *
 * <p>One for an edition of the criteria and a day; may be asked of any number of statements.
 */
public final class SelfCheck {

    private final Catalogue catalogue;
    private final Surroundings surroundings;
    private final Set<String> important;

    public SelfCheck(Catalogue catalogue, Surroundings surroundings) {
        this.catalogue = catalogue;
        this.surroundings = surroundings;
        this.important = catalogue.list(ListKind.IMPORTANT, surroundings.today()).stream()
                .flatMap(list -> list.entries().stream())
                .map(DatedList.Entry::control)
                .collect(Collectors.toSet());
    }

    /** Everything, in one go. */
    public Remarks whole(WholeStatement statement) {
        var found = new ArrayList<Remark>();
        new Checking(catalogue, surroundings, important, statement, found).everything();
        return new Remarks(found);
    }

    /** What is to be said of one row, for whoever is writing it. The same as {@link #whole} says of it. */
    public Remarks row(WholeStatement statement, Control control) {
        var found = new ArrayList<Remark>();
        new Checking(catalogue, surroundings, important, statement, found).row(control);
        return new Remarks(found);
    }
}
