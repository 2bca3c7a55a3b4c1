// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement;

import static jp.torokubo.procedure.statement.Declarants.adopted;
import static jp.torokubo.procedure.statement.Declarants.change;
import static jp.torokubo.procedure.statement.Declarants.command;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import jp.torokubo.FreshDatabase;
import jp.torokubo.NthFailure;
import jp.torokubo.NthFailureOf;
import jp.torokubo.TorokuboTest;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.ground.identity.PersonId;
import jp.torokubo.ground.identity.World;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** What hangs on rows: comments, evidence, kept views. */
@TorokuboTest
@FreshDatabase
class AroundRowsTest {

    @Autowired OpenStatement openStatement;
    @Autowired ChangeAnswers changeAnswers;
    @Autowired ReadRows readRows;
    @Autowired WriteComment writeComment;
    @Autowired AddEvidence addEvidence;
    @Autowired RemoveEvidence removeEvidence;
    @Autowired FetchEvidence fetchEvidence;
    @Autowired KeepView keepView;
    @TempDir Path folder;

    private Declarants they;
    private StatementId statement;

    @BeforeEach
    void people() {
        they = new Declarants();
        statement = Declarants.opened(openStatement, they.aiko, they.ofAlpha);
    }

    @Test
    void whoIsNamedWithAnAtIsToldThatThereIsSomethingAndNotWhat() {
        World.assign(they.ofAlpha, they.aiko, jp.torokubo.ground.identity.Part.AUTHOR, true);

        var written = (WriteComment.Result.Written) writeComment.handle(comment(they.aiko, "＠結城由紀 さん、秘密の相談です"));

        assertThat(written.told()).isEqualTo(1);
        assertThat(World.asked("""
                        select id from desk.message where person = ? and kind = 'statement.mentioned'
                            and subject_key = 'statement.grid.desk.row' and subject_ids = '9.1.1.1'
                        """, they.yuki.person().value())).isNotNull();
        assertThat(one(they.yuki).comments()).extracting(Comment::mentions).containsExactly(List.of(they.yuki.person()));
    }

    @Test
    void nobodyOutsideTheDossierOrOfTheAuditIsToldWhateverIsTicked() {
        var command = new WriteComment.Command(
                command(), they.yuki, statement, "9.1.1.1", "@神田次郎 @馬場勉", Set.of(they.jiro.person(), they.ben.person()));

        assertThat(((WriteComment.Result.Written) writeComment.handle(command)).told()).isZero();
    }

    @Test
    void whoReadsAlongSeesTheRowWithoutWhatTheProvidersSideNotesForItself() throws IOException {
        changeAnswers.handle(change(they.yuki, statement, adopted("9.1.1.1", "文").withOwner(login(they.yuki)).withDue(LocalDate.of(2026, 12, 1))));
        writeComment.handle(comment(they.yuki, "内輪の話"));
        var evidence = added(evidence(they.yuki, null, "記録", "内容"));

        var seen = one(they.jiro);

        assertThat(seen.answer().described()).isEqualTo("文");
        assertThat(seen.answer().owner()).isEmpty();
        assertThat(seen.answer().due()).isNull();
        assertThat(seen.history()).allSatisfy(one -> assertThat(one.answer().owner()).isEmpty());
        assertThat(seen.comments()).isEmpty();
        assertThat(seen.evidence()).isEmpty();
        assertThat(seen.around().colleagues()).isEmpty();
        assertThat(readRows.all(they.jiro, they.ofAlpha, statement).orElseThrow().comments()).isEmpty();
        assertThat(fetchEvidence.handle(new FetchEvidence.Command(they.jiro, they.ofAlpha, statement, evidence)))
                .isEqualTo(new FetchEvidence.Result.Refused(new StatementRefusal.EvidenceUnknown()));
        assertThat(writeComment.handle(comment(they.jiro, "x")))
                .isEqualTo(new WriteComment.Result.Refused(new StatementRefusal.OnlyTheProviderWrites()));
    }

    @Test
    void toStrangersNothingOfItIsThereWithEitherGuardAlone() throws IOException {
        var evidence = added(evidence(they.yuki, null, "記録", "内容"));
        nothingIsThere(evidence);
        World.withoutPolicies();
        try {
            nothingIsThere(evidence);
        } finally {
            World.withPolicies();
        }
    }

    private void nothingIsThere(UUID evidence) throws IOException {
        var unknown = new StatementRefusal.StatementUnknown();
        for (var stranger : they.strangers()) {
            assertThat(readRows.all(stranger, they.ofAlpha, statement)).isEmpty();
            assertThat(readRows.one(stranger, they.ofAlpha, statement, "9.1.1.1")).isEmpty();
            assertThat(writeComment.handle(comment(stranger, "x"))).isEqualTo(new WriteComment.Result.Refused(unknown));
            assertThat(addEvidence.handle(evidence(stranger, null, "x", "x"))).isEqualTo(new AddEvidence.Result.Refused(unknown));
            assertThat(removeEvidence.handle(new RemoveEvidence.Command(command(), stranger, statement, evidence)))
                    .isEqualTo(new RemoveEvidence.Result.Refused(unknown));
            assertThat(fetchEvidence.handle(new FetchEvidence.Command(stranger, they.ofAlpha, statement, evidence)))
                    .isEqualTo(new FetchEvidence.Result.Refused(new StatementRefusal.EvidenceUnknown()));
            assertThat(keepView.handle(new KeepView.Command(command(), stranger, statement, "x", "q=x")))
                    .isEqualTo(new KeepView.Result.Refused(unknown));
        }
    }

    @Test
    void renewedEvidenceKeepsItsContentUntilAnotherIsGivenAndRemovedEvidenceIsGone() throws IOException {
        var first = added(evidence(they.yuki, null, "記録", "内容"));
        var renewed = added(new AddEvidence.Command(
                command(), they.yuki, statement, first, "記録", null, null, login(they.yuki), LocalDate.of(2027, 3, 31), "９．１．１．１ 9.1.1.2"));

        assertThat(one(they.yuki).evidence()).extracting(Evidence::id).containsExactly(renewed);
        assertThat(one(they.yuki).evidence().get(0).controls()).containsExactly("9.1.1.1", "9.1.1.2");
        assertThat(fetchEvidence.handle(new FetchEvidence.Command(they.yuki, they.ofAlpha, statement, renewed)))
                .isInstanceOfSatisfying(FetchEvidence.Result.Fetched.class, got -> assertThat(got.content()).asString().isEqualTo("内容"));
        assertThat(addEvidence.handle(new AddEvidence.Command(
                        command(), they.yuki, statement, first, "記録", null, null, "", null, "9.1.1.1")))
                .as("what has been renewed is not renewed again")
                .isEqualTo(new AddEvidence.Result.Refused(new StatementRefusal.EvidenceUnknown()));

        removeEvidence.handle(new RemoveEvidence.Command(command(), they.yuki, statement, renewed));

        assertThat(one(they.yuki).evidence()).isEmpty();
    }

    @Test
    void evidenceThatCannotBeKeptIsRefusedInWords() throws IOException {
        assertThat(refusal(link("http://example.jp"))).isEqualTo(new StatementRefusal.LinkNotALink("http://example.jp"));
        assertThat(refusal(link("javascript:alert(1)"))).isInstanceOf(StatementRefusal.LinkNotALink.class);
        assertThat(refusal(link("https://a@example.jp/"))).isInstanceOf(StatementRefusal.LinkNotALink.class);
        assertThat(refusal(evidence(they.yuki, null, "記録", ""))).isInstanceOf(StatementRefusal.EvidenceEmpty.class);
        assertThat(refusal(evidence(they.yuki, null, " ", "x"))).isEqualTo(new StatementRefusal.EvidenceIncomplete());
    }

    @Test
    void aKeptViewIsSeenByWhoKeptItOnly() {
        keepView.handle(new KeepView.Command(command(), they.yuki, statement, "私の未記入", "lacks=answer"));

        assertThat(readRows.all(they.yuki, they.ofAlpha, statement).orElseThrow().views())
                .containsExactly(new SavedView("私の未記入", "lacks=answer"));
        assertThat(readRows.all(they.aiko, they.ofAlpha, statement).orElseThrow().views()).isEmpty();
        keepView.handle(new KeepView.Command(command(), they.yuki, statement, "私の未記入", null));
        assertThat(readRows.all(they.yuki, they.ofAlpha, statement).orElseThrow().views()).isEmpty();
    }

    @Test
    void longerNamesAreFoundBeforeNamesTheyBeginWith() {
        var short1 = new Colleague(new PersonId(UUID.randomUUID()), "林", "a");
        var long1 = new Colleague(new PersonId(UUID.randomUUID()), "林田 花", "b");

        assertThat(WriteComment.mentioned(List.of(short1, long1), "@林田花 お願いします", Set.of())).containsExactly(long1.id());
    }

    @Test
    @NthFailureOf(WriteComment.class)
    void aCommentIsWrittenOnceOrNotAtAll() {
        var command = comment(they.aiko, "@結城 由紀 見てください");

        NthFailure.of(() -> writeComment.handle(command)).changesNothingAndARetryTakesEffectOnce();
    }

    @Test
    @NthFailureOf(AddEvidence.class)
    void evidenceIsAddedOnceOrNotAtAll() throws IOException {
        var command = evidence(they.yuki, null, "記録", "内容");

        NthFailure.of(() -> addEvidence.handle(command)).changesNothingAndARetryTakesEffectOnce();
    }

    @Test
    @NthFailureOf(RemoveEvidence.class)
    void evidenceIsRemovedOnceOrNotAtAll() throws IOException {
        var command = new RemoveEvidence.Command(command(), they.yuki, statement, added(evidence(they.yuki, null, "記録", "内容")));

        NthFailure.of(() -> removeEvidence.handle(command)).changesNothingAndARetryTakesEffectOnce();
    }

    @Test
    @NthFailureOf(FetchEvidence.class)
    void evidenceIsHandedOutWithItsLineInTheTrailOrNotAtAll() throws IOException {
        var evidence = added(evidence(they.yuki, null, "記録", "内容"));

        NthFailure.of(() -> fetchEvidence.handle(new FetchEvidence.Command(they.yuki, they.ofAlpha, statement, evidence)))
                .changesNothingUntilItIsDone();
    }

    @Test
    @NthFailureOf(KeepView.class)
    void aViewIsKeptOnceOrNotAtAll() {
        var command = new KeepView.Command(command(), they.yuki, statement, "見る", "q=x");

        NthFailure.of(() -> keepView.handle(command)).changesNothingAndARetryTakesEffectOnce();
    }

    private ReadRows.One one(Actor actor) {
        return readRows.one(actor, they.ofAlpha, statement, "9.1.1.1").orElseThrow();
    }

    private WriteComment.Command comment(Actor actor, String text) {
        return new WriteComment.Command(command(), actor, statement, "9.1.1.1", text, Set.of());
    }

    private AddEvidence.Command evidence(Actor actor, @Nullable UUID replaces, String title, String content) throws IOException {
        var file = Files.writeString(Files.createTempFile(folder, "x", ".txt"), content);
        return new AddEvidence.Command(
                command(), actor, statement, replaces, title, new AddEvidence.GivenFile("記録.txt", file), null, "", null, "9.1.1.1");
    }

    private AddEvidence.Command link(String link) {
        return new AddEvidence.Command(command(), they.yuki, statement, null, "記録", null, link, "", null, "9.1.1.1");
    }

    private Object refusal(AddEvidence.Command command) {
        return ((AddEvidence.Result.Refused) addEvidence.handle(command)).why();
    }

    private UUID added(AddEvidence.Command command) {
        return ((AddEvidence.Result.Added) addEvidence.handle(command)).evidence();
    }

    private String login(Actor actor) {
        return readRows.all(they.yuki, they.ofAlpha, statement).orElseThrow().around().colleagues().stream()
                .filter(one -> one.id().equals(actor.person())).findFirst().orElseThrow().login();
    }
}
