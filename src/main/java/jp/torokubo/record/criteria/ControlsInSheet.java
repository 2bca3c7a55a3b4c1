// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.criteria;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.torokubo.ground.files.TableReading.Sheet;
import jp.torokubo.ground.refusal.Refusal;
import jp.torokubo.record.criteria.importing.FindControls;
import org.jspecify.annotations.Nullable;

/**
 * Which rows of a sheet name which control, in whatever layout: numbers in one column, one for each tier, or divided over several; in full
 * width, without suffix, with look-alike letters, as far as that is certain.
 *
 * <p>Rows and columns are positions in the sheet, from 0.
 *
 * @param rows what is named in each row, the deepest tier last; rows that name nothing, and hidden ones, are not there
 * @param columns in which the numbers stand
 * @param undecided columns of which several could hold them; then nothing is found
 * @param firstRow the first that names anything
 * @param headingRows the rows just above it that hold headings
 * @param headings the words above each column, from below; only those that have any
 */
public record ControlsInSheet(
        Map<Integer, List<Named>> rows, Set<Integer> columns, List<Integer> undecided, int firstRow, Set<Integer> headingRows,
        Map<Integer, List<String>> headings) {

    public ControlsInSheet {
        rows = Map.copyOf(rows);
        columns = Set.copyOf(columns);
        undecided = List.copyOf(undecided);
        headingRows = Set.copyOf(headingRows);
        headings = Map.copyOf(headings);
    }

    /** The same, where it turns out that nobody can tell in which of several columns they stand. */
    public ControlsInSheet undecidedBetween(List<Integer> several) {
        return new ControlsInSheet(Map.of(), Set.of(), several, firstRow, headingRows, headings);
    }

    /**
     * A control that is named, or something in its place that cannot be read.
     *
     * @param column as a person counts
     * @param written as it stands in the file
     * @param id with the suffix its edition gives it; as written where that edition does not have it; null where it cannot be told
     * @param known whether the edition has it
     * @param why it cannot be told; null where it can
     */
    public record Named(String column, String written, @Nullable String id, boolean known, @Nullable Refusal why) {}

    /** Finds them in one sheet. */
    public interface Finder {

        /**
         * @param numbers columns in which somebody says that the numbers stand, in their order; empty where nobody has said
         * @param others columns in which they do not
         */
        ControlsInSheet in(Sheet sheet, List<Integer> numbers, Set<Integer> others);
    }

    /** What finds them in one sheet after another. @param ids of the edition the sheets are read for, with their suffixes */
    public static Finder among(Collection<String> ids) {
        return new FindControls(ids)::in;
    }

    /** The letters a person sees above a column. */
    public static String letters(int column) {
        return FindControls.letters(column);
    }
}
