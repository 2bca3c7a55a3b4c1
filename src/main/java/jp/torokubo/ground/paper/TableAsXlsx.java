// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.paper;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * A table as a workbook: the first sheet is for machines, with the table at A1 and nothing else; the second says what it is.
 *
 * <p>Days are real dates, instants real times of Japan, ids stay text. There are no formulas, no merged and no hidden cells.
 * A text that begins with an equals sign is a text.
 */
public final class TableAsXlsx {

    /** More than this a sheet cannot hold, nor a spreadsheet program open. */
    private static final int MOST_ROWS = 1_048_576;
    private static final int LONGEST_TEXT = 32_767;
    private static final int ROWS_HELD = 256;

    private final boolean english;

    /** @param language of the notes; anything but English is Japanese */
    public TableAsXlsx(Locale language) {
        this.english = Locale.ENGLISH.getLanguage().equals(language.getLanguage());
    }

    /** Writes one row after another; the stream is flushed and stays open. */
    public void write(Table table, OutputStream out) throws IOException {
        var workbook = new Workbook(new StaysOpen(out), "Torokubo", null);
        workbook.properties().setTitle(table.title());
        var writing = new Writing(workbook.newWorksheet(english ? "Data" : "データ"), table);
        writing.heading();
        for (var row : table.rows()) {
            Cells.checkWidth(row, table);
            writing.row(row);
        }
        writing.sheet.finish();
        notes(workbook.newWorksheet(english ? "Notes" : "説明"), table, writing);
        workbook.finish();
        out.flush();
    }

    private void notes(Worksheet sheet, Table table, Writing written) throws IOException {
        sheet.width(0, 28);
        sheet.width(1, 80);
        sheet.inlineString(0, 0, english ? "Title" : "表題");
        sheet.inlineString(0, 1, table.title());
        int line = 1;
        for (var note : table.notes()) {
            sheet.inlineString(line, 0, english ? "Note" : "説明");
            sheet.inlineString(line++, 1, note);
        }
        if (written.instants) {
            sheet.inlineString(line, 0, english ? "Times" : "時刻");
            sheet.inlineString(line++, 1, english ? "Times are Japan Standard Time (UTC+9)." : "時刻は日本時間です。");
        }
        if (written.cut > 0) {
            sheet.inlineString(line, 0, english ? "Cut texts" : "切り詰めた文字列");
            sheet.inlineString(line++, 1, english
                    ? written.cut + " texts are longer than a cell can hold (32,767 characters); CSV and JSON have them whole."
                    : written.cut + "件の文字列は、セルの上限（32,767字）で切りました。全文はCSVかJSONにあります。");
        }
        for (var column : table.columns()) {
            sheet.inlineString(line, 0, column.heading());
            sheet.inlineString(line++, 1, column.key());
        }
        sheet.finish();
    }

    /** One pass over the rows. */
    private static final class Writing {
        private final Worksheet sheet;
        private final Table table;
        private int next;
        private boolean instants;
        private int cut;

        Writing(Worksheet sheet, Table table) {
            this.sheet = sheet;
            this.table = table;
        }

        void heading() {
            sheet.freezePane(0, 1);
            for (int i = 0; i < table.columns().size(); i++) {
                var heading = table.columns().get(i).heading();
                sheet.width(i, Math.max(12, Math.min(40, heading.length() * 2.5)));
                sheet.inlineString(0, i, heading);
                sheet.style(0, i).bold().set();
            }
            next = 1;
        }

        void row(List<@Nullable Object> cells) throws IOException {
            if (next >= MOST_ROWS) {
                throw new IllegalArgumentException("a sheet holds " + MOST_ROWS + " rows: " + table.title());
            }
            for (int i = 0; i < cells.size(); i++) {
                cell(i, cells.get(i));
            }
            if (++next % ROWS_HELD == 0) {
                sheet.flush();
            }
        }

        private void cell(int column, @Nullable Object cell) {
            if (cell == null) {
                return;
            }
            if (cell instanceof LocalDate day) {
                sheet.value(next, column, day);
                sheet.style(next, column).format("yyyy-mm-dd").set();
            } else if (cell instanceof Instant instant) {
                instants = true;
                sheet.value(next, column, instant.atZone(Cells.TOKYO).toLocalDateTime());
                sheet.style(next, column).format("yyyy-mm-dd hh:mm:ss").set();
            } else if (cell instanceof Long number) {
                sheet.value(next, column, number);
            } else if (cell instanceof Boolean truth) {
                sheet.value(next, column, truth);
            } else {
                sheet.inlineString(next, column, fitting(Cells.asText(cell)));
            }
        }

        private String fitting(String text) {
            if (text.length() <= LONGEST_TEXT) {
                return text;
            }
            cut++;
            int end = Character.isHighSurrogate(text.charAt(LONGEST_TEXT - 1)) ? LONGEST_TEXT - 1 : LONGEST_TEXT;
            return text.substring(0, end);
        }
    }

    /** The answer to a request belongs to the server; the workbook must not close it. */
    private static final class StaysOpen extends java.io.FilterOutputStream {
        StaysOpen(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
