// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.files.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jp.torokubo.ground.files.TableReading.Mark;
import jp.torokubo.ground.files.TableReading.Row;
import jp.torokubo.ground.files.UnreadableFile.Why;

/** Rows as they are read, counted against the limits. One of these serves all sheets of a file. */
final class Rows {

    private final List<Row> rows = new ArrayList<>();
    private int all;
    private int characters;

    void add(int number, List<String> cells) {
        add(number, cells, Map.of());
    }

    void add(int number, List<String> cells, Map<Integer, Mark> marks) {
        if (++all > Limits.ROWS) {
            throw new Unreadable(Why.TOO_MANY_ROWS, Map.of("limit", Limits.ROWS));
        }
        if (cells.size() > Limits.COLUMNS) {
            throw new Unreadable(Why.TOO_MANY_COLUMNS, Map.of("row", number, "limit", Limits.COLUMNS));
        }
        for (int column = 0; column < cells.size(); column++) {
            int length = cells.get(column).length();
            if (length > Limits.CELL_CHARACTERS) {
                throw new Unreadable(Why.CELL_TOO_LONG,
                        Map.of("row", number, "column", CellName.column(column), "limit", Limits.CELL_CHARACTERS));
            }
            characters += length;
        }
        if (characters > Limits.ALL_CHARACTERS) {
            throw new Unreadable(Why.TOO_MUCH_TEXT, Map.of("limit", Limits.ALL_CHARACTERS));
        }
        rows.add(new Row(number, List.copyOf(cells), Map.copyOf(marks)));
    }

    /** What was read since the last call. */
    List<Row> take() {
        var taken = List.copyOf(rows);
        rows.clear();
        return taken;
    }
}
