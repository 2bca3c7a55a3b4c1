// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.criteria.importing;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import jp.torokubo.ground.files.TableReading.Mark;
import jp.torokubo.record.criteria.CriteriaImportRefusal;
import jp.torokubo.record.criteria.importing.IdColumns.Level;
import org.jspecify.annotations.Nullable;

/** Which controls begin in a row of a sheet, or why nobody can tell. */
final class RowStarts {

    private final Grid grid;
    private final IdCells cells;
    private final IdColumns ids;
    private final SuffixColumns suffixes;
    private final Set<Integer> spoken;
    private final boolean wordsToo;

    /** @param spoken tiers that have words beside them */
    RowStarts(Grid grid, IdCells cells, IdColumns ids, SuffixColumns suffixes, Set<Integer> spoken, boolean wordsToo) {
        this.grid = grid;
        this.cells = cells;
        this.ids = ids;
        this.suffixes = suffixes;
        this.spoken = spoken;
        this.wordsToo = wordsToo;
    }

    /** What begins in a row, by tier; of one control named in two columns, the deeper. */
    Map<Integer, Started> of(int row) {
        var starts = new TreeMap<Integer, Started>();
        for (int at = 0; at < ids.levels().size(); at++) {
            var level = ids.levels().get(at);
            boolean last = at == ids.levels().size() - 1;
            var lost = wordsToo ? lostPiece(row, level) : lostPiece(row, level).or(() -> last ? unreadablePiece(row, level) : Optional.empty());
            var id = lost.isPresent() ? null : level.ids()[row];
            if (lost.isPresent()) {
                if (starts.values().stream().noneMatch(told -> told.column() == lost.get().column())) {
                    starts.put(at, lost.get());
                }
            } else if (id != null && (last || isChange(level, row))) {
                var whole = last ? withSuffix(row, level, id) : id;
                if (whole == null) {
                    starts.put(at, new Started(row, level.column(), null, "", false,
                            new CriteriaImportRefusal.SuffixesContradict(id.id(), suffixes.beside(row))));
                    continue;
                }
                var start = cells.started(row, level.column(), whole);
                if (!isNamedBetter(starts, at, start)) {
                    starts.values().removeIf(other -> other.isRead() && Objects.equals(other.id(), start.id()));
                    starts.put(at, start);
                }
            } else if (id == null && level.columns().size() == 1) {
                var cell = grid.at(row, level.column());
                if (cell.isThere()) {
                    var why = cells.read(cell).why();
                    if (why.isPresent()) {
                        starts.put(at, new Started(row, level.column(), null, "", false, why.get()));
                    }
                }
            } else if (id == null && last) {
                unreadablePiece(row, level).ifPresent(start -> starts.put(ids.levels().size() - 1, start));
            }
        }
        return starts;
    }

    /** Whether another column names the same control in this row, and has words beside it, which this one has not. */
    private boolean isNamedBetter(Map<Integer, Started> starts, int level, Started start) {
        return !spoken.contains(level) && starts.entrySet().stream()
                .anyMatch(other -> spoken.contains(other.getKey()) && Objects.equals(other.getValue().id(), start.id()));
    }

    /** With a number of several cells the others alone would make another number. */
    private Optional<Started> lostPiece(int row, Level level) {
        return level.columns().size() == 1 ? Optional.empty() : level.columns().stream()
                .filter(column -> grid.at(row, column).isNotCalculated())
                .map(column -> new Started(row, column, null, "", false, new CriteriaImportRefusal.IdNotCalculated()))
                .findFirst();
    }

    private Optional<Started> unreadablePiece(int row, Level level) {
        if (level.columns().size() == 1) {
            return Optional.empty();
        }
        for (int column : level.columns()) {
            var cell = grid.at(row, column);
            if (!wordsToo && ids.levels().stream().anyMatch(above -> above.columns().equals(List.of(column)) && above.ids()[row] != null)) {
                continue;
            }
            if (cell.isOwn() && cell.is(Mark.DAY)) {
                return Optional.of(new Started(row, column, null, "", false, new CriteriaImportRefusal.IdIsDay(cell.text())));
            }
            if (cell.isOwn() && cell.is(Mark.FORMULA)) {
                return Optional.of(new Started(row, column, null, "", false, new CriteriaImportRefusal.IdIsFormula(cell.text())));
            }
            boolean told = wordsToo ? Words.isProse(cell.text()) || !cell.text().matches(".*\\d.*")
                    : WrittenId.suffix(cell.text()).filter(String::isEmpty).isPresent();
            if (cell.isOwn() && !told && WrittenId.piece(cell.text()).isEmpty()) {
                return Optional.of(new Started(row, column, null, "", false, new CriteriaImportRefusal.IdUnreadable(cell.text())));
            }
        }
        return Optional.empty();
    }

    private static boolean isChange(Level level, int row) {
        var id = Objects.requireNonNull(level.ids()[row]);
        for (int above = row - 1; above >= 0; above--) {
            var before = level.ids()[above];
            if (before != null) {
                return !before.id().equals(id.id());
            }
        }
        return true;
    }

    /** @return null where the identifier says one thing and the column beside it another */
    private @Nullable WrittenId withSuffix(int row, Level level, WrittenId id) {
        String beside = suffixes.beside(row);
        if (beside.isEmpty() || beside.equals(id.suffix())) {
            return id;
        }
        return id.suffix().isEmpty() ? new WrittenId(id.numbers(), beside, id.rest(), id.loose()) : null;
    }
}
