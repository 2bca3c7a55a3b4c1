// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.criteria.web;

import java.util.List;
import jp.torokubo.record.criteria.Catalogue;
import jp.torokubo.record.criteria.Control;
import jp.torokubo.record.criteria.Obligation;
import jp.torokubo.record.criteria.Suffix;
import jp.torokubo.record.criteria.Tier;

/** How many rows of each kind a chapter has. */
record ChapterCounts(
        Control chapter, long categories, long headings, long objectives, long assessed, long mandatory, long forProviders, long basic) {

    static List<ChapterCounts> of(Catalogue catalogue) {
        return catalogue.of(Tier.CHAPTER).stream()
                .map(chapter -> of(chapter, catalogue.controls().stream().filter(row -> row.id().startsWith(chapter.id() + ".")).toList()))
                .toList();
    }

    private static ChapterCounts of(Control chapter, List<Control> rows) {
        var assessed = rows.stream().filter(Control::assessed).toList();
        return new ChapterCounts(
                chapter, of(rows, Tier.CATEGORY), of(rows, Tier.HEADING), of(rows, Tier.OBJECTIVE), assessed.size(),
                assessed.stream().filter(row -> row.obligation() == Obligation.MANDATORY).count(),
                assessed.stream().filter(row -> row.suffix() == Suffix.P || row.suffix() == Suffix.PB).count(),
                assessed.stream().filter(row -> row.suffix().basic()).count());
    }

    private static long of(List<Control> rows, Tier tier) {
        return rows.stream().filter(row -> row.tier() == tier).count();
    }
}
