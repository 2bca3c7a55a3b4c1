// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.register.importing;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import jp.torokubo.record.register.RegisterName;

/** Registration numbers as a list writes them. */
public final class RegistrationNumbers {

    /** The form for people. */
    static final String FORM = "C21-0001-2";

    // Seen on every number that was ever published of the ISMAP register; the form of other registers is not known.
    private static final Pattern WELL_FORMED = Pattern.compile("C[0-9]{2}-[0-9]{4}-2");
    private static final Pattern DASHES = Pattern.compile("[\\u2010-\\u2015\\u2212ー－]");

    private RegistrationNumbers() {}

    /** In half width, with plain hyphens and capitals. */
    public static String plain(String text) {
        String half = Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("\\s", "").toUpperCase(Locale.ROOT);
        return DASHES.matcher(half).replaceAll("-");
    }

    static boolean isWellFormed(RegisterName register, String number) {
        return register != RegisterName.ISMAP || WELL_FORMED.matcher(number).matches();
    }
}
