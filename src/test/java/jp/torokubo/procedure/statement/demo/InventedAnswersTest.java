// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Collectors;
import jp.torokubo.procedure.statement.AnswerEdit;
import jp.torokubo.procedure.statement.AnswerRules;
import jp.torokubo.procedure.statement.Choice;
import jp.torokubo.record.criteria.Catalogue;
import jp.torokubo.record.criteria.Control;
import jp.torokubo.record.criteria.shipped.ShippedCatalogue;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the demo's statements say is complete, says that it is invented, and does not say the same everywhere. */
class InventedAnswersTest {

    private static final LocalDate CHANGE = LocalDate.of(2025, 10, 1);
    private static final int SHORTEST_REASON = 25;

    @ParameterizedTest
    @CsvSource({"2022-04, 1, true", "2024-07, 1, false", "2024-07, 3, false"})
    void everyRowOfTheEditionIsAnsweredByAnInventedTextOfItsOwn(String edition, int provider, boolean yearBefore) {
        var catalogue = catalogue(edition);
        var answers = new InventedAnswers(provider, yearBefore, CHANGE).of(catalogue);

        assertThat(answers).extracting(AnswerEdit::control).containsExactlyElementsOf(
                catalogue.controls().stream().filter(AnswerRules::isAnswered).map(Control::id).toList());
        assertThat(texts(answers)).allMatch(text -> text.startsWith("例：") && text.length() >= SHORTEST_REASON);
        assertThat(mostAlike(answers)).as("the same text in so many rows").isLessThanOrEqualTo(2);
        assertThat(answers.stream().filter(answer -> answer.choice() == Choice.LEFT_OUT)).hasSizeBetween(90, 250);
    }

    @ParameterizedTest
    @CsvSource("2024-07")
    void theYearBeforeDiffersInSomeRowsOnly(String edition) {
        var before = new InventedAnswers(1, true, CHANGE).of(catalogue(edition));
        var now = new InventedAnswers(1, false, CHANGE).of(catalogue(edition));

        long same = before.stream().filter(now::contains).count();
        assertThat(same).isBetween(now.size() * 8L / 10, now.size() - 50L);
    }

    private static List<String> texts(List<AnswerEdit> answers) {
        return answers.stream()
                .map(answer -> answer.choice() == Choice.LEFT_OUT ? answer.reason().ja() : answer.realisations().get(0).text().ja())
                .toList();
    }

    private static long mostAlike(List<AnswerEdit> answers) {
        return texts(answers).stream().collect(Collectors.groupingBy(text -> text, HashMap::new, Collectors.counting())).values().stream()
                .mapToLong(Long::longValue).max().orElseThrow();
    }

    private static Catalogue catalogue(String edition) {
        return ShippedCatalogue.read(Instant.EPOCH).stream()
                .filter(shipped -> shipped.edition().id().equals(edition))
                .map(shipped -> new Catalogue(shipped.edition(), shipped.controls(), List.of()))
                .findFirst().orElseThrow();
    }
}
