// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.criteria;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import jp.torokubo.FreshDatabase;
import jp.torokubo.NthFailure;
import jp.torokubo.NthFailureOf;
import jp.torokubo.TestDatabase;
import jp.torokubo.TorokuboTest;
import jp.torokubo.record.criteria.store.CriteriaStore;
import jp.torokubo.record.rulebook.Provenance;
import jp.torokubo.record.rulebook.Source;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** What is recorded over the editions that come with the program: official texts, lists, further editions. */
@TorokuboTest
@FreshDatabase
class OverlayTest {

    private static final Instant NOW = Instant.parse("2026-11-21T03:00:00Z");
    private static final Source SOURCE = new Source(Provenance.OFFICIAL, "公表資料", "A publication");

    @Autowired Criteria criteria;
    @Autowired CriteriaStore store;
    @Autowired LoadCriteria load;
    @Autowired MockMvc mvc;

    @Test
    void anOfficialTitleIsShownBeforeOursAndMarkedAsOfficial() throws Exception {
        store.add(texts("2024-07", false, new TextSet.Text("9.2.3", "公式の題名", "公式の文")));

        var row = criteria.control("2024-07", "9.2.3").orElseThrow();
        assertThat(row.title(false)).isEqualTo("公式の題名");
        assertThat(row.basis(false)).isEqualTo(TitleBasis.OFFICIAL);
        assertThat(row.title(true)).isEqualTo("Management of privileged access rights");
        assertThat(row.basis(true)).isEqualTo(TitleBasis.STANDARD_TITLE);
        assertThat(criteria.control("2022-04", "9.2.3").orElseThrow().official(false)).isNull();
        mvc.perform(get("/api/v1/criteria/2024-07/controls").queryParam("q", "公式の文"))
                .andExpect(jsonPath("$.total").value(1))
                .andExpect(jsonPath("$.controls[0].title_ja").value("公式の題名"))
                .andExpect(jsonPath("$.controls[0].title_basis").value("standard-title"))
                .andExpect(jsonPath("$.controls[0].title_ja_basis").value("official"))
                .andExpect(jsonPath("$.controls[0].text_ja").value("公式の文"));
    }

    @Test
    void aTextWithoutATitleLeavesOurTitleStanding() {
        store.add(texts("2024-07", false, new TextSet.Text("9.2.3", null, "公式の文")));

        var row = criteria.control("2024-07", "9.2.3").orElseThrow();
        assertThat(row.title(false)).isEqualTo("特権的アクセス権の管理");
        assertThat(row.basis(false)).isEqualTo(TitleBasis.STANDARD_TITLE);
        assertThat(row.official(false).body()).isEqualTo("公式の文");
    }

    @Test
    void theTextRecordedLastCountsAndAnEmptyOneTakesBack() {
        store.add(texts("2024-07", false, new TextSet.Text("9.2.3", "先", null), new TextSet.Text("9.2.4", "残る", null)));
        assertThat(criteria.control("2024-07", "9.2.3").orElseThrow().title(false)).isEqualTo("先");
        store.add(texts("2024-07", false, new TextSet.Text("9.2.3", "後", null)));
        assertThat(criteria.control("2024-07", "9.2.3").orElseThrow().title(false)).isEqualTo("後");
        store.add(texts("2024-07", false, new TextSet.Text("9.2.3", null, null)));

        assertThat(criteria.control("2024-07", "9.2.3").orElseThrow().title(false)).isEqualTo("特権的アクセス権の管理");
        assertThat(criteria.control("2024-07", "9.2.4").orElseThrow().title(false)).isEqualTo("残る");
    }

    @Test
    void aListNamesControlsOnTheDaysForWhichItIsValid() {
        assertThat(on("2024-08-01")).isEmpty();
        store.add(list(LocalDate.of(2023, 10, 1), LocalDate.of(2024, 7, 31), "5.1.1.1"));
        assertThat(on("2024-07-31")).containsExactly("5.1.1.1");
        assertThat(on("2024-08-01")).as("the day after its last").isEmpty();
        store.add(list(LocalDate.of(2024, 8, 1), null, "9.2.3.11.PB"));

        assertThat(on("2023-09-30")).isEmpty();
        assertThat(on("2024-07-31")).containsExactly("5.1.1.1");
        assertThat(on("2024-08-01")).containsExactly("9.2.3.11.PB");
        assertThat(on("2030-01-01")).containsExactly("9.2.3.11.PB");

        store.add(list(LocalDate.of(2024, 8, 1), null));
        assertThat(on("2024-08-01")).as("a later list without entries takes back").isEmpty();
    }

    @Test
    void thePageOfAControlShowsTheOfficialTextAndTheListsOfToday() throws Exception {
        assertThat(page("/criteria/2024-07/9.2.3.11.PB")).doesNotContain("主たる監査対象").contains("照らしていません");

        store.add(texts("2024-07", false, new TextSet.Text("9.2.3.11.PB", "公式の題名", "公式の<文>")));
        store.add(list(LocalDate.of(2024, 8, 1), null, "9.2.3.11.PB"));
        store.add(new DatedList(
                UUID.randomUUID(), ListKind.SP800_53, "2024-07", null, null, SOURCE, NOW, "operator", null,
                List.of(new DatedList.Entry("9.2.3.11.PB", "IA-2"), new DatedList.Entry("9.2.3.11.PB", "IA-5"))));

        assertThat(page("/criteria/2024-07/9.2.3.11.PB"))
                .contains("公式の題名", "公式の&lt;文&gt;", "公式の資料", "主たる監査対象", "2024年8月1日から", "IA-2、IA-5")
                .doesNotContain("照らしていません");
        assertThat(page("/en/criteria/2024-07/9.2.3.11.PB")).contains("our summary", "Important controls", "公式の&lt;文&gt;");
        assertThat(page("/criteria/2024-07?q=9.2.3.11")).contains("<span class=\"tb-kind\">公式</span>").doesNotContain("照らしていません");
        assertThat(page("/criteria/2024-07.csv?q=9.2.3.11")).contains(",公式の文,", "公式の<文>");
    }

    @Test
    void theOfficialTextIsShownInBothLanguagesAndNobodyIsSentElsewhereForIt() throws Exception {
        var pointer = criteria.catalogue("2024-07").orElseThrow().controls().stream()
                .filter(row -> row.basis(false) == TitleBasis.POINTER).findFirst().orElseThrow().id();
        assertThat(page("/criteria/2024-07/" + pointer)).contains("規格の箇所を指すだけ", "照らしていません");

        store.add(texts("2024-07", false, new TextSet.Text(pointer, null, "公式の文")));
        store.add(texts("2024-07", true, new TextSet.Text(pointer, null, "The official text")));

        assertThat(page("/criteria/2024-07/" + pointer)).contains("公式の文", "The official text")
                .doesNotContain("規格の箇所を指すだけ", "照らしていません");
        assertThat(page("/en/criteria/2024-07/" + pointer)).contains("公式の文", "The official text")
                .doesNotContain("only names a place", "they are not the text of the criteria");
    }

    @Test
    void aFurtherEditionStandsBehindTheOthersAndIsCompared() {
        var older = criteria.catalogue("2024-07").orElseThrow();
        var newer = new CriteriaEdition("2026-01", "第三の版", null, new StandsFrom("2026-01-15"), SOURCE, NOW, "operator", UUID.randomUUID());
        store.add(newer, older.controls().stream().filter(row -> !row.id().equals("18.2.3.5")).toList());

        assertThat(criteria.editions().stream().map(CriteriaEdition::id)).containsExactly("2022-04", "2024-07", "2026-01");
        assertThat(criteria.newest()).isEqualTo(newer);
        assertThat(criteria.standingOn(LocalDate.of(2026, 1, 14)).stream().map(CriteriaEdition::id)).containsExactly("2024-07");
        assertThat(criteria.standingOn(LocalDate.of(2026, 1, 15)).stream().map(CriteriaEdition::id)).containsExactly("2026-01");
        var changes = criteria.changes("2024-07", "2026-01").orElseThrow();
        assertThat(changes.removed().stream().map(Control::id)).containsExactly("18.2.3.5");
        assertThat(changes.changed()).isEmpty();
        assertThat(criteria.changes("2022-04", "2026-01").orElseThrow().changed()).hasSize(5);
    }

    @Test
    @NthFailureOf(LoadCriteria.class)
    void theFirstLoadHappensOnceOrNotAtAll() throws Exception {
        try (var owner = TestDatabase.place().connectAsOwner(); var statement = owner.createStatement()) {
            for (var table : List.of("control", "edition")) {
                statement.execute("alter table criteria." + table + " disable trigger all");
                statement.execute("delete from criteria." + table);
                statement.execute("alter table criteria." + table + " enable trigger all");
            }
            statement.execute("delete from criteria.shipped");
        }

        NthFailure.of(load::handle).changesNothingAndARetryTakesEffectOnce();
    }

    private String page(String address) throws Exception {
        return mvc.perform(get(address)).andReturn().getResponse().getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
    }

    private List<String> on(String day) {
        return criteria.catalogue("2024-07").orElseThrow().list(ListKind.IMPORTANT, LocalDate.parse(day))
                .map(list -> list.entries().stream().map(DatedList.Entry::control).toList())
                .orElse(List.of());
    }

    private static TextSet texts(String edition, boolean english, TextSet.Text... texts) {
        return new TextSet(UUID.randomUUID(), edition, english, "公式の資料", "Official workbook", NOW, "operator", UUID.randomUUID(), List.of(texts));
    }

    private static DatedList list(@Nullable LocalDate from, @Nullable LocalDate until, String... controls) {
        return new DatedList(
                UUID.randomUUID(), ListKind.IMPORTANT, "2024-07", from, until, SOURCE, NOW, "operator", null,
                java.util.Arrays.stream(controls).map(control -> new DatedList.Entry(control, "")).toList());
    }
}
