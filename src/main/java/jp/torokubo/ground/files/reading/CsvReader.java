// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.files.reading;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import jp.torokubo.ground.files.TableReading.Sheet;
import jp.torokubo.ground.files.UnreadableFile.Why;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;

/** Comma-separated values (RFC 4180); tabs where the first line has tabs and no comma. */
final class CsvReader {

    private CsvReader() {}

    static List<Sheet> read(String text) {
        var rows = new Rows();
        String first = text.lines().findFirst().orElse("");
        char between = first.indexOf('\t') >= 0 && first.indexOf(',') < 0 ? '\t' : ',';
        var format = CSVFormat.RFC4180.builder().setDelimiter(between).setIgnoreEmptyLines(false).get();
        long line = 0;
        try (var parser = CSVParser.parse(new StringReader(text), format)) {
            var records = parser.iterator();
            while (records.hasNext()) {
                var record = records.next();
                rows.add((int) line + 1, List.of(record.values()));
                line = parser.getCurrentLineNumber();
            }
        } catch (IOException | UncheckedIOException | IllegalStateException malformed) {
            throw new Unreadable(Why.CSV_MALFORMED, Map.of("row", line + 1));
        }
        return List.of(new Sheet("", false, rows.take()));
    }
}
