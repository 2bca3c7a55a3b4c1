// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.comparing;

import java.util.List;

/**
 * An entry of a list that is in one of two statements only, or that both describe differently.
 *
 * @param name by which it is known
 * @param fields what differs; of an entry of one side only, everything that is said of it
 */
public record ItemDifference(String name, Kind kind, List<FieldDifference> fields) {

    public enum Kind {
        ADDED,
        REMOVED,
        CHANGED;

        /** Key of its words. */
        public String messageKey() {
            return "statement.comparing.item." + name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    public ItemDifference {
        fields = List.copyOf(fields);
    }
}
