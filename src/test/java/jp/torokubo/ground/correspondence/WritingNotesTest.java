// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.correspondence;

import static jp.torokubo.ground.correspondence.Correspondents.file;
import static jp.torokubo.ground.correspondence.Correspondents.note;
import static jp.torokubo.ground.correspondence.Correspondents.written;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import jp.torokubo.FreshDatabase;
import jp.torokubo.NthFailure;
import jp.torokubo.NthFailureOf;
import jp.torokubo.SettableClock;
import jp.torokubo.TorokuboTest;
import jp.torokubo.ground.commands.CommandId;
import jp.torokubo.ground.correspondence.WriteNote.GivenFile;
import jp.torokubo.ground.files.DossierFiles;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.ground.identity.Caller;
import jp.torokubo.ground.identity.IdentityRefusal;
import jp.torokubo.ground.identity.Independence;
import jp.torokubo.ground.identity.Walls;
import jp.torokubo.ground.identity.World;
import jp.torokubo.ground.refusal.Refused;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@TorokuboTest
@FreshDatabase
class WritingNotesTest {

    @Autowired WriteNote writeNote;
    @Autowired RetractNote retractNote;
    @Autowired ReadNotes readNotes;
    @Autowired ReadAttachment readAttachment;
    @Autowired ExportNotes exportNotes;
    @Autowired Walls walls;
    @Autowired TransactionTemplate transaction;
    @Autowired SettableClock clock;
    @Autowired JdbcClient jdbc;

    private Correspondents they;

    @BeforeEach
    void people() {
        they = new Correspondents();
    }

    @Test
    void aNoteIsReadByEverybodyOfTheDossierWithWhoWroteItForWhomAndInWhosePlace() {
        var deputy = new Actor(they.saburo.person(), they.saburo.name(), Caller.AUDITOR, they.firm, they.jiro.person());
        written(writeNote.handle(note(they.yuki, they.ofAlpha, "案を送ります。\r\n確かめてください。")));
        clock.advance(Duration.ofMinutes(1));
        written(writeNote.handle(note(deputy, they.ofAlpha, "受け取りました。")));

        var read = page(they.aiko, "", null, 20).notes();

        assertThat(read).extracting(SignedNote::author).containsExactly("佐伯 三郎", "結城 由紀");
        assertThat(read).extracting(SignedNote::organisation).containsExactly("みらい監査法人", "株式会社アルファ");
        assertThat(read).extracting(SignedNote::standsInFor).containsExactly("神田 次郎", null);
        assertThat(read.get(1).note().lines()).containsExactly("案を送ります。", "確かめてください。");
    }

    @Test
    void textFilesAndSizesAreHeldToTheirLimitsAndNothingIsKeptOfWhatIsRefused() {
        var empty = new GivenFile[] {file("a.txt", "a"), file("空.txt", "")};
        var eleven = IntStream.range(0, 11).mapToObj(n -> file(n + ".txt", "x")).toArray(GivenFile[]::new);
        var large = file("large.bin", new byte[(int) DossierFiles.MOST_BYTES + 1]);

        assertThat(refused(note(they.yuki, they.ofAlpha, " \u200B\n"))).isEqualTo(new CorrespondenceRefusal.TextMissing());
        assertThat(refused(note(they.yuki, they.ofAlpha, "字".repeat(10_001))))
                .isEqualTo(new CorrespondenceRefusal.TextTooLong(10_000, 10_001));
        assertThat(refused(note(they.yuki, they.ofAlpha, "x", empty))).isEqualTo(new CorrespondenceRefusal.FileEmpty("空.txt"));
        assertThat(refused(note(they.yuki, they.ofAlpha, "x", eleven))).isEqualTo(new CorrespondenceRefusal.TooManyFiles(10, 11));
        assertThat(refused(note(they.yuki, they.ofAlpha, "x", large))).isEqualTo(new CorrespondenceRefusal.FileTooLarge("large.bin", 20));
        assertThat(refused(note(they.yuki, they.ofAlpha, "x", file("../\u202E", "x"))))
                .isEqualTo(new CorrespondenceRefusal.FileNameMissing(1));
        assertThat(refused(note(they.yuki, they.ofAlpha, "x", file("長".repeat(86), "x"))))
                .isEqualTo(new CorrespondenceRefusal.FileNameTooLong("長".repeat(40) + "…", 255, 258));
        assertThat(rows("correspondence.note") + rows("files.dossier_file") + rows("commands.answer")).isZero();
    }

    @Test
    void theLargestFileAndTheLongestTextArePossible() {
        written(writeNote.handle(note(
                they.yuki, they.ofAlpha, "字".repeat(10_000), file("最大.bin", new byte[(int) DossierFiles.MOST_BYTES]))));

        assertThat(page(they.jiro, "", null, 20).notes().get(0).note().attachments().get(0).amount()).isEqualTo("20.0");
    }

    @Test
    void nothingIsWrittenOrTakenBackInAClosedDossier() {
        var note = written(writeNote.handle(note(they.yuki, they.ofAlpha, "前")));
        World.said("update identity.dossier set closed_at = opened_at where id = ?", they.ofAlpha.value());

        assertThat(writeNote.handle(note(they.yuki, they.ofAlpha, "後")))
                .isEqualTo(new WriteNote.Result.Refused(new CorrespondenceRefusal.DossierClosed()));
        assertThat(retractNote.handle(retraction(they.yuki, note)))
                .isEqualTo(new RetractNote.Result.Refused(new CorrespondenceRefusal.DossierClosed()));
        assertThat(page(they.yuki, "", null, 20).mayNotWrite()).isEqualTo(new CorrespondenceRefusal.DossierClosed());
        assertThat(rows("correspondence.note")).isEqualTo(1);
    }

    @Test
    void whoseIndependenceHasGoneSinceHeWasBroughtInWritesNothingMore() {
        writeNote.handle(note(they.jiro, they.ofAlpha, "まだ独立しています。"));
        World.alsoHolds(they.jiro, Caller.PROVIDER_AUTHOR, they.alpha);

        assertThat(writeNote.handle(note(they.jiro, they.ofAlpha, "もう独立していません。")))
                .isEqualTo(new WriteNote.Result.Refused(new IdentityRefusal.NotIndependent(Independence.Kind.HOLDS_A_ROLE)));
        assertThat(rows("correspondence.note")).isEqualTo(1);
        assertThat(page(they.jiro, "", null, 20).mayNotWrite()).isInstanceOf(IdentityRefusal.NotIndependent.class);
    }

    @Test
    void whatIsTakenBackStaysAndSaysByWhomWhenAndWhy() {
        var first = written(writeNote.handle(note(they.yuki, they.ofAlpha, "誤り", file("誤り.txt", "x"))));
        clock.advance(Duration.ofHours(1));

        assertThat(retractNote.handle(retraction(they.jiro, first)))
                .isEqualTo(new RetractNote.Result.Refused(new CorrespondenceRefusal.NotYoursToRetract()));
        assertThat(retractNote.handle(retraction(they.aiko, first))).isInstanceOf(RetractNote.Result.Retracted.class);
        assertThat(retractNote.handle(retraction(they.yuki, first)))
                .isEqualTo(new RetractNote.Result.Refused(new CorrespondenceRefusal.RetractedAlready()));

        var read = page(they.jiro, "", null, 20).notes();
        assertThat(read.get(0).note().text()).isEqualTo("送り先を誤りました。");
        assertThat(read.get(0).retracts().note()).isEqualTo(first);
        assertThat(read.get(1).note().text()).isEqualTo("誤り");
        assertThat(read.get(1).note().attachments()).hasSize(1);
        assertThat(read.get(1).retractedBy()).isEqualTo("青木 愛子");
        assertThat(read.get(1).note().retraction().at()).isEqualTo(clock.instant());
    }

    @Test
    void neitherANoteNorItsFilesCanBeChangedOrRemovedByTheProgramsLogin() {
        writeNote.handle(note(they.yuki, they.ofAlpha, "x", file("a.txt", "x")));

        for (var table : List.of("correspondence.note", "correspondence.attachment", "files.dossier_file")) {
            for (var deed : List.of("update %s set dossier = dossier", "delete from %s", "truncate %s")) {
                assertThatThrownBy(() -> inside(they.yuki, () -> jdbc.sql(deed.formatted(table)).update()))
                        .as(deed.formatted(table))
                        .hasStackTraceContaining("permission denied");
            }
        }
    }

    @Test
    void anAnswerGoesToANoteOfTheSameDossierOnly() {
        var elsewhere = written(writeNote.handle(note(they.ben, they.ofBeta, "ベータの連絡")));
        var here = written(writeNote.handle(note(they.yuki, they.ofAlpha, "アルファの連絡")));

        assertThat(writeNote.handle(reply(they.jiro, elsewhere)))
                .isEqualTo(writeNote.handle(reply(they.jiro, UUID.randomUUID())))
                .isEqualTo(new WriteNote.Result.Refused(new CorrespondenceRefusal.NoteUnknown()));
        written(writeNote.handle(reply(they.jiro, here)));
        var one = (ReadNotes.Result.One) readNotes.one(they.yuki, they.ofAlpha, here, Locale.JAPANESE);
        assertThat(one.replies()).extracting(reply -> reply.note().text()).containsExactly("返信です。");
    }

    @Test
    void everyPageTakenTogetherHasEveryNoteOnceNewestFirst() {
        for (var n = 0; n < 25; n++) {
            writeNote.handle(note(they.yuki, they.ofAlpha, "連絡 " + n));
            if (n % 3 == 0) {
                clock.advance(Duration.ofMillis(1));
            }
        }

        var first = page(they.jiro, "", null, 10);
        var second = page(they.jiro, "", first.next(), 10);
        writeNote.handle(note(they.yuki, they.ofAlpha, "間に入った連絡"));
        var third = page(they.jiro, "", second.next(), 10);

        assertThat(first.count()).isEqualTo(25);
        assertThat(third.next()).isNull();
        assertThat(List.of(first, second, third).stream().flatMap(page -> page.notes().stream()).map(read -> read.note().text()))
                .containsExactlyElementsOf(IntStream.range(0, 25).mapToObj(n -> "連絡 " + (24 - n)).toList());
    }

    @Test
    void aNoteIsFoundByItsWordsHoweverTheyAreSpeltAndByTheNamesOfItsFiles() {
        writeNote.handle(note(they.yuki, they.ofAlpha, "㈱ﾋﾀﾁ の Ｒｅｐｏｒｔ を送ります", file("ネットワーク構成図.txt", "x")));
        writeNote.handle(note(they.yuki, they.ofAlpha, "株式会社とだけ書いた連絡"));
        writeNote.handle(note(they.yuki, they.ofAlpha, "100% 完了 _済_"));
        writeNote.handle(note(they.ben, they.ofBeta, "ひたち Report"));

        assertThat(found("ひたち")).isEqualTo(1);
        assertThat(found("REPORT")).isEqualTo(1);
        assertThat(found("ﾈｯﾄﾜｰｸ")).isEqualTo(1);
        assertThat(found("株式会社")).isEqualTo(1);
        assertThat(found("%")).isEqualTo(1);
        assertThat(found("__")).isZero();
        assertThat(found("’; drop table")).isZero();
        assertThat(readNotes.page(asked(they.jiro, "長".repeat(201), null, 20)))
                .isEqualTo(new ReadNotes.Result.Refused(new CorrespondenceRefusal.WordsTooLong(200, 201)));
    }

    @Test
    void theSameCommandSentTwiceWritesOnceAndAnotherUnderItsIdIsRefused() {
        var command = note(they.yuki, they.ofAlpha, "一度だけ", file("a.txt", "x"));

        var first = writeNote.handle(command);

        assertThat(writeNote.handle(command)).isEqualTo(first);
        assertThat(rows("correspondence.note")).isEqualTo(1);
        assertThat(rows("correspondence.attachment")).isEqualTo(1);
        assertThatThrownBy(() -> writeNote.handle(new WriteNote.Command(
                        command.id(), they.yuki, they.ofAlpha, "一度だけ", null, List.of(file("a.txt", "y")))))
                .isInstanceOf(Refused.class);
    }

    @Test
    void whoIsNoLongerThereIsNotToldByAnAnswerOfOldThatHisNoteIs() {
        var command = note(they.jiro, they.ofAlpha, "最後の連絡");
        writeNote.handle(command);
        World.said("update identity.assignment set ends_at = starts_at where person = ?", they.jiro.person().value());

        assertThat(writeNote.handle(command)).isEqualTo(new WriteNote.Result.Refused(new IdentityRefusal.DossierUnknown()));
    }

    @Test
    void ofTwoWhoTakeBackTheSameNoteAtOnceOneDoesAndOfTwoWhoWriteAtOnceBothDo() throws Exception {
        for (var round = 0; round < 20; round++) {
            var note = written(writeNote.handle(note(they.yuki, they.ofAlpha, "取り合う連絡 " + round)));
            var done = both(() -> retractNote.handle(retraction(they.yuki, note)), () -> retractNote.handle(retraction(they.aiko, note)));

            assertThat(done).filteredOn(RetractNote.Result.Retracted.class::isInstance).hasSize(1);
            assertThat(done).filteredOn(RetractNote.Result.Refused.class::isInstance).hasSize(1);
        }
        var same = file("同じ.txt", "同じ中身");
        assertThat(both(
                        () -> writeNote.handle(note(they.yuki, they.ofAlpha, "私も", same)),
                        () -> writeNote.handle(note(they.jiro, they.ofAlpha, "私も", same))))
                .allMatch(WriteNote.Result.Written.class::isInstance);
        assertThat(rows("files.dossier_file")).isEqualTo(1);
    }

    @Test
    void theSameContentOfTwoProvidersIsTwoFilesThatKnowNothingOfEachOther() {
        var content = "他社も持っている文書";
        writeNote.handle(note(they.ben, they.ofBeta, "x", file("b.txt", content)));
        writeNote.handle(note(they.yuki, they.ofAlpha, "x", file("a.txt", content)));

        assertThat(rows("files.dossier_file")).isEqualTo(2);
        assertThat(inside(they.yuki, () -> jdbc.sql("select count(*) from files.dossier_file").query(Long.class).single())).isEqualTo(1);
    }

    @Test
    void theTrailSaysWhoDidWhatInWhichDossierAndNothingOfWhatWasSaid() {
        var note = written(writeNote.handle(note(they.yuki, they.ofAlpha, "秘密の本文", file("秘密の名前.txt", "秘密の中身"))));
        var file = page(they.jiro, "", null, 20).notes().get(0).note().attachments().get(0);
        readAttachment.handle(new ReadAttachment.Command(they.jiro, they.ofAlpha, file.id()));
        exportNotes.handle(new ExportNotes.Command(they.jiro, they.ofAlpha, ExportNotes.Form.ZIP));
        retractNote.handle(retraction(they.yuki, note));

        var lines = jdbc.sql("select deed || ' ' || subject from identity.trail order by id").query(String.class).list();
        var subject = " dossier " + they.ofAlpha.value();
        assertThat(lines).containsExactlyInAnyOrder(
                "correspondence.note-written" + subject, "correspondence.file-fetched" + subject, "correspondence.exported" + subject,
                "correspondence.note-retracted" + subject);
        assertThat(jdbc.sql("select string_agg(t::text, '') from identity.trail t").query(String.class).single())
                .contains(file.id().toString(), they.jiro.person().value().toString())
                .doesNotContain("秘密", "送り先を誤りました");
    }

    @Test
    @NthFailureOf(WriteNote.class)
    void aNoteWithTwoFilesIsWrittenOnceOrNotAtAll() {
        var command = note(they.yuki, they.ofAlpha, "x", file("a.txt", "a"), file("b.txt", "b"));

        NthFailure.of(() -> writeNote.handle(command)).changesNothingAndARetryTakesEffectOnce();
    }

    @Test
    @NthFailureOf(RetractNote.class)
    void aNoteIsTakenBackOnceOrNotAtAll() {
        var command = retraction(they.yuki, written(writeNote.handle(note(they.yuki, they.ofAlpha, "x"))));

        NthFailure.of(() -> retractNote.handle(command)).changesNothingAndARetryTakesEffectOnce();
    }

    @Test
    @NthFailureOf(ReadAttachment.class)
    void aFileIsHandedOutAndCountedAndWrittenDownOrNotAtAll() {
        writeNote.handle(note(they.yuki, they.ofAlpha, "x", file("a.txt", "a")));
        var file = page(they.jiro, "", null, 20).notes().get(0).note().attachments().get(0).id();

        NthFailure.of(() -> readAttachment.handle(new ReadAttachment.Command(they.jiro, they.ofAlpha, file)))
                .changesNothingUntilItIsDone();
        assertThat(rows("identity.trail")).isEqualTo(3);
    }

    @Test
    @NthFailureOf(ExportNotes.class)
    void anExportIsCountedAndWrittenDownOrNotBegun() {
        writeNote.handle(note(they.yuki, they.ofAlpha, "x", file("a.txt", "a")));

        NthFailure.of(() -> exportNotes.handle(new ExportNotes.Command(they.jiro, they.ofAlpha, ExportNotes.Form.ZIP)))
                .changesNothingUntilItIsDone();
    }

    private WriteNote.Command reply(Actor actor, UUID to) {
        return new WriteNote.Command(new CommandId(UUID.randomUUID()), actor, they.ofAlpha, "返信です。", to, List.of());
    }

    private RetractNote.Command retraction(Actor actor, UUID note) {
        return new RetractNote.Command(new CommandId(UUID.randomUUID()), actor, they.ofAlpha, note, "送り先を誤りました。");
    }

    private Object refused(WriteNote.Command command) {
        return ((WriteNote.Result.Impossible) writeNote.handle(command)).fields().values().iterator().next();
    }

    private ReadNotes.Asked asked(Actor actor, String words, @Nullable Place before, int most) {
        return new ReadNotes.Asked(actor, they.ofAlpha, words, before, most, Locale.JAPANESE);
    }

    private ReadNotes.Result.Page page(Actor actor, String words, @Nullable Place before, int most) {
        return (ReadNotes.Result.Page) readNotes.page(asked(actor, words, before, most));
    }

    private long found(String words) {
        var page = page(they.jiro, words, null, 20);
        assertThat(page.notes()).hasSize((int) page.count());
        return page.count();
    }

    private long rows(String table) {
        return transaction.execute(open -> {
            walls.enter(Actor.program("count"));
            return jdbc.sql("select count(*) from " + table).query(Long.class).single();
        });
    }

    private <A> A inside(Actor actor, Supplier<A> asked) {
        return transaction.execute(open -> {
            walls.enter(actor);
            return asked.get();
        });
    }

    private static <A> List<A> both(Callable<A> one, Callable<A> other) throws Exception {
        var together = new CyclicBarrier(2);
        var two = Executors.newFixedThreadPool(2);
        try {
            var first = two.submit(() -> { together.await(); return one.call(); });
            var second = two.submit(() -> { together.await(); return other.call(); });
            return List.of(first.get(), second.get());
        } finally {
            two.shutdown();
        }
    }
}
