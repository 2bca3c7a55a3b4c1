// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.files;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.torokubo.ground.files.TableReading.Merge;

/** Which cells of a sheet only show again what a merged one above holds. */
public final class MergedCells {

    private static final int ROWS = 60_000;

    private final Map<Integer, Set<Integer>> repeated = new HashMap<>();

    public MergedCells(List<Merge> merges) {
        for (var merge : merges) {
            for (int row = merge.firstRow() + 1; row <= Math.min(merge.lastRow(), merge.firstRow() + ROWS); row++) {
                repeated.computeIfAbsent(merge.firstColumn(), none -> new HashSet<>()).add(row);
            }
        }
    }

    /** @param row as a person counts it */
    public boolean repeat(int column, int row) {
        return repeated.getOrDefault(column, Set.of()).contains(row);
    }
}
