// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.japanese;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class UnreadableTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);

    private static final List<Unreadable> EACH = List.of(
            new Unreadable.NoDay(""), new Unreadable.NotADay("x"), new Unreadable.ShortYear("x"), new Unreadable.DayOrMonth("x"),
            new Unreadable.YearOutside("x", 1, 2, 3),
            new Unreadable.NoSuchMonth("x", 13), new Unreadable.NoSuchDay("x", 2026, 2, 30, 28), new Unreadable.BeforeEra("x", "令和", "Reiwa", DAY),
            new Unreadable.OtherWeekday("x", DAY), new Unreadable.NotASerial("x"), new Unreadable.NotThirteenDigits("x", 12),
            new Unreadable.WrongCheckDigit("x", 8, 3), new Unreadable.NotKana("x", "富"));

    @Test
    void everyRefusalHasItsWordsAndEveryPlaceInThemItsFact() throws IOException {
        var words = words();

        assertThat(EACH).hasSameSizeAs(Unreadable.class.getPermittedSubclasses());
        assertThat(words.keySet()).isEqualTo(EACH.stream().map(Unreadable::code).collect(Collectors.toSet()));
        for (var refusal : EACH) {
            for (var language : List.of(2, 3)) {
                assertThat(refusal.facts().keySet()).containsAll(places(words.get(refusal.code())[language]));
            }
        }
    }

    private static TreeSet<String> places(String sentence) {
        return Pattern.compile("\\{(\\w+)}").matcher(sentence).results().map(found -> found.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, String[]> words() throws IOException {
        try (var file = Objects.requireNonNull(UnreadableTest.class.getResourceAsStream("/refusals/japanese.tsv"))) {
            return Arrays.stream(new String(file.readAllBytes(), StandardCharsets.UTF_8).split("\n"))
                    .map(line -> line.split("\t"))
                    .collect(Collectors.toMap(line -> line[0], line -> line));
        }
    }
}
