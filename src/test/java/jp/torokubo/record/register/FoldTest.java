// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FoldTest {

    static Stream<FoldCases.Question> cases() {
        return FoldCases.all().stream();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aSeriesOfEventsMeansWhatTheTableOfCasesSays(FoldCases.Question question) {
        var service = Fold.on(question.known(), question.day()).get(FoldCases.SERVICE);

        if (question.answer().equals("-")) {
            assertThat(service).isNull();
            return;
        }
        assertThat(service).isNotNull();
        var status = question.answer().split(" ")[0];
        var words = FoldCases.words(question.answer());
        assertThat(service.status().code()).isEqualTo(status);
        assertThat(service.lastKnownStatus().code()).isEqualTo(words.getOrDefault("last known", status));
        assertThat(service.validity().undecided()).isEqualTo(words.containsKey("undecided"));
        if (words.containsKey("name")) {
            assertThat(service.state().facts().name()).isEqualTo(words.get("name"));
        }
        if (words.containsKey("valid until")) {
            assertThat(service.validity().lastValidDay()).isEqualTo(LocalDate.parse(words.get("valid until")));
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theSpansOfAServiceSayTheSameAsTheDay(FoldCases.Question question) {
        var day = question.day();
        var horizon = Fold.completeUntil(question.known()).orElse(null);

        var bySpan = Fold.spans(question.known(), FoldCases.SERVICE).stream()
                .filter(span -> !day.isBefore(span.from()) && (span.to() == null || day.isBefore(span.to())))
                .map(span -> Fold.onDay(span.state(), day, horizon))
                .toList();

        var byDay = Fold.on(question.known(), day).get(FoldCases.SERVICE);
        assertThat(bySpan).isEqualTo(byDay == null ? java.util.List.of() : java.util.List.of(byDay));
    }

    @Test
    void everyCaseOfTheTableIsASeriesTheStandingsAllow() {
        for (var question : FoldCases.all()) {
            assertThat(Fold.firstNotAllowed(question.known(), FoldCases.SERVICE)).as(question.toString()).isEmpty();
        }
    }
}
