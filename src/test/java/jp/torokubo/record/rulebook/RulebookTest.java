// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.LocalDate;
import jp.torokubo.TestDatabase;
import jp.torokubo.TorokuboTest;
import jp.torokubo.ground.refusal.Article;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@TorokuboTest
class RulebookTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-21");

    @Autowired
    Rulebook rulebook;

    @Autowired
    LoadRulebook load;

    @Autowired
    JdbcClient database;

    @ParameterizedTest
    @CsvSource({
        "digital-policy, 2021-08-31, 内閣官房 情報通信技術（IT）総合戦略室",
        "digital-policy, 2021-09-01, デジタル庁",
        "cio-conference, 2021-09-05, 各府省情報化統括責任者（CIO）連絡会議",
        "cio-conference, 2021-09-06, デジタル社会推進会議幹事会",
        "cybersecurity-office, 2025-06-30, 内閣官房 内閣サイバーセキュリティセンター（NISC）",
        "cybersecurity-office, 2025-07-01, 内閣官房 国家サイバー統括室",
    })
    void aBodyHasTheNameOfTheDay(String body, LocalDate day, String name) {
        assertThat(rulebook.body(body, day).orElseThrow().name(false)).isEqualTo(name);
    }

    @Test
    void aBodyIsNotNamedBeforeTheFirstDayItIsKnownOf() {
        assertThat(rulebook.body("digital-policy", LocalDate.parse("2020-01-01"))).isEmpty();
    }

    @Test
    void anAmendmentWithoutADayOfForceIsInForceOnNoDay() {
        var standing = rulebook.edition(Kind.DOCUMENT, "basic-framework", TODAY).orElseThrow();

        assertThat(standing.number()).isEqualTo(2);
        assertThat(standing.get("text")).contains("各府省情報化統括責任者（CIO）連絡会議");
        assertThat(rulebook.document("basic-framework").orElseThrow().newest().standing()).isEqualTo(Standing.PROPOSED);
        assertThat(rulebook.document("basic-framework").orElseThrow().newest().effectiveOn()).isNull();
    }

    @Test
    void anEditionOfWhichOnlyTheDecisionIsKnownStandsNotBeforeThat() {
        assertThat(rulebook.edition(Kind.DOCUMENT, "basic-framework", LocalDate.parse("2020-01-29"))).isEmpty();
        assertThat(rulebook.edition(Kind.DOCUMENT, "basic-framework", LocalDate.parse("2020-01-30")).orElseThrow().number()).isEqualTo(1);
    }

    @Test
    void whatIsValidForOneYearAndFourMonthsCitesItsArticleAndSaysHowItIsKnown() {
        var period = rulebook.period("registration-validity", TODAY);

        assertThat(period.value()).isEqualTo(java.time.Period.of(1, 4, 0));
        assertThat(period.article().article()).isEqualTo(new Article("基本規程", "3.5"));
        assertThat(period.source().provenance()).isEqualTo(Provenance.SECONDARY);
    }

    @Test
    void deadlinesNobodyHasReadAreUnset() {
        assertThat(java.util.List.of("receipt-check", "inquiry-answer", "explanation", "re-audit", "incident-first-report", "incident-full-report"))
                .allSatisfy(id -> assertThat(rulebook.period(id, TODAY).known()).isFalse());
    }

    @Test
    void nothingCitesAnArticleThatNobodyHasRead() {
        assertThatThrownBy(() -> rulebook.article("basic-rules", "9.9")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void thirtyFourServicesOfTwentyFiveCompaniesWereRegisteredOnTheFirstOfJune2022() {
        assertThat(rulebook.counts()).anySatisfy(count -> {
            assertThat(count.on()).isEqualTo("2022-06-01");
            assertThat(count.services()).isEqualTo(34);
            assertThat(count.providers()).isEqualTo(25);
            assertThat(count.source().provenance()).isEqualTo(Provenance.OFFICIAL);
        });
    }

    @Test
    void theNumbersOfIsmapHaveAPatternAndThoseOfLiuNone() {
        assertThat(rulebook.numberPattern("ismap", TODAY).fits("C21-0008-2")).isTrue();
        assertThat(rulebook.numberPattern("ismap", TODAY).fits("C21-8-2")).isFalse();
        assertThat(rulebook.numberPattern("liu", TODAY).regex()).isNull();
        assertThat(rulebook.numberPattern("liu", TODAY).fits("anything")).isTrue();
    }

    @Test
    void everyFactHasASourceInBothLanguages() {
        for (var kind : Kind.values()) {
            assertThat(rulebook.all(kind)).as(kind.code()).isNotEmpty().allSatisfy(editions ->
                    assertThat(editions.list()).allSatisfy(edition -> {
                        assertThat(edition.source().ja()).isNotBlank();
                        assertThat(edition.source().en()).isNotBlank().doesNotContainPattern("[ぁ-ん]");
                        edition.content().forEach((name, value) -> {
                            if (name.endsWith("_ja") && value != null) {
                                assertThat(edition.content().get(name.replace("_ja", "_en"))).as(edition.subject() + " " + name).isNotBlank();
                            }
                        });
                    }));
        }
    }

    @Test
    void everythingThatIsReadAsATypeCanBeRead() {
        assertThat(rulebook.terms()).hasSizeGreaterThan(30);
        assertThat(rulebook.bodies(TODAY)).hasSize(13);
        assertThat(rulebook.all(Kind.PERIOD)).allSatisfy(period -> assertThat(rulebook.period(period.subject(), TODAY)).isNotNull());
        assertThat(rulebook.all(Kind.ARTICLE)).allSatisfy(editions -> {
            var article = editions.newest().orElseThrow();
            assertThat(rulebook.article(article.get("document"), article.get("number")).cited(false)).isNotBlank();
        });
        assertThat(rulebook.documents()).allSatisfy(document -> {
            if (document.parent() != null) {
                assertThat(rulebook.document(document.parent())).isPresent();
            }
        });
    }

    @Test
    void loadingASecondTimeRecordsNothing() {
        assertThat(load.handle()).isZero();
    }

    @Test
    void anEditionIsNeverChanged() throws SQLException {
        assertThatThrownBy(() -> database.sql("update rulebook.edition set reason_ja = 'x'").update())
                .rootCause().hasMessageContaining("permission denied");
        try (var owner = TestDatabase.place().connectAsOwner(); var statement = owner.createStatement()) {
            assertThatThrownBy(() -> statement.execute("delete from rulebook.edition")).hasMessageContaining("append-only");
        }
    }
}
