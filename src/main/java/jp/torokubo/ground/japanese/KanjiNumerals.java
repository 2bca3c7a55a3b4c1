// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.japanese;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Numbers in kanji, as they stand in dates: 二十一, 二〇二六, 百. */
final class KanjiNumerals {

    private static final Pattern NUMERALS = Pattern.compile("[〇零一二三四五六七八九十百千]{1,9}");

    private KanjiNumerals() {}

    static String asDigits(String text) {
        return NUMERALS.matcher(text).replaceAll(KanjiNumerals::digits);
    }

    private static String digits(MatchResult numerals) {
        var written = numerals.group();
        return written.matches(".*[十百千].*") ? String.valueOf(added(written)) : placed(written);
    }

    /** 二〇二六: each numeral is a digit. */
    private static String placed(String written) {
        return written.codePoints().mapToObj(c -> String.valueOf(value(c))).reduce("", String::concat);
    }

    /** 二十一: two tens and one. */
    private static int added(String written) {
        int sum = 0;
        int waiting = 0;
        for (int c : written.codePoints().toArray()) {
            int unit = c == '十' ? 10 : c == '百' ? 100 : c == '千' ? 1000 : 0;
            if (unit == 0) {
                waiting = waiting * 10 + value(c);
            } else {
                sum += Math.max(waiting, 1) * unit;
                waiting = 0;
            }
        }
        return sum + waiting;
    }

    private static int value(int numeral) {
        return numeral == '零' ? 0 : "〇一二三四五六七八九".indexOf(numeral);
    }
}
