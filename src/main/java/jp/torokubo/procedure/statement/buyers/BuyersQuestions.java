// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.buyers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import jp.torokubo.procedure.statement.Wording;

/** The questions of a buyer's sheet, in a dated set. A set that sheets have been published with never changes. */
public final class BuyersQuestions {

    private static final Map<String, BuyersQuestions> SETS = Map.of("2026-11", read("2026-11"));
    private static final String NEWEST = "2026-11";

    /** @param topic what it is about, a key of words */
    public record Question(String code, String topic, Wording words) {}

    private final String edition;
    private final Map<String, Question> questions;

    private BuyersQuestions(String edition, Map<String, Question> questions) {
        this.edition = edition;
        this.questions = questions;
    }

    public static BuyersQuestions newest() {
        return Objects.requireNonNull(SETS.get(NEWEST));
    }

    public static Optional<BuyersQuestions> of(String edition) {
        return Optional.ofNullable(SETS.get(edition));
    }

    public String edition() {
        return edition;
    }

    /** In the order of the set. */
    public List<Question> all() {
        return List.copyOf(questions.values());
    }

    public boolean has(String code) {
        return questions.containsKey(code);
    }

    private static BuyersQuestions read(String edition) {
        try (var file = BuyersQuestions.class.getResourceAsStream("/statement/buyers-questions-" + edition + ".tsv")) {
            var text = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
            return new BuyersQuestions(edition, text.lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(line -> line.split("\t", -1))
                    .map(cells -> new Question(cells[0], cells[1], new Wording(cells[2], cells[3])))
                    .collect(Collectors.toMap(Question::code, one -> one, (one, other) -> {
                        throw new IllegalStateException("twice: " + one.code());
                    }, LinkedHashMap::new)));
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        }
    }
}
