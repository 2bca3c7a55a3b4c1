// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.workbook;

import java.util.List;
import java.util.Map;
import jp.torokubo.procedure.statement.Choice;
import jp.torokubo.procedure.statement.RowState;
import jp.torokubo.procedure.statement.workbook.WorkbookReading.Day;
import jp.torokubo.procedure.statement.workbook.WorkbookReading.Part;
import jp.torokubo.procedure.statement.workbook.WorkbookReading.Place;
import org.jspecify.annotations.Nullable;

/**
 * One row of a sheet, every cell of it read. Null: no such column, or an empty cell where that says nothing.
 *
 * @param letters of the columns of its sheet
 * @param choiceWritten as the cell says it
 * @param further whether it only continues the row above, with which it shares a merged number
 */
record FoundRow(
        Place place, Map<Field, String> letters, String control, @Nullable Long version, @Nullable Choice choice, String choiceWritten, List<Part> parts, @Nullable String reasonJa,
        @Nullable String reasonEn, @Nullable String owner, @Nullable Day due, @Nullable RowState state, boolean further, boolean hidden) {

    /** Whether anything is said here that is not said of the row as a whole by another. */
    boolean speaks() {
        return choice != null || reasonJa != null || reasonEn != null || owner != null || due != null || state != null
                || parts.stream().anyMatch(Part::speaks);
    }

    boolean isWritten() {
        return version != null;
    }
}
