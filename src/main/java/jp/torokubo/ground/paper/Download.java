// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.paper;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.ContentDisposition;

/** The forms in which a table is handed out, and how a request is answered with one. */
public enum Download {
    /** CSV that Excel opens by a double click. */
    CSV("csv", "text/csv;charset=UTF-8"),
    /** CSV for programs: no byte order mark. */
    CSV_WITHOUT_MARK("csv", "text/csv;charset=UTF-8"),
    /** CSV in CP932; the header {@code Unmappable-Characters} says how many characters it could not hold. */
    CSV_CP932("csv", "text/csv;charset=Shift_JIS"),
    XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    JSON("json", "application/json");

    private final String ending;
    private final String contentType;

    Download(String ending, String contentType) {
        this.ending = ending;
        this.contentType = contentType;
    }

    public String ending() {
        return ending;
    }

    public String contentType() {
        return contentType;
    }

    /**
     * @param ending csv, xlsx or json
     * @param encoding the request's {@code enc}: utf8 (no mark), sjis, or null
     * @return empty for what is not handed out
     */
    public static Optional<Download> of(String ending, @org.jspecify.annotations.Nullable String encoding) {
        return switch (ending + (encoding == null ? "" : "/" + encoding)) {
            case "csv" -> Optional.of(CSV);
            case "csv/utf8" -> Optional.of(CSV_WITHOUT_MARK);
            case "csv/sjis" -> Optional.of(CSV_CP932);
            case "xlsx" -> Optional.of(XLSX);
            case "json" -> Optional.of(JSON);
            default -> Optional.empty();
        };
    }

    /** Writes the table; the stream stays open. */
    public void write(Table table, Locale language, OutputStream out) throws IOException {
        switch (this) {
            case CSV -> new TableAsCsv(TableAsCsv.Encoding.UTF_8_WITH_MARK).write(table, out);
            case CSV_WITHOUT_MARK -> new TableAsCsv(TableAsCsv.Encoding.UTF_8).write(table, out);
            case CSV_CP932 -> new TableAsCsv(TableAsCsv.Encoding.CP932).write(table, out);
            case XLSX -> new TableAsXlsx(language).write(table, out);
            case JSON -> new TableAsJson().write(table, out);
        }
    }

    /**
     * Answers a request with the table as a file.
     *
     * @param name of the file, without its ending; may be Japanese
     */
    public void send(Table table, Locale language, String name, HttpServletResponse response) throws IOException {
        response.setContentType(contentType);
        var disposition = ContentDisposition.attachment().filename(name + "." + ending, StandardCharsets.UTF_8).build();
        response.setHeader("Content-Disposition", disposition.toString());
        if (this == CSV_CP932) {
            var missing = new TableAsCsv(TableAsCsv.Encoding.CP932).unmappable(table);
            response.setHeader("Unmappable-Characters", Long.toString(missing));
        }
        write(table, language, response.getOutputStream());
    }
}
