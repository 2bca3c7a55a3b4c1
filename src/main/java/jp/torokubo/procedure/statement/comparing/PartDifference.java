// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.comparing;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import jp.torokubo.procedure.statement.Part;

/**
 * A part of which two statements say something different.
 *
 * @param fields what stands in it once
 * @param items entries of its list
 * @param classes never empty
 */
public record PartDifference(Part part, List<FieldDifference> fields, List<ItemDifference> items, Set<ChangeClass> classes) {

    public PartDifference {
        fields = List.copyOf(fields);
        items = List.copyOf(items);
        classes = Collections.unmodifiableSet(EnumSet.copyOf(classes));
    }

    public boolean change() {
        return classes.stream().anyMatch(ChangeClass::change);
    }
}
