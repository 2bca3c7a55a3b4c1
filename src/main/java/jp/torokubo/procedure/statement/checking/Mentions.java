// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.checking;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * Which of several names no text mentions. Each text is gone through once, however many names there are; width, case and spaces do
 * not matter.
 */
final class Mentions {

    private final List<Name> missing = new ArrayList<>();
    private final boolean[] begins = new boolean[Character.MAX_VALUE + 1];

    private record Name(String name, char[] folded) {}

    Mentions(Collection<String> names) {
        for (var name : names) {
            var folded = new char[name.length()];
            int length = fold(name, folded);
            if (length > 0) {
                missing.add(new Name(name, Arrays.copyOf(folded, length)));
            }
        }
        mark();
    }

    /** Whether all names have been met, so that no further text need be read. */
    boolean complete() {
        return missing.isEmpty();
    }

    List<String> missing() {
        return missing.stream().map(Name::name).toList();
    }

    void read(String text) {
        if (missing.isEmpty() || text.isEmpty()) {
            return;
        }
        var folded = new char[text.length()];
        int length = fold(text, folded);
        for (int at = 0; at < length; at++) {
            if (begins[folded[at]]) {
                int from = at;
                if (missing.removeIf(name -> startsAt(name.folded(), folded, from, length))) {
                    mark();
                }
            }
        }
    }

    private void mark() {
        Arrays.fill(begins, false);
        missing.forEach(name -> begins[name.folded()[0]] = true);
    }

    private static boolean startsAt(char[] name, char[] text, int from, int length) {
        return from + name.length <= length
                && Arrays.equals(name, 0, name.length, text, from, from + name.length);
    }

    private static int fold(String text, char[] into) {
        int length = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '\uFF01' && c <= '\uFF5E') {
                c -= 0xFEE0;
            }
            if (c >= 'A' && c <= 'Z') {
                c += 'a' - 'A';
            }
            if (c > ' ' && c != '\u3000' && c != '\u00A0') {
                into[length++] = c;
            }
        }
        return length;
    }
}
