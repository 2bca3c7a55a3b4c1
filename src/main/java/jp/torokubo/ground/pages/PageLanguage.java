// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.pages;

import java.util.Locale;

/** The language of a page: Japanese at the plain address, English under {@code /en/}. */
public enum PageLanguage {
    JAPANESE(Locale.JAPANESE, ""),
    ENGLISH(Locale.ENGLISH, "/en");

    private final Locale locale;
    private final String prefix;

    PageLanguage(Locale locale, String prefix) {
        this.locale = locale;
        this.prefix = prefix;
    }

    public Locale locale() {
        return locale;
    }

    /** What stands before the address of a page. */
    public String prefix() {
        return prefix;
    }
}
