// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.workbook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import jp.torokubo.ground.files.TableReading.Mark;
import jp.torokubo.ground.files.TableReading.Row;
import jp.torokubo.ground.files.TableReading.Sheet;
import jp.torokubo.ground.refusal.RefusalWords;
import jp.torokubo.procedure.statement.StatementId;
import jp.torokubo.procedure.statement.workbook.WorkbookReading.Problem;
import jp.torokubo.record.criteria.ControlsInSheet;
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

    /** @param sheets of the file as it was uploaded */
    public static byte[] write(
            List<Sheet> sheets, List<Problem> problems, StatementId statement, EditionNumbers numbers, RefusalWords words, boolean english) {
        var out = new ByteArrayOutputStream();
        try {
            var workbook = new Workbook(out, "Torokubo", null);
            var mending = new MendingWorkbook(words, english);
            boolean any = false;
            for (var sheet : sheets) {
                any |= mending.sheet(workbook, sheet, problems, statement, numbers);
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

    private boolean sheet(Workbook workbook, Sheet sheet, List<Problem> problems, StatementId statement, EditionNumbers numbers) throws IOException {
        var byRow = problems.stream().filter(problem -> problem.place().sheet().equals(sheet.name()))
                .collect(Collectors.groupingBy(problem -> problem.place().row(), TreeMap::new, Collectors.toList()));
        if (byRow.isEmpty()) {
            return false;
        }
        var named = numbers.in(sheet);
        int width = sheet.rows().stream().mapToInt(row -> row.cells().size()).max().orElse(0);
        var target = workbook.newWorksheet(sheet.name());
        int next = 0;
        for (int position = 0; position < sheet.rows().size(); position++) {
            var row = sheet.rows().get(position);
            if (named.headingRows().contains(position)) {
                headings(target, next, row);
                target.inlineString(next, width, english ? "What to mend" : "直すところ");
                target.style(next, width).bold().fillColor("FDEEEE").set();
                target.width(width, 70);
                next++;
            } else if (byRow.containsKey(row.number())) {
                cells(target, next, row);
                number(target, next, named, position);
                target.inlineString(next, width, said(byRow.get(row.number())));
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

    /** The whole number in the last of its columns: what the rows above told of it does not stand here. */
    private static void number(Worksheet target, int next, ControlsInSheet named, int position) {
        var here = named.rows().getOrDefault(position, List.of());
        var id = here.isEmpty() ? null : here.get(here.size() - 1).id();
        if (id != null && named.columns().size() > 1) {
            int last = named.columns().stream().max(Integer::compare).orElseThrow();
            named.columns().forEach(column -> target.value(next, column, (String) null));
            target.inlineString(next, last, id);
        }
    }

    /** A heading over several columns stands over each of them here. */
    private static void headings(Worksheet target, int next, Row row) {
        for (int column = 0; column < row.cells().size(); column++) {
            var cell = row.cells().get(column);
            if (!cell.isEmpty()) {
                target.inlineString(next, column, cell);
            }
            target.style(next, column).bold().wrapText(true).set();
            target.width(column, 18);
        }
    }

    private static void cells(Worksheet target, int next, Row row) {
        for (int column = 0; column < row.cells().size(); column++) {
            var cell = row.cells().get(column);
            var mark = row.mark(column).orElse(null);
            if (cell.isEmpty() || mark == Mark.FORMULA) {
                continue;
            }
            if (mark == Mark.NUMBER) {
                target.value(next, column, new BigDecimal(cell));
            } else if (mark == Mark.DAY && cell.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
                target.value(next, column, LocalDate.parse(cell));
                target.style(next, column).format("yyyy-mm-dd").verticalAlignment("top").set();
                continue;
            } else {
                target.inlineString(next, column, cell);
            }
            target.style(next, column).wrapText(true).verticalAlignment("top").set();
        }
    }

    private String said(List<Problem> problems) {
        return problems.stream().map(problem -> (problem.column().isEmpty() ? "" : (english ? "Column " : "") + problem.column() + (english ? ": " : "列："))
                + (english ? words.of(problem).english() : words.of(problem).japanese())).distinct().collect(Collectors.joining("\n"));
    }
}
