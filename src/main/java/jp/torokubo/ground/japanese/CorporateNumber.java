// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.japanese;

import java.text.Normalizer;

/**
 * A corporate number (法人番号): thirteen digits, the first of which checks the others (平成26年財務省令第70号).
 *
 * <p>A number that passes is well formed. Whether such a body exists is another question; the check does not even notice a 0 in
 * place of a 9. So pages say 「形式は正しい」, never 「実在」.
 *
 * @param digits thirteen half-width digits
 */
public record CorporateNumber(String digits) {

    /** What came of reading: the number, or why not. */
    public sealed interface Reading {

        record Read(CorporateNumber number) implements Reading {}

        record Refused(Unreadable why) implements Reading {}
    }

    public CorporateNumber {
        if (!digits.matches("[1-9][0-9]{12}") || checkDigit(digits.substring(1)) != digits.charAt(0) - '0') {
            throw new IllegalArgumentException("not a corporate number: " + digits);
        }
    }

    /** Accepts full width, spaces and hyphens; letters and other signs are not passed over. */
    public static Reading read(String given) {
        var digits = Digits.of(given);
        if (digits.length() != 13 || !isOnlyDigitsAndGaps(given)) {
            return new Reading.Refused(new Unreadable.NotThirteenDigits(given, digits.length()));
        }
        int expected = checkDigit(digits.substring(1));
        int found = digits.charAt(0) - '0';
        return expected == found
                ? new Reading.Read(new CorporateNumber(digits))
                : new Reading.Refused(new Unreadable.WrongCheckDigit(given, found, expected));
    }

    /** The first digit for a base number of twelve: 9 − (Σ Pₙ × Qₙ mod 9), n counted from the right, Q 1 and 2 in turn. */
    static int checkDigit(String base) {
        int sum = 0;
        for (int n = 1; n <= 12; n++) {
            sum += (base.charAt(12 - n) - '0') * (n % 2 == 1 ? 1 : 2);
        }
        return 9 - sum % 9;
    }

    private static boolean isOnlyDigitsAndGaps(String given) {
        return Normalizer.normalize(CleanText.clean(given), Normalizer.Form.NFKC)
                .matches("[0-9\\s\\u2010-\\u2015\\u2212ー-]*");
    }
}
