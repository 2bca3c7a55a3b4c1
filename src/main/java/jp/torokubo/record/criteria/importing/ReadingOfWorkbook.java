// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.criteria.importing;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jp.torokubo.ground.refusal.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * What was read out of a workbook, before it is compared with any edition.
 *
 * @param controls in the natural order of their identifiers; none of them twice
 * @param named what a list names, where the workbook was read for a list; there are no controls then
 * @param problems what could not be read with certainty, by sheet and row
 * @param sheets every sheet, and what it was taken for
 * @param notes what was read otherwise than it was written
 */
public record ReadingOfWorkbook(
        List<Control> controls, List<Named> named, List<Problem> problems, List<SheetUse> sheets, List<Note> notes) {

    /** @param row as a person counts it, from 1 */
    public record Place(String sheet, int row) {}

    /**
     * The words the workbook has for one control.
     *
     * @param id with the suffix its edition gives it
     * @param known whether the edition has it
     */
    public record Control(
            String id, @Nullable String titleJa, @Nullable String titleEn, @Nullable String textJa, @Nullable String textEn,
            boolean known, Place place) {

        public boolean isSilent() {
            return titleJa == null && titleEn == null && textJa == null && textEn == null;
        }
    }

    /** @param value what the list says of it; empty where being named is all */
    public record Named(String id, String value, boolean known, Place place) {}

    /**
     * Something that is not taken, and why. A refusal as it can be kept: its words are found by its code.
     *
     * @param column letters, as a spreadsheet shows them; empty where the whole row or sheet is meant
     * @param id the control it is about, where that is known
     */
    public record Problem(Place place, String column, String value, @Nullable String id, String code, Map<String, String> given)
            implements Refusal {

        private static final int SHOWN = 200;

        public static Problem of(Place place, String column, String value, @Nullable String id, Refusal why) {
            var facts = new TreeMap<String, String>();
            why.facts().forEach((name, fact) -> facts.put(name, fact.toString()));
            return new Problem(place, column, value.length() <= SHOWN ? value : value.substring(0, SHOWN) + "…", id, why.code(), facts);
        }

        @Override
        public Map<String, Object> facts() {
            return new TreeMap<>(given);
        }
    }

    /** What became of a sheet. */
    public enum Fate {
        READ,
        HIDDEN,
        /** Says of itself that the catalogue stands elsewhere, and it does. */
        SET_ASIDE,
        /** Has identifiers, but no words beside them. */
        NO_WORDS,
        NO_IDS,
        UNDECIDED
    }

    /**
     * @param columns what was taken for what, in the order of the columns
     * @param controls how many it names
     * @param otherwise of a sheet that is not read: how many of its controls have other words than those that are read
     */
    public record SheetUse(String sheet, Fate fate, List<ColumnUse> columns, int controls, int otherwise) {}

    /** @param use stable name: id, suffix, title-ja, title-en, text-ja, text-en, value, mark, beside */
    public record ColumnUse(String column, String heading, String use) {}

    /** @param what stable name: id-form, characters, joined, hidden-column */
    public record Note(Place place, String column, String from, String to, String what) {}

    public boolean isEmpty() {
        return controls.isEmpty() && named.isEmpty();
    }
}
