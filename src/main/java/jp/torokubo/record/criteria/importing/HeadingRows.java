// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.criteria.importing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import jp.torokubo.ground.files.TableReading.Mark;

/** The rows of headings above the identifiers of a sheet, and what they say of its columns. */
final class HeadingRows {

    private static final int HEADING_ROWS = 4;
    /** Rows below the headings whose identifiers nobody can read. */
    private static final int ROWS_PASSED = 40;
    private static final int ROWS_COMPARED = 200;
    private static final Pattern SPOILED = Pattern.compile("#.*|.*[0-9０-９]\\s*[.．:：‐\\-・]\\s*[0-9０-９].*|[A-Za-z]{1,3}[-.]?[0-9]+|[一二三四五六七八九十〇]+[.．・].*", Pattern.DOTALL);

    private final Grid grid;
    private final IdCells cells;
    private final IdColumns ids;
    private final boolean wordsToo;
    private final Map<Integer, List<String>> words = new TreeMap<>();
    private final Set<Integer> rows = new HashSet<>();

    /**
     * @param ids as far as the cells tell them without the headings
     * @param wordsToo whether the words beside the identifiers are wanted too: then nothing but headings may stand directly above them
     */
    HeadingRows(Grid grid, IdCells cells, IdColumns ids, boolean wordsToo) {
        this.grid = grid;
        this.cells = cells;
        this.ids = ids;
        this.wordsToo = wordsToo;
        find();
    }

    private HeadingRows(Grid grid, IdCells cells) {
        this.grid = grid;
        this.cells = cells;
        this.ids = IdColumns.NONE;
        this.wordsToo = true;
    }

    /** Of a sheet without identifiers. */
    static HeadingRows none(Grid grid, IdCells cells) {
        return new HeadingRows(grid, cells);
    }

    /** Positions. */
    Set<Integer> rows() {
        return rows;
    }

    /** By column, from below. */
    Map<Integer, List<String>> byColumn() {
        return words;
    }

    List<String> of(int column) {
        return words.getOrDefault(column, List.of());
    }

    Heading heading(int column) {
        return Heading.of(of(column));
    }

    /** The position below them; a large number where there are none. */
    int below() {
        return rows.stream().max(Integer::compare).map(row -> row + 1).orElse(Integer.MAX_VALUE);
    }

    /**
     * The rows directly above the first control, as long as they are rows of headings. The title of a chapter may stand above them, and
     * be an identifier itself.
     */
    private void find() {
        int below = IntStream.range(ids.firstRow(), grid.height())
                .filter(row -> ids.levels().stream().anyMatch(level -> level.ids()[row] != null && level.ids()[row].depth() > 1))
                .findFirst().orElse(ids.firstRow());
        collect(below);
        if (rows.isEmpty() && below != ids.firstRow()) {
            collect(ids.firstRow());
        }
    }

    private void collect(int below) {
        for (int row = below - 1; row >= 0 && below - row <= (wordsToo ? HEADING_ROWS : ROWS_PASSED); row--) {
            boolean gap = grid.number(row + 1) != grid.number(row) + 1;
            int here = row;
            boolean spoiled = ids.levels().stream().anyMatch(level -> level.columns().size() == 1
                    && grid.at(here, level.column()).isThere() && cells.read(grid.at(here, level.column())).why().isPresent());
            boolean begins = spoiled || ids.levels().stream().anyMatch(level -> level.ids()[here] != null);
            if (!wordsToo && !gap && (!begins || spoiled && rows.isEmpty()) && row > 0 && below - row < ROWS_PASSED && (spoiled || isOfARow(row))) {
                continue;
            }
            if (gap || begins || filledCells(row) < 2 || rows.size() >= HEADING_ROWS) {
                break;
            }
            rows.add(row);
            for (int column = 0; column < grid.width(); column++) {
                String said = grid.heading(row, column);
                var lower = words.computeIfAbsent(column, none -> new ArrayList<>());
                if (!said.isEmpty() && !lower.contains(said)) {
                    lower.add(said);
                }
            }
        }
    }

    /**
     * Whether a row above the first identifier is no heading but a row like those below, whose own identifier is missing or spoiled: it holds
     * a day, a sentence, something spoiled where the identifiers stand, or the same words as a row below.
     */
    private boolean isOfARow(int row) {
        for (int column = 0; column < grid.width(); column++) {
            var cell = grid.at(row, column);
            if (!cell.isOwn() || cell.text().isBlank()) {
                continue;
            }
            boolean sentence = cell.text().length() >= 12 && cell.text().strip().matches("(?s).*[。．]");
            boolean spoiled = ids.columns().contains(column) && SPOILED.matcher(cell.text().strip()).matches();
            if (cell.is(Mark.DAY) || sentence || spoiled || standsBelow(column, cell.text())) {
                return true;
            }
        }
        return false;
    }

    private boolean standsBelow(int column, String words) {
        int last = Math.min(grid.height(), ids.firstRow() + ROWS_COMPARED);
        for (int row = ids.firstRow(); row < last; row++) {
            int here = row;
            if (grid.at(row, column).text().equals(words) && ids.levels().stream().anyMatch(level -> level.ids()[here] != null)) {
                return true;
            }
        }
        return false;
    }

    private long filledCells(int row) {
        return IntStream.range(0, grid.width()).filter(column -> !grid.at(row, column).isBlank()).count();
    }
}
