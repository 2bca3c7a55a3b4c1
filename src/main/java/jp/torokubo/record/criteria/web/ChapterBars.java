// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.criteria.web;

import java.util.ArrayList;
import java.util.List;

/**
 * The assessed items of each chapter as bars, the mandatory ones darker; the template writes it out as SVG.
 *
 * @param width in units of the drawing, one of which is a CSS pixel
 */
record ChapterBars(int width, int height, List<Bar> bars) {

    /** @param mandatory width of the dark part, with which the bar begins */
    record Bar(String href, String label, int y, double whole, double mandatory, ChapterCounts counts) {}

    private static final int ROW = 36;
    private static final int ROOM_FOR_NUMBERS = 84;

    static ChapterBars of(String edition, List<ChapterCounts> chapters, int width, boolean english) {
        var most = chapters.stream().mapToLong(ChapterCounts::assessed).max().orElse(1);
        double unit = (double) (width - ROOM_FOR_NUMBERS) / Math.max(1, most);
        var bars = new ArrayList<Bar>();
        for (var chapter : chapters) {
            bars.add(new Bar(
                    "/criteria/" + edition + "?chapter=" + chapter.chapter().id(),
                    within(chapter.chapter().id() + "  " + chapter.chapter().title(english), width),
                    bars.size() * ROW, rounded(unit * chapter.assessed()), rounded(unit * chapter.mandatory()), chapter));
        }
        return new ChapterBars(width, chapters.size() * ROW + 4, bars);
    }

    private static double rounded(double units) {
        return Math.round(units * 10) / 10.0;
    }

    /** Cut where it would run out of the drawing; the table beside it has it whole. */
    private static String within(String words, int room) {
        double used = 0;
        for (int at = 0; at < words.length(); at += Character.charCount(words.codePointAt(at))) {
            used += words.codePointAt(at) > 0x2E7F ? 13.3 : 7.4;
            if (used > room - 14) {
                return words.substring(0, at).stripTrailing() + "…";
            }
        }
        return words;
    }
}
