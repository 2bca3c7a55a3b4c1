// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.use.site.charts;

import java.time.YearMonth;
import java.util.List;

/** How many last valid days fall into each of the months to come. */
public final class MonthsChart {

    public record Month(YearMonth month, long count) {}

    private static final double LEFT = 32;
    private static final double TOP = 24;
    private static final double BASE = 200;

    private MonthsChart() {}

    public static String draw(String id, Width width, String title, String description, List<Month> months) {
        var svg = Svg.picture(id + "-" + width.suffix(), width.units(), BASE + 30, title, description);
        var counts = Scale.ofCounts(months.stream().mapToLong(Month::count).max().orElse(1), BASE, TOP);
        GrowthChart.grid(svg, counts, width.units());
        var slot = (width.units() - LEFT - 34) / Math.max(1, months.size());
        var every = Math.max(1, (int) Math.ceil(58 / slot));
        for (var at = 0; at < months.size(); at++) {
            var month = months.get(at);
            var x = LEFT + slot * at;
            var y = counts.at(month.count());
            if (month.count() > 0) {
                svg.rectangle(x + slot * .15, y, slot * .7, BASE - y, "c6");
                svg.words(x + slot / 2, y - 6, Long.toString(month.count()), "tm tb-b");
            }
            if (at % every == 0) {
                svg.words(x + slot / 2, BASE + 18, month.month().toString(), "tm t2");
            }
        }
        return svg.drawn();
    }
}
