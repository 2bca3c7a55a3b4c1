// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.store;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jp.torokubo.procedure.statement.Visibility;
import jp.torokubo.record.register.PublicStatement.Row;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How the rows of a section are kept, of a frozen version as of an edition of a sheet: a line for each, its cells separated by tabs. */
final class SectionRows {

    private SectionRows() {}

    static String written(List<Row> rows) {
        return rows.stream().map(row -> row.key() + "\t" + row.salt() + "\t" + row.value()).collect(Collectors.joining("\n"));
    }

    static List<Row> read(String written) {
        var rows = new ArrayList<Row>();
        for (var line : written.isEmpty() ? new String[0] : written.split("\n")) {
            var cells = line.split("\t", 3);
            rows.add(new Row(cells[0], cells[1], cells[2]));
        }
        return rows;
    }

    /** @param asked for columns {@code visibility} and {@code rows} */
    static Map<Visibility, List<Row>> bySection(JdbcClient.StatementSpec asked) {
        var sections = new EnumMap<Visibility, List<Row>>(Visibility.class);
        asked.query(row -> {
            sections.put(Visibility.of(row.getString("visibility")).orElseThrow(), read(row.getString("rows")));
        });
        return sections;
    }
}
