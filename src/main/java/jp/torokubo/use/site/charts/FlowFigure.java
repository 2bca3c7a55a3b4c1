// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.use.site.charts;

import java.util.List;

/** Steps that follow one another, each in the lane of who takes it: side by side where there is room, else one below the other. */
public final class FlowFigure {

    /**
     * @param lane index of who takes the step
     * @param lines the words of the box, one line each
     */
    public record Step(int lane, List<String> lines) {}

    private static final double LABELS = 96;
    private static final double LANE = 84;
    private static final double GAP = 14;
    private static final double BOX = 58;

    private FlowFigure() {}

    public static String draw(
            String id, Width width, String title, String description, List<String> lanes, List<Step> steps) {
        return width == Width.WIDE
                ? sideBySide(id, title, description, lanes, steps)
                : oneBelowTheOther(id, title, description, lanes, steps);
    }

    private static String sideBySide(String id, String title, String description, List<String> lanes, List<Step> steps) {
        var column = 110.0;
        var right = LABELS + steps.size() * column;
        var svg = Svg.picture(id + "-wide", right + 2, lanes.size() * LANE + 2, title, description);
        for (var lane = 0; lane < lanes.size(); lane++) {
            svg.line(0, lane * LANE + 1, right, lane * LANE + 1, lane == 0 ? "ax" : "gr");
            svg.words(0, lane * LANE + LANE / 2 + 5, lanes.get(lane), "tb-b");
        }
        svg.line(0, lanes.size() * LANE + 1, right, lanes.size() * LANE + 1, "ax");
        for (var at = 0; at < steps.size(); at++) {
            var left = LABELS + at * column;
            var top = steps.get(at).lane() * LANE + (LANE - BOX) / 2 + 1;
            box(svg, left, top, column - GAP, steps.get(at).lines(), at + 1 == steps.size());
            if (at + 1 < steps.size()) {
                var from = top + BOX / 2;
                var next = steps.get(at + 1).lane() * LANE + LANE / 2 + 1;
                across(svg, left + column - GAP, from, left + column, next);
            }
        }
        return svg.drawn();
    }

    private static String oneBelowTheOther(
            String id, String title, String description, List<String> lanes, List<Step> steps) {
        var width = (double) Width.NARROW.units();
        var row = BOX + 26;
        var svg = Svg.picture(id + "-narrow", width, steps.size() * row - 24, title, description);
        for (var at = 0; at < steps.size(); at++) {
            var top = at * row + 1;
            box(svg, 110, top, width - 112, steps.get(at).lines(), at + 1 == steps.size());
            svg.words(0, top + BOX / 2 + 5, lanes.get(steps.get(at).lane()), "tb-b");
            if (at + 1 < steps.size()) {
                var x = 110 + (width - 112) / 2;
                svg.line(x, top + BOX, x, top + row - 2, "ln");
                svg.path("M %s %s l -5 -7 h 10 z".formatted(Svg.number(x), Svg.number(top + row - 1)), "c7");
            }
        }
        return svg.drawn();
    }

    private static void box(Svg svg, double left, double top, double width, List<String> lines, boolean last) {
        svg.box(left, top, width, BOX, last ? "c6" : "c1 ol");
        var line = top + BOX / 2 + 5 - (lines.size() - 1) * 8.5;
        for (var words : lines) {
            svg.words(left + width / 2, line, words, last ? "tm tw tb-b" : "tm");
            line += 17;
        }
    }

    private static void across(Svg svg, double fromX, double fromY, double toX, double toY) {
        var middle = fromX + (toX - fromX) / 2 - 2;
        svg.path("M %s %s H %s V %s H %s".formatted(Svg.number(fromX), Svg.number(fromY), Svg.number(middle),
                Svg.number(toY), Svg.number(toX - 4)), "ln");
        svg.path("M %s %s l -7 -5 v 10 z".formatted(Svg.number(toX - 1), Svg.number(toY)), "c7");
    }
}
