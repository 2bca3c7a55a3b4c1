// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.mapping;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import jp.torokubo.ground.files.TableReading.Row;
import jp.torokubo.ground.japanese.CleanText;
import jp.torokubo.procedure.statement.AnswerRules;
import jp.torokubo.procedure.statement.Wording;
import jp.torokubo.procedure.statement.mapping.Mapping.Item;
import jp.torokubo.procedure.statement.mapping.Mapping.Pair;
import jp.torokubo.procedure.statement.mapping.MappingReading.Problem;
import jp.torokubo.procedure.statement.workbook.EditionNumbers;
import jp.torokubo.record.criteria.Catalogue;
import jp.torokubo.record.criteria.Control;
import org.jspecify.annotations.Nullable;

/**
 * Reads a list out of the rows of a CSV file. A number that can be read in one way only is taken, and what was written stays beside it;
 * where anything of a line cannot be read, nothing of the line is taken.
 */
public final class MappingReader {

    /** Lines of a file. */
    public static final int MOST_LINES = 20_000;

    /** In code points: the id of an item, and a note. */
    static final int LONGEST_ID = 200;
    static final int LONGEST_NOTE = 2_000;

    private static final int HEADINGS_WITHIN = 10;

    private enum Column {
        ITEM(Set.of("item", "itemid", "項目", "項目番号", "項目id", "項番", "要求事項", "要求事項番号", "clause", "criterion")),
        CONTROL(Set.of("control", "controls", "controlid", "管理策", "管理策番号", "管理基準", "ismap", "ismap管理策", "ismapcontrol")),
        TEXT_JA(Set.of("text", "textja", "text(japanese)", "本文", "本文(日本語)", "説明", "実施内容", "対応内容")),
        TEXT_EN(Set.of("texten", "text(english)", "本文(英語)", "説明(英語)", "実施内容(英語)", "対応内容(英語)")),
        CONFIDENCE(Set.of("confidence", "確からしさ")),
        NOTE(Set.of("note", "備考"));

        private final Set<String> headings;

        Column(Set<String> headings) {
            this.headings = headings;
        }
    }

    private static final Map<String, String> CONFIDENCE = Map.of(
            "高", "high", "high", "high", "中", "medium", "medium", "medium", "低", "low", "low", "low", "", "");

    private final Catalogue catalogue;
    private final EditionNumbers numbers;
    private final Map<Column, Integer> columns = new EnumMap<>(Column.class);
    private final Map<Column, String> headings = new EnumMap<>(Column.class);
    private final Map<String, Wording> items = new LinkedHashMap<>();
    private final Map<String, Integer> firstLines = new LinkedHashMap<>();
    private final Map<List<String>, Pair> pairs = new LinkedHashMap<>();
    private final List<Problem> problems = new ArrayList<>();
    private int leftOut;

    private MappingReader(Catalogue catalogue, EditionNumbers numbers) {
        this.catalogue = catalogue;
        this.numbers = numbers;
    }

    /** @param numbers of the statement's edition, with what became of those of the others */
    public static MappingReading read(List<Row> rows, Catalogue catalogue, EditionNumbers numbers) {
        return new MappingReader(catalogue, numbers).read(rows);
    }

    private MappingReading read(List<Row> rows) {
        if (rows.size() > MOST_LINES) {
            problems.add(new Problem(0, "", new MappingRefusal.TooManyLines(MOST_LINES, rows.size())));
        } else {
            int first = headings(rows);
            if (first == 0) {
                problems.add(new Problem(0, "", new MappingRefusal.NoHeadings()));
            }
            for (int at = first; at > 0 && at < rows.size(); at++) {
                line(rows.get(at));
            }
            if (problems.isEmpty() && items.isEmpty()) {
                problems.add(new Problem(0, "", new MappingRefusal.NothingInIt()));
            }
        }
        return new MappingReading(
                items.entrySet().stream().map(one -> new Item(one.getKey(), one.getValue())).toList(), List.copyOf(pairs.values()),
                problems, leftOut);
    }

    /** Title lines may stand before them. @return index of the line after them; 0 where there are none */
    private int headings(List<Row> rows) {
        for (int at = 0; at < Math.min(HEADINGS_WITHIN, rows.size()); at++) {
            columns.clear();
            var cells = rows.get(at).cells();
            for (int column = 0; column < cells.size(); column++) {
                var heading = heading(cells.get(column));
                for (var known : Column.values()) {
                    if (known.headings.contains(heading) && columns.putIfAbsent(known, column) == null) {
                        headings.put(known, cells.get(column).strip());
                    }
                }
            }
            if (columns.containsKey(Column.ITEM) && columns.containsKey(Column.CONTROL)) {
                return at + 1;
            }
        }
        return 0;
    }

    private static String heading(String cell) {
        return Normalizer.normalize(cell, Normalizer.Form.NFKC).replace("\uFEFF", "").toLowerCase(Locale.ROOT).replaceAll("[\\s_-]", "");
    }

    private void line(Row row) {
        if (row.cells().stream().allMatch(String::isBlank)) {
            return;
        }
        int before = problems.size();
        var item = cell(row, Column.ITEM);
        var text = new Wording(cell(row, Column.TEXT_JA), cell(row, Column.TEXT_EN));
        var note = cell(row, Column.NOTE);
        var given = Normalizer.normalize(cell(row, Column.CONFIDENCE), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        if (item.isEmpty()) {
            wrong(row, Column.ITEM, new MappingRefusal.ItemMissing(row.number(), heading(Column.ITEM)));
        }
        length(row, Column.ITEM, item, LONGEST_ID);
        length(row, Column.TEXT_JA, text.ja(), AnswerRules.LONGEST_TEXT);
        length(row, Column.TEXT_EN, text.en(), AnswerRules.LONGEST_TEXT);
        length(row, Column.NOTE, note, LONGEST_NOTE);
        var confidence = CONFIDENCE.get(given);
        if (confidence == null) {
            wrong(row, Column.CONFIDENCE,
                    new MappingRefusal.ConfidenceUnreadable(row.number(), heading(Column.CONFIDENCE), shortened(given)));
        }
        var found = controls(row);
        var known = items.get(item);
        if (known != null && !known.isEmpty() && !text.isEmpty() && !known.equals(text)) {
            wrong(row, Column.TEXT_JA, new MappingRefusal.TextOtherwise(row.number(), shortened(item), firstLines.get(item)));
        }
        if (problems.size() > before || confidence == null) {
            leftOut++;
            return;
        }
        if (known == null || known.isEmpty()) {
            items.put(item, text);
            firstLines.put(item, row.number());
        }
        found.forEach((control, written) -> pairs.putIfAbsent(
                List.of(item, control), new Pair(item, control, written, confidence, note, row.number())));
    }

    /** What a cell names, with what was written for each. A cell may name several, or none. */
    private Map<String, String> controls(Row row) {
        var found = new LinkedHashMap<String, String>();
        for (var written : cell(row, Column.CONTROL).split("[\\s\\p{Z},、，;；/／]+")) {
            if (written.isEmpty()) {
                continue;
            }
            var control = control(written);
            if (control == null) {
                wrong(row, Column.CONTROL, new MappingRefusal.ControlUnreadable(
                        row.number(), heading(Column.CONTROL), shortened(written), catalogue.edition().id()));
            } else if (!AnswerRules.isAnswered(control)) {
                wrong(row, Column.CONTROL, new MappingRefusal.ControlNotAnswered(
                        row.number(), heading(Column.CONTROL), control.id(), catalogue.edition().id()));
            } else {
                found.putIfAbsent(control.id(), written);
            }
        }
        return found;
    }

    private @Nullable Control control(String written) {
        return catalogue.called(written)
                .or(() -> numbers.mapped(Normalizer.normalize(written, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT))
                        .flatMap(catalogue::control))
                .orElse(null);
    }

    private String cell(Row row, Column column) {
        var at = columns.get(column);
        return at == null || at >= row.cells().size() ? "" : CleanText.clean(row.cells().get(at)).strip();
    }

    private String heading(Column column) {
        return headings.getOrDefault(column, "");
    }

    private void length(Row row, Column column, String text, int most) {
        int length = text.codePointCount(0, text.length());
        if (length > most) {
            wrong(row, column, new MappingRefusal.CellTooLong(row.number(), heading(column), most, length));
        }
    }

    private void wrong(Row row, Column column, MappingRefusal why) {
        problems.add(new Problem(row.number(), heading(column), why));
    }

    private static String shortened(String given) {
        return given.codePointCount(0, given.length()) > 40 ? given.substring(0, given.offsetByCodePoints(0, 40)) + "…" : given;
    }
}
