// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.use.site.charts;

/** How much room words take. */
final class Words {

    private Words() {}

    /** Estimated width at the 13 units in which pictures are lettered: full-width characters are square, others about half. */
    static double width(String words) {
        return words.codePoints().mapToDouble(point -> point > 0x2E7F ? 13.3 : 7.4).sum();
    }

    /** Cut with an ellipsis so that it takes no more than this room; the table beside the picture has it whole. */
    static String within(String words, double room) {
        if (width(words) <= room) {
            return words;
        }
        var cut = words;
        while (!cut.isEmpty() && width(cut + "…") > room) {
            cut = cut.substring(0, cut.offsetByCodePoints(cut.length(), -1));
        }
        return cut.stripTrailing() + "…";
    }
}
