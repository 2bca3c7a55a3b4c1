// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.torokubo.ground.identity.Ids;
import jp.torokubo.ground.refusal.Article;
import jp.torokubo.procedure.statement.CheckStatement;
import jp.torokubo.procedure.statement.Remark;
import jp.torokubo.procedure.statement.Severity;
import jp.torokubo.procedure.statement.WarningWord;
import jp.torokubo.procedure.statement.WordsGiven;
import jp.torokubo.record.criteria.Catalogue;
import org.jspecify.annotations.Nullable;

/** What the self-check found, arranged for a page: errors first, by part and chapter, fifty at a time. */
final class CheckView {

    static final int LINES_ON_A_PAGE = 50;

    private final Catalogue catalogue;
    private final RemarkWords words;
    private final Locale language;
    private final List<Remark> all;
    private final WordsGiven given;
    private final Ids ids;
    private final Map<String, Long> missing;

    /** @param key code of a part, number of a chapter, or {@code evidence} */
    record Group(String key, String title, boolean chapter, List<Line> lines) {}

    /**
     * @param place number of the row, or empty where the part is meant
     * @param title of the row or of the evidence; empty where the part is meant
     * @param address below the statement's, where it is mended
     * @param pattern of that address, as the frame knows pages
     * @param said null for an error
     */
    record Line(
            Severity severity, String place, String title, String address, String pattern, String wrong, String mend, Article article,
            @Nullable Said said) {}

    /**
     * What was said of a warning, and what a word needs that is said of it now.
     *
     * @param holding null where there is no word
     * @param lapsed a word about an earlier text, where none holds
     * @param alike how many other warnings of the rule are without a word
     */
    record Said(
            String warning, String about, @Nullable WarningWord holding, @Nullable WarningWord lapsed, long alike, UUID commandId) {

        public String anchor() {
            return CheckView.anchor(about);
        }
    }

    /** @param count under the other filter that is set */
    record Choice(String key, String title, boolean chapter, long count) {}

    CheckView(CheckStatement.Result.Checked checked, RemarkWords words, Ids ids, Locale language) {
        this.catalogue = checked.catalogue();
        this.words = words;
        this.language = language;
        this.all = checked.remarks().all();
        this.given = checked.words();
        this.ids = ids;
        this.missing = all.stream().filter(given::isMissing).collect(Collectors.groupingBy(Remark::rule, Collectors.counting()));
    }

    /** Where a warning stands on the page. */
    static String anchor(String about) {
        return "w-" + about.substring(0, 16);
    }

    /** Everything that goes through the filter, errors first. */
    List<Remark> chosen(CheckFilter filter) {
        return all.stream()
                .filter(filter.anyGroup(given))
                .filter(remark -> filter.group().isEmpty() || group(remark).equals(filter.group()))
                .sorted(Comparator.comparing(Remark::severity))
                .toList();
    }

    /** The groups there are, in the order of the statement. */
    List<Choice> choices(CheckFilter filter) {
        Map<String, Long> counts = new LinkedHashMap<>();
        all.stream().filter(filter.anyGroup(given)).forEach(remark -> counts.merge(group(remark), 1L, Long::sum));
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
        if (remark.place() instanceof Remark.InRow row) {
            var title = catalogue.control(row.control()).orElseThrow().title(language.getLanguage().equals("en"));
            return line(remark, row.control(), title, "/controls/" + row.control(), "/controls/{}");
        }
        if (remark.place() instanceof Remark.InEvidence evidence) {
            return line(remark, "", evidence.title(), "/evidence", "/evidence");
        }
        return line(remark, "", "", "/parts/" + remark.place().code(), "/parts/{}");
    }

    private Line line(Remark remark, String place, String title, String address, String pattern) {
        return new Line(
                remark.severity(), place, title, address, pattern, words.wrong(remark, language), words.mend(remark, language),
                remark.article(), remark.severity() == Severity.ERROR ? null : said(remark));
    }

    private Said said(Remark remark) {
        return new Said(
                remark.key(), given.fingerprint(remark), given.holding(remark).orElse(null), given.lapsed(remark).orElse(null),
                missing.getOrDefault(remark.rule(), 0L) - (given.isMissing(remark) ? 1 : 0), ids.next());
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
