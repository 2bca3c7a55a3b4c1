// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.correspondence.export;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Names of which no two are one on any system: one that has been given already gets a number behind it. Small and capital letters, and
 * letters composed and decomposed, count as the same.
 */
final class UniqueNames {

    private static final int MOST_BYTES = 255;

    private final Set<String> given = new HashSet<>();

    /** @param name safe by itself */
    String of(String name) {
        var dot = name.lastIndexOf('.');
        var stem = dot > 0 ? name.substring(0, dot) : name;
        var ending = dot > 0 ? name.substring(dot) : "";
        var unique = name;
        for (int number = 2; !given.add(key(unique)); number++) {
            var behind = " (" + number + ")" + ending;
            unique = fitting(stem, MOST_BYTES - bytes(behind)) + behind;
        }
        return unique;
    }

    private static String key(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }

    private static String fitting(String stem, int most) {
        var fitting = stem;
        while (bytes(fitting) > most && !fitting.isEmpty()) {
            fitting = fitting.substring(0, fitting.offsetByCodePoints(fitting.length(), -1));
        }
        return fitting;
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
