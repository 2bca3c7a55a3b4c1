// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.criteria.importing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.torokubo.ground.files.TableReading.Mark;
import jp.torokubo.ground.files.TableReading.Merge;
import jp.torokubo.ground.files.TableReading.Row;
import jp.torokubo.ground.files.TableReading.Sheet;

/**
 * A workbook written down in a test: one line for each row, cells between strokes, an empty line for an empty row.
 *
 * <p>{@code \n} is a line end inside a cell. {@code n:9.1} is a number, {@code d:2009-02-03} a day, {@code f:x} a formula and {@code f:} one
 * without its value, {@code h:x} hidden; {@code ^} belongs to the merged cell above it.
 */
public final class Book {

    public final List<Sheet> sheets = new ArrayList<>();

    public static Book of() {
        return new Book();
    }

    public Book sheet(String name, String table) {
        sheets.add(sheet(name, false, table));
        return this;
    }

    public Book hidden(String name, String table) {
        sheets.add(sheet(name, true, table));
        return this;
    }

    static Sheet sheet(String name, boolean hidden, String table) {
        var rows = new ArrayList<Row>();
        var merges = new HashMap<Integer, Merge>();
        var allMerges = new ArrayList<Merge>();
        var above = new HashMap<Integer, String>();
        int number = 0;
        for (String line : table.split("\n")) {
            number++;
            if (line.isBlank()) {
                continue;
            }
            var cells = new ArrayList<String>();
            var marks = new HashMap<Integer, Mark>();
            String[] given = line.split("\\|", -1);
            for (int column = 0; column < given.length; column++) {
                String cell = given[column].strip().replace("\\n", "\n").replace("\\s", " ");
                if (cell.equals("^")) {
                    var before = merges.get(column);
                    var longer = before == null
                            ? new Merge(number - 1, column, number, column) : new Merge(before.firstRow(), column, number, column);
                    allMerges.remove(before);
                    allMerges.add(longer);
                    merges.put(column, longer);
                    cells.add(above.getOrDefault(column, ""));
                    continue;
                }
                merges.remove(column);
                Mark mark = Map.of("n:", Mark.NUMBER, "d:", Mark.DAY, "f:", Mark.FORMULA, "h:", Mark.HIDDEN)
                        .get(cell.length() > 1 ? cell.substring(0, 2) : "");
                if (mark != null) {
                    cell = cell.substring(2);
                    marks.put(column, mark);
                }
                cells.add(cell);
                above.put(column, cell);
            }
            rows.add(new Row(number, cells, marks));
        }
        return new Sheet(name, hidden, rows, allMerges);
    }

    /** The same with its columns in another order. */
    static Sheet reordered(Sheet sheet, List<Integer> order) {
        int width = order.size();
        var rows = sheet.rows().stream().map(row -> {
            String[] cells = new String[width];
            Arrays.fill(cells, "");
            var marks = new HashMap<Integer, Mark>();
            for (int column = 0; column < row.cells().size(); column++) {
                cells[order.indexOf(column)] = row.cells().get(column);
                int to = order.indexOf(column);
                row.mark(column).ifPresent(mark -> marks.put(to, mark));
            }
            return new Row(row.number(), List.of(cells), marks);
        }).toList();
        var merges = sheet.merges().stream().map(merge -> new Merge(
                merge.firstRow(), order.indexOf(merge.firstColumn()), merge.lastRow(), order.indexOf(merge.firstColumn()))).toList();
        return new Sheet(sheet.name(), sheet.hidden(), rows, merges);
    }

    static int width(Sheet sheet) {
        return sheet.rows().stream().mapToInt(row -> row.cells().size()).max().orElse(0);
    }
}
