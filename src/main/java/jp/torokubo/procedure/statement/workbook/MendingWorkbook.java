// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.workbook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jp.torokubo.ground.files.TableReading.Mark;
import jp.torokubo.ground.files.TableReading.Row;
import jp.torokubo.ground.files.TableReading.Sheet;
import jp.torokubo.ground.refusal.RefusalWords;
import jp.torokubo.procedure.statement.StatementId;
import jp.torokubo.procedure.statement.workbook.WorkbookReading.Problem;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * The rows of a workbook that could not be taken, as they were laid out, with a last column that says what to mend; to be mended and
 * uploaded again. Of a formula nothing is written: its value is not known to be right.
 */
public final class MendingWorkbook {

    private final RefusalWords words;
    private final boolean english;

    private MendingWorkbook(RefusalWords words, boolean english) {
        this.words = words;
        this.english = english;
    }

    /**
     * @param sheets of the file as it was uploaded
     * @param chosen what was said of its columns; here it stands above them
     */
    public static byte[] write(
            List<Sheet> sheets, List<Problem> problems, StatementId statement, EditionNumbers numbers, List<ColumnChoice> chosen, RefusalWords words,
            boolean english) {
        var out = new ByteArrayOutputStream();
        try {
            var workbook = new Workbook(out, "Torokubo", null);
            var mending = new MendingWorkbook(words, english);
            boolean any = false;
            var readings = IntStream.range(0, sheets.size())
                    .mapToObj(at -> new AnswersInSheet(sheets.get(at), statement, numbers, ColumnChoice.of(chosen, at))).toList();
            var controls = readings.stream().flatMap(reading -> problems.stream().filter(problem -> problem.place().sheet().equals(reading.name()))
                    .map(problem -> reading.controlOf(problem.place().row()))).filter(control -> !control.isEmpty()).collect(Collectors.toSet());
            for (var reading : readings) {
                any |= mending.sheet(workbook, reading, problems, controls);
            }
            if (!any) {
                var sheet = workbook.newWorksheet(english ? "To mend" : "直すところ");
                sheet.inlineString(0, 0, english ? "Nothing needs to be mended." : "直すところはありません。");
                sheet.finish();
            }
            workbook.finish();
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return out.toByteArray();
    }

    /** @param controls of which every row comes along: one alone would say that the others are no more */
    private boolean sheet(Workbook workbook, AnswersInSheet reading, List<Problem> problems, Set<String> controls) throws IOException {
        var sheet = reading.sheet();
        var byRow = problems.stream().filter(problem -> problem.place().sheet().equals(sheet.name()))
                .collect(Collectors.groupingBy(problem -> problem.place().row(), TreeMap::new, Collectors.toList()));
        if (byRow.isEmpty() && sheet.rows().stream().noneMatch(row -> controls.contains(reading.controlOf(row.number())))) {
            return false;
        }
        int width = sheet.rows().stream().mapToInt(row -> row.cells().size()).max().orElse(0);
        var target = workbook.newWorksheet(sheet.name());
        var lastHeadings = reading.headings().rows().stream().max(Integer::compare);
        int next = 0;
        if (lastHeadings.isEmpty() && !reading.chosen().isEmpty()) {
            headings(target, next, reading, -1, width);
            next++;
        }
        for (int position = 0; position < sheet.rows().size(); position++) {
            var row = sheet.rows().get(position);
            boolean alongside = controls.contains(reading.controlOf(row.number()));
            if (reading.headings().rows().contains(position)) {
                headings(target, next, reading, position, width);
                next++;
            } else if (byRow.containsKey(row.number()) || alongside) {
                cells(target, next, row, reading);
                number(target, next, reading, row, position);
                target.inlineString(next, width, byRow.containsKey(row.number()) ? said(byRow.get(row.number()))
                        : english ? "Another row of the same control: leave it here." : "同じ管理策のほかの行です。いっしょに残してください。");
                target.style(next, width).wrapText(true).verticalAlignment("top").fillColor("FDEEEE").set();
                next++;
            }
        }
        if (byRow.containsKey(0)) {
            target.inlineString(next, width, said(byRow.get(0)));
            target.style(next, width).wrapText(true).verticalAlignment("top").fillColor("FDEEEE").set();
        }
        target.finish();
        return true;
    }

    /** The whole number in one cell: what the rows above told of it does not stand here. */
    private static void number(Worksheet target, int next, AnswersInSheet reading, Row row, int position) {
        var whole = reading.numbers().whole(position, reading.controlOf(row.number()));
        if (whole.isPresent()) {
            int column = reading.numbers().column();
            reading.numberColumns().stream().filter(other -> other < row.cells().size()).forEach(other -> target.value(next, other, (String) null));
            target.inlineString(next, column, whole.get());
        }
    }

    /** A heading over several columns stands over each of them here, and over the lowest what was said of the columns. */
    private void headings(Worksheet target, int next, AnswersInSheet reading, int position, int width) {
        boolean lowest = reading.headings().rows().stream().noneMatch(other -> other > position);
        for (int column = 0; column < width; column++) {
            var said = reading.chosen().get(column);
            String heading = position < 0 ? "" : reading.headings().at(position, column);
            String cell = said == null ? heading
                    : said.isPresent() ? lowest ? said.get().heading(english) : "" : (english ? "Reference: " : "参考：") + heading;
            if (!cell.isEmpty()) {
                target.inlineString(next, column, cell);
            }
            target.style(next, column).bold().wrapText(true).set();
            target.width(column, 18);
        }
        target.inlineString(next, width, english ? "What to mend" : "直すところ");
        target.style(next, width).bold().fillColor("FDEEEE").set();
        target.width(width, 70);
    }

    private static void cells(Worksheet target, int next, Row row, AnswersInSheet reading) {
        for (int column = 0; column < row.cells().size(); column++) {
            var cell = row.cells().get(column);
            var mark = row.mark(column).orElse(null);
            if (cell.isEmpty() || mark == Mark.FORMULA) {
                continue;
            }
            var day = mark == Mark.NUMBER ? reading.dayFrom1904(column, cell) : Optional.<LocalDate>empty();
            if (day.isPresent()) {
                target.inlineString(next, column, day.get().toString());
            } else if (mark == Mark.NUMBER) {
                target.value(next, column, new BigDecimal(cell));
            } else if (mark == Mark.DAY && cell.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
                target.value(next, column, LocalDate.parse(cell));
                target.style(next, column).format("yyyy-mm-dd").verticalAlignment("top").set();
                continue;
            } else {
                target.inlineString(next, column, cell);
            }
            var style = target.style(next, column).wrapText(true).verticalAlignment("top");
            (mark == Mark.STRUCK ? style.strikethrough() : style).set();
        }
    }

    private String place(Problem problem) {
        String row = problem.place().row() == 0 ? "" : english ? "Row " + problem.place().row() + " of the file" : "元の" + problem.place().row() + "行目";
        String column = problem.column().isEmpty() ? "" : english ? "column " + problem.column() : problem.column() + "列";
        String place = row + (row.isEmpty() || column.isEmpty() ? "" : english ? ", " : "、") + column;
        return place.isEmpty() ? "" : place + (english ? ": " : "：");
    }

    /** Rows are those of the file that was uploaded, also where a sentence speaks of another. */
    private String said(List<Problem> problems) {
        return problems.stream().map(problem -> place(problem)
                + (english ? words.of(problem).english() : words.of(problem).japanese())).distinct().collect(Collectors.joining("\n"));
    }
}
