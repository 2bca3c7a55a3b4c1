// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.paper;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows and columns on their way to a file: the same table becomes CSV, xlsx or JSON.
 *
 * @param title what it is, with its as-of day
 * @param rows as many cells as there are columns; a cell is a String, Long, LocalDate, Instant, Boolean or null. The writers
 *     hold one row at a time, so this may be read from a cursor; it is read twice where characters have to be counted first
 * @param notes lines for the second sheet of a workbook: as-of, source, licence
 */
public record Table(String title, List<Column> columns, Iterable<List<@Nullable Object>> rows, List<String> notes) {

    /**
     * @param key stable English name, snake_case, as in the API
     * @param heading in the reader's language, as on the page
     */
    public record Column(String key, String heading) {}
}
