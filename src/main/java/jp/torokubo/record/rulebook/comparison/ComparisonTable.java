// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.rulebook.comparison;

import java.util.ArrayList;
import java.util.List;
import jp.torokubo.record.rulebook.comparison.Alignment.Pair;

/**
 * The comparison table (新旧対照表) of two texts, in the form in which the scheme publishes its amendments: the new text on the
 * left, the old on the right, changed words underlined on both sides, unchanged parts left out as 略.
 *
 * @param rows one for each section; none where the texts are the same
 * @param changedPassages how many passages changed, came or went
 */
public record ComparisonTable(List<Row> rows, int changedPassages) {

    /** Sections side by side. */
    public record Row(List<Block> after, List<Block> before) {}

    /** One passage, or what stands for passages that are left out. */
    public record Block(Kind kind, List<Piece> pieces) {

        public enum Kind {
            HEADING,
            PASSAGE,
            /** （略）: unchanged, and not shown. */
            SKIPPED,
            /** （新設） or （削る）: this side has nothing here. */
            ABSENT
        }

        public String text() {
            var text = new StringBuilder();
            pieces.forEach(piece -> text.append(piece.text()));
            return text.toString();
        }

        public boolean changed() {
            return pieces.stream().anyMatch(Piece::changed);
        }
    }

    /** What is shown of the unchanged. */
    public enum Extent {
        /** Only what an amendment needs: the rest is 略. */
        EXCERPT,
        /** Everything. */
        WHOLE
    }

    private static final String LEFT_OUT = "（略）";
    private static final String ADDED = "（新設）";
    private static final String REMOVED = "（削る）";

    public static ComparisonTable of(String before, String after, Extent extent) {
        var pairs = Alignment.of(Passage.of(before), Passage.of(after));
        int changed = (int) pairs.stream().filter(Pair::changed).count();
        if (changed == 0) {
            return new ComparisonTable(List.of(), 0);
        }
        var rows = new ArrayList<Row>();
        var skippedSections = new ArrayList<List<Pair>>();
        for (var section : sections(pairs)) {
            if (extent == Extent.EXCERPT && section.stream().noneMatch(Pair::changed)) {
                skippedSections.add(section);
                continue;
            }
            skip(skippedSections, rows);
            rows.add(row(section, extent));
        }
        skip(skippedSections, rows);
        return new ComparisonTable(List.copyOf(rows), changed);
    }

    private static List<List<Pair>> sections(List<Pair> pairs) {
        var sections = new ArrayList<List<Pair>>();
        for (var pair : pairs) {
            boolean begins = (pair.before() != null && pair.before().beginsSection())
                    || (pair.after() != null && pair.after().beginsSection());
            if (begins || sections.isEmpty()) {
                sections.add(new ArrayList<>());
            }
            sections.get(sections.size() - 1).add(pair);
        }
        return sections;
    }

    /** Sections that did not change stand together: １～３（略）. */
    private static void skip(List<List<Pair>> sections, List<Row> rows) {
        if (sections.isEmpty()) {
            return;
        }
        var first = label(sections.get(0));
        var last = label(sections.get(sections.size() - 1));
        var words = (first.equals(last) ? first : first + "～" + last) + LEFT_OUT;
        var block = new Block(Block.Kind.SKIPPED, List.of(new Piece(words, false)));
        rows.add(new Row(List.of(block), List.of(block)));
        sections.clear();
    }

    private static String label(List<Pair> section) {
        var after = section.get(0).after();
        return after == null ? "" : after.label();
    }

    private static Row row(List<Pair> section, Extent extent) {
        var after = new ArrayList<Block>();
        var before = new ArrayList<Block>();
        for (var pair : section) {
            if (!pair.changed() && extent == Extent.EXCERPT && !isHeading(pair)) {
                skipOnce(after);
                skipOnce(before);
            } else if (pair.before() == null) {
                after.add(whole(pair.after()));
                before.add(new Block(Block.Kind.ABSENT, List.of(new Piece(ADDED, false))));
            } else if (pair.after() == null) {
                after.add(new Block(Block.Kind.ABSENT, List.of(new Piece(REMOVED, false))));
                before.add(whole(pair.before()));
            } else {
                var steps = ChangedWords.between(pair.before().text(), pair.after().text());
                var shown = extent == Extent.EXCERPT ? Shortened.of(steps) : steps;
                before.add(new Block(kind(pair.before()), shown.stream()
                        .filter(step -> !step.before().isEmpty()).map(step -> new Piece(step.before(), !step.equal())).toList()));
                after.add(new Block(kind(pair.after()), shown.stream()
                        .filter(step -> !step.after().isEmpty()).map(step -> new Piece(step.after(), !step.equal())).toList()));
            }
        }
        return new Row(List.copyOf(after), List.copyOf(before));
    }

    private static void skipOnce(List<Block> side) {
        boolean skipping = !side.isEmpty() && side.get(side.size() - 1).kind() == Block.Kind.SKIPPED;
        if (!skipping) {
            side.add(new Block(Block.Kind.SKIPPED, List.of(new Piece(LEFT_OUT, false))));
        }
    }

    private static boolean isHeading(Pair pair) {
        return pair.after() != null && pair.after().kind() == Passage.Kind.HEADING;
    }

    private static Block whole(Passage passage) {
        return new Block(kind(passage), List.of(new Piece(passage.text(), true)));
    }

    private static Block.Kind kind(Passage passage) {
        return switch (passage.kind()) {
            case HEADING -> Block.Kind.HEADING;
            case BODY -> Block.Kind.PASSAGE;
            case LEFT_OUT -> Block.Kind.SKIPPED;
        };
    }
}
