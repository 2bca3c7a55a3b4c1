// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.japanese;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;

/**
 * Text as it is stored and shown, with a log of every character that was changed to get there.
 *
 * <p>Only what cannot have been meant is changed: radicals that stand for the ideograph they look like, private-use characters
 * that no other machine can show, invisible characters, line ends, and space at both ends. Nothing is normalised (NFC would
 * turn 神 U+FA19, a spelling people choose for their names, into another character; NFKC would turn 「２-ⅱ」 into 「2-ii」).
 *
 * @param text the cleaned text
 * @param changes in the order of their offsets in the text as it came
 */
public record CleanText(String text, List<Change> changes) {

    /** Stands where a character was that nobody can read any more. */
    public static final String LOST = "〓";

    private static final String BULLET = "・";

    public CleanText {
        changes = List.copyOf(changes);
    }

    /**
     * One change.
     *
     * @param offset in code points of the text as it came
     * @param from what stood there
     * @param to what stands there now; empty where it was removed
     * @param why stable name of the rule: radical, private-use, invisible, space, line-end, trim, surrogate
     */
    public record Change(int offset, String from, String to, String why) {

        /** True where a person ought to look: a character was lost, or read in a way Unicode does not state. */
        public boolean uncertain() {
            return to.equals(LOST) || Radicals.isOurReading(from.codePointAt(0));
        }
    }

    /** Cleans a text. Cleaning a clean text changes nothing. */
    public static CleanText of(String given) {
        return isPlainlyClean(given) ? new CleanText(given, List.of()) : cleaned(given);
    }

    /** Most texts are: nothing in them is looked at twice. */
    private static boolean isPlainlyClean(String given) {
        if (given.isEmpty()) {
            return true;
        }
        for (int i = 0; i < given.length(); i++) {
            char c = given.charAt(i);
            boolean plain = c >= 0x20 && c < 0x7F || c == '\n' || c == '\t' || c >= 0x3000 && c < Character.MIN_SURROGATE
                    || c > 0xF8FF && c < 0xFEFF || c > 0xFEFF;
            if (!plain) {
                return false;
            }
        }
        return !isSpace(given.charAt(0)) && !isSpace(given.charAt(given.length() - 1));
    }

    private static CleanText cleaned(String given) {
        var points = given.codePoints().toArray();
        var kept = new Kept(points);
        var lineHasBegun = false;
        for (int i = 0; i < points.length; i++) {
            int point = points[i];
            if (point == '\r') {
                var pair = i + 1 < points.length && points[i + 1] == '\n';
                kept.change(i, pair ? "\r\n" : "\r", "\n", "line-end");
                i += pair ? 1 : 0;
                lineHasBegun = false;
            } else if (isInvisible(point)) {
                kept.change(i, Character.toString(point), "", "invisible");
            } else if (point == '\u00A0') {
                kept.change(i, "\u00A0", " ", "space");
            } else if (point >= 0xE000 && point <= 0xF8FF) {
                kept.change(i, Character.toString(point), lineHasBegun ? LOST : BULLET, "private-use");
                lineHasBegun = true;
            } else if (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE) {
                kept.change(i, Character.toString(point), LOST, "surrogate");
                lineHasBegun = true;
            } else if (Radicals.isRadical(point)) {
                kept.change(i, Character.toString(point), Radicals.ideographOf(point), "radical");
                lineHasBegun = true;
            } else {
                kept.keep(i, point);
                lineHasBegun = point != '\n' && (lineHasBegun || !isSpace(point));
            }
        }
        return kept.trimmed();
    }

    /** The text alone, where the log is not wanted. */
    public static String clean(String given) {
        return of(given).text();
    }

    private static boolean isSpace(int point) {
        return point == ' ' || point == '\u3000' || point == '\t';
    }

    private static boolean isInvisible(int point) {
        return point == 0xFEFF || point >= 0x200B && point <= 0x200D || point == 0x2060 || point == 0x00AD
                || point >= 0x202A && point <= 0x202E || point >= 0x2066 && point <= 0x2069
                || point < 0x20 && point != '\n' && point != '\t' || point >= 0x7F && point <= 0x9F;
    }

    /** What has been kept so far: each code point with the offset it came from. */
    private static final class Kept {

        private final int[] given;
        private final StringBuilder text = new StringBuilder();
        private final List<Integer> spacesBefore = new ArrayList<>();
        private final List<Integer> spacesAfter = new ArrayList<>();
        private final List<Change> changes = new ArrayList<>();

        Kept(int[] given) {
            this.given = given;
        }

        void keep(int offset, int point) {
            add(offset, Character.toString(point), isSpace(point));
        }

        void change(int offset, String from, String to, String why) {
            changes.add(new Change(offset, from, to, why));
            if (!to.isEmpty()) {
                add(offset, to, to.equals(" "));
            }
        }

        private void add(int offset, String what, boolean space) {
            if (space) {
                (text.length() == spacesBefore.size() ? spacesBefore : spacesAfter).add(offset);
            } else {
                spacesAfter.clear();
            }
            text.append(what);
        }

        CleanText trimmed() {
            var cleaned = text.substring(spacesBefore.size(), text.length() - spacesAfter.size());
            var trimmed = new HashSet<>(spacesBefore);
            trimmed.addAll(spacesAfter);
            changes.removeIf(change -> change.why().equals("space") && trimmed.contains(change.offset()));
            logTrim(spacesBefore);
            logTrim(spacesAfter);
            changes.sort(Comparator.comparingInt(Change::offset));
            return new CleanText(cleaned, changes);
        }

        /** One change for each unbroken run of spaces, so that a column padded to a width does not fill the log. */
        private void logTrim(List<Integer> offsets) {
            for (int from = 0; from < offsets.size(); ) {
                int to = from + 1;
                while (to < offsets.size() && offsets.get(to) == offsets.get(to - 1) + 1) {
                    to++;
                }
                changes.add(new Change(offsets.get(from), new String(given, offsets.get(from), to - from), "", "trim"));
                from = to;
            }
        }
    }
}
