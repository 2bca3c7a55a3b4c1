// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.rulebook.comparison;

import java.util.List;
import java.util.regex.Pattern;

/**
 * One passage (段) of a text: a line that is not empty.
 *
 * @param label number with which the passage begins a section, such as ２ or 第３条; empty where it begins none
 */
record Passage(String text, Kind kind, String label) {

    enum Kind {
        /** Begins a section. */
        HEADING,
        BODY,
        /** Stands for passages that the source itself leaves out: （略）. */
        LEFT_OUT
    }

    private static final String NUMBER =
            "(第?[０-９0-9一二三四五六七八九十百]+(?:[.．－-][０-９0-9]+)*[条章節款編]?(?:の[０-９0-9一二三四五六七八九十]+)?|附則|別紙[０-９0-9]*)";
    private static final Pattern SECTION_LEFT_OUT = Pattern.compile("^" + NUMBER + "?[　 ]*（略）$");
    private static final Pattern HEADING = Pattern.compile("^" + NUMBER + "[.．、　 ]\\s*[^。]{1,80}$");

    static List<Passage> of(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).map(Passage::read).toList();
    }

    boolean beginsSection() {
        return kind == Kind.HEADING || (kind == Kind.LEFT_OUT && !label.isEmpty());
    }

    private static Passage read(String line) {
        var leftOut = SECTION_LEFT_OUT.matcher(line);
        if (leftOut.matches()) {
            return new Passage(line, Kind.LEFT_OUT, leftOut.group(1) == null ? "" : leftOut.group(1));
        }
        var heading = HEADING.matcher(line);
        return heading.matches() ? new Passage(line, Kind.HEADING, heading.group(1)) : new Passage(line, Kind.BODY, "");
    }
}
