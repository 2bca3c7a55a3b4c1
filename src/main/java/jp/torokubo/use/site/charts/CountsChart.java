// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.use.site.charts;

import java.time.LocalDate;
import java.util.List;

/** Counts that were published on single days: full dots for official ones, hollow ones for what others wrote, no line between. */
public final class CountsChart {

    public record Point(LocalDate day, long count, boolean official) {}

    private static final double LEFT = 32;
    private static final double TOP = 24;
    private static final double BASE = 250;

    private CountsChart() {}

    public static String draw(String id, Width width, String title, String description, List<Point> points) {
        var svg = Svg.picture(id + "-" + width.suffix(), width.units(), BASE + 30, title, description);
        var counts = Scale.ofCounts(points.stream().mapToLong(Point::count).max().orElse(1), BASE, TOP);
        GrowthChart.grid(svg, counts, width.units());
        if (points.isEmpty()) {
            return svg.drawn();
        }
        var first = points.get(0).day().withDayOfYear(1);
        var last = points.get(points.size() - 1).day();
        var right = width.units() - 46.0;
        var days = Scale.ofDays(first, last, LEFT + 4, right);
        var step = Scale.yearStep(first, last, right - LEFT, 44);
        for (var year = first; !year.isAfter(last); year = year.plusYears(step)) {
            svg.line(days.at(year), BASE, days.at(year), BASE + 5, "ax");
            svg.words(days.at(year), BASE + 20, Integer.toString(year.getYear()), "tm t2");
        }
        var freeFrom = Double.NEGATIVE_INFINITY;
        for (var point : points) {
            var x = days.at(point.day());
            var y = counts.at(point.count());
            svg.line(x, BASE, x, y, point.official() ? "ax" : "un");
            svg.dot(x, y, 5, point.official() ? "c6 ol" : "c0 ol");
            if (x - 10 >= freeFrom) {
                svg.words(x, y - 10, Long.toString(point.count()), "tm tb-b");
                freeFrom = x + 10;
            }
        }
        return svg.drawn();
    }
}
