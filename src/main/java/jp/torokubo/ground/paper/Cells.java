// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.paper;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What may stand in a cell, and how it is written where only text can be. */
final class Cells {

    static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    private static final DateTimeFormatter INSTANT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    private Cells() {}

    static String asText(@Nullable Object cell) {
        if (cell == null) {
            return "";
        }
        if (cell instanceof Instant instant) {
            return INSTANT.format(instant);
        }
        if (cell instanceof String || cell instanceof Long || cell instanceof LocalDate || cell instanceof Boolean) {
            return cell.toString();
        }
        throw new IllegalArgumentException("not a cell: " + cell.getClass().getName());
    }

    /** A row that is longer or shorter than its heading would shift every value after the gap. */
    static void checkWidth(List<?> row, Table table) {
        if (row.size() != table.columns().size()) {
            throw new IllegalArgumentException(
                    "a row of " + row.size() + " cells under " + table.columns().size() + " columns: " + table.title());
        }
    }
}
