// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.rulebook;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What an edition is of, and the texts it is made of; those that end in _ja have an English twin. */
public enum Kind {
    DOCUMENT("document", List.of("name_ja", "name_en", "note_ja", "note_en", "number", "text", "excerpt")),
    BODY("body", List.of("name_ja", "name_en", "composition_ja", "composition_en", "powers_ja", "powers_en", "note_ja", "note_en")),
    ARTICLE("article", List.of("document", "number", "says_ja", "says_en")),
    PERIOD("period", List.of("name_ja", "name_en", "value", "bound", "words_ja", "words_en", "article")),
    TERM("term", List.of("name_ja", "name_en", "means_ja", "means_en")),
    COUNT("count", List.of("day", "register", "services", "providers", "how_ja", "how_en")),
    NUMBER_PATTERN("number-pattern", List.of("regex", "words_ja", "words_en", "example")),
    TARGET_BUSINESS("target-business", List.of("name_ja", "name_en", "use_ja", "use_en")),
    INTERIM_MEASURE("interim-measure", List.of("name_ja", "name_en", "until", "words_ja", "words_en")),
    SCHEDULE("schedule", List.of("name_ja", "name_en", "when_ja", "when_en")),
    STATEMENT("statement", List.of("topic", "says_ja", "says_en"));

    private final String code;
    private final List<String> fields;

    Kind(String code, List<String> fields) {
        this.code = code;
        this.fields = fields;
    }

    public String code() {
        return code;
    }

    /** Names of the texts that an operator may set; an edition carries the others over from the one before. */
    public List<String> fields() {
        return fields;
    }

    public static Optional<Kind> of(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code.equals(code)).findFirst();
    }
}
