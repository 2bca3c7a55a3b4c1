// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.criteria.importing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Columns beside the identifiers that say which of them bear P, B or PB: one with the letters, or one to be ticked for each. */
final class SuffixColumns {

    private static final Pattern FLAG = Pattern.compile("[○〇●◯◎✓✔☑レ◆■1１xX×]|有|該当|Yes|yes");

    private final Grid grid;
    private final IdCells cells;
    private final IdColumns ids;
    private final HeadingRows headings;
    private final Set<Integer> texts;
    private final Map<String, Integer> flagged = new LinkedHashMap<>();
    private @Nullable Integer lettered;

    /** @param texts columns that hold words: they are none of these */
    SuffixColumns(Grid grid, IdCells cells, IdColumns ids, HeadingRows headings, Set<Integer> texts) {
        this.grid = grid;
        this.cells = cells;
        this.ids = ids;
        this.headings = headings;
        this.texts = texts;
        find();
    }

    Set<Integer> columns() {
        var columns = new TreeSet<>(flagged.values());
        if (lettered != null) {
            columns.add(lettered);
        }
        return columns;
    }

    private void find() {
        int most = 0;
        for (int column = 0; column < grid.width(); column++) {
            if (ids.columns().contains(column) || texts.contains(column)) {
                continue;
            }
            int letters = 0;
            int flags = 0;
            boolean others = false;
            for (int row = ids.firstRow(); row < grid.height() && !others; row++) {
                var cell = grid.at(row, column);
                if (!cell.isOwn() || headings.rows().contains(row)) {
                    continue;
                }
                var suffix = WrittenId.suffix(cell.text());
                letters += suffix.filter(read -> !read.isEmpty()).isPresent() ? 1 : 0;
                flags += FLAG.matcher(cell.text()).matches() ? 1 : 0;
                others |= suffix.isEmpty() && !FLAG.matcher(cell.text()).matches();
            }
            if (others) {
                continue;
            }
            if (letters > most && flags == 0 && agreesWithTheEdition(column)) {
                most = letters;
                lettered = column;
            }
            String words = String.join("", headings.of(column)).strip();
            var flag = flags > 0 && letters == 0 ? WrittenId.suffix(words).filter(read -> read.length() == 1) : Optional.<String>empty();
            if (flag.isPresent()) {
                flagged.put(flag.get(), column);
            }
        }
    }

    /** P and B in a column of priorities, say, are no suffixes: those of the edition stand elsewhere. */
    private boolean agreesWithTheEdition(int column) {
        int agreeing = 0;
        int others = 0;
        for (int row = ids.firstRow(); row < grid.height(); row++) {
            var id = ids.deepest().ids()[row];
            var letter = id == null ? Optional.<String>empty() : WrittenId.suffix(grid.at(row, column).text()).filter(read -> !read.isEmpty());
            var ours = id == null ? Optional.<String>empty() : cells.known().ofNumber(id.number());
            if (letter.isPresent() && ours.isPresent()) {
                boolean agrees = ours.get().equals(id.number() + "." + letter.get());
                agreeing += agrees ? 1 : 0;
                others += agrees ? 0 : 1;
            }
        }
        return agreeing >= others;
    }

    /** P, B or PB; empty where nothing says so. */
    String beside(int row) {
        if (lettered != null) {
            return WrittenId.suffix(grid.at(row, lettered).text()).orElse("");
        }
        var flags = new StringBuilder();
        for (String letter : List.of("P", "B")) {
            var column = flagged.get(letter);
            if (column != null && FLAG.matcher(grid.at(row, column).text()).matches()) {
                flags.append(letter);
            }
        }
        return flags.toString();
    }
}
