// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import jp.torokubo.record.criteria.Catalogue;
import jp.torokubo.record.criteria.shipped.ShippedCatalogue;
import org.junit.jupiter.api.Test;

class PlanesTest {

    private final Catalogue catalogue = shipped();
    private final List<String> rows = catalogue.controls().stream().filter(AnswerRules::isAnswered).map(control -> control.id()).toList();

    @Test
    void thePlanesSayOfEveryRowWhatTheVersionsSay() {
        var random = new Random(7);
        var letters = new ArrayList<Map.Entry<String, String>>();
        for (int version = 0; version < 70; version++) {
            var text = new StringBuilder();
            rows.forEach(row -> text.append("alo-".charAt(random.nextInt(4))));
            letters.add(Map.entry("v" + version, text.toString()));
        }

        var planes = Planes.of(catalogue, letters);

        for (int row = 0; row < rows.size(); row++) {
            for (var choice : Choice.values()) {
                int at = row;
                var letter = choice == Choice.ADOPTED ? 'a' : choice == Choice.LEFT_OUT ? 'l' : 'o';
                var expected = letters.stream().filter(one -> one.getValue().charAt(at) == letter).map(Map.Entry::getKey).toList();
                assertThat(planes.versions(rows.get(row), choice)).isEqualTo(expected);
                assertThat(planes.count(rows.get(row), choice)).isEqualTo(expected.size());
            }
        }
    }

    private static Catalogue shipped() {
        var shipped = ShippedCatalogue.read(Instant.EPOCH).get(1);
        return new Catalogue(shipped.edition(), shipped.controls(), List.of());
    }

    @Test
    void choicesOfAnotherEditionAreNotTaken() {
        assertThatThrownBy(() -> Planes.of(catalogue, List.of(Map.entry("v", "a")))).hasMessageContaining("of another edition: v");
    }
}
