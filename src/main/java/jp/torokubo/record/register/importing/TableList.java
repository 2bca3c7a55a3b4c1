// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.register.importing;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import jp.torokubo.ground.files.TableReading.Row;
import jp.torokubo.ground.files.TableReading.Sheet;
import jp.torokubo.record.register.ImportRefusal;
import jp.torokubo.record.register.RegisterName;
import jp.torokubo.record.register.importing.ReadingOfList.Line;
import jp.torokubo.record.register.importing.ReadingOfList.Note;

/** A list as a table: its headings, in any order and either language, stand in one row; titles may stand above it. */
final class TableList {

    /** Nobody puts more titles above a table. */
    private static final int ROWS_OF_TITLES = 30;

    /** @param columns which cell of a row holds what */
    private record Headings(Sheet sheet, int row, Map<Column, Integer> columns, List<String> others) {}

    private final RegisterName register;
    private final List<Sheet> sheets;
    private final Cleaner cleaner = new Cleaner();
    private final List<Note> notes = new ArrayList<>();

    TableList(RegisterName register, List<Sheet> sheets) {
        this.register = register;
        this.sheets = sheets;
    }

    ReadingOfList read() {
        var headings = headings();
        var lines = new ArrayList<Line>();
        for (Row row : headings.sheet().rows()) {
            var place = new Place(headings.sheet().name(), row.number());
            if (row.number() < headings.row()) {
                note(place, row);
            } else if (row.number() > headings.row() && !isBlank(row)) {
                line(headings, place, row).ifPresent(lines::add);
            }
        }
        sheets.stream().filter(Sheet::hidden)
                .forEach(sheet -> notes.add(new Note(new Place(sheet.name(), 1), "（非表示のシートは読みません / hidden sheet, not read）")));
        return new ReadingOfList(lines, cleaner.changes(), headings.others(), notes);
    }

    private Optional<Line> line(Headings headings, Place place, Row row) {
        Map<Column, String> cells = new EnumMap<>(Column.class);
        headings.columns().forEach((column, at) -> {
            if (at < row.cells().size()) {
                String cell = row.cells().get(at);
                cells.put(column, isName(column)
                        ? cleaner.cleanName(place, column.heading(), cell) : cleaner.clean(place, column.heading(), cell));
            }
        });
        boolean saysNothing = Column.NEEDED.stream().allMatch(column -> cells.getOrDefault(column, "").isEmpty());
        long filled = row.cells().stream().filter(cell -> !cell.isBlank()).count();
        if (filled == 1 && (saysNothing || isRemark(row))) {
            note(place, row);
            return Optional.empty();
        }
        return Optional.of(RowReader.read(register, place, cells));
    }

    /** A line under the table that speaks of it, in whichever column somebody put it. */
    private static boolean isRemark(Row row) {
        return row.cells().stream().anyMatch(cell -> cell.strip().matches("(?s)([（(]?(出典|注|備考)|※|＊|\\*).*"));
    }

    private static boolean isName(Column column) {
        return column == Column.NAME || column == Column.PROVIDER;
    }

    private void note(Place place, Row row) {
        String text = row.cells().stream().filter(cell -> !cell.isBlank()).collect(Collectors.joining(" "));
        if (!text.isEmpty()) {
            notes.add(new Note(place, cleaner.clean(place, "", text)));
        }
    }

    private Headings headings() {
        var found = new ArrayList<Headings>();
        for (Sheet sheet : sheets) {
            if (!sheet.hidden()) {
                sheet.rows().stream().limit(ROWS_OF_TITLES).map(row -> headings(sheet, row)).flatMap(Optional::stream)
                        .findFirst().ifPresent(found::add);
            }
        }
        if (found.isEmpty()) {
            throw new PublishedListReader.Stop(new ImportRefusal.NoHeading(
                    Column.NAME.heading() + "、" + Column.PROVIDER.heading() + "、" + Column.REGISTERED_ON.heading()));
        }
        if (found.size() > 1) {
            throw new PublishedListReader.Stop(new ImportRefusal.SeveralSheets(
                    found.stream().map(headings -> headings.sheet().name()).collect(Collectors.joining("、"))));
        }
        return found.get(0);
    }

    private static Optional<Headings> headings(Sheet sheet, Row row) {
        Map<Column, Integer> columns = new EnumMap<>(Column.class);
        var others = new ArrayList<String>();
        var twice = new ArrayList<String>();
        for (int at = 0; at < row.cells().size(); at++) {
            String heading = row.cells().get(at).replaceAll("\\s", "").isEmpty() ? "" : row.cells().get(at).strip();
            Optional<Column> column = heading.isEmpty() ? Optional.empty() : Column.of(heading);
            if (column.isEmpty()) {
                if (!heading.isEmpty()) {
                    others.add(heading);
                }
            } else if (columns.putIfAbsent(column.get(), at) != null) {
                twice.add(heading);
            }
        }
        if (!columns.keySet().containsAll(Column.NEEDED)) {
            return Optional.empty();
        }
        if (!twice.isEmpty()) {
            throw new PublishedListReader.Stop(new ImportRefusal.HeadingTwice(twice.get(0), row.number()));
        }
        return Optional.of(new Headings(sheet, row.number(), columns, List.copyOf(others)));
    }

    private static boolean isBlank(Row row) {
        return row.cells().stream().allMatch(String::isBlank);
    }
}
