// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.checking;

import java.nio.charset.Charset;
import jp.torokubo.ground.japanese.CleanText;
import jp.torokubo.procedure.statement.Wording;

/** Characters that do not arrive everywhere as they were meant. */
final class Characters {

    /** JIS X 0208 without what single vendors added: what every system in Japan can show. */
    private static final Charset COMMON = Charset.forName("Shift_JIS");

    /** Windows writes these six of JIS X 0208 in its own way, and everybody understands it. */
    private static final String WRITTEN_OTHERWISE = "～∥－￠￡￢";

    private static final String NOT_IN_FILE_NAMES = "\\/:*?\"<>|";

    private Characters() {}

    /** Whether a text holds radicals, private-use characters, or marks of characters that were lost. */
    static boolean left(Wording text) {
        return left(text.ja()) || left(text.en());
    }

    private static boolean left(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '\uE000' && c <= '\uF8FF' || c == CleanText.LOST.charAt(0)
                    || c >= '\u2E80' && c <= '\u2FD5' && !CleanText.of(text).changes().isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /** Those of a file's name that other systems cannot show or do not allow, each once; empty where there are none. */
    static String unfitForAFileName(String name) {
        var encoder = COMMON.newEncoder();
        var unfit = new StringBuilder();
        name.codePoints().distinct()
                .filter(point -> point < 0x20 || point == 0x7F || NOT_IN_FILE_NAMES.indexOf(point) >= 0
                        || WRITTEN_OTHERWISE.indexOf(point) < 0 && !encoder.canEncode(Character.toString(point)))
                .forEach(point -> unfit.append(Character.isISOControl(point) ? "�" : Character.toString(point)));
        return unfit.toString();
    }
}
