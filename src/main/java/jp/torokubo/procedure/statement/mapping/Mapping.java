// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.mapping;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import jp.torokubo.ground.identity.PersonId;
import jp.torokubo.procedure.statement.StatementId;
import jp.torokubo.procedure.statement.Wording;

/**
 * A list of somebody's own that was brought as a file: its items, and to which controls of the statement each answers. Many to many.
 *
 * <p>Nothing of it is ever changed. A list that is brought again is another source; both stay.
 */
public record Mapping(Source source, List<Item> items, List<Pair> pairs) {

    public Mapping {
        items = List.copyOf(items);
        pairs = List.copyOf(pairs);
    }

    /**
     * Where it comes from.
     *
     * @param name of the list, as who brought it calls it
     * @param listEdition of the list; empty where none was named
     * @param criteria edition of the criteria whose controls it names
     * @param sha256 of the file
     * @param leftOut lines of the file that could not be read and were left out
     * @param newest whether no later file of the same name and edition was brought
     */
    public record Source(
            UUID id, StatementId statement, String name, String listEdition, String criteria, String sha256, String fileName, int items,
            int pairs, int leftOut, boolean newest, Instant at, PersonId author) {

        public String shortHash() {
            return sha256.substring(0, 12);
        }

        /** As it is called where lists stand side by side. */
        public String title() {
            return listEdition.isEmpty() ? name : name + " " + listEdition;
        }
    }

    /** @param text what is done for the item; empty where the file says nothing */
    public record Item(String id, Wording text) {}

    /**
     * @param control with its suffix, in the statement's edition
     * @param written as it stands in the file
     * @param confidence high, medium or low; empty where the file says nothing
     */
    public record Pair(String item, String control, String written, String confidence, String note, int line) {

        public boolean isConverted() {
            return !written.equals(control);
        }
    }
}
