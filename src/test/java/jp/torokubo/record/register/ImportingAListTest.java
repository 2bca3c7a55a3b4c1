// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.register;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import jp.torokubo.FreshDatabase;
import jp.torokubo.TorokuboTest;
import jp.torokubo.ground.commands.CommandId;
import jp.torokubo.ground.files.TableReading.Format;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.ground.identity.Confirmations;
import jp.torokubo.ground.identity.Operators;
import jp.torokubo.ground.jobs.FailedJobs;
import jp.torokubo.record.register.importing.DryRun;
import jp.torokubo.record.register.importing.DryRun.Outcome;
import jp.torokubo.record.register.importing.Imports;
import jp.torokubo.record.register.importing.KeptImport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@TorokuboTest
@FreshDatabase
class ImportingAListTest {

    private static final Path DOCUMENT = Path.of("src/test/resources/published/ismap-2021-09-13.txt");

    @Autowired UploadPublishedList upload;
    @Autowired DryRunImport dryRuns;
    @Autowired ProposeImport propose;
    @Autowired ConfirmImport confirm;
    @Autowired TurnDownImport turnDown;
    @Autowired LoadFirstList loadFirstList;
    @Autowired RecordEvents recordEvents;
    @Autowired Imports imports;
    @Autowired Confirmations confirmations;
    @Autowired RegisterReading register;
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
    void aPublishedDocumentBecomesTheListWhenASecondPersonConfirms() {
        var id = read(uploaded(DOCUMENT, Format.TEXT, "2021-09-13"));
        var dryRun = dryRun(id);
        assertThat(dryRun.count(Outcome.NEW)).isEqualTo(20);
        assertThat(count("2021-09-13")).isZero();

        proposed(id, dryRun);
        assertThat(count("2021-09-13")).isZero();
        assertThat(confirm(second, id, dryRun.hash())).isEqualTo(new ConfirmImport.Result.Confirmed(0, 20));

        assertThat(List.of(count("2021-03-11"), count("2021-03-12"), count("2021-06-22"), count("2021-07-30"), count("2021-09-13")))
                .containsExactly(0L, 10L, 14L, 15L, 20L);
        var kept = imports.find(id).orElseThrow();
        assertThat(kept.state()).isEqualTo(KeptImport.State.CONFIRMED);
        assertThat(kept.decided().name()).isEqualTo("二人目");
    }

    @Test
    void theProposerCannotConfirmAndNobodyConfirmsWhatHeDidNotSee() {
        var id = read(uploaded(DOCUMENT, Format.TEXT, "2021-09-13"));
        var dryRun = dryRun(id);
        assertThat(refusal(confirm(second, id, dryRun.hash()))).isEqualTo("register.import-not-in-this-state");
        proposed(id, dryRun);

        assertThat(refusal(confirm(first, id, dryRun.hash()))).isEqualTo("identity.same-person");
        assertThat(refusal(confirm(second, id, "0".repeat(64)))).isEqualTo("register.import-changed-since-seen");
        assertThat(count("2021-09-13")).isZero();
        assertThat(confirm(second, id, dryRun.hash())).isInstanceOf(ConfirmImport.Result.Confirmed.class);
        assertThat(refusal(confirm(second, id, dryRun.hash()))).isEqualTo("register.import-not-in-this-state");
    }

    @Test
    void whenTheRegisterMovedTheDryRunMustBeRedone() {
        var id = read(uploaded(DOCUMENT, Format.TEXT, "2021-09-13"));
        var dryRun = dryRun(id);
        proposed(id, dryRun);
        Given.entered(recordEvents, Given.granted(1, LocalDate.of(2021, 3, 12), Given.facts("割り込み")));

        assertThat(refusal(confirm(second, id, dryRun.hash()))).isEqualTo("register.import-register-moved");
        assertThat(propose.handle(new ProposeImport.Command(first, command(), id, dryRun.hash())))
                .isInstanceOf(ProposeImport.Result.Refused.class);
        var again = dryRun(id);
        proposed(id, again);

        assertThat(again.missing()).extracting(DryRun.Missing::name).containsExactly("割り込み");
        assertThat(confirm(second, id, again.hash())).isInstanceOf(ConfirmImport.Result.Confirmed.class);
        assertThat(confirmations.waiting()).isEmpty();
        assertThat(count("2021-09-13")).isEqualTo(20);
    }

    @Test
    void aNewerListSaysWhatIsNewChangedSameAndMissing() throws IOException {
        loadFirstList.handle(new LoadFirstList.Command());
        var id = read(uploaded(csv("""
                登録番号,サービス名,申請者,登録日,有効期限
                C21-0001-2,OpenCanvas（IaaS）,株式会社NTTデータ,2021-03-12,2022-07-31
                C21-0003-2,Apigee Edge,Google LLC,2021-03-12,
                ,Google Cloud Platform,Google LLC,2021-03-12,
                C21-0021-2,新しいサービス,新しい会社,2021-12-20,
                """), Format.CSV, "2021-12-20"));

        var dryRun = dryRun(id);

        assertThat(dryRun.rows()).extracting(DryRun.Row::outcome)
                .containsExactly(Outcome.CHANGED, Outcome.CHANGED, Outcome.SAME, Outcome.NEW);
        assertThat(dryRun.rows().get(0).differences()).extracting(DryRun.Difference::field)
                .containsExactly("registration_no", "name", "provider", "valid_until");
        assertThat(dryRun.rows().get(1).differences())
                .containsExactly(new DryRun.Difference("registration_no", "C21-0003-2 [inferred]", "C21-0003-2 [official]"));
        assertThat(dryRun.missing()).hasSize(17).extracting(DryRun.Missing::name).contains("Box").doesNotContain("Google Cloud Platform");

        proposed(id, dryRun);
        assertThat(confirm(second, id, dryRun.hash())).isInstanceOf(ConfirmImport.Result.Confirmed.class);

        assertThat(count("2021-09-13")).isEqualTo(20);
        assertThat(count("2021-12-19")).isEqualTo(20);
        assertThat(count("2021-12-20")).isEqualTo(4);
        var renamed = register.service(RegisterName.ISMAP, "C21-0001-2", LocalDate.of(2021, 12, 20), null).orElseThrow();
        assertThat(renamed.listed().provider()).isEqualTo("株式会社NTTデータ");
        assertThat(renamed.listed().validUntil()).isEqualTo(LocalDate.of(2022, 7, 31));
        assertThat(renamed.completeUntil()).isEqualTo(LocalDate.of(2021, 12, 20));
    }

    @Test
    void aListWithARefusedRowIsNotProposed() throws IOException {
        loadFirstList.handle(new LoadFirstList.Command());
        var id = read(uploaded(csv("""
                登録番号,サービス名,申請者,登録日
                ,Box,"Box, Inc.",2021-09-12
                C21-0001-2,Apigee Edge,Google LLC,2021-03-12
                ,後の日,A,2022-01-01
                ,だめな日,A,2021-02-29
                """), Format.CSV, "2021-12-20"));

        var dryRun = dryRun(id);

        assertThat(dryRun.rows()).extracting(row -> row.faults().get(0).code()).containsExactly(
                "register.list-other-day", "register.list-ambiguous", "register.list-day-after-publication", "japanese.day-no-such-day");
        assertThat(propose.handle(new ProposeImport.Command(first, command(), id, dryRun.hash())))
                .isEqualTo(new ProposeImport.Result.Refused(new ImportRefusal.HasRefusedRows(4)));
    }

    @Test
    void whatIsTurnedDownStaysSoWithItsReason() {
        var id = read(uploaded(DOCUMENT, Format.TEXT, "2021-09-13"));
        var dryRun = dryRun(id);
        proposed(id, dryRun);

        assertThat(turnDown.handle(new TurnDownImport.Command(second, command(), id, " ")))
                .isEqualTo(new TurnDownImport.Result.Refused(new ImportRefusal.TurnDownReasonMissing()));
        assertThat(turnDown.handle(new TurnDownImport.Command(second, command(), id, "長".repeat(2_001))))
                .isEqualTo(new TurnDownImport.Result.Refused(new ImportRefusal.TextTooLong(2_001, 2_000)));
        assertThat(turnDown.handle(new TurnDownImport.Command(second, command(), id, "基準日が違います。")))
                .isEqualTo(new TurnDownImport.Result.TurnedDown());

        assertThat(imports.find(id).orElseThrow().decided().reason()).isEqualTo("基準日が違います。");
        assertThat(refusal(confirm(second, id, dryRun.hash()))).isEqualTo("register.import-not-in-this-state");
        assertThat(confirmations.waiting()).isEmpty();
    }

    @Test
    void aFileThatCannotBeReadIsNotKeptAndStandsAmongTheFailedJobs() throws IOException {
        var result = uploaded(Files.write(folder.resolve("list.csv"), "サービス名\n富士通\n".getBytes("windows-31j")), Format.CSV, "2021-09-13");

        assertThat(((UploadPublishedList.Result.Refused) result).why().code()).isEqualTo("files.encoding-other");
        assertThat(imports.newest(10)).isEmpty();
        assertThat(jdbc.sql("select count(*) from files.stored_file").query(Long.class).single()).isZero();
        assertThat(failedJobs.list()).hasSize(1).allSatisfy(job -> assertThat(job.reason()).contains("Shift_JIS"));
    }

    @Test
    void whatIsTypedWronglyIsSaidFieldByField() {
        var result = upload.handle(new UploadPublishedList.Command(first, command(), RegisterName.ISMAP, null, "", Format.TEXT, "UTF-8",
                " ", "", "2026-13-01"));

        assertThat(((UploadPublishedList.Result.Impossible) result).fields()).hasSize(4);
        var future = upload.handle(new UploadPublishedList.Command(first, command(), RegisterName.ISMAP, DOCUMENT, "a", Format.TEXT,
                "UTF-8", "題", "出典", "2026-11-22"));
        assertThat(((UploadPublishedList.Result.Impossible) future).fields().get("completeUntil").code())
                .isEqualTo("register.import-complete-until-impossible");
    }

    private UploadPublishedList.Result uploaded(Path file, Format format, String completeUntil) {
        return upload.handle(new UploadPublishedList.Command(first, command(), RegisterName.ISMAP, file, "C:\\list.txt", format,
                "UTF-8", "登録状況", "資料３－１", completeUntil));
    }

    private Path csv(String content) throws IOException {
        return Files.write(folder.resolve("list.csv"), content.getBytes(UTF_8));
    }

    private static UUID read(UploadPublishedList.Result result) {
        return ((UploadPublishedList.Result.Read) result).id();
    }

    private DryRun dryRun(UUID id) {
        var kept = imports.find(id).orElseThrow();
        return dryRuns.of(kept.publication(), kept.file().hash(), kept.reading());
    }

    private void proposed(UUID id, DryRun dryRun) {
        assertThat(propose.handle(new ProposeImport.Command(first, command(), id, dryRun.hash())))
                .isInstanceOf(ProposeImport.Result.Proposed.class);
    }

    private ConfirmImport.Result confirm(Actor actor, UUID id, String hash) {
        return confirm.handle(new ConfirmImport.Command(actor, Operators.PROVEN, command(), id, hash));
    }

    private static String refusal(ConfirmImport.Result result) {
        return ((ConfirmImport.Result.Refused) result).why().code();
    }

    private long count(String day) {
        return register.list(Given.question(LocalDate.parse(day))).total();
    }

    private static CommandId command() {
        return new CommandId(UUID.randomUUID());
    }
}
