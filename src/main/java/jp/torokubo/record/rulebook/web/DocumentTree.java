// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.rulebook.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import jp.torokubo.record.rulebook.Document;
import org.springframework.context.MessageSource;

/**
 * The overview of the documents as a drawing: what rests on what, for whom. Three columns under the basic rules.
 *
 * @param height in units of the drawing; it is {@link #WIDTH} wide
 */
record DocumentTree(int height, List<Box> boxes, List<Line> lines, List<Label> labels) {

    static final int WIDTH = 1000;

    /** @param known whether an edition stands on the day; a box of which nothing is known is dashed */
    record Box(int x, int y, int w, int h, String href, boolean known, List<Label> texts) {}

    record Line(int x1, int y1, int x2, int y2) {}

    /** @param style class of the text in the style sheet */
    record Label(int x, int y, String text, String style) {}

    private static final int COLUMN = 312;
    private static final int GAP = 32;
    private static final int LINE = 19;

    static DocumentTree of(List<Document> documents, Predicate<Document> known, MessageSource messages, Locale locale) {
        return new Drawing(documents, known, messages, locale).draw();
    }

    private static final class Drawing {
        private final List<Document> documents;
        private final Predicate<Document> known;
        private final MessageSource messages;
        private final Locale locale;
        private final boolean english;
        private final List<Box> boxes = new ArrayList<>();
        private final List<Line> lines = new ArrayList<>();
        private final List<Label> labels = new ArrayList<>();

        Drawing(List<Document> documents, Predicate<Document> known, MessageSource messages, Locale locale) {
            this.documents = documents.stream().filter(Document::inFigure).toList();
            this.known = known;
            this.messages = messages;
            this.locale = locale;
            this.english = locale.getLanguage().equals("en");
        }

        DocumentTree draw() {
            int y = 8;
            Box above = null;
            for (var document : documents.stream().filter(one -> one.group().equals("framework")).toList()) {
                var box = box(document, 250, y, 500);
                if (above != null) {
                    lines.add(new Line(500, above.y() + above.h(), 500, y));
                }
                above = box;
                y = box.y() + box.h() + 22;
            }
            int bus = y - 4;
            int top = bus + 34;
            int lowest = top;
            int column = 0;
            for (var group : List.of("provider", "auditor", "agency")) {
                lowest = Math.max(lowest, column(group, column++ * (COLUMN + GAP), bus, top));
            }
            if (above != null) {
                lines.add(new Line(500, above.y() + above.h(), 500, bus));
                lines.add(new Line(COLUMN + GAP + 14, bus, 500, bus));
            }
            lines.add(new Line(14, bus, COLUMN + GAP + 14, bus));
            besideTheRules(bus);
            return new DocumentTree(lowest + 8, List.copyOf(boxes), List.copyOf(lines), List.copyOf(labels));
        }

        /** How agencies use the scheme rests on the framework itself, not on the scheme's own rules. */
        private void besideTheRules(int bus) {
            var framework = boxes.get(0);
            int y = framework.y() + framework.h() / 2;
            int aside = WIDTH - 8;
            lines.add(new Line(framework.x() + framework.w(), y, aside, y));
            lines.add(new Line(aside, y, aside, bus));
            lines.add(new Line(2 * (COLUMN + GAP) + 14, bus, aside, bus));
        }

        /** One document below another, what belongs to one of them moved in. */
        private int column(String group, int x, int bus, int top) {
            labels.add(new Label(x + 24, top - 8, word("rulebook.for." + group), "tb-b"));
            int y = top;
            int lastMain = bus;
            int lastOwner = bus;
            for (var document : documents.stream().filter(one -> one.group().equals(group)).toList()) {
                boolean inside = document.parent() != null
                        && documents.stream().anyMatch(one -> one.id().equals(document.parent()) && one.group().equals(group));
                int indent = inside ? 56 : 28;
                var box = box(document, x + indent, y, COLUMN - indent);
                int middle = y + box.h() / 2;
                int trunk = x + indent - 14;
                lines.add(new Line(trunk, inside ? lastOwner : lastMain, trunk, middle));
                lines.add(new Line(trunk, middle, x + indent, middle));
                if (inside) {
                    lastOwner = middle;
                } else {
                    lastMain = middle;
                    lastOwner = y + box.h();
                }
                y += box.h() + 10;
            }
            return y;
        }

        private Box box(Document document, int x, int y, int w) {
            var texts = new ArrayList<Label>();
            int line = y + 20;
            var mark = document.mark() == null ? "" : "【" + word("rulebook.mark." + document.mark()) + "】";
            for (var part : wrapped(document.shortName(english) + mark, w - 24)) {
                texts.add(new Label(x + 12, line, part, "tb-b"));
                line += LINE;
            }
            var small = new ArrayList<String>();
            if (document.role(english) != null) {
                small.add(document.role(english));
            }
            if (document.parts(english) != null) {
                small.add(document.parts(english));
            }
            if (!document.addressees().isEmpty()) {
                small.add(String.join(english ? ", " : "・", document.addressees().stream().map(code -> word("rulebook.for." + code)).toList()));
            }
            for (var words : small) {
                for (var part : wrapped(words, w - 24)) {
                    texts.add(new Label(x + 12, line, part, "t2"));
                    line += LINE - 1;
                }
            }
            var box = new Box(x, y, w, line - LINE + 8 - y + 4, "/rulebook/" + document.id(), known.test(document), List.copyOf(texts));
            boxes.add(box);
            return box;
        }

        private List<String> wrapped(String text, int width) {
            var parts = new ArrayList<String>();
            var part = new StringBuilder();
            double used = 0;
            for (var unit : english ? text.split("(?<= )") : text.codePoints().mapToObj(Character::toString).toArray(String[]::new)) {
                double needed = unit.codePoints().mapToDouble(point -> point < 0x2000 ? 7.3 : 13.2).sum();
                if (used + needed > width && !part.isEmpty()) {
                    parts.add(part.toString().strip());
                    part.setLength(0);
                    used = 0;
                }
                part.append(unit);
                used += needed;
            }
            parts.add(part.toString().strip());
            return parts;
        }

        private String word(String key) {
            return messages.getMessage(key, null, locale);
        }
    }

    /** What the drawing says, for those who do not see it. */
    static String inWords(List<Document> documents, boolean english) {
        var names = new ArrayList<String>();
        for (var document : documents) {
            if (document.inFigure()) {
                names.add(document.shortName(english));
            }
        }
        return String.join(english ? "; " : "、", names);
    }
}
