// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** {@code authorization-matrix.tsv}: what each route answers to whom. */
final class AuthorizationMatrix {

    static final Path FILE = Path.of("src/test/resources/authorization-matrix.tsv");

    private static final String NO_FIELDS = "-";

    /**
     * A line of the file.
     *
     * @param cells by the name of the column
     * @param form what a POST sends beside the command's id, as {@code name=value&name=value}
     */
    record Row(String path, String method, Map<String, String> cells, String form) {

        String key() {
            return method + " " + path;
        }

        List<String[]> fields() {
            return form.equals(NO_FIELDS) ? List.of() : Arrays.stream(form.split("&")).map(field -> field.split("=", 2)).toList();
        }

        Row with(Map<String, String> real) {
            return new Row(path, method, real, form);
        }
    }

    private final List<String> columns;
    private final List<String> header;
    private final Map<String, Row> rows;

    private AuthorizationMatrix(List<String> columns, List<String> header, Map<String, Row> rows) {
        this.columns = columns;
        this.header = header;
        this.rows = rows;
    }

    static AuthorizationMatrix read() {
        try {
            var lines = Files.readAllLines(FILE);
            var header = lines.stream().filter(line -> line.startsWith("#")).toList();
            var table = lines.stream().filter(line -> !line.isBlank() && !line.startsWith("#")).map(AuthorizationMatrix::cells).toList();
            var columns = table.get(0).subList(2, table.get(0).size() - 1);
            var rows = new LinkedHashMap<String, Row>();
            for (var cells : table.subList(1, table.size())) {
                var row = row(columns, cells);
                if (rows.put(row.key(), row) != null) {
                    throw new AssertionError("two lines for " + row.key());
                }
            }
            return new AuthorizationMatrix(columns, header, rows);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The cases: who asks. */
    List<String> columns() {
        return columns;
    }

    /** By {@link Row#key()}. */
    Map<String, Row> rows() {
        return rows;
    }

    /** The row of a route; one without cells where it has none yet. */
    Row row(Routes.Route route) {
        return Objects.requireNonNullElseGet(
                rows.get(route.toString()), () -> new Row(route.path(), route.method(), Map.of(), NO_FIELDS));
    }

    /** These rows as they stand in the file. */
    String written(Collection<Row> some) {
        return some.stream().map(this::line).collect(Collectors.joining("\n"));
    }

    /** The whole file with these rows in the place of its own. */
    void write(Collection<Row> all) {
        var byPath = new TreeMap<String, Row>();
        all.forEach(row -> byPath.put(row.path() + " " + row.method(), row));
        var heads = new LinkedHashMap<String, String>();
        columns.forEach(column -> heads.put(column, column));
        var text = String.join("\n", header) + "\n" + line(new Row("route", "method", heads, "form")) + "\n" + written(byPath.values()) + "\n";
        try {
            Files.writeString(FILE, text);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Padded, so that it can be read at a glance where tabs are narrow. */
    private String line(Row row) {
        var cells = new ArrayList<String>();
        cells.add("%-66s".formatted(row.path()));
        cells.add("%-6s".formatted(row.method()));
        columns.forEach(column -> cells.add(("%-" + column.length() + "s").formatted(row.cells().getOrDefault(column, ""))));
        cells.add(row.form());
        return String.join("\t", cells);
    }

    private static Row row(List<String> columns, List<String> cells) {
        if (cells.size() != columns.size() + 3) {
            throw new AssertionError("not %d cells: %s".formatted(columns.size() + 3, cells));
        }
        var byColumn = new LinkedHashMap<String, String>();
        for (var i = 0; i < columns.size(); i++) {
            byColumn.put(columns.get(i), cells.get(i + 2));
        }
        return new Row(cells.get(0), cells.get(1), byColumn, cells.get(cells.size() - 1));
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.split("\t")).map(String::strip).toList();
    }
}
