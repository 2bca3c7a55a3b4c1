// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.grid;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.torokubo.procedure.statement.Answer;
import jp.torokubo.procedure.statement.Choice;
import jp.torokubo.procedure.statement.ReadRows;
import jp.torokubo.record.criteria.Catalogue;
import jp.torokubo.record.criteria.Control;
import jp.torokubo.record.criteria.Tier;
import org.jspecify.annotations.Nullable;

/**
 * A page of rows, with the tree beside it.
 *
 * @param total how many rows meet the address
 * @param first and last place of what is shown among them, from 1
 */
record GridView(
        GridAddress address, List<Line> lines, int total, int first, int last, @Nullable String firstHref, @Nullable String previousHref,
        @Nullable String nextHref, List<Branch> tree, int answered, int all) {

    static final int ROWS = 50;

    /** As much of a text as a cell shows. */
    private static final int SHOWN = 120;

    /**
     * @param above the heading it is the first row under, on this page
     * @param text how it is realised, as far as it is shown
     * @param several whether it has descriptions before and after a change
     */
    record Line(
            @Nullable Control above, Control control, Answer answer, String href, String text, String reason, boolean several,
            @Nullable String owner, int evidence, int comments) {}

    /** A chapter or category. @param below shown only where the reader is inside it */
    record Branch(Control control, String href, boolean current, int answered, int total, List<Branch> below) {}

    /** @param after id of the row behind which the page begins; empty for the first. @param before id of the row before which it ends */
    static GridView of(ReadRows.All all, Narrowing narrowing, GridAddress address, String here, String after, String before, boolean english) {
        var catalogue = all.around().catalogue();
        var found = narrowing.found(address);
        int from = place(catalogue, found, after, before);
        var shown = found.subList(from, Math.min(found.size(), from + ROWS));
        var last = from + shown.size();
        int answered = 0;
        var rows = Narrowing.rows(catalogue);
        var done = new HashMap<String, Integer>();
        var whole = new HashMap<String, Integer>();
        for (var row : rows) {
            boolean said = all.answer(row.id()).choice() != Choice.OPEN;
            answered += said ? 1 : 0;
            for (var above : catalogue.ancestors(row)) {
                whole.merge(above.id(), 1, Integer::sum);
                done.merge(above.id(), said ? 1 : 0, Integer::sum);
            }
        }
        return new GridView(
                address, lines(all, shown, address, here, english), found.size(), shown.isEmpty() ? 0 : from + 1, last,
                from == 0 ? null : address.href(here),
                from == 0 ? null : from <= ROWS ? address.href(here) : address.href(here, Map.of("before", found.get(from).id())),
                last >= found.size() ? null : address.href(here, Map.of("after", found.get(last - 1).id())),
                tree(catalogue, address, here, done, whole), answered, rows.size());
    }

    private static int place(Catalogue catalogue, List<Control> found, String after, String before) {
        var start = catalogue.called(after).orElse(null);
        if (start != null) {
            int at = catalogue.position(start);
            return (int) found.stream().filter(row -> catalogue.position(row) <= at).count();
        }
        var end = catalogue.called(before).orElse(null);
        if (end != null) {
            int at = catalogue.position(end);
            return Math.max(0, (int) found.stream().filter(row -> catalogue.position(row) < at).count() - ROWS);
        }
        return 0;
    }

    private static List<Line> lines(ReadRows.All all, List<Control> shown, GridAddress address, String here, boolean english) {
        var lines = new ArrayList<Line>();
        String heading = "";
        for (var control : shown) {
            var above = above(all.around().catalogue(), control);
            var answer = all.answer(control.id());
            var text = answer.realisations().isEmpty() ? "" : answer.realisations().get(answer.realisations().size() - 1).text().in(english);
            lines.add(new Line(
                    above == null || above.id().equals(heading) ? null : above, control, answer,
                    address.href(here + "/" + control.id()), shortened(text), shortened(answer.reason().in(english)),
                    answer.realisations().size() > 1, answer.owner().isEmpty() ? null : all.around().owners().getOrDefault(answer.owner(), ""),
                    all.evidence().getOrDefault(control.id(), 0), all.comments().getOrDefault(control.id(), 0)));
            heading = above == null ? heading : above.id();
        }
        return lines;
    }

    /** The category it is in: objectives stand as rows of their own. */
    private static @Nullable Control above(Catalogue catalogue, Control control) {
        return catalogue.ancestors(control).stream().filter(row -> row.tier() == Tier.CATEGORY || row.tier() == Tier.HEADING)
                .reduce((one, below) -> below).orElse(null);
    }

    private static List<Branch> tree(
            Catalogue catalogue, GridAddress address, String here, Map<String, Integer> done, Map<String, Integer> whole) {
        return catalogue.of(Tier.CHAPTER).stream()
                .map(chapter -> {
                    boolean inside = (address.place() + ".").startsWith(chapter.id() + ".");
                    return branch(chapter, address, here, done, whole, inside
                            ? catalogue.children(chapter.id()).stream()
                                    .map(below -> branch(below, address, here, done, whole, List.of())).toList()
                            : List.of());
                })
                .toList();
    }

    private static Branch branch(
            Control control, GridAddress address, String here, Map<String, Integer> done, Map<String, Integer> whole, List<Branch> below) {
        return new Branch(
                control, address.with("in", control.id()).href(here), address.place().equals(control.id()),
                done.getOrDefault(control.id(), 0), whole.getOrDefault(control.id(), 0), below);
    }

    static String shortened(String text) {
        if (text.codePointCount(0, text.length()) <= SHOWN) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, SHOWN)) + "…";
    }

    /** How many rows each chip would leave, so that nobody chooses what finds nothing. */
    static Map<String, Integer> lacks(Narrowing narrowing, GridAddress address) {
        var counts = new LinkedHashMap<String, Integer>();
        for (var lack : Lack.values()) {
            counts.put(lack.code(), narrowing.found(address.with("lacks", lack.code())).size());
        }
        return counts;
    }
}
