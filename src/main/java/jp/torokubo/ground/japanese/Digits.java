// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.japanese;

import java.text.Normalizer;

/** The digits of a number as somebody typed it: full width or half, with or without spaces and hyphens. */
public final class Digits {

    private Digits() {}

    /** Only the digits 0 to 9, in their order; empty where there are none. */
    public static String of(String given) {
        var digits = new StringBuilder();
        Normalizer.normalize(given, Normalizer.Form.NFKC).chars()
                .filter(c -> c >= '0' && c <= '9')
                .forEach(c -> digits.append((char) c));
        return digits.toString();
    }
}
