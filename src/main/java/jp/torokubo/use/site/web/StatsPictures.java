// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.use.site.web;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.torokubo.ground.pages.PageDays;
import jp.torokubo.record.register.RegisterName;
import jp.torokubo.record.register.Sourced.Provenance;
import jp.torokubo.use.site.census.Census;
import jp.torokubo.use.site.charts.CountsChart;
import jp.torokubo.use.site.charts.GrowthChart;
import jp.torokubo.use.site.charts.MonthsChart;
import jp.torokubo.use.site.charts.RankChart;
import jp.torokubo.use.site.charts.ShareChart;
import jp.torokubo.use.site.charts.Width;
import jp.torokubo.use.site.scheme.Scheme;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Draws the census for a page: each picture by its name, for wide and for narrow screens. */
@Component
class StatsPictures {

    private final MessageSource messages;
    private final PageDays days;

    StatsPictures(MessageSource messages, PageDays days) {
        this.messages = messages;
        this.days = days;
    }

    Map<String, Map<String, String>> of(Census census, List<Scheme.Count> counts, Locale language) {
        var pictures = new HashMap<String, Map<String, String>>();
        pictures.put("growth", twice(width -> growth(census, width, language)));
        pictures.put("providers", twice(width -> providers(census, width, language)));
        pictures.put("counts", twice(width -> counts(counts, width, language)));
        pictures.put("numbers", twice(width -> numbers(census, width, language)));
        pictures.put("expiry", twice(width -> expiry(census, width, language)));
        return pictures;
    }

    private static Map<String, String> twice(Function<Width, String> draw) {
        return Arrays.stream(Width.values()).collect(Collectors.toMap(Width::name, draw));
    }

    private String growth(Census census, Width width, Locale language) {
        var batches = census.batches().stream()
                .map(batch -> new GrowthChart.Batch(batch.day(), batch.added(), days.written(batch.day()))).toList();
        var sum = census.batches().isEmpty() ? 0 : census.batches().get(census.batches().size() - 1).sum();
        return GrowthChart.draw("growth", width, say("growth", language), alt("growth", language, batches.size(), sum), batches);
    }

    private String providers(Census census, Width width, Locale language) {
        var providers = census.providers();
        var rows = providers.stream().map(count -> new RankChart.Row(count.provider(), count.services())).toList();
        var description = providers.isEmpty() ? "" : alt("providers", language, rows.size(), census.listed().size(),
                providers.get(0).provider(), providers.get(0).services());
        return RankChart.draw("providers", width, say("providers", language), description, rows);
    }

    private String counts(List<Scheme.Count> counts, Width width, Locale language) {
        var points = counts.stream()
                .filter(count -> count.register().equals(RegisterName.ISMAP.code()))
                .map(count -> new CountsChart.Point(count.on(), count.services(), count.isOfficial())).toList();
        var description = points.isEmpty() ? "" : alt("counts", language, points.size(), points.get(0).count(),
                points.get(points.size() - 1).count());
        return CountsChart.draw("counts", width, say("counts", language), description, points);
    }

    private String numbers(Census census, Width width, Locale language) {
        var parts = census.numbers().stream().map(count -> new ShareChart.Part(
                provenance(count.provenance(), language), count.services(), drawn(count.provenance()))).toList();
        var words = parts.stream().map(part -> part.name() + " " + part.count())
                .collect(Collectors.joining(language.getLanguage().equals("en") ? ", " : "、"));
        return ShareChart.draw("numbers", width, say("numbers", language),
                alt("numbers", language, census.listed().size(), words), parts);
    }

    private String expiry(Census census, Width width, Locale language) {
        var months = census.expiringByMonth(StatsPage.MONTHS).stream()
                .map(month -> new MonthsChart.Month(month.month(), month.services())).toList();
        return MonthsChart.draw("expiry", width, say("expiry", language),
                alt("expiry", language, months.stream().mapToLong(MonthsChart.Month::count).sum()), months);
    }

    private static String drawn(@Nullable Provenance provenance) {
        if (provenance == null) {
            return "c0";
        }
        return switch (provenance) {
            case OFFICIAL -> "c6";
            case SECONDARY -> "c3 ol";
            case INFERRED, UNVERIFIED -> "un";
        };
    }

    private String provenance(@Nullable Provenance provenance, Locale language) {
        return messages.getMessage(
                provenance == null ? "site.stats.numbers.none" : "site.provenance." + provenance.code(), null, language);
    }

    private String say(String picture, Locale language) {
        return messages.getMessage("site.stats." + picture, null, language);
    }

    private String alt(String picture, Locale language, Object... facts) {
        return messages.getMessage("site.stats." + picture + ".alt", facts, language);
    }
}
