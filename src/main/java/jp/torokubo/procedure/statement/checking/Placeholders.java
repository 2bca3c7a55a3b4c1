// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.checking;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Words that stand where something is still to be written, from {@code statement/placeholders.tsv}. */
final class Placeholders {

    private static final Map<String, Boolean> TO_COME = read();
    private static final int LONGEST = TO_COME.keySet().stream().mapToInt(String::length).max().orElse(0);

    private Placeholders() {}

    /** Whether a text is nothing but such words: neither 該当なし nor 後日記入 gives a reason. */
    static boolean isOne(String text) {
        return meaning(text) != null;
    }

    /** Whether a text is nothing but a promise to write one. 該当なし is an answer where somebody is asked whether there is anything. */
    static boolean isToCome(String text) {
        return Boolean.TRUE.equals(meaning(text));
    }

    /** Null where something is really said, or nothing is written at all. */
    private static @Nullable Boolean meaning(String text) {
        if (text.isEmpty() || text.length() > 2 * LONGEST) {
            return null;
        }
        var plain = plain(text);
        return plain.isEmpty() ? Boolean.TRUE : TO_COME.get(plain);
    }

    /** Width, case, space, brackets and stops do not make it another word. */
    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).replaceAll("[\\s\\p{Ps}\\p{Pe}。、.,・:;!?]", "");
    }

    private static Map<String, Boolean> read() {
        var read = new HashMap<String, Boolean>();
        for (var cells : RuleTable.cells("placeholders.tsv", 2)) {
            read.put(plain(cells[0]), cells[1].equals("to-come"));
        }
        return Map.copyOf(read);
    }
}
