// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import jp.torokubo.ground.refusal.Article;
import jp.torokubo.procedure.statement.Remark;
import jp.torokubo.procedure.statement.Severity;
import jp.torokubo.record.criteria.Catalogue;
import org.jspecify.annotations.Nullable;

/** What the self-check found, arranged for a page: errors first, by part and chapter, fifty at a time. */
final class CheckView {

    static final int LINES_ON_A_PAGE = 50;

    private final Catalogue catalogue;
    private final RemarkWords words;
    private final Locale language;
    private final List<Remark> all;

    /** @param key code of a part, number of a chapter, or {@code evidence} */
    record Group(String key, String title, boolean chapter, List<Line> lines) {}

    /**
     * @param place number of the row, or empty where the part is meant
     * @param title of the row or of the evidence; empty where the part is meant
     * @param address below the statement's, where it is mended
     * @param pattern of that address, as the frame knows pages
     */
    record Line(
            Severity severity, String place, String title, String address, String pattern, String wrong, String mend, Article article) {}

    /** @param count under the other filter that is set */
    record Choice(String key, String title, boolean chapter, long count) {}

    CheckView(Catalogue catalogue, RemarkWords words, Locale language, List<Remark> all) {
        this.catalogue = catalogue;
        this.words = words;
        this.language = language;
        this.all = all;
    }

    /** Everything that goes through both filters, errors first. */
    List<Remark> chosen(@Nullable Severity severity, String group) {
        return all.stream()
                .filter(remark -> severity == null || remark.severity() == severity)
                .filter(remark -> group.isEmpty() || group(remark).equals(group))
                .sorted(Comparator.comparing(Remark::severity))
                .toList();
    }

    /** The groups there are, in the order of the statement. */
    List<Choice> choices(@Nullable Severity severity) {
        Map<String, Long> counts = new LinkedHashMap<>();
        all.stream().filter(remark -> severity == null || remark.severity() == severity).forEach(remark -> counts.merge(group(remark), 1L, Long::sum));
        return counts.entrySet().stream()
                .map(count -> new Choice(count.getKey(), title(count.getKey()), isChapter(count.getKey()), count.getValue())).toList();
    }

    /** Neighbours of the same weight and group together. */
    List<Group> groups(List<Remark> remarks) {
        var groups = new ArrayList<Group>();
        Severity severity = null;
        for (var remark : remarks) {
            var last = groups.isEmpty() ? null : groups.get(groups.size() - 1);
            if (last == null || severity != remark.severity() || !last.key().equals(group(remark))) {
                last = new Group(group(remark), title(group(remark)), isChapter(group(remark)), new ArrayList<>());
                groups.add(last);
            }
            severity = remark.severity();
            last.lines().add(line(remark));
        }
        return groups;
    }

    private Line line(Remark remark) {
        var wrong = words.wrong(remark, language);
        var mend = words.mend(remark, language);
        if (remark.place() instanceof Remark.InRow row) {
            var title = catalogue.control(row.control()).orElseThrow().title(language.getLanguage().equals("en"));
            return new Line(remark.severity(), row.control(), title, "/controls/" + row.control(), "/controls/{}", wrong, mend, remark.article());
        }
        if (remark.place() instanceof Remark.InEvidence evidence) {
            return new Line(remark.severity(), "", evidence.title(), "/evidence", "/evidence", wrong, mend, remark.article());
        }
        return new Line(remark.severity(), "", "", "/parts/" + remark.place().code(), "/parts/{}", wrong, mend, remark.article());
    }

    private static String group(Remark remark) {
        if (remark.place() instanceof Remark.InRow row) {
            return row.control().substring(0, row.control().indexOf('.'));
        }
        return remark.place() instanceof Remark.InEvidence ? "evidence" : remark.place().code();
    }

    private static boolean isChapter(String group) {
        return Character.isDigit(group.charAt(0));
    }

    private String title(String group) {
        return isChapter(group) ? catalogue.control(group).orElseThrow().title(language.getLanguage().equals("en")) : "";
    }
}
