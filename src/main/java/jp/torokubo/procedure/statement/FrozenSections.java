// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import jp.torokubo.record.register.PublicStatement;
import jp.torokubo.record.register.PublicStatement.Row;

/** What a version says, as far as the reader may see it. @param rows by section, each in the order in which it is hashed */
public record FrozenSections(FrozenVersion version, Map<Visibility, List<Row>> rows) {

    public FrozenSections {
        var kept = new EnumMap<Visibility, List<Row>>(Visibility.class);
        rows.forEach((visibility, section) -> kept.put(visibility, List.copyOf(section)));
        rows = java.util.Collections.unmodifiableMap(kept);
    }

    public boolean shows(Visibility visibility) {
        return rows.containsKey(visibility);
    }

    /** What may ride in an event of the register, and verifies alone. */
    public PublicStatement publicPart() {
        return new PublicStatement(
                version.hash(), version.edition(), version.sections().get(Visibility.AGENCIES),
                version.sections().get(Visibility.RESTRICTED), rows.get(Visibility.PUBLIC));
    }
}
