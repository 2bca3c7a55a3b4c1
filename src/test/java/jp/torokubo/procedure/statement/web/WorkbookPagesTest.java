// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import jp.torokubo.FreshDatabase;
import jp.torokubo.NthFailure;
import jp.torokubo.NthFailureOf;
import jp.torokubo.TorokuboTest;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.ground.identity.Operators;
import jp.torokubo.ground.jobs.LongWork;
import jp.torokubo.procedure.statement.ChangeAnswers;
import jp.torokubo.procedure.statement.Choice;
import jp.torokubo.procedure.statement.Declarants;
import jp.torokubo.procedure.statement.ExportWorkbook;
import jp.torokubo.procedure.statement.KeepWorkbook;
import jp.torokubo.procedure.statement.ReadStatement;
import jp.torokubo.procedure.statement.StatementFixture;
import jp.torokubo.procedure.statement.WholeStatement;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@TorokuboTest
@FreshDatabase
class WorkbookPagesTest {

    private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"([0-9a-f]{64})\"");

    @Autowired ApplicationContext program;
    @Autowired ReadStatement readStatement;
    @Autowired ChangeAnswers changeAnswers;
    @Autowired KeepWorkbook keepWorkbook;
    @Autowired ExportWorkbook exportWorkbook;
    @Autowired LongWork longWork;
    @Autowired MockMvc mvc;
    @TempDir Path folder;

    private Declarants they;
    private StatementFixture fixture;
    private String here;

    @BeforeEach
    void people() {
        they = new Declarants();
        fixture = StatementFixture.of(program, they.aiko, they.ofAlpha, Declarants.AGENCY_NUMBER);
        here = "/desk/dossiers/" + they.ofAlpha.value() + "/statements/" + fixture.statement().value();
    }

    @Test
    void whatIsHandedOutAndSentBackUnchangedChangesNothing() throws Exception {
        var book = answer(they.yuki, here + "/workbook.xlsx").getContentAsByteArray();

        var preview = page(they.yuki, uploaded(they.yuki, book));

        assertThat(preview).contains("変わらない行", "取り込む変更がありません").doesNotContain("取り込めないところ");
    }

    @Test
    void aWorkbookOfAnotherLayoutIsPreviewedTakenInAndUndoneAsAWhole() throws Exception {
        var before = whole().answers();
        var at = uploaded(they.yuki, book("理由", "採否", "管理策番号", new String[][] {
            {"対象の設備を持たないため、この管理策は選択しない。", "非採用", "９．１．１．３"}, {"", "採用", "9.1.1.5"}, {"x", "採用", "9.1.1.999"}}));
        var preview = page(they.yuki, at);
        assertThat(preview).contains("9.1.1.999", "2行を取り込む", "まだ何も変わっていません");
        assertThat(whole().answers()).isEqualTo(before);

        assertThat(commit(they.yuki, at, preview).getRedirectedUrl()).endsWith("/workbook?taken=2");

        assertThat(whole().answer("9.1.1.3").choice()).isEqualTo(Choice.LEFT_OUT);
        assertThat(whole().answer("9.1.1.5").choice()).isEqualTo(Choice.ADOPTED);
        var history = page(they.yuki, here + "/workbook");
        assertThat(history).contains("取り込んだ人", ">a.xlsx<").doesNotContain("??");
        var batch = find(history, "name=\"batch\" value=\"([^\"]+)\"");
        sent(they.yuki, post(URI.create(here + "/workbook/undo")).param("commandId", UUID.randomUUID().toString()).param("batch", batch));
        assertThat(whole().answer("9.1.1.3").choice()).isEqualTo(Choice.OPEN);
        assertThat(whole().answer("9.1.1.1")).isEqualTo(before.get("9.1.1.1"));
        assertThat(answer(they.yuki, at + "/errors.xlsx").getContentType()).contains("spreadsheetml");
    }

    @Test
    void whereRowsHaveChangedSinceThePreviewNothingIsTakenIn() throws Exception {
        var at = uploaded(they.yuki, book("理由", "採否", "番号", new String[][] {{"選択しない理由をここに書いておきます。", "非採用", "9.1.1.3"}}));
        var preview = page(they.yuki, at);
        changeAnswers.handle(Declarants.change(they.aiko, fixture.statement(), Declarants.adopted("9.1.1.3", "愛子の文")));

        var answer = commit(they.yuki, at, preview);

        assertThat(answer.getStatus()).isEqualTo(409);
        assertThat(answer.getContentAsString(UTF_8)).contains("確認画面を開いた後に、行が変わりました");
        assertThat(whole().answer("9.1.1.3").described()).isEqualTo("愛子の文");
    }

    @Test
    void whatIsNoWorkbookIsRefusedInWordsAndNobodyElseFindsWhatWasKept() throws Exception {
        assertThat(sent(they.yuki, multipart(URI.create(here + "/workbook"))
                        .file(new MockMultipartFile("file", "a.xlsx", null, "これは表ではない".getBytes(UTF_8)))
                        .param("commandId", UUID.randomUUID().toString())).getStatus())
                .isBetween(400, 422);
        var at = uploaded(they.yuki, book("理由", "採否", "番号", new String[][] {{"選択しない理由をここに書いておきます。", "非採用", "9.1.1.3"}}));
        for (var stranger : they.strangers()) {
            assertThat(answer(stranger, at).getStatus()).isEqualTo(404);
            assertThat(answer(stranger, here + "/workbook.xlsx").getStatus()).isEqualTo(404);
        }
        assertThat(answer(they.yuki, here + "/workbook/" + "0".repeat(64)).getStatus()).isEqualTo(404);
    }

    @Test
    void aColumnWhoseHeadingTellsNothingIsReadAsSomebodySays() throws Exception {
        var at = uploaded(they.yuki, book("別の欄", "ある欄", "番号", new String[][] {
            {"対象の設備を持たないため、この管理策は選択しない。", "非採用", "9.1.1.3"}, {"", "採用", "9.1.1.5"}}));
        assertThat(page(they.yuki, at)).contains("回答の列が見つかりません", "取り込む変更がありません");

        var chosen = page(they.yuki, at + "?as=0.0.reason-ja&as=0.1.choice");

        assertThat(chosen).contains("2行を取り込む").doesNotContain("??");
        assertThat(page(they.yuki, "/en" + at + "?as=0.0.reason-ja&as=0.1.choice")).doesNotContain("??");
        var done = sent(they.yuki, post(URI.create(at + "/commit")).param("commandId", UUID.randomUUID().toString())
                .param("as", "0.0.reason-ja", "0.1.choice").param("seen", find(chosen, SEEN.pattern())));
        assertThat(done.getRedirectedUrl()).endsWith("taken=2");
        assertThat(whole().answer("9.1.1.3").reason().ja()).startsWith("対象の設備");
    }

    @Test
    void ofTwoWhoTakeInTheSameRowsAtOnceOneDoesAndTheOtherIsTold() throws Exception {
        var at = uploaded(they.yuki, book("理由", "採否", "番号", new String[][] {{"選択しない理由をここに書いておきます。", "非採用", "9.1.1.3"}}));
        var preview = page(they.yuki, at);
        var another = uploaded(they.aiko, book("理由", "採否", "番号", new String[][] {{"別の人が書いた選択しない理由です。", "非採用", "9.1.1.3"}}));
        var anotherPreview = page(they.aiko, another);

        var both = ForkJoinPool.commonPool();
        var one = both.submit(() -> commit(they.yuki, at, preview).getStatus());
        var other = both.submit(() -> commit(they.aiko, another, anotherPreview).getStatus());

        assertThat(List.of(one.get(), other.get())).containsExactlyInAnyOrder(302, 409);
        assertThat(whole().answer("9.1.1.3").version()).isEqualTo(1);
    }

    @Test
    void aWorkbookWithMoreRowsThanAnybodyReadsIsRefusedAndNothingOfItIsKept() throws Exception {
        var book = HugeBook.of(1_200_000);

        var answer = upload(they.yuki, book);

        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentAsString(UTF_8)).contains("行が多すぎます");
        // it is removed by the thread that read it, which may be a moment later than the answer
        var patience = Instant.now().plusSeconds(30);
        while (isLeftOnDisk(book.length) && Instant.now().isBefore(patience)) {
            Thread.onSpinWait();
        }
        assertThat(isLeftOnDisk(book.length)).isFalse();
        assertThat(page(they.yuki, here + "/workbook")).doesNotContain("name=\"batch\"");
    }

    @Test
    void whereTheReadingProcessIsKilledMidwayThatIsSaidAndTheSameFileCanBeSentAgain() throws Exception {
        var book = answer(they.yuki, here + "/workbook.xlsx").getContentAsByteArray();
        var sent = new AtomicBoolean();
        var killer = ForkJoinPool.commonPool().submit(() -> {
            while (!sent.get()) {
                var reading = ProcessHandle.current().descendants().filter(WorkbookPagesTest::reads).findFirst();
                if (reading.isPresent()) {
                    return reading.get().destroyForcibly();
                }
                Thread.onSpinWait();
            }
            return false;
        });

        var answer = upload(they.yuki, book);

        sent.set(true);
        assertThat(killer.get()).isTrue();
        assertThat(answer.getStatus()).isBetween(400, 422);
        assertThat(answer.getContentAsString(UTF_8)).contains("最後まで読めませんでした");
        assertThat(upload(they.yuki, book).getStatus()).isEqualTo(302);
    }

    /** The only Java this program starts, once it has begun its work. */
    private static boolean reads(ProcessHandle process) {
        return process.info().command().filter(command -> command.endsWith("java")).isPresent()
                && process.info().totalCpuDuration().filter(worked -> worked.toMillis() >= 50).isPresent();
    }

    @Test
    void whoeverWaitsSeesHowFarTheReadingIsAndMayCallItOffAndNobodyElseFindsIt() throws Exception {
        var begun = new CountDownLatch(1);
        var held = new CountDownLatch(1);
        var reading = longWork.begin(they.yuki.person().value(), () -> {
            begun.countDown();
            try {
                held.await();
            } catch (InterruptedException off) {
                Thread.currentThread().interrupt();
            }
            return new KeepWorkbook.Result.Kept("0".repeat(64));
        }, () -> { }).orElseThrow();
        var at = here + "/workbook/readings/" + reading;
        // until a thread has taken it up the page says that it waits
        begun.await();

        var shown = answer(they.yuki, at);

        assertThat(shown.getHeader("Refresh")).isEqualTo("2");
        assertThat(shown.getContentAsString(UTF_8)).contains("言明書はまだ何も変わっていません", "読み取りを中止する").doesNotContain("??");
        assertThat(page(they.yuki, "/en" + at)).doesNotContain("??");
        assertThat(answer(they.aiko, at).getStatus()).isEqualTo(404);
        sent(they.aiko, post(URI.create(at + "/cancel")));
        assertThat(page(they.yuki, at)).contains("読み取りを中止する");
        sent(they.yuki, post(URI.create(at + "/cancel")));
        assertThat(page(they.yuki, at)).contains("読み取りを中止しました。何も保存していません");
        held.countDown();
    }

    private static boolean isLeftOnDisk(int bytes) throws IOException {
        try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().matches("torokubo-(upload|book)-.*"))
                    .anyMatch(file -> file.toFile().length() == bytes);
        }
    }

    @Test
    @NthFailureOf(KeepWorkbook.class)
    void aWorkbookIsKeptOnceOrNotAtAll() throws Exception {
        var file = Files.write(folder.resolve("a.xlsx"), book("理由", "採否", "番号", new String[][] {{"r", "採用", "9.1.1.3"}}));
        var command = new KeepWorkbook.Command(Declarants.command(), they.yuki, fixture.statement(), "a.xlsx", file);

        NthFailure.of(() -> keepWorkbook.handle(command)).changesNothingAndARetryTakesEffectOnce();
    }

    @Test
    @NthFailureOf(ExportWorkbook.class)
    void aWorkbookIsHandedOutAndCountedAndWrittenDownOrNotAtAll() {
        var command = new ExportWorkbook.Command(they.yuki, fixture.statement(), "9", false);

        NthFailure.of(() -> exportWorkbook.handle(command)).changesNothingUntilItIsDone();
    }

    private WholeStatement whole() {
        return ((ReadStatement.Result.Read) readStatement.whole(they.aiko, fixture.statement())).whole();
    }

    private static byte[] book(String one, String two, String three, String[][] rows) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var workbook = new Workbook(out, "x", null)) {
            var sheet = workbook.newWorksheet("回答");
            sheet.value(0, 0, "題");
            sheet.value(1, 0, one);
            sheet.value(1, 1, two);
            sheet.value(1, 2, three);
            for (int row = 0; row < rows.length; row++) {
                for (int cell = 0; cell < 3; cell++) {
                    sheet.value(row + 2, cell, rows[row][cell]);
                }
            }
        }
        return out.toByteArray();
    }

    private MockHttpServletResponse upload(Actor actor, byte[] book) throws Exception {
        return sent(actor, multipart(URI.create(here + "/workbook")).file(new MockMultipartFile("file", "a.xlsx", null, book))
                .param("commandId", UUID.randomUUID().toString()));
    }

    private String uploaded(Actor actor, byte[] book) throws Exception {
        var answer = upload(actor, book);
        assertThat(answer.getStatus()).as(answer.getContentAsString(UTF_8)).isEqualTo(302);
        return answer.getRedirectedUrl();
    }

    private MockHttpServletResponse commit(Actor actor, String at, String preview) throws Exception {
        return sent(actor, post(URI.create(at + "/commit")).param("commandId", UUID.randomUUID().toString())
                .param("seen", find(preview, SEEN.pattern())));
    }

    private static String find(String page, String pattern) {
        var found = Pattern.compile(pattern).matcher(page);
        assertThat(found.find()).as(pattern).isTrue();
        return found.group(1);
    }

    private String page(Actor actor, String address) throws Exception {
        var answer = answer(actor, address);
        assertThat(answer.getStatus()).as(address).isEqualTo(200);
        return answer.getContentAsString(UTF_8);
    }

    private MockHttpServletResponse answer(Actor actor, String address) throws Exception {
        return sent(actor, get(URI.create(address)));
    }

    private MockHttpServletResponse sent(
            Actor actor, org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        RequestPostProcessor csrf = SecurityMockMvcRequestPostProcessors.csrf();
        return mvc.perform(request.with(Operators.signedIn(actor)).with(csrf)).andReturn().getResponse();
    }
}
