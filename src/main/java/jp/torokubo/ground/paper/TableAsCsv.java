// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.paper;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A table as CSV after RFC 4180: one header row, CRLF, quotes where they are needed.
 *
 * <p>A text that a spreadsheet would take for a formula gets an apostrophe before it. Where the encoding lacks a character,
 * 〓 stands in its place (the printer's mark for a missing letter), and {@link #unmappable} says how often.
 */
public final class TableAsCsv {

    /** How the file is written. */
    public enum Encoding {
        /** With the byte order mark without which Excel reads Shift_JIS. */
        UTF_8_WITH_MARK(StandardCharsets.UTF_8),
        UTF_8(StandardCharsets.UTF_8),
        /** Shift_JIS as Windows knows it (CP932), for tools that read nothing else. */
        CP932(Charset.forName("windows-31j"));

        private final Charset charset;

        Encoding(Charset charset) {
            this.charset = charset;
        }

        public Charset charset() {
            return charset;
        }
    }

    private static final String MARK = "\uFEFF";
    private static final String MISSING = "〓";
    /** What begins a formula, the full-width signs included: Japanese spreadsheets take those too. */
    private static final String BEGINS_A_FORMULA = "=+-@\t\r\n＝＋－＠";

    private final Encoding encoding;

    public TableAsCsv(Encoding encoding) {
        this.encoding = encoding;
    }

    /** Writes one row after another; the stream is flushed and stays open. */
    public void write(Table table, OutputStream out) throws IOException {
        var writer = new BufferedWriter(new OutputStreamWriter(out, encoding.charset()));
        var encoder = encoding.charset().newEncoder();
        if (encoding == Encoding.UTF_8_WITH_MARK) {
            writer.write(MARK);
        }
        line(writer, encoder, table.columns().stream().map(Table.Column::heading).collect(Collectors.<Object>toList()));
        for (var row : table.rows()) {
            Cells.checkWidth(row, table);
            line(writer, encoder, row);
        }
        writer.flush();
    }

    /** How many characters of the table the encoding cannot hold. Reads all rows. */
    public long unmappable(Table table) {
        if (encoding != Encoding.CP932) {
            return 0;
        }
        var encoder = encoding.charset().newEncoder();
        long count = table.columns().stream().mapToLong(column -> missing(column.heading(), encoder)).sum();
        for (var row : table.rows()) {
            for (var cell : row) {
                count += missing(Cells.asText(cell), encoder);
            }
        }
        return count;
    }

    private void line(Writer writer, CharsetEncoder encoder, List<? extends @Nullable Object> cells) throws IOException {
        for (int i = 0; i < cells.size(); i++) {
            if (i > 0) {
                writer.write(',');
            }
            writer.write(quoted(mapped(defused(cells.get(i)), encoder)));
        }
        writer.write("\r\n");
    }

    private static String defused(@Nullable Object cell) {
        var text = Cells.asText(cell);
        boolean takenForFormula =
                cell instanceof String && !text.isEmpty() && BEGINS_A_FORMULA.indexOf(text.charAt(0)) >= 0;
        return takenForFormula ? "'" + text : text;
    }

    private static String quoted(String text) {
        boolean needed = text.indexOf(',') >= 0 || text.indexOf('"') >= 0 || text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0;
        return needed ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }

    private String mapped(String text, CharsetEncoder encoder) {
        if (encoding != Encoding.CP932 || encoder.canEncode(text)) {
            return text;
        }
        return text.codePoints()
                .mapToObj(Character::toString)
                .map(character -> encoder.canEncode(character) ? character : MISSING)
                .collect(Collectors.joining());
    }

    private static long missing(String text, CharsetEncoder encoder) {
        if (encoder.canEncode(text)) {
            return 0;
        }
        return text.codePoints().mapToObj(Character::toString).filter(character -> !encoder.canEncode(character)).count();
    }
}
