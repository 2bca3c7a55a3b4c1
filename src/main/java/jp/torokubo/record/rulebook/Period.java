// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.rulebook;

import org.jspecify.annotations.Nullable;

/**
 * A period or deadline of the scheme.
 *
 * @param value null is not known here (未定): nothing enforces it
 * @param bound exactly, at-most, at-least or about; null where there is no value
 * @param article that sets it, or null where none is known
 */
public record Period(
        String id,
        String nameJa,
        String nameEn,
        java.time.@Nullable Period value,
        @Nullable String bound,
        @Nullable String wordsJa,
        @Nullable String wordsEn,
        @Nullable CitedArticle article,
        Source source) {

    public boolean known() {
        return value != null;
    }

    public String name(boolean english) {
        return english ? nameEn : nameJa;
    }

    public @Nullable String words(boolean english) {
        return english ? wordsEn : wordsJa;
    }
}
