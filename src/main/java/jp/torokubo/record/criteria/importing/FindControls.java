// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.criteria.importing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import jp.torokubo.ground.files.TableReading.Sheet;
import jp.torokubo.record.criteria.ControlsInSheet;
import jp.torokubo.record.criteria.ControlsInSheet.Named;

/** Finds the controls of a sheet for those who want what stands beside them, and not their words. */
public final class FindControls {

    private final KnownIds known;

    /** @param ids of the edition sheets are read for */
    public FindControls(Collection<String> ids) {
        this.known = KnownIds.of(ids);
    }

    /**
     * @param numbers columns in which somebody says that the identifiers stand; empty where nobody has said
     * @param others columns in which they do not
     */
    public ControlsInSheet in(Sheet sheet, List<Integer> numbers, Set<Integer> others) {
        var grid = new Grid(sheet);
        var reading = new SheetReading(grid, new IdCells(known, KnownIds.none()), new IdColumns.Said(numbers, others, true));
        var rows = new TreeMap<Integer, List<Named>>();
        reading.begun().forEach((row, starts) -> {
            var named = new ArrayList<Named>();
            starts.forEach(start -> named.add(new Named(
                    Grid.letters(start.column()), grid.raw(row, start.column()), start.id(), start.known(), start.why())));
            rows.put(row, List.copyOf(named));
        });
        return new ControlsInSheet(
                rows, reading.ids().columns(), reading.ids().undecided(), reading.firstRow(), reading.headingRows(), reading.headings());
    }

    /** The letters a person sees above a column. */
    public static String letters(int column) {
        return Grid.letters(column);
    }
}
