// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.use.site.scheme;

import java.util.Locale;

/**
 * A word with one meaning.
 *
 * @param anchor its place on the page, for example {@code valid-until}
 * @param japanese the word
 * @param english the word
 * @param codeName its name in the program; empty where the program does not have it
 * @param source where it comes from
 */
public record Word(
        String anchor, String japanese, String english, String codeName, String meaning, String meaningInEnglish,
        Scheme.Said source) {

    public String in(Locale language) {
        return english(language) ? english : japanese;
    }

    public String inTheOther(Locale language) {
        return english(language) ? japanese : english;
    }

    public String meaning(Locale language) {
        return english(language) ? meaningInEnglish : meaning;
    }

    private static boolean english(Locale language) {
        return language.getLanguage().equals("en");
    }
}
