// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.use.site.charts;

import java.util.List;

/** Things and how many each has, as bars under their names, the longest first. */
public final class RankChart {

    public record Row(String name, long count) {}

    private static final double ROW = 38;

    private RankChart() {}

    public static String draw(String id, Width width, String title, String description, List<Row> rows) {
        var svg = Svg.picture(id + "-" + width.suffix(), width.units(), Math.max(1, rows.size()) * ROW + 8, title, description);
        var most = rows.stream().mapToLong(Row::count).max().orElse(1);
        var room = width.units() - 40.0;
        var top = 0.0;
        for (var row : rows) {
            svg.words(0, top + 14, Words.within(row.name(), width.units()), "");
            svg.rectangle(0, top + 20, Math.max(2, room * row.count() / most), 11, "c6");
            svg.words(room * row.count() / most + 8, top + 30, Long.toString(row.count()), "tb-b");
            top += ROW;
        }
        return svg.drawn();
    }
}
