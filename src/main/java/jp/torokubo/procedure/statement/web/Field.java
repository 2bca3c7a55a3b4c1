// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.web;

import java.util.List;

/**
 * A field of the form of a part, by the name it has in the part.
 *
 * @param kind how it is asked for
 * @param choices codes of what can be chosen, for those kinds
 * @param rows the fields of each row, for {@link Kind#ROWS}
 */
record Field(String name, Kind kind, List<String> choices, List<Field> rows) {

    enum Kind {
        /** One line in each language. */
        LINE,
        /** Paragraphs in each language. */
        WORDS,
        /** One line that is the same in both languages. */
        PLAIN,
        DAY,
        /** Yes, or not said. */
        FLAG,
        /** Yes, no, or not said. */
        MAYBE,
        ONE_OF,
        ANY_OF,
        /** Names of regions for each kind of data. */
        REGIONS,
        /** A service of the register, by its number or id. */
        SERVICE,
        /** A frozen version of the service that the same row names in {@code registered}, by its hash. */
        VERSION,
        ROWS
    }

    static Field of(String name, Kind kind) {
        return new Field(name, kind, List.of(), List.of());
    }

    static Field choosing(String name, Kind kind, List<String> choices) {
        return new Field(name, kind, choices, List.of());
    }

    static Field rows(String name, Field... fields) {
        return new Field(name, Kind.ROWS, List.of(), List.of(fields));
    }
}
