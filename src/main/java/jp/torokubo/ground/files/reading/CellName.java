// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.files.reading;

import java.util.Map;
import jp.torokubo.ground.files.UnreadableFile.Why;

/**
 * Where a cell of a workbook stands.
 *
 * @param row from 1
 * @param column from 0
 */
record CellName(int row, int column) {

    private static final int LAST_ROW = 1_048_576;
    private static final int LAST_COLUMN = 16_384;

    static CellName of(String name) {
        int column = 0;
        int at = 0;
        while (at < name.length() && name.charAt(at) >= 'A' && name.charAt(at) <= 'Z' && at < 4) {
            column = column * 26 + (name.charAt(at++) - 'A' + 1);
        }
        int row = 0;
        int digits = at;
        while (at < name.length() && name.charAt(at) >= '0' && name.charAt(at) <= '9' && at < digits + 7) {
            row = row * 10 + (name.charAt(at++) - '0');
        }
        if (at != name.length() || column < 1 || column > LAST_COLUMN || row < 1 || row > LAST_ROW) {
            throw new Unreadable(Why.BAD_CELL, Map.of("cell", shortened(name)));
        }
        return new CellName(row, column - 1);
    }

    /** The letters a person sees above a column. */
    static String column(int column) {
        var letters = new StringBuilder();
        for (int rest = column + 1; rest > 0; rest = (rest - 1) / 26) {
            letters.insert(0, (char) ('A' + (rest - 1) % 26));
        }
        return letters.toString();
    }

    private static String shortened(String name) {
        return name.length() <= 20 ? name : name.substring(0, 20) + "…";
    }
}
