// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.register.importing;

import java.util.ArrayList;
import java.util.List;
import jp.torokubo.ground.japanese.CleanText;
import jp.torokubo.record.register.importing.ReadingOfList.Change;

/** Cleans the text of a list and keeps the log of what was changed where. */
final class Cleaner {

    private static final String LINE_JOINED = "line-joined";

    private final List<Change> changes = new ArrayList<>();

    String clean(Place place, String column, String given) {
        var cleaned = CleanText.of(given);
        cleaned.changes().forEach(change ->
                changes.add(new Change(place, column, change.offset(), change.from(), change.to(), change.why())));
        return cleaned.text();
    }

    /** A name of one line, out of a cell in which it was broken over several. */
    String cleanName(Place place, String column, String given) {
        String cleaned = clean(place, column, given);
        if (cleaned.indexOf('\n') < 0) {
            return cleaned;
        }
        String joined = "";
        for (String line : cleaned.split("\n")) {
            joined = joined.isEmpty() ? line : join(place, column, joined, line);
        }
        return joined.strip();
    }

    /**
     * Puts together what a line end broke apart. The space that stood before the line end says that a word ended there; between
     * Latin letters a word ends in any case.
     */
    String join(Place place, String column, String before, String after) {
        String first = before.stripTrailing();
        String second = after.stripLeading();
        boolean spaced = first.length() < before.length() || second.length() < after.length();
        boolean latin = !first.isEmpty() && !second.isEmpty() && isLatin(first.codePointBefore(first.length()))
                && isLatin(second.codePointAt(0));
        String between = spaced || latin ? " " : "";
        changes.add(new Change(place, column, first.codePointCount(0, first.length()), "\n", between, LINE_JOINED));
        return first + between + second;
    }

    List<Change> changes() {
        return List.copyOf(changes);
    }

    private static boolean isLatin(int point) {
        return point < 0x80 && !Character.isWhitespace(point);
    }
}
