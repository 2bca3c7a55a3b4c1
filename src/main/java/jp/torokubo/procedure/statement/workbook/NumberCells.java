// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.workbook;

import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import jp.torokubo.ground.files.TableReading.Sheet;
import jp.torokubo.procedure.statement.workbook.WorkbookReading.Problem;
import jp.torokubo.record.criteria.ControlsInSheet;
import jp.torokubo.record.criteria.ControlsInSheet.Named;

/** Where in a sheet the numbers of controls stand, in one cell or divided over several. */
final class NumberCells {

    private final Sheet sheet;
    private final ControlsInSheet named;
    private final Map<String, Integer> positions;
    private final int column;

    NumberCells(Sheet sheet, ControlsInSheet named) {
        this.sheet = sheet;
        this.named = named;
        this.positions = named.columns().stream().collect(Collectors.toMap(ControlsInSheet::letters, column -> column));
        this.column = mostEnd();
    }

    /** The column in which most of them end. */
    int column() {
        return column;
    }

    private int mostEnd() {
        var counted = named.rows().values().stream().filter(here -> !here.isEmpty()).map(here -> here.get(here.size() - 1).column())
                .collect(Collectors.groupingBy(column -> column, Collectors.counting()));
        String most = counted.entrySet().stream().max(Map.Entry.<String, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey).orElse("");
        return Math.max(0, position(most));
    }

    /** -1 where no number stands in it. */
    int position(String letters) {
        return positions.getOrDefault(letters, -1);
    }

    /**
     * The number of a row in one piece, where it does not stand so in the row itself. What cannot be read stays unreadable.
     *
     * @param control of the row, as it was read; empty where none was
     */
    Optional<String> whole(int position, String control) {
        if (named.columns().size() < 2) {
            return Optional.empty();
        }
        var row = sheet.rows().get(position);
        var here = named.rows().getOrDefault(position, List.of());
        var last = here.isEmpty() ? null : here.get(here.size() - 1);
        String id = last != null && last.id() != null ? last.id() : last == null ? control : "";
        var cells = named.columns().stream().sorted().map(column -> column < row.cells().size() ? row.cells().get(column).strip() : "").toList();
        if (!id.isEmpty()) {
            String number = id.replaceFirst("\\.[A-Z]+$", "");
            boolean stands = cells.stream().anyMatch(cell -> Normalizer.normalize(cell, Normalizer.Form.NFKC).startsWith(number));
            return stands ? Optional.empty() : Optional.of(id);
        }
        if (last == null || named.rows().values().stream().flatMap(List::stream).noneMatch(one -> one.id() != null && isDivided(one))) {
            return Optional.empty();
        }
        var above = named.rows().entrySet().stream().filter(one -> one.getKey() < position).flatMap(one -> one.getValue().stream())
                .filter(one -> one.id() != null).reduce((one, other) -> other).map(Named::id).orElse("?");
        // with a mark in front, so that nobody reads a number out of it
        return Optional.of("?" + Problem.cut(String.join(".", cells.stream().filter(cell -> !cell.isEmpty()).toList()))
                + (cells.get(0).isEmpty() ? " (" + above + " …)" : ""));
    }

    private static boolean isDivided(Named one) {
        return !Normalizer.normalize(one.written(), Normalizer.Form.NFKC).contains(".") && String.valueOf(one.id()).contains(".");
    }
}
