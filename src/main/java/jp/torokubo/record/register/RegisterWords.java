// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.register;

import java.util.Locale;
import java.util.ResourceBundle;

/** The register's own words in both languages, for what is not a page: refusals, feeds, files. They stand in {@code messages/register_*}. */
public final class RegisterWords {

    private static final ResourceBundle JAPANESE = words(Locale.JAPANESE);
    private static final ResourceBundle ENGLISH = words(Locale.ENGLISH);

    private RegisterWords() {}

    /** The words under a key, with what stands in {@code {0}}, {@code {1}}… filled in as it is. */
    public static String of(Locale language, String key, Object... filled) {
        var words = (Locale.ENGLISH.getLanguage().equals(language.getLanguage()) ? ENGLISH : JAPANESE).getString("register." + key);
        for (var place = 0; place < filled.length; place++) {
            words = words.replace("{" + place + "}", String.valueOf(filled[place]));
        }
        return words;
    }

    private static ResourceBundle words(Locale language) {
        return ResourceBundle.getBundle(
                "messages/register", language, ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
