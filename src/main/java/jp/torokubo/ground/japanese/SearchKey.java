// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.japanese;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What a name is found, sorted and compared by. Never shown.
 *
 * <p>Two spellings a reader would call the same name have one key: 「㈱日立製作所」, 「株式会社 日立製作所」 and 「ﾋﾀﾁ」/「ひたち」. The key
 * of a text and the key of the cleaned text are the same, and a key is its own key.
 */
public final class SearchKey {

    private static final Pattern SIGNS_OF_A_MARK = Pattern.compile("[™℠®©]");

    /** Variation selectors, those of Mongolian too. */
    private static final Pattern SELECTORS = Pattern.compile("[\\uFE00-\\uFE0F\\x{E0100}-\\x{E01EF}\\u180B-\\u180D\\u180F]");

    /** 株式会社 and its like. Latin ones only where no letter or digit touches them: 「Lincoln」 holds no Inc. */
    private static final Pattern LEGAL_FORMS = Pattern.compile(
            "株式会社|有限会社|合同会社|合資会社|合名会社|\\((?:株|有|同)\\)"
                    + "|(?<![\\p{IsLatin}\\p{N}])"
                    + "(?:co\\.? ?, ?ltd|co\\. ?ltd|incorporated|inc|llc|ltd|corp|k\\.k)"
                    + "(?![\\p{IsLatin}\\p{N}])\\.?");

    /** Spaces, punctuation, format and control characters, and everything people type for a dash. Other signs (C++) stay. */
    private static final Pattern STRIPPED = Pattern.compile("[\\p{Z}\\p{P}\\p{Cc}\\p{Cf}ー〜~−‐─━]");

    private SearchKey() {}

    public static String of(String given) {
        var key = CleanText.clean(given);
        for (var before = ""; !before.equals(key); ) {
            before = key;
            key = folded(key);
        }
        return key;
    }

    private static String folded(String text) {
        var plain = SIGNS_OF_A_MARK.matcher(text).replaceAll("");
        plain = Normalizer.normalize(plain, Normalizer.Form.NFKC);
        plain = SELECTORS.matcher(plain).replaceAll("");
        plain = Kana.katakana(plain.toLowerCase(Locale.ROOT));
        plain = VariantKanji.fold(plain);
        var withoutForm = stripped(LEGAL_FORMS.matcher(plain).replaceAll(""));
        return withoutForm.isEmpty() ? stripped(plain) : withoutForm;
    }

    private static String stripped(String text) {
        return STRIPPED.matcher(text).replaceAll("");
    }
}
