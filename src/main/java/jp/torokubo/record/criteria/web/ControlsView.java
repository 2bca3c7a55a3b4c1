// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.criteria.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.torokubo.record.criteria.Catalogue;
import jp.torokubo.record.criteria.Control;
import jp.torokubo.record.criteria.ControlPage;
import jp.torokubo.record.criteria.FindControls;
import jp.torokubo.record.criteria.Obligation;
import jp.torokubo.record.criteria.Suffix;
import jp.torokubo.record.criteria.Tier;
import org.jspecify.annotations.Nullable;

/**
 * A list of controls as its page shows it.
 *
 * @param nextHref null on the last page
 * @param firstHref null on the first page
 */
record ControlsView(
        ControlsAddress address, ControlPage page, List<Row> rows, List<Facet> facets, List<Filter> filters, List<Size> sizes,
        @Nullable String firstHref, @Nullable String nextHref) {

    /** @param path the rows above, where nothing before it on the page shows the row just above; otherwise empty */
    record Row(Control control, List<Control> path) {}

    /** @param name of its words, and of its parameter */
    record Facet(String name, List<Choice> choices) {}

    /** @param chapter null for other facets, whose words go by the code */
    record Choice(String code, @Nullable Control chapter, long count, boolean chosen, String href) {}

    /** @param text for words and chapters; otherwise null, and the words go by the code */
    record Filter(String name, String code, @Nullable String text, String hrefWithout) {}

    record Size(int limit, boolean everything, boolean chosen, String href) {}

    static final int EVERYTHING = 2_000;

    static ControlsView of(ControlsAddress address, FindControls find, boolean english) {
        var page = find.handle(address.question());
        var question = address.question();
        return new ControlsView(
                address, page, rows(page), facets(address, page.catalogue(), find), filters(address, page.catalogue(), english),
                Arrays.stream(new int[] {ControlsAddress.USUAL, 100, EVERYTHING})
                        .mapToObj(limit -> new Size(
                                limit, limit == EVERYTHING, limit == question.limit(), address.page(limit, null).href()))
                        .toList(),
                question.cursor() == null ? null : address.page(question.limit(), null).href(),
                page.nextCursor() == null ? null : address.page(question.limit(), page.nextCursor()).href());
    }

    private static List<Row> rows(ControlPage page) {
        var rows = new ArrayList<Row>();
        var shown = new HashSet<String>();
        for (var control : page.controls()) {
            // add, and not only ask: below the path its rows follow without one
            var path = control.parent() != null && shown.add(control.parent()) ? page.catalogue().ancestors(control) : List.<Control>of();
            rows.add(new Row(control, path));
            shown.add(control.id());
        }
        return rows;
    }

    private static List<Facet> facets(ControlsAddress address, Catalogue catalogue, FindControls find) {
        var question = address.question();
        var byChapter = counts(address.chapter(null), find, control -> control.id().split("\\.")[0]);
        var byTier = counts(address.tiers(Set.of()), find, Control::tier);
        var bySuffix = counts(address.suffixes(Set.of()), find, Control::suffix);
        var byObligation = counts(address.obligations(Set.of()), find, Control::obligation);
        return Stream.of(
                        facet("chapter", catalogue.of(Tier.CHAPTER).stream().map(chapter -> {
                            var chosen = chapter.id().equals(question.chapter());
                            return new Choice(
                                    chapter.id(), chapter, byChapter.getOrDefault(chapter.id(), 0L), chosen,
                                    address.chapter(chosen ? null : chapter.id()).href());
                        })),
                        facet("tier", Arrays.stream(Tier.values()).map(tier -> new Choice(
                                tier.code(), null, byTier.getOrDefault(tier, 0L), question.tiers().contains(tier),
                                address.tiers(ControlsAddress.turned(question.tiers(), tier)).href()))),
                        facet("suffix", Arrays.stream(Suffix.values()).map(suffix -> new Choice(
                                suffix.asked(), null, bySuffix.getOrDefault(suffix, 0L), question.suffixes().contains(suffix),
                                address.suffixes(ControlsAddress.turned(question.suffixes(), suffix)).href()))),
                        facet("obligation", Arrays.stream(Obligation.values()).map(obligation -> new Choice(
                                obligation.code(), null, byObligation.getOrDefault(obligation, 0L),
                                question.obligations().contains(obligation),
                                address.obligations(ControlsAddress.turned(question.obligations(), obligation)).href()))))
                .filter(facet -> !facet.choices().isEmpty())
                .toList();
    }

    /** What would find nothing is not offered. */
    private static Facet facet(String name, Stream<Choice> choices) {
        return new Facet(name, choices.filter(choice -> choice.count() > 0 || choice.chosen()).toList());
    }

    private static <K> Map<K, Long> counts(ControlsAddress address, FindControls find, Function<Control, K> by) {
        return find.handle(address.question().unpaged()).controls().stream().collect(Collectors.groupingBy(by, Collectors.counting()));
    }

    private static List<Filter> filters(ControlsAddress address, Catalogue catalogue, boolean english) {
        var question = address.question();
        var filters = new ArrayList<Filter>();
        if (!question.text().isEmpty()) {
            filters.add(new Filter("q", "", question.text(), address.text("").href()));
        }
        if (question.chapter() != null) {
            var title = catalogue.control(question.chapter()).map(chapter -> chapter.id() + " " + chapter.title(english));
            filters.add(new Filter("chapter", question.chapter(), title.orElse(question.chapter()), address.chapter(null).href()));
        }
        question.tiers().forEach(tier -> filters.add(new Filter(
                "tier", tier.code(), null, address.tiers(ControlsAddress.turned(question.tiers(), tier)).href())));
        question.suffixes().forEach(suffix -> filters.add(new Filter(
                "suffix", suffix.asked(), null, address.suffixes(ControlsAddress.turned(question.suffixes(), suffix)).href())));
        question.obligations().forEach(obligation -> filters.add(new Filter(
                "obligation", obligation.code(), null,
                address.obligations(ControlsAddress.turned(question.obligations(), obligation)).href())));
        return filters;
    }
}
