// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.criteria;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import jp.torokubo.TestDatabase;
import jp.torokubo.TorokuboTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What holds of the two editions that come with the program. */
@TorokuboTest
class CatalogueTest {

    private static final List<String> HOLES = List.of(
            "4.1", "4.2", "4.3", "6.1.3.4", "7.2.2.20", "7.2.2.21", "7.2.2.22", "7.2.2.23", "7.2.2.24", "12.1.2.12", "12.4.1.16",
            "14.1.1.21", "14.1.1.22", "15.1.1.15", "16.1.1.13");

    @Autowired Criteria criteria;
    @Autowired JdbcClient database;

    @ParameterizedTest
    @CsvSource({"2022-04, 1159, 1367", "2024-07, 1163, 1371"})
    void anEditionHasAsManyAssessedItemsAsWerePublished(String edition, int assessed, int rows) {
        assertThat(of(edition).assessed()).hasSize(assessed);
        assertThat(of(edition).controls()).hasSize(rows);
    }

    @ParameterizedTest
    @CsvSource({
        "3, 1, 0, 18", "4, 6, 0, 64", "5, 1, 2, 35", "6, 3, 8, 79", "7, 3, 6, 58", "8, 3, 11, 71", "9, 5, 16, 135", "10, 1, 2, 30",
        "11, 2, 15, 93", "12, 7, 16, 165", "13, 2, 8, 77", "14, 3, 13, 131", "15, 2, 5, 62", "16, 1, 7, 56", "17, 2, 4, 17", "18, 2, 8, 72"
    })
    void aChapterHasTheKnownNumberOfCategoriesObjectivesAndItems(String chapter, int categories, int objectives, int items) {
        var rows = of("2024-07").controls().stream().filter(row -> row.id().startsWith(chapter + ".")).toList();

        assertThat(rows.stream().filter(row -> row.tier() == Tier.CATEGORY)).hasSize(categories);
        assertThat(rows.stream().filter(row -> row.tier() == Tier.OBJECTIVE)).hasSize(objectives);
        assertThat(rows.stream().filter(Control::assessed)).hasSize(items);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2022-04", "2024-07"})
    void everyRowStandsUnderItsParentAndBehindIt(String edition) {
        var catalogue = of(edition);

        var seen = new HashSet<String>();
        for (var row : catalogue.controls()) {
            assertThat(row.parent() == null).as(row.id()).isEqualTo(row.tier() == Tier.CHAPTER);
            if (row.parent() != null) {
                assertThat(seen).as(row.id()).contains(row.parent());
                assertThat(row.number()).startsWith(catalogue.control(row.parent()).orElseThrow().number() + ".");
                assertThat(catalogue.children(row.parent())).contains(row);
            }
            assertThat(seen.add(row.id())).as(row.id()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2022-04", "2024-07"})
    void whatIsMandatoryFollowsFromTierAndSuffix(String edition) {
        for (var row : of(edition).controls()) {
            var expected = switch (row.tier()) {
                case CHAPTER, CATEGORY, HEADING -> Obligation.NONE;
                case GOVERNANCE, MANAGEMENT, OBJECTIVE -> Obligation.MANDATORY;
                case DETAIL -> row.suffix().basic() ? Obligation.MANDATORY : Obligation.SELECTABLE;
            };
            assertThat(row.obligation()).as(row.id()).isEqualTo(expected);
            assertThat(row.id()).isEqualTo(row.number() + (row.suffix() == Suffix.NONE ? "" : "." + row.suffix().code()));
            assertThat(row.suffix().basic()).as(row.id()).isIn(false, row.tier() == Tier.DETAIL);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2022-04", "2024-07"})
    void everyStatementRestsOnEighteenSixtyFourAHundredAndTwentyOneAndThirtyOne(String edition) {
        var floor = criteria.mandatoryFloor(edition).orElseThrow();

        assertThat(floor.governance()).hasSize(18);
        assertThat(floor.management()).hasSize(64);
        assertThat(floor.objectives()).hasSize(121);
        assertThat(floor.objectives().stream().filter(row -> row.suffix() == Suffix.P).map(Control::id))
                .containsExactly("6.3.1.P", "8.1.5.P", "9.5.1.P", "9.5.2.P", "12.1.5.P", "12.4.5.P", "13.1.4.P");
        assertThat(floor.basicDetails()).hasSize(31);
        assertThat(floor.basicDetails().stream().filter(row -> row.suffix() == Suffix.B).map(Control::id))
                .containsExactly("9.4.2.2.B", "15.1.1.14.B", "15.1.1.16.B");
        assertThat(floor.size()).isEqualTo(234);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2022-04", "2024-07"})
    void theNumbersPassedOverAreTheKnownOnes(String edition) {
        var catalogue = of(edition);

        assertThat(catalogue.holes().stream().map(Hole::number)).containsExactlyElementsOf(HOLES);
        assertThat(catalogue.hole("６.１.３.４")).isPresent();
        assertThat(catalogue.hole("6.1.3.5")).isEmpty();
        assertThat(HOLES).allSatisfy(number -> assertThat(catalogue.called(number)).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"9.2.3.11.PB", "9.2.3.11", "９.２.３.１１", "９．２．３．１１．ＰＢ", " 9.2.3.11pb "})
    void aControlIsFoundAsPeopleTypeIt(String typed) {
        assertThat(of("2024-07").called(typed)).map(Control::id).hasValue("9.2.3.11.PB");
    }

    @ParameterizedTest
    @ValueSource(strings = {"9.2.3.11.B", "9.2.3.1.PB", "9.2.3.99", "9.2.3.", ".9", "九", "", "9.2.3.11.PBX", "9.2.3.1.1"})
    void nothingElseIsTakenForAControl(String typed) {
        assertThat(of("2024-07").called(typed)).isEmpty();
    }

    @Test
    void neighboursAndAncestorsFollowTheNaturalOrder() {
        var catalogue = of("2024-07");
        var row = catalogue.control("9.2.3.11.PB").orElseThrow();

        assertThat(catalogue.ancestors(row).stream().map(Control::id)).containsExactly("9", "9.2", "9.2.3");
        assertThat(catalogue.before(row)).map(Control::id).hasValue("9.2.3.10");
        assertThat(catalogue.after(row)).map(Control::id).hasValue("9.2.4");
        assertThat(catalogue.before(catalogue.controls().get(0))).isEmpty();
        assertThat(catalogue.after(catalogue.controls().get(1370))).isEmpty();
    }

    @Test
    void fourRowsAreNewAndFiveChangedFromTheOlderEditionToTheNewer() {
        var changes = criteria.changes("2022-04", "2024-07").orElseThrow();

        assertThat(changes.added().stream().map(Control::id)).containsExactly("8.1.5.4.P", "12.2.1.15", "13.2.3.7.P", "16.1.5.10");
        assertThat(changes.removed()).isEmpty();
        assertThat(changes.changed().stream().map(changed -> changed.after().id()))
                .containsExactly("7.2.2.18", "9.1.1.16", "9.2.3.11.PB", "13.1.3.1", "13.1.3.5");
        assertThat(changes.changed()).allMatch(EditionChanges.Changed::wordsOnly);
        assertThat(changes.unchanged()).hasSize(1362);
    }

    @Test
    void theOtherWayRoundTheSameFourAreRemoved() {
        var changes = criteria.changes("2024-07", "2022-04").orElseThrow();

        assertThat(changes.added()).isEmpty();
        assertThat(changes.removed()).hasSize(4);
        assertThat(changes.changed()).hasSize(5);
        assertThat(changes.unchanged()).hasSize(1362);
    }

    @Test
    void anEditionDoesNotDifferFromItself() {
        var changes = criteria.changes("2024-07", "2024-07").orElseThrow();

        assertThat(changes.added()).isEmpty();
        assertThat(changes.removed()).isEmpty();
        assertThat(changes.changed()).isEmpty();
    }

    /** Of the newer edition only the month is known: in that month either may stand. */
    @ParameterizedTest
    @CsvSource({
        "2022-03-31, ''", "2022-04-01, 2022-04", "2024-06-30, 2022-04", "2024-07-01, 2022-04 2024-07", "2024-07-30, 2022-04 2024-07",
        "2024-07-31, 2024-07", "2026-11-21, 2024-07"
    })
    void onADayTheEditionsStandThatMayStand(java.time.LocalDate day, String editions) {
        assertThat(String.join(" ", criteria.standingOn(day).stream().map(CriteriaEdition::id).toList())).isEqualTo(editions);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "update criteria.control set obligation = 'selectable' where id = '3.1.2.1'", "delete from criteria.edition",
        "delete from criteria.control where id = '18.2.3.5'"
    })
    void nothingOfAnEditionIsChangedByTheProgram(String sql) {
        assertThatThrownBy(() -> database.sql(sql).update()).hasRootCauseInstanceOf(SQLException.class);
    }

    @Test
    void norByTheOwner() throws Exception {
        try (var owner = TestDatabase.place().connectAsOwner(); var statement = owner.createStatement()) {
            for (var table : List.of("edition", "control", "text_set", "official_text", "dated_list", "dated_list_entry")) {
                assertThatThrownBy(() -> statement.execute("delete from criteria." + table)).hasMessageContaining("append-only");
                assertThatThrownBy(() -> statement.execute("truncate criteria." + table + " cascade")).hasMessageContaining("append-only");
            }
        }
    }

    private Catalogue of(String edition) {
        return criteria.catalogue(edition).orElseThrow();
    }
}
