// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.criteria.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import jp.torokubo.ground.files.MergedCells;
import jp.torokubo.ground.files.TableReading.Mark;
import jp.torokubo.ground.files.TableReading.Merge;
import jp.torokubo.ground.files.TableReading.Row;
import jp.torokubo.ground.files.TableReading.Sheet;
import jp.torokubo.ground.japanese.CleanText;
import org.jspecify.annotations.Nullable;

/** A sheet made ready to be looked at from above: clean cells, rows by position, and which cells only repeat a merged one. */
final class Grid {

    /**
     * @param text clean
     * @param mark null where there is nothing to say
     * @param repeats whether it only shows again what a merged cell above holds
     */
    record Cell(String text, @Nullable Mark mark, boolean repeats) {

        static final Cell BLANK = new Cell("", null, false);

        static Cell of(String text, @Nullable Mark mark, boolean repeats) {
            return text.isEmpty() && mark == null && !repeats ? BLANK : new Cell(text, mark, repeats);
        }

        boolean isBlank() {
            return text.isEmpty();
        }

        /** Something of its own that a person sees. */
        boolean isOwn() {
            return !text.isEmpty() && !repeats && mark != Mark.HIDDEN;
        }

        /** A formula whose value is not in the file: a person who opens it sees something here, and we do not. */
        boolean isNotCalculated() {
            return text.isEmpty() && !repeats && mark == Mark.FORMULA;
        }

        /** Something of its own that a person sees, whether or not it is in the file. */
        boolean isThere() {
            return isOwn() || isNotCalculated();
        }

        boolean is(Mark other) {
            return mark == other;
        }
    }

    private final String name;
    private final boolean hidden;
    private final List<Row> rows;
    private final List<List<Cell>> cells = new ArrayList<>();
    private final List<Merge> merges;
    private final int width;

    Grid(Sheet sheet) {
        this.name = sheet.name();
        this.hidden = sheet.hidden();
        this.rows = sheet.rows();
        this.merges = sheet.merges();
        var merged = new MergedCells(sheet.merges());
        int widest = 0;
        for (Row row : rows) {
            var line = new ArrayList<Cell>(row.cells().size());
            for (int column = 0; column < row.cells().size(); column++) {
                boolean repeats = merged.repeat(column, row.number());
                line.add(Cell.of(CleanText.clean(row.cells().get(column)), row.mark(column).orElse(null), repeats));
            }
            cells.add(line);
            widest = Math.max(widest, line.size());
        }
        this.width = widest;
    }

    String name() {
        return name;
    }

    boolean isHidden() {
        return hidden;
    }

    int height() {
        return rows.size();
    }

    int width() {
        return width;
    }

    /** As a person counts it. */
    int number(int row) {
        return rows.get(row).number();
    }

    Cell at(int row, int column) {
        var line = cells.get(row);
        return column < line.size() ? line.get(column) : Cell.BLANK;
    }

    /** As it stands in the file. */
    String raw(int row, int column) {
        var line = rows.get(row).cells();
        return column < line.size() ? line.get(column) : "";
    }

    /** The words of a heading, also where one heading stands over several columns. */
    String heading(int row, int column) {
        var here = at(row, column);
        if (!here.isBlank()) {
            return here.text();
        }
        int number = number(row);
        return merges.stream()
                .filter(merge -> merge.firstRow() <= number && merge.lastRow() >= number
                        && merge.firstColumn() < column && merge.lastColumn() >= column)
                .findFirst().map(merge -> at(row, merge.firstColumn()).text()).orElse("");
    }

    /**
     * Rows that name a control and have, in one column, formulas whose values are not in the file.
     *
     * @param told columns of which such cells are told one by one, or which are not taken anyway
     */
    SortedMap<Integer, List<Integer>> notCalculated(IdColumns ids, IntPredicate told) {
        var found = new TreeMap<Integer, List<Integer>>();
        for (int row = ids.firstRow(); row < height(); row++) {
            int here = row;
            if (ids.levels().stream().anyMatch(level -> level.ids()[here] != null)) {
                IntStream.range(0, width)
                        .filter(column -> at(here, column).isNotCalculated() && !ids.columns().contains(column) && !told.test(column))
                        .forEach(column -> found.computeIfAbsent(column, none -> new ArrayList<>()).add(here));
            }
        }
        return found;
    }

    /** The letters a person sees above a column. */
    static String letters(int column) {
        var letters = new StringBuilder();
        for (int rest = column + 1; rest > 0; rest = (rest - 1) / 26) {
            letters.insert(0, (char) ('A' + (rest - 1) % 26));
        }
        return letters.toString();
    }
}
