// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.japanese;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * A reading in katakana (フリガナ).
 *
 * @param value only ァ to ヶ, ー, ・ and single-byte spaces
 */
public record Kana(String value) {

    private static final Pattern KANA = Pattern.compile("[ァ-ヶー・ ]*");

    public Kana {
        if (!KANA.matcher(value).matches()) {
            throw new IllegalArgumentException("not katakana: " + value);
        }
    }

    /** What came of reading it: the kana, or why not. */
    public sealed interface Reading {
        record Read(Kana kana) implements Reading {}

        record Refused(Unreadable why) implements Reading {}
    }

    /** Reads hiragana, half-width kana and ASCII hyphens as the katakana they mean. */
    public static Reading read(String given) {
        var kana = katakana(Normalizer.normalize(CleanText.clean(given), Normalizer.Form.NFKC)).replace('-', 'ー');
        var strange = kana.codePoints()
                .filter(point -> !KANA.matcher(Character.toString(point)).matches())
                .mapToObj(Character::toString)
                .findFirst();
        return strange.isPresent()
                ? new Reading.Refused(new Unreadable.NotKana(given, strange.get()))
                : new Reading.Read(new Kana(kana));
    }

    static String katakana(String text) {
        var katakana = new StringBuilder(text.length());
        text.codePoints()
                .map(point -> point >= 'ぁ' && point <= 'ゖ' || point == 'ゝ' || point == 'ゞ' ? point + 0x60 : point)
                .forEach(katakana::appendCodePoint);
        return katakana.toString();
    }
}
