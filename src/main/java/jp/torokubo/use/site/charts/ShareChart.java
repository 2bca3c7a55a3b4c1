// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.use.site.charts;

import java.util.List;

/** Parts of a whole as one bar; a part we inferred is drawn dashed, so that grey print tells it from one that was published. */
public final class ShareChart {

    /** @param classes how it is drawn, see {@link Svg} */
    public record Part(String name, long count, String classes) {}

    private static final double TOP = 4;
    private static final double BAR = 44;

    private ShareChart() {}

    public static String draw(String id, Width width, String title, String description, List<Part> parts) {
        var svg = Svg.picture(id + "-" + width.suffix(), width.units(), TOP + BAR + 10 + parts.size() * 24, title, description);
        var whole = Math.max(1, parts.stream().mapToLong(Part::count).sum());
        var room = width.units() - 2.0;
        var left = 1.0;
        var line = TOP + BAR + 24;
        for (var part : parts) {
            var length = room * part.count() / whole;
            if (part.count() > 0) {
                svg.rectangle(left, TOP, length, BAR, part.classes());
                if (length > 24) {
                    svg.words(left + length / 2, TOP + BAR / 2 + 5, Long.toString(part.count()),
                            part.classes().equals("c6") ? "tm tw tb-b" : "tm tb-b");
                }
            }
            svg.rectangle(1, line - 11, 13, 13, part.classes());
            svg.words(22, line, part.name() + "  " + part.count(), "");
            left += length;
            line += 24;
        }
        return svg.drawn();
    }
}
