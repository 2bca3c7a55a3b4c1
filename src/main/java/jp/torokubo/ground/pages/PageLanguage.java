// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.pages;

import jakarta.servlet.ServletRequest;
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

    /** Value of {@code lang} and {@code hreflang}. */
    public String code() {
        return locale.getLanguage();
    }

    public PageLanguage other() {
        return this == JAPANESE ? ENGLISH : JAPANESE;
    }

    /** The language the address of this request asks for. */
    public static PageLanguage of(ServletRequest request) {
        return request.getAttribute(PageLanguage.class.getName()) instanceof PageLanguage language ? language : JAPANESE;
    }

    /** What stands before the address of a page. */
    public String prefix() {
        return prefix;
    }
}
