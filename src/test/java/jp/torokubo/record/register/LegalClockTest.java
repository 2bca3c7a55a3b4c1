// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import jp.torokubo.Everywhere;
import jp.torokubo.ground.refusal.Article;
import org.junit.jupiter.api.Test;

/** The table beside this test was written by another program in another way (golden/legal-clock.py). Never edit it. */
class LegalClockTest {

    @Everywhere
    void everyDayOfTwelveYearsIsAsTheTableSays() throws IOException {
        var table = table();

        assertThat(table).hasSize(4383);
        table.forEach((auditedUntil, lastValidDay) ->
                assertThat(LegalClock.answer(auditedUntil).lastValidDay()).as("%s", auditedUntil).isEqualTo(lastValidDay));
    }

    @Test
    void addingMonthsToTheEndIsWrongOnSixtyDaysAllOfThemEndsOfMonths() throws IOException {
        var wrong = daysOnWhichDiffers(end -> end.plusMonths(16));

        assertThat(wrong).hasSize(60).allSatisfy((end, right) -> assertThat(end).isEqualTo(YearMonth.from(end).atEndOfMonth()));
    }

    @Test
    void addingMonthsToTheStartAndGoingBackADayIsWrongOnSixtyNine() throws IOException {
        assertThat(daysOnWhichDiffers(end -> end.plusDays(1).plusMonths(16).minusDays(1))).hasSize(69);
    }

    @Everywhere
    void theCasesThatHaveNamesComeOutAsTheLawHasThem() {
        Map.of(
                        "2024-10-30", "2026-02-28",
                        "2024-02-28", "2025-06-28",
                        "2022-10-31", "2024-02-29",
                        "2024-09-30", "2026-01-31",
                        "2024-03-31", "2025-07-31",
                        "2024-10-31", "2026-02-28",
                        "2024-02-29", "2025-06-30",
                        "2024-06-30", "2025-10-31",
                        "2023-02-28", "2024-06-30",
                        "2024-12-31", "2026-04-30")
                .forEach((end, last) -> assertThat(LegalClock.answer(LocalDate.parse(end)).lastValidDay()).as(end).isEqualTo(last));
    }

    @Test
    void theAnswerBringsItsReason() {
        var answer = LegalClock.answer(LocalDate.of(2024, 10, 30));

        assertThat(answer).isEqualTo(new LegalClock.Answer(
                "2026-11", LocalDate.of(2026, 2, 28), new Article("基本規程", "3.5"), LocalDate.of(2024, 10, 31), true));
        assertThat(answer.reason()).isEqualTo(new LegalClock.Reason(
                LocalDate.of(2024, 10, 30), LocalDate.of(2024, 10, 31), 16, YearMonth.of(2026, 2), false, LocalDate.of(2026, 2, 28)));
        assertThat(answer.reason().messageKey()).isEqualTo("register.clock.end-of-month");
        assertThat(LegalClock.answer(LocalDate.of(2024, 9, 30)).reason().messageKey()).isEqualTo("register.clock.day-before");
    }

    private static Map<LocalDate, LocalDate> daysOnWhichDiffers(UnaryOperator<LocalDate> formula) throws IOException {
        var table = table();
        table.entrySet().removeIf(row -> formula.apply(row.getKey()).equals(row.getValue()));
        return table;
    }

    private static Map<LocalDate, LocalDate> table() throws IOException {
        var file = Objects.requireNonNull(LegalClockTest.class.getResourceAsStream("/golden/legal-clock-2020-2031.csv"));
        var table = new TreeMap<LocalDate, LocalDate>();
        try (var rows = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            rows.lines().skip(1).map(row -> row.split(",")).forEach(row -> table.put(LocalDate.parse(row[0]), LocalDate.parse(row[1])));
        }
        return table;
    }
}
