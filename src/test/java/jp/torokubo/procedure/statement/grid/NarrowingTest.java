// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.grid;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.torokubo.ground.identity.DossierId;
import jp.torokubo.ground.identity.PersonId;
import jp.torokubo.procedure.statement.Answer;
import jp.torokubo.procedure.statement.Choice;
import jp.torokubo.procedure.statement.RowState;
import jp.torokubo.procedure.statement.Statement;
import jp.torokubo.procedure.statement.StatementId;
import jp.torokubo.procedure.statement.Wording;
import jp.torokubo.procedure.statement.comparing.ClassesSaid;
import jp.torokubo.procedure.statement.comparing.ControlChange;
import jp.torokubo.procedure.statement.comparing.LastYear;
import jp.torokubo.procedure.statement.comparing.RowPair;
import jp.torokubo.record.criteria.Catalogue;
import jp.torokubo.record.criteria.shipped.ShippedCatalogue;
import org.junit.jupiter.api.Test;

class NarrowingTest {

    private static final Catalogue OLD = shipped(0);
    private static final Catalogue NOW = shipped(1);

    private int asked;

    @Test
    void whatBecameOfARowSinceLastYearIsToldByWhatIsSaidAndNotByWhoSeesToIt() {
        var before = Map.of(
                "9.1.1.1", leftOut("9.1.1.1", "同じ理由", "last-years-owner"), "9.1.1.2", leftOut("9.1.1.2", "前の理由", ""),
                "9.1.1.3", leftOut("9.1.1.3", "消えた理由", ""), "9.1.1.4", Answer.untouched("9.1.1.4"));
        var now = Map.of(
                "9.1.1.1", leftOut("9.1.1.1", "同じ理由", "somebody"), "9.1.1.2", leftOut("9.1.1.2", "今の理由", ""),
                "9.1.1.4", leftOut("9.1.1.4", "初めての理由", ""), "9.1.1.5", leftOut("9.1.1.5", "初めての理由", ""));

        assertThat(found(now, before, "same")).containsExactly("9.1.1.1");
        assertThat(found(now, before, "changed")).containsExactly("9.1.1.2", "9.1.1.3");
        assertThat(found(now, before, "new")).contains("9.1.1.4", "9.1.1.5").hasSize(Narrowing.rows(NOW).size() - 3);
        assertThat(found(now, before, "else")).isEmpty();
    }

    @Test
    void aRowThatIsCalledAnotherInLastYearsEditionIsComparedWithThat() {
        var control = NOW.control("9.1.1.1").orElseThrow();
        var called = OLD.control("9.1.1.2").orElseThrow();
        var pairs = Map.of(
                "9.1.1.1", new RowPair(called, control, ControlChange.OBLIGATION),
                "9.1.1.2", new RowPair(null, NOW.control("9.1.1.2").orElseThrow(), ControlChange.ADDED));
        var before = Map.of("9.1.1.2", leftOut("9.1.1.2", "理由", ""));
        var rows = new LastYear.Rows(lastYears(), pairs, before, ClassesSaid.NONE);

        assertThat(rows.was(control).reason().ja()).isEqualTo("理由");
        assertThat(rows.since(control, leftOut("9.1.1.1", "理由", "")).code()).isEqualTo("same");
        assertThat(rows.since(NOW.control("9.1.1.2").orElseThrow(), leftOut("9.1.1.2", "理由", "")).code()).as("a row of this edition only").isEqualTo("new");
    }

    @Test
    void lastYearIsReadOnlyWhereItNarrowsAndThenOnce() {
        var narrowing = narrowing(Map.of(), Map.of(), Set.of());
        narrowing.found(GridAddress.EVERYTHING);
        assertThat(asked).isZero();
        narrowing.found(GridAddress.EVERYTHING.with("since", "new"));
        narrowing.found(GridAddress.EVERYTHING.with("since", "same"));
        assertThat(asked).isEqualTo(1);
    }

    @Test
    void importantRowsAreThoseOfTheList() {
        var address = GridAddress.EVERYTHING.with("important", "1");

        assertThat(narrowing(Map.of(), Map.of(), Set.of("9.1.1.2", "5.1.1")).found(address)).extracting(row -> row.id()).containsExactly("5.1.1", "9.1.1.2");
        assertThat(narrowing(Map.of(), Map.of(), Set.of()).found(address)).isEmpty();
        assertThat(GridAddress.read(address.with("since", "same").query())).isEqualTo(address.with("since", "same"));
    }

    private static Catalogue shipped(int place) {
        var shipped = ShippedCatalogue.read(Instant.EPOCH).get(place);
        return new Catalogue(shipped.edition(), shipped.controls(), List.of());
    }

    private List<String> found(Map<String, Answer> now, Map<String, Answer> before, String since) {
        return narrowing(now, before, Set.of()).found(GridAddress.EVERYTHING.with("since", since)).stream().map(row -> row.id()).toList();
    }

    private Narrowing narrowing(Map<String, Answer> now, Map<String, Answer> before, Set<String> important) {
        return new Narrowing(NOW, new HashMap<>(now), List.of(), new PersonId(new UUID(4, 4)), important, () -> {
            asked++;
            return Optional.of(new LastYear.Rows(lastYears(), Map.of(), before, ClassesSaid.NONE));
        });
    }

    private static Statement lastYears() {
        return new Statement(new StatementId(new UUID(3, 1)), new DossierId(new UUID(1, 1)), "昨年", OLD.edition().id(), null, Instant.EPOCH);
    }

    private static Answer leftOut(String control, String reason, String owner) {
        return new Answer(control, Choice.LEFT_OUT, List.of(), Wording.of(reason), owner, null, RowState.IN_WORK, null, 1);
    }
}
