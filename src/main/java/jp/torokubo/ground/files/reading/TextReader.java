// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.files.reading;

import java.util.List;
import jp.torokubo.ground.files.TableReading.Sheet;

/** Plain text: every line a row of one cell, empty lines too, so that numbers are those of an editor. */
final class TextReader {

    private TextReader() {}

    static List<Sheet> read(String text) {
        var rows = new Rows();
        int number = 0;
        int from = 0;
        while (from < text.length()) {
            int to = from;
            while (to < text.length() && text.charAt(to) != '\n' && text.charAt(to) != '\r') {
                to++;
            }
            rows.add(++number, List.of(text.substring(from, to)));
            from = to + 1;
            if (to + 1 < text.length() && text.charAt(to) == '\r' && text.charAt(to + 1) == '\n') {
                from++;
            }
        }
        return List.of(new Sheet("", false, rows.take()));
    }
}
