// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.checking;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import jp.torokubo.ground.refusal.Article;
import jp.torokubo.procedure.statement.Severity;
import jp.torokubo.record.rulebook.Provenance;
import jp.torokubo.record.rulebook.Source;
import org.jspecify.annotations.Nullable;

/** Reads {@code statement/self-check.tsv}: how much each rule weighs, which article asks for it, from which number on it speaks, and who says so. */
public final class RuleTable {

    private static final Map<String, Row> ROWS = read();

    /**
     * @param threshold null for a rule that counts nothing
     * @param since version of the rules in which the row got its present content
     */
    public record Row(String rule, Severity severity, Article article, @Nullable Integer threshold, String since, Source source) {}

    private RuleTable() {}

    /** In the order of the file. */
    public static List<Row> rows() {
        return List.copyOf(ROWS.values());
    }

    static Row row(String rule) {
        return Objects.requireNonNull(ROWS.get(rule), () -> "statement/self-check.tsv has no row " + rule);
    }

    private static Map<String, Row> read() {
        var rows = new LinkedHashMap<String, Row>();
        for (var cells : cells("self-check.tsv", 8)) {
            var row = new Row(
                    cells[0], Severity.of(cells[1]).orElseThrow(), cells[2].isEmpty() ? Article.NONE : new Article(cells[2], cells[3]),
                    cells[4].isEmpty() ? null : Integer.valueOf(cells[4]), cells[5],
                    source(cells[6], cells[7]));
            if (rows.put(row.rule(), row) != null) {
                throw new IllegalStateException("statement/self-check.tsv names " + row.rule() + " twice");
            }
        }
        return rows;
    }

    private static Source source(String provenance, String words) {
        var languages = words.split(" / ", 2);
        return new Source(Provenance.of(provenance).orElseThrow(), languages[0], languages[1]);
    }

    /** The lines of a file below its headings, comments left out. */
    static List<String[]> cells(String file, int width) {
        try (var stream = RuleTable.class.getResourceAsStream("/statement/" + file)) {
            var text = new String(Objects.requireNonNull(stream, "statement/" + file).readAllBytes(), StandardCharsets.UTF_8);
            return text.lines().filter(line -> !line.startsWith("#")).skip(1).map(line -> {
                var cells = line.split("\t", -1);
                if (cells.length != width) {
                    throw new IllegalStateException("statement/" + file + ": " + width + " cells, not " + cells.length + ": " + line);
                }
                return cells;
            }).toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
