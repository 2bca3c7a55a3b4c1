// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.paper;

import static jp.torokubo.ground.paper.Tables.service;
import static jp.torokubo.ground.paper.Tables.services;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;

class TableAsXlsxTest {

    @Test
    void theFirstSheetIsTheTableAtA1WithRealDatesAndIdsAsText() throws IOException {
        try (var book = open(services(List.of(service("C21-0008-2", "Amazon Web Services"))))) {
            var rows = book.getFirstSheet().read();

            assertThat(rows.get(0).getCellText(0)).isEqualTo("登録番号");
            assertThat(rows.get(1).getCell(0).getType()).isEqualTo(CellType.STRING);
            assertThat(rows.get(1).getCellAsDate(2)).contains(LocalDateTime.parse("2021-03-12T00:00"));
            assertThat(rows.get(1).getCellAsDate(3)).hasValueSatisfying(
                    time -> assertThat(time.withNano(0)).isEqualTo("2026-11-21T12:00:00"));
            assertThat(rows.get(1).getCellAsNumber(4).orElseThrow().longValue()).isEqualTo(8);
            assertThat(rows.get(1).getCellAsBoolean(5)).contains(true);
        }
    }

    @Test
    void theSecondSheetSaysWhatTheTableIs() throws IOException {
        try (var book = open(services(List.of()))) {
            var notes = book.getSheet(1).orElseThrow();

            assertThat(notes.getName()).isEqualTo("説明");
            assertThat(notes.read().get(0).getCellText(1)).isEqualTo("登録簿（2021年9月13日時点）");
            assertThat(notes.read().get(1).getCellText(1)).isEqualTo("出典：公表された一覧");
        }
    }

    @Test
    void whatLooksLikeAFormulaStaysAText() throws IOException {
        try (var book = open(services(List.of(service(null, "=1+1"))))) {
            var cell = book.getFirstSheet().read().get(1).getCell(1);

            assertThat(cell.getType()).isEqualTo(CellType.STRING);
            assertThat(cell.getFormula()).isNull();
            assertThat(cell.getText()).isEqualTo("=1+1");
        }
    }

    @Test
    void aTextTooLongForACellIsCutAndTheSecondSheetSaysSo() throws IOException {
        try (var book = open(services(List.of(service(null, "𠮷".repeat(20_000)))))) {
            assertThat(book.getFirstSheet().read().get(1).getCellText(1)).hasSize(32_766).endsWith("𠮷");
            assertThat(book.getSheet(1).orElseThrow().read()).anySatisfy(
                    row -> assertThat(row.getCellText(1)).startsWith("1件の文字列は"));
        }
    }

    /** Rows that are made one by one, so that holding them all would show. */
    @Test
    void aHundredThousandRowsAreWrittenWithoutBeingHeld() throws IOException {
        var table = new Table("t", List.of(new Table.Column("text", "文")), Rows::new, List.of());

        new TableAsXlsx(Locale.JAPANESE).write(table, OutputStream.nullOutputStream());
        new TableAsCsv(TableAsCsv.Encoding.UTF_8).write(table, OutputStream.nullOutputStream());
        new TableAsJson().write(table, OutputStream.nullOutputStream());
    }

    /** 100,000 rows of 20,000 characters: 2 GB of letters or more, of which none may be kept. */
    private static final class Rows implements Iterator<List<Object>> {
        private int row;

        @Override
        public boolean hasNext() {
            return row < 100_000;
        }

        @Override
        public List<Object> next() {
            row++;
            return List.of(String.valueOf((char) ('a' + row % 26)).repeat(20_000));
        }
    }

    private static ReadableWorkbook open(Table table) throws IOException {
        var out = new ByteArrayOutputStream();
        new TableAsXlsx(Locale.JAPANESE).write(table, out);
        return new ReadableWorkbook(new ByteArrayInputStream(out.toByteArray()));
    }
}
