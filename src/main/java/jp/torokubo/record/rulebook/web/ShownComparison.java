// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.rulebook.web;

import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import jp.torokubo.ground.paper.Table;
import jp.torokubo.ground.refusal.Refused;
import jp.torokubo.record.rulebook.Document;
import jp.torokubo.record.rulebook.Edition;
import jp.torokubo.record.rulebook.RulebookRefusal;
import jp.torokubo.record.rulebook.Standing;
import jp.torokubo.record.rulebook.comparison.ComparisonTable;
import jp.torokubo.record.rulebook.comparison.ComparisonTable.Block;
import jp.torokubo.record.rulebook.comparison.Piece;
import org.jspecify.annotations.Nullable;

/**
 * A comparison table as the page, the paper and the workbook show it.
 *
 * @param texts whether the texts are compared; otherwise one of the editions is here without its text, and what is recorded of them is
 */
record ShownComparison(Document document, Edition before, Edition after, boolean texts, ComparisonTable table) {

    /** @param from and {@code to}: numbers of editions; null: the two newest, those with a text before others */
    static ShownComparison of(Document document, @Nullable Integer from, @Nullable Integer to, boolean whole) {
        var after = to == null ? preferred(document, Integer.MAX_VALUE) : edition(document, to);
        var before = from == null ? preferred(document, after.number()) : edition(document, from);
        return of(document, before, after, whole);
    }

    static ShownComparison of(Document document, Edition before, Edition after, boolean whole) {
        var extent = whole ? ComparisonTable.Extent.WHOLE : ComparisonTable.Extent.EXCERPT;
        var oldText = before.get("text");
        var newText = after.get("text");
        boolean texts = oldText != null && newText != null;
        var table = texts ? ComparisonTable.of(oldText, newText, extent) : ComparisonTable.of(recorded(before), recorded(after), extent);
        return new ShownComparison(document, before, after, texts, table);
    }

    private static Edition edition(Document document, int number) {
        return document.editions().number(number)
                .orElseThrow(() -> new Refused(new RulebookRefusal.EditionUnknown(document.shortName(false), Integer.toString(number))));
    }

    private static Edition preferred(Document document, int beforeNumber) {
        var earlier = document.editions().list().stream().filter(edition -> edition.number() < beforeNumber).toList();
        if (earlier.isEmpty()) {
            return document.editions().list().get(0);
        }
        return earlier.stream()
                .filter(edition -> edition.get("text") != null)
                .reduce((one, later) -> later)
                .orElse(earlier.get(earlier.size() - 1));
    }

    /** What is recorded of an edition, one line for each. */
    private static String recorded(Edition edition) {
        var lines = new StringJoiner("\n");
        edition.content().forEach((name, text) -> {
            if (text != null && (name.endsWith("_ja") || name.equals("number")) && !name.startsWith("short")) {
                text.lines().forEach(lines::add);
            }
        });
        if (edition.decidedOn() != null) {
            lines.add("決定・改定の日：" + edition.decidedOn());
        }
        lines.add("効力の日：" + (edition.effectiveOn() == null ? "不明" : edition.effectiveOn()));
        edition.reasonJa().lines().forEach(line -> lines.add("改定の内容：" + line));
        lines.add("出典：" + edition.source().ja());
        return lines.toString();
    }

    /** Whether the new side is a draft: its column is then headed 改正案. */
    public boolean draft() {
        return after.standing() == Standing.PROPOSED;
    }

    /** One row for each passage, for machines: what changed stands in columns of its own. */
    Table forWorkbook(Locale locale, String title, List<String> notes) {
        boolean english = locale.getLanguage().equals("en");
        var rows = new java.util.ArrayList<List<@Nullable Object>>();
        long section = 0;
        for (var row : table.rows()) {
            section++;
            for (int i = 0; i < Math.max(row.after().size(), row.before().size()); i++) {
                var newBlock = i < row.after().size() ? row.after().get(i) : null;
                var oldBlock = i < row.before().size() ? row.before().get(i) : null;
                rows.add(java.util.Arrays.asList(
                        section, text(newBlock), text(oldBlock), changed(newBlock), changed(oldBlock),
                        newBlock != null && newBlock.changed() || oldBlock != null && oldBlock.changed()));
            }
        }
        return new Table(title, List.of(
                new Table.Column("section", english ? "Section" : "段"),
                new Table.Column("after", english ? "New" : draft() ? "改正案" : "新"),
                new Table.Column("before", english ? "Old" : "旧"),
                new Table.Column("changed_after", english ? "Changed words (new)" : "改正部分（新）"),
                new Table.Column("changed_before", english ? "Changed words (old)" : "改正部分（旧）"),
                new Table.Column("is_changed", english ? "Changed" : "改正の有無")), rows, notes);
    }

    private static @Nullable String text(@Nullable Block block) {
        return block == null ? null : block.text();
    }

    private static @Nullable String changed(@Nullable Block block) {
        if (block == null || !block.changed()) {
            return null;
        }
        var words = new StringJoiner("／");
        block.pieces().stream().filter(Piece::changed).map(Piece::text).forEach(words::add);
        return words.toString();
    }
}
