// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.use.site.charts;

import java.time.LocalDate;
import java.util.List;

/** Registrations of each day as bars that begin on that day, and how many there were in all as a line, on a true scale of time. */
public final class GrowthChart {

    /** @param label of the day, short enough to stand under its bar */
    public record Batch(LocalDate day, long registered, String label) {}

    private static final double LEFT = 32;
    private static final double TOP = 24;
    private static final double BASE = 250;
    private static final double BAR = 28;

    private GrowthChart() {}

    public static String draw(String id, Width width, String title, String description, List<Batch> batches) {
        var svg = Svg.picture(id + "-" + width.suffix(), width.units(), BASE + 30, title, description);
        var total = batches.stream().mapToLong(Batch::registered).sum();
        var right = width.units() - 34.0;
        var counts = Scale.ofCounts(total, BASE, TOP);
        grid(svg, counts, width.units());
        if (batches.isEmpty()) {
            return svg.drawn();
        }
        var days = Scale.ofDays(batches.get(0).day(), batches.get(batches.size() - 1).day(), LEFT + 20, right - BAR);
        var line = new StringBuilder("M " + Svg.number(LEFT) + " " + Svg.number(BASE));
        var freeForCount = 0.0;
        var freeForLabel = 0.0;
        long sum = 0;
        var last = batches.get(batches.size() - 1);
        for (var batch : batches) {
            var x = days.at(batch.day());
            var middle = x + BAR / 2;
            var height = BASE - counts.at(batch.registered());
            svg.rectangle(x, BASE - height, BAR, height, "c3 ol");
            line.append(" H ").append(Svg.number(x));
            sum += batch.registered();
            line.append(" V ").append(Svg.number(counts.at(sum)));
            if (x >= freeForCount) {
                svg.words(middle, height > 22 ? BASE - 7 : BASE - height - 5, "+" + batch.registered(), "tm");
                if (batch != last) {
                    svg.words(x - 6, counts.at(sum) - 6, Long.toString(sum), "te tb-b");
                }
                freeForCount = x + BAR;
            }
            var half = Words.width(batch.label()) / 2;
            if (middle - half >= freeForLabel) {
                svg.words(middle, BASE + 18, batch.label(), "tm t2");
                freeForLabel = middle + half + 4;
            }
        }
        line.append(" H ").append(Svg.number(right));
        return svg.path(line.toString(), "ln").words(right + 5, counts.at(sum) + 5, Long.toString(sum), "tb-b").drawn();
    }

    static void grid(Svg svg, Scale counts, double width) {
        for (long count = 0; count <= counts.top(); count += Scale.step(counts.top())) {
            svg.line(LEFT, counts.at(count), width - 34, counts.at(count), count == 0 ? "ax" : "gr");
            svg.words(LEFT - 8, counts.at(count) + 4, Long.toString(count), "te t2");
        }
    }
}
