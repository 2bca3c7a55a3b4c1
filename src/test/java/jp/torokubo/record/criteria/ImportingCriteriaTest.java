// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.criteria;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import jp.torokubo.FreshDatabase;
import jp.torokubo.TorokuboTest;
import jp.torokubo.ground.commands.CommandId;
import jp.torokubo.ground.files.StoredFiles;
import jp.torokubo.ground.files.TableReading.Format;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.ground.identity.Confirmations;
import jp.torokubo.ground.identity.Operators;
import jp.torokubo.ground.jobs.FailedJobs;
import jp.torokubo.ground.refusal.Refusal;
import jp.torokubo.record.criteria.importing.CriteriaDryRun;
import jp.torokubo.record.criteria.importing.CriteriaDryRun.Outcome;
import jp.torokubo.record.criteria.importing.CriteriaImports;
import jp.torokubo.record.criteria.importing.KeptCriteriaImport;
import jp.torokubo.record.criteria.store.TextHistory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From a workbook to what is shown, by two persons. All words are invented. */
@TorokuboTest
@FreshDatabase
class ImportingCriteriaTest {

    @Autowired UploadCriteriaWorkbook upload;
    @Autowired DryRunCriteriaImport dryRuns;
    @Autowired ProposeCriteriaImport propose;
    @Autowired ConfirmCriteriaImport confirm;
    @Autowired TurnDownCriteriaImport turnDown;
    @Autowired CriteriaImports imports;
    @Autowired Criteria criteria;
    @Autowired TextHistory history;
    @Autowired Confirmations confirmations;
    @Autowired StoredFiles files;
    @Autowired FailedJobs failedJobs;
    @Autowired JdbcClient jdbc;
    @TempDir Path folder;

    private Actor first;
    private Actor second;

    @BeforeEach
    void twoOperators() {
        first = Operators.add(jdbc, "一人目");
        second = Operators.add(jdbc, "二人目");
    }

    @Test
    void officialWordsLieOverOursWhenASecondPersonConfirms() throws IOException {
        var id = uploaded(texts("2024-07"), whole("2024-07"));
        var dryRun = dryRun(id);

        assertThat(dryRun.rows()).hasSize(1_371).allMatch(row -> row.outcome() == Outcome.OVERLAID);
        assertThat(dryRun.obstacles()).isEmpty();
        assertThat(dryRun.fitsBetter()).isNull();
        assertThat(criteria.control("2024-07", "9.2.3.11.PB").orElseThrow().officialJa()).isNull();
        proposed(id, dryRun);
        assertThat(criteria.control("2024-07", "9.2.3.11.PB").orElseThrow().officialJa()).isNull();

        assertThat(confirm(second, id, dryRun.hash())).isEqualTo(new ConfirmCriteriaImport.Result.Confirmed(1_371));

        var official = criteria.control("2024-07", "9.2.3.11.PB").orElseThrow().officialJa();
        assertThat(official.body()).isEqualTo("例：番号9.2.3.11のために考えた文である。");
        assertThat(official.sourceJa()).isEqualTo("例の管理基準（https://example.jp/criteria）");
        assertThat(official.importId()).isEqualTo(id);
        assertThat(criteria.control("2024-07", "9.2").orElseThrow().officialJa().title()).isEqualTo("例：番号9.2のために考えた文である。");
        assertThat(criteria.control("2022-04", "9.2.3.11.PB").orElseThrow().officialJa()).isNull();
        var kept = imports.find(id).orElseThrow();
        assertThat(kept.state()).isEqualTo(KeptCriteriaImport.State.CONFIRMED);
        assertThat(files.content(kept.file().hash())).isPresent();
    }

    @Test
    void theProposerCannotConfirmAndNobodyConfirmsWhatHeDidNotSee() throws IOException {
        var id = uploaded(texts("2024-07"), small("9.2.3.1", "例：一。", "9.2.3.2", "例：二。"));
        var dryRun = dryRun(id);
        assertThat(refusal(confirm(second, id, dryRun.hash()))).isEqualTo("criteria.import-not-in-this-state");
        proposed(id, dryRun);

        assertThat(refusal(confirm(first, id, dryRun.hash()))).isEqualTo("identity.same-person");
        assertThat(refusal(confirm(second, id, "0".repeat(64)))).isEqualTo("criteria.import-changed-since-seen");
        assertThat(criteria.control("2024-07", "9.2.3.1").orElseThrow().officialJa()).isNull();
        assertThat(confirm(second, id, dryRun.hash())).isEqualTo(new ConfirmCriteriaImport.Result.Confirmed(2));
        assertThat(refusal(confirm(second, id, dryRun.hash()))).isEqualTo("criteria.import-not-in-this-state");
    }

    @Test
    void whenAnotherImportWasConfirmedMeanwhileTheDryRunMustBeRedone() throws IOException {
        var slow = uploaded(texts("2024-07"), small("9.2.3.1", "例：遅い方。", "9.2.3.2", "例：二。"));
        var slowRun = dryRun(slow);
        proposed(slow, slowRun);
        brought(texts("2024-07"), small("9.2.3.1", "例：速い方。", "9.2.3.4", "例：四。"));

        assertThat(refusal(confirm(second, slow, slowRun.hash()))).isEqualTo("criteria.import-criteria-moved");
        var again = dryRun(slow);
        assertThat(outcome(again, "9.2.3.1")).isEqualTo(Outcome.REPLACED);
        assertThat(again.hash()).isNotEqualTo(slowRun.hash());
        proposed(slow, again);

        assertThat(confirm(second, slow, again.hash())).isInstanceOf(ConfirmCriteriaImport.Result.Confirmed.class);
        assertThat(confirmations.waiting()).isEmpty();
    }

    @Test
    void theSameWorkbookAgainChangesNothingAndIsNotProposed() throws IOException {
        brought(texts("2024-07"), small("9.2.3.1", "例：一。", "9.2.3.2", "例：二。"));
        var again = uploaded(texts("2024-07"), small("9.2.3.1", "例：一 。", "9.2.3.2", "例：二。"));

        var dryRun = dryRun(again);

        assertThat(dryRun.count(Outcome.SAME)).isEqualTo(2);
        assertThat(dryRun.changes()).isZero();
        assertThat(propose.handle(new ProposeCriteriaImport.Command(first, command(), again, dryRun.hash())))
                .isEqualTo(new ProposeCriteriaImport.Result.Refused(new CriteriaImportRefusal.NothingChanges()));
    }

    @Test
    void aLaterImportLiesOverTheEarlierWhichStaysReadable() throws IOException {
        brought(texts("2024-07"), small("9.2.3.1", "例：先の文。", "9.2.3.2", "例：残る文。"));
        var id = uploaded(texts("2024-07"), small("9.2.3.1", "例：後の文。", "9.2.3.2", "例：残る文。"));
        var dryRun = dryRun(id);

        assertThat(outcome(dryRun, "9.2.3.1")).isEqualTo(Outcome.REPLACED);
        assertThat(outcome(dryRun, "9.2.3.2")).isEqualTo(Outcome.SAME);
        proposed(id, dryRun);
        confirm(second, id, dryRun.hash());

        assertThat(criteria.control("2024-07", "9.2.3.1").orElseThrow().officialJa().body()).isEqualTo("例：後の文。");
        assertThat(history.of("2024-07", "9.2.3.1")).extracting(RecordedText::body).containsExactly("例：後の文。", "例：先の文。");
        assertThat(history.of("2024-07", "9.2.3.2")).extracting(RecordedText::body).containsExactly("例：残る文。");
    }

    @Test
    void theWorkbookOfAnotherEditionIsRecognised() throws IOException {
        var id = uploaded(texts("2022-04"), whole("2024-07"));

        var dryRun = dryRun(id);

        assertThat(dryRun.fitsBetter()).isEqualTo("2024-07");
        assertThat(dryRun.rows()).filteredOn(row -> row.outcome() == Outcome.NOT_IN_EDITION).extracting(CriteriaDryRun.Row::id)
                .containsExactly("8.1.5.4.P", "12.2.1.15", "13.2.3.7.P", "16.1.5.10");
        assertThat(dryRun.effect().textsJa()).hasSize(1_367);
    }

    @Test
    void aThirdEditionArrivesAsAWorkbook() throws IOException {
        brought(texts("2024-07"), whole("2024-07"));
        var rows = new ArrayList<String[]>();
        for (String[] row : whole("2024-07")) {
            if (row[0].equals("18.2.3.5")) {
                rows.add(new String[] {"18.2.3.6.PB", "例：まったく新しい文である。"});
            } else if (row[0].equals("9.2.3.1")) {
                rows.add(new String[] {row[0], "例：書き改めた文である。"});
            } else if (row[0].equals("9.2.3.2")) {
                rows.add(new String[] {"9.2.3.2.B", row[1]});
            } else if (!row[0].equals("9.2")) {
                rows.add(row);
            }
        }
        var id = uploaded(edition("2026-xx", ""), rows);

        var dryRun = dryRun(id);

        assertThat(dryRun.comparedWith()).isEqualTo("2024-07");
        assertThat(outcome(dryRun, "18.2.3.6.PB")).isEqualTo(Outcome.ADDED);
        assertThat(outcome(dryRun, "18.2.3.5")).isEqualTo(Outcome.REMOVED);
        assertThat(outcome(dryRun, "9.2.3.1")).isEqualTo(Outcome.REWORDED);
        assertThat(outcome(dryRun, "9.2.3.2.B")).isEqualTo(Outcome.REWORDED);
        assertThat(outcome(dryRun, "9.2")).isEqualTo(Outcome.FILLED_IN);
        assertThat(dryRun.count(Outcome.SAME)).isEqualTo(1_371 - 4);
        proposed(id, dryRun);
        assertThat(confirm(second, id, dryRun.hash())).isInstanceOf(ConfirmCriteriaImport.Result.Confirmed.class);

        var third = criteria.catalogue("2026-xx").orElseThrow();
        assertThat(third.edition().standsFrom()).isNull();
        assertThat(third.edition().importId()).isEqualTo(id);
        assertThat(third.controls()).hasSize(1_371);
        assertThat(third.control("9.2.3.2.B").orElseThrow().obligation()).isEqualTo(Obligation.MANDATORY);
        assertThat(third.control("9.2.3.2.B").orElseThrow().parent()).isEqualTo("9.2.3");
        assertThat(third.control("18.2.3.6.PB").orElseThrow().titleJa()).isEqualTo("例：まったく新しい文である。");
        assertThat(third.control("18.2.3.6.PB").orElseThrow().officialJa().body()).isEqualTo("例：まったく新しい文である。");
        var changes = criteria.changes("2024-07", "2026-xx").orElseThrow();
        assertThat(changes.added()).extracting(Control::id).containsExactly("18.2.3.6.PB");
        assertThat(changes.removed()).extracting(Control::id).containsExactly("18.2.3.5");
        assertThat(changes.changed()).extracting(changed -> changed.after().id()).containsExactly("9.2.3.1", "9.2.3.2.B");
    }

    @Test
    void anEditionIsTakenWholeOrNotAtAll() throws IOException {
        var withoutLetters = uploaded(edition("2027-01", "2027-01-15"), small("9.2.3.1", "例：一。", "9.2.3.2", "例：二。"));
        var spoiled = uploaded(edition("2027-02", "2027"), small("9.2.3.1.P", "例：一。", "9.2.3.2", "例：二。", "9.2.3.1.P", "例：ちがう。"));

        assertThat(dryRun(withoutLetters).obstacles()).extracting(Refusal::code).containsExactly("criteria.import-no-suffixes");
        assertThat(dryRun(spoiled).obstacles()).extracting(Refusal::code).contains("criteria.import-problems-left");
        assertThat(impossible(edition("2024-07", ""))).containsExactly("newEdition=criteria.import-edition-there");
        assertThat(impossible(edition("第三版", "きのう"))).containsExactly(
                "newEdition=criteria.import-edition-name-malformed", "standsFrom=criteria.import-stands-from-malformed");
    }

    @Test
    void whatCouldNotBeReadIsNotTakenAndTheRestIs() throws IOException {
        var id = uploaded(texts("2024-07"), small("9.2.3.1", "例：一。", "9.2.3.2", "例：二。", "9.2.3.2", "例：別の二。", "9.2.3.4.PB", "例：四。"));

        var dryRun = dryRun(id);

        assertThat(imports.find(id).orElseThrow().reading().problems()).extracting(Refusal::code).containsExactly(
                "criteria.book-twice-with-other-words", "criteria.book-twice-with-other-words", "criteria.book-suffix-differs");
        assertThat(dryRun.changes()).isEqualTo(1);
        assertThat(outcome(dryRun, "9.2.3.2")).isEqualTo(Outcome.MISSING);
        proposed(id, dryRun);
        assertThat(confirm(second, id, dryRun.hash())).isEqualTo(new ConfirmCriteriaImport.Result.Confirmed(1));
    }

    @Test
    void aListNamesControlsFromADay() throws IOException {
        var form = list("important", "2024-07", "2024-08-01");
        brought(form, small("9.2.3.11", "例", "9.2.3.1", "例"));
        var later = uploaded(list("important", "2024-07", "2025-08-01"), small("9.2.3.11", "例", "9.2.3.2", "例", "99.1.1", "例"));

        var dryRun = dryRun(later);

        assertThat(dryRun.rows()).extracting(row -> row.id() + " " + row.outcome().code()).containsExactly(
                "9.2.3.1 no-longer-named", "9.2.3.2 named", "9.2.3.11.PB same", "99.1.1 not-in-edition");
        proposed(later, dryRun);
        confirm(second, later, dryRun.hash());
        assertThat(named("2024-07-31")).isEmpty();
        assertThat(named("2024-08-01")).containsExactlyInAnyOrder("9.2.3.1", "9.2.3.11.PB");
        assertThat(named("2025-08-01")).containsExactlyInAnyOrder("9.2.3.2", "9.2.3.11.PB");
    }

    @Test
    void aMappingKeepsEveryPlaceItLeadsTo() throws IOException {
        var rows = new ArrayList<String[]>();
        rows.add(new String[] {"管理策", "NIST SP 800-53"});
        rows.add(new String[] {"9.2.3.1", "AC-2(1)、AC-3"});
        rows.add(new String[] {"9.2.3.2", "AC-6"});
        brought(list("sp800-53", "2024-07", ""), rows);

        var list = criteria.catalogue("2024-07").orElseThrow().list(ListKind.SP800_53, LocalDate.of(2030, 1, 1)).orElseThrow();
        assertThat(list.valuesOf("9.2.3.1")).containsExactlyInAnyOrder("AC-2(1)", "AC-3");
        assertThat(list.source().ja()).contains("例の管理基準");
    }

    @Test
    void anImportIsTurnedDownWithAReasonAndStaysReadable() throws IOException {
        var id = uploaded(texts("2024-07"), small("9.2.3.1", "例：一。", "9.2.3.2", "例：二。"));
        var dryRun = dryRun(id);
        proposed(id, dryRun);

        assertThat(turnDown.handle(new TurnDownCriteriaImport.Command(second, command(), id, " ")))
                .isEqualTo(new TurnDownCriteriaImport.Result.Refused(CriteriaImportRefusal.FieldMissing.of("reason")));
        assertThat(turnDown.handle(new TurnDownCriteriaImport.Command(second, command(), id, "版が違います。")))
                .isEqualTo(new TurnDownCriteriaImport.Result.TurnedDown());

        assertThat(imports.find(id).orElseThrow().decided().reason()).isEqualTo("版が違います。");
        assertThat(refusal(confirm(second, id, dryRun.hash()))).isEqualTo("criteria.import-not-in-this-state");
        assertThat(confirmations.waiting()).isEmpty();
    }

    @Test
    void aWorkbookWithoutControlsIsNotKept() throws IOException {
        var file = WrittenWorkbook.of(folder.resolve("other.xlsx"), List.<String[]>of(new String[] {"品名", "値段"}, new String[] {"例の品", "例"}));

        var result = upload.handle(new UploadCriteriaWorkbook.Command(first, command(), texts("2024-07"), file, "other.xlsx", Format.XLSX, "UTF-8"));

        assertThat(result).isEqualTo(new UploadCriteriaWorkbook.Result.Refused(new CriteriaImportRefusal.NoControls()));
        assertThat(imports.newest(10)).isEmpty();
        assertThat(failedJobs.list()).hasSize(1);
    }

    private UUID brought(UploadCriteriaWorkbook.Form form, List<String[]> rows) throws IOException {
        var id = uploaded(form, rows);
        var dryRun = dryRun(id);
        proposed(id, dryRun);
        assertThat(confirm(second, id, dryRun.hash())).isInstanceOf(ConfirmCriteriaImport.Result.Confirmed.class);
        return id;
    }

    private UUID uploaded(UploadCriteriaWorkbook.Form form, List<String[]> rows) throws IOException {
        var file = WrittenWorkbook.of(folder.resolve("book.xlsx"), rows);
        var result = upload.handle(new UploadCriteriaWorkbook.Command(first, command(), form, file, "book.xlsx", Format.XLSX, "UTF-8"));
        assertThat(result).isInstanceOf(UploadCriteriaWorkbook.Result.Read.class);
        return ((UploadCriteriaWorkbook.Result.Read) result).id();
    }

    private List<String> impossible(UploadCriteriaWorkbook.Form form) throws IOException {
        var file = WrittenWorkbook.of(folder.resolve("book.xlsx"), small("9.2.3.1", "例：一。"));
        var result = upload.handle(new UploadCriteriaWorkbook.Command(first, command(), form, file, "book.xlsx", Format.XLSX, "UTF-8"));
        return ((UploadCriteriaWorkbook.Result.Impossible) result).fields().entrySet().stream()
                .peek(field -> assertThat(field.getValue()).as("which field is empty").matches(why ->
                        !(why instanceof CriteriaImportRefusal.FieldMissing missing) || missing.equals(CriteriaImportRefusal.FieldMissing.of(field.getKey()))))
                .map(field -> field.getKey() + "=" + field.getValue().code()).sorted().toList();
    }

    private CriteriaDryRun dryRun(UUID id) {
        return dryRuns.of(imports.find(id).orElseThrow());
    }

    private void proposed(UUID id, CriteriaDryRun dryRun) {
        assertThat(propose.handle(new ProposeCriteriaImport.Command(first, command(), id, dryRun.hash())))
                .isInstanceOf(ProposeCriteriaImport.Result.Proposed.class);
    }

    private ConfirmCriteriaImport.Result confirm(Actor actor, UUID id, String hash) {
        return confirm.handle(new ConfirmCriteriaImport.Command(actor, Operators.PROVEN, command(), id, hash));
    }

    private static String refusal(ConfirmCriteriaImport.Result result) {
        return ((ConfirmCriteriaImport.Result.Refused) result).why().code();
    }

    private static Outcome outcome(CriteriaDryRun dryRun, String id) {
        return dryRun.rows().stream().filter(row -> row.id().equals(id)).findFirst().orElseThrow().outcome();
    }

    private List<String> named(String day) {
        return criteria.catalogue("2024-07").orElseThrow().list(ListKind.IMPORTANT, LocalDate.parse(day))
                .map(list -> list.entries().stream().map(DatedList.Entry::control).toList()).orElse(List.of());
    }

    private List<String[]> whole(String edition) {
        return WrittenWorkbook.whole(criteria.catalogue(edition).orElseThrow(), WrittenWorkbook::example);
    }

    private static List<String[]> small(String... idsAndWords) {
        var rows = new ArrayList<String[]>();
        rows.add(new String[] {"番号", "管理策"});
        for (int at = 0; at < idsAndWords.length; at += 2) {
            rows.add(new String[] {idsAndWords[at], idsAndWords[at + 1]});
        }
        return rows;
    }

    private static CommandId command() {
        return new CommandId(UUID.randomUUID());
    }

    private static UploadCriteriaWorkbook.Form texts(String edition) {
        return new UploadCriteriaWorkbook.Form("texts", edition, "", "", "", "", "", "", "例の管理基準", "https://example.jp/criteria");
    }

    private static UploadCriteriaWorkbook.Form edition(String id, String standsFrom) {
        return new UploadCriteriaWorkbook.Form("edition", "", id, "例の第三版", "", standsFrom, "", "", "例の管理基準", "https://example.jp/criteria");
    }

    private static UploadCriteriaWorkbook.Form list(String kind, String edition, String from) {
        return new UploadCriteriaWorkbook.Form(kind, edition, "", "", "", "", from, "", "例の管理基準", "https://example.jp/criteria");
    }
}
