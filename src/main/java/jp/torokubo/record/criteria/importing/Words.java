// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.criteria.importing;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Which language a cell speaks, and whether it speaks at all: codes, marks and references do not. */
final class Words {

    enum Language { JAPANESE, ENGLISH }

    private static final Pattern JAPANESE = Pattern.compile("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]");
    private static final Pattern ENGLISH_WORD = Pattern.compile("[A-Za-z]*[a-z]{3,}");
    private static final Pattern DIGIT = Pattern.compile("\\d");
    private static final Pattern SENTENCE_END = Pattern.compile("[。.．]\\s*[)）」』]?\\s*$");
    private static final Pattern REMARK = Pattern.compile("^[（(\\[【]?\\s*(出典|注[)）\\d:：]|注記|備考|※|＊|\\*|Note\\b|Source\\b).*", Pattern.DOTALL);
    private static final Pattern BROKEN = Pattern.compile("#(REF!|N/A|VALUE!|NAME\\?|DIV/0!|NUM!|NULL!)");

    private Words() {}

    static boolean isProse(String cell) {
        return language(cell) != null;
    }

    /** @return null where the cell holds no words */
    static @org.jspecify.annotations.Nullable Language language(String cell) {
        if (cell.length() < 2 || isBroken(cell)) {
            return null;
        }
        String text = Normalizer.normalize(cell.length() > 400 ? cell.substring(0, 400) : cell, Normalizer.Form.NFKC);
        long japanese = JAPANESE.matcher(text).results().count();
        long digits = DIGIT.matcher(text).results().count();
        long english = ENGLISH_WORD.matcher(text).results().count();
        if (japanese >= 2 && japanese > digits && japanese >= english) {
            return Language.JAPANESE;
        }
        boolean words = english >= 4 || english >= 1 && digits == 0;
        return words ? Language.ENGLISH : null;
    }

    static boolean endsASentence(String cell) {
        return SENTENCE_END.matcher(cell.strip()).find();
    }

    /** A line that speaks about the table, not out of it. */
    static boolean isRemark(String cell) {
        return REMARK.matcher(Normalizer.normalize(cell, Normalizer.Form.NFKC).strip()).matches();
    }

    /** What a spreadsheet shows where a formula has lost what it refers to. */
    static boolean isBroken(String cell) {
        return BROKEN.matcher(cell.strip()).matches();
    }

    /** For comparing texts: spaces and line ends do not make another text. */
    static String key(String text) {
        return text.replaceAll("[\\s\\u3000]+", "");
    }

    static String heading(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("[\\s\\u3000]+", "").toLowerCase(Locale.ROOT);
    }
}
