// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.workbook;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jp.torokubo.ground.refusal.Refusal;
import jp.torokubo.procedure.statement.Choice;
import jp.torokubo.procedure.statement.RowState;
import org.jspecify.annotations.Nullable;

/**
 * What was found in a workbook, before anything is compared with a statement.
 *
 * @param rows one for each control, in natural order; only those of which every cell could be read
 * @param notes what was read otherwise than it was written, so that somebody can look
 */
public record WorkbookReading(List<Row> rows, List<Problem> problems, List<SheetUse> sheets, List<Note> notes) {

    public WorkbookReading {
        rows = List.copyOf(rows);
        problems = List.copyOf(problems);
        sheets = List.copyOf(sheets);
        notes = List.copyOf(notes);
    }

    /** @param row from 1, as a person counts; 0 where the whole sheet is meant */
    public record Place(String sheet, int row) {}

    /**
     * What a workbook says of one control. Null is what it does not speak of; empty is what it says is nothing.
     *
     * @param letters of the columns in which its answers stand
     * @param more further rows of the same control
     * @param version of the row in the statement when it was written out; null where the row was not written by the program, or for
     *     another statement
     * @param parts the states before and after changes, in the order of their days
     * @param hidden whether a person who opens the workbook does not see it
     */
    public record Row(
            Place place, Map<Field, String> letters, List<Place> more, String control, @Nullable Long version, @Nullable Choice choice, List<Part> parts,
            @Nullable String reasonJa, @Nullable String reasonEn, @Nullable String owner, @Nullable Day due, @Nullable RowState state,
            boolean hidden) {

        public Row {
            more = List.copyOf(more);
            parts = List.copyOf(parts);
        }
    }

    /** How a control was realised in some of the time; null is not spoken of. */
    public record Part(@Nullable String ja, @Nullable String en, @Nullable Day from, @Nullable Day until) {

        static final Part SILENT = new Part(null, null, null, null);

        /** Whether it says anything but nothing. */
        boolean speaks() {
            return ja != null && !ja.isEmpty() || en != null && !en.isEmpty() || from != null && from.on() != null
                    || until != null && until.on() != null;
        }
    }

    /** @param on null: that there is none */
    public record Day(@Nullable LocalDate on) {}

    /**
     * Something that is not taken, and why. A refusal as it can be kept: its words are found by its code.
     *
     * @param column letters, as a spreadsheet shows them; empty where the whole row or sheet is meant
     * @param value as it stands in the file, cut where it is long
     * @param control the one it is about, where that is known
     */
    public record Problem(Place place, String column, String value, @Nullable String control, String code, Map<String, String> given)
            implements Refusal {

        private static final int SHOWN = 200;

        static Problem of(Place place, String column, String value, @Nullable String control, Refusal why) {
            var facts = new TreeMap<String, String>();
            why.facts().forEach((name, fact) -> facts.put(name, fact.toString()));
            return new Problem(place, column, cut(value), control, why.code(), facts);
        }

        static String cut(String value) {
            return value.codePointCount(0, value.length()) <= SHOWN
                    ? value : value.substring(0, value.offsetByCodePoints(0, SHOWN)) + "…";
        }

        @Override
        public Map<String, Object> facts() {
            return new TreeMap<>(given);
        }
    }

    /** What became of a sheet. */
    public enum Fate {
        READ,
        /** A person who opens the workbook does not see it: it is compared, and never taken. */
        HIDDEN,
        /** Says of itself that it is something else, and its controls stand elsewhere. */
        SET_ASIDE,
        /** Names controls, but has no column whose heading is an answer's. */
        NO_ANSWERS,
        NO_NUMBERS,
        /** Several columns could hold the numbers. */
        UNDECIDED;

        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * @param controls how many it names
     * @param doubtful columns that hold something and are not read, though what they hold may be the answers that are missing
     */
    public record SheetUse(String sheet, Fate fate, List<ColumnUse> columns, int controls, List<ColumnUse> doubtful) {}

    /** Every column of which somebody has to say whether it is left out. */
    public List<ColumnUse> doubtful() {
        return sheets.stream().flatMap(sheet -> sheet.doubtful().stream()).toList();
    }

    /** @param use code of the field; empty where the column is not read */
    public record ColumnUse(String column, String heading, String use) {

        /** Its letters and its heading, where it has one. */
        public String called() {
            return heading.isEmpty() ? column : column + " " + heading;
        }
    }

    /** @param what stable name: number-form, other-edition, characters, day, owner, merged, repeated, key-damaged, key-elsewhere, remark */
    public record Note(Place place, String column, String from, String to, String what) {}

    public boolean isEmpty() {
        return rows.isEmpty() && problems.isEmpty();
    }
}
