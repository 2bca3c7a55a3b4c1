// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.comparing;

import org.jspecify.annotations.Nullable;

/**
 * One thing that is said differently.
 *
 * @param field stable name, of which its words are made
 * @param before null where it was not said
 * @param after null where it is not said
 */
public record FieldDifference(String field, Kind kind, @Nullable String before, @Nullable String after) {

    /** How the values are to be read. */
    public enum Kind {
        /** Text in Japanese. */
        JAPANESE,
        /** Text in English. */
        ENGLISH,
        /** A day, a name, an id, or several of them, as they are. */
        PLAIN,
        /** Keys of words, with spaces between. */
        WORDS
    }

    FieldDifference mirrored() {
        return new FieldDifference(field, kind, after, before);
    }

    /** Key of its words. */
    public String messageKey() {
        return "statement.comparing.field." + field;
    }
}
