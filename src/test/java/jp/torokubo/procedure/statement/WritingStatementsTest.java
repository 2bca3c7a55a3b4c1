// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement;

import static jp.torokubo.procedure.statement.Declarants.adopted;
import static jp.torokubo.procedure.statement.Declarants.change;
import static jp.torokubo.procedure.statement.Declarants.command;
import static jp.torokubo.procedure.statement.Declarants.leftOut;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import jp.torokubo.FreshDatabase;
import jp.torokubo.NthFailure;
import jp.torokubo.NthFailureOf;
import jp.torokubo.SettableClock;
import jp.torokubo.TorokuboTest;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.ground.identity.Walls;
import jp.torokubo.ground.identity.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@TorokuboTest
@FreshDatabase
class WritingStatementsTest {

    @Autowired OpenStatement openStatement;
    @Autowired SavePart savePart;
    @Autowired ChangeAnswers changeAnswers;
    @Autowired UndoDeed undoDeed;
    @Autowired ReadStatement readStatement;
    @Autowired Walls walls;
    @Autowired TransactionTemplate transaction;
    @Autowired JdbcClient jdbc;
    @Autowired SettableClock clock;

    private Declarants they;
    private StatementId statement;

    @BeforeEach
    void people() {
        they = new Declarants();
        statement = Declarants.opened(openStatement, they.aiko, they.ofAlpha);
    }

    @Test
    void whatIsWrittenIsReadByEverybodyOfTheDossierAndByNobodyElse() {
        assertThat(changeAnswers.handle(change(they.yuki, statement, adopted("9.1.1.1", "入退室を⾒張る"), leftOut("9.1.1.2", "該当する設備を持たない"))))
                .isInstanceOfSatisfying(ChangeAnswers.Result.Changed.class, changed -> assertThat(changed.changed()).isEqualTo(2));

        assertThat(read(they.jiro).answer("9.1.1.1").described()).as("cleaned of radicals").isEqualTo("入退室を見張る");
        assertThat(read(they.aiko).answer("9.1.1.2").reason().ja()).isEqualTo("該当する設備を持たない");
        for (var stranger : they.strangers()) {
            assertThat(readStatement.whole(stranger, statement))
                    .isEqualTo(new ReadStatement.Result.Refused(new StatementRefusal.StatementUnknown()));
            assertThat(changeAnswers.handle(change(stranger, statement, adopted("9.1.1.3", "x"))))
                    .isEqualTo(new ChangeAnswers.Result.Refused(new StatementRefusal.StatementUnknown()));
        }
    }

    @Test
    void theProgramsOwnConditionIsEnoughWhereNoPolicyIsInForce() {
        changeAnswers.handle(change(they.yuki, statement, adopted("9.1.1.1", "x")));
        World.withoutPolicies();
        try {
            for (var stranger : they.strangers()) {
                assertThat(readStatement.whole(stranger, statement)).isInstanceOf(ReadStatement.Result.Refused.class);
                assertThat(readStatement.all(stranger)).isEmpty();
                assertThat(readStatement.deeds(stranger, statement, 10)).isEmpty();
                assertThat(readStatement.versions(stranger, statement, Part.PERIOD)).isEmpty();
            }
        } finally {
            World.withPolicies();
        }
    }

    @Test
    void whoReadsAlongDoesNotWriteAndNobodyWritesIntoAClosedDossier() {
        assertThat(changeAnswers.handle(change(they.jiro, statement, adopted("9.1.1.1", "x"))))
                .isEqualTo(new ChangeAnswers.Result.Refused(new StatementRefusal.OnlyTheProviderWrites()));
        assertThat(savePart.handle(period(they.jiro, 0)))
                .isEqualTo(new SavePart.Result.Refused(new StatementRefusal.OnlyTheProviderWrites()));
        World.said("update identity.dossier set closed_at = opened_at where id = ?", they.ofAlpha.value());
        assertThat(changeAnswers.handle(change(they.yuki, statement, adopted("9.1.1.1", "x"))))
                .isEqualTo(new ChangeAnswers.Result.Refused(new StatementRefusal.DossierClosed()));
    }

    @Test
    void oneRowThatCannotBeWrittenKeepsAllFromBeingWrittenAndEachIsNamed() {
        var result = (ChangeAnswers.Result.NotChanged) changeAnswers.handle(change(
                they.yuki, statement, adopted("9.1.1.1", "x"), adopted("9.1.1.999", "x"), adopted("9.1", "x"),
                AnswerEdit.of("9.1.1.3").withOwner("nobody@example.jp"), AnswerEdit.of("9.1.1.4").withState(RowState.SETTLED),
                adopted("9.1.1.1", "y"), adopted("9.1.1.5", "字".repeat(10_001))));

        assertThat(result.troubles()).extracting(trouble -> trouble.why().get(0)).containsExactly(
                new StatementRefusal.ControlUnknown("9.1.1.999"), new StatementRefusal.RowNotAnswered("9.1"),
                new StatementRefusal.OwnerUnknown("nobody@example.jp"),
                new StatementRefusal.NoSuchMove(RowState.UNTOUCHED, RowState.SETTLED), new StatementRefusal.RowTwice("9.1.1.1"),
                new StatementRefusal.TextTooLong("realisation", 10_000, 10_001));
        assertThat(read(they.yuki).answers()).isEmpty();
    }

    @Test
    void ofTwoWhoWriteTheSameRowTheSecondIsShownWhatTheFirstWroteAndNothingIsLost() {
        changeAnswers.handle(change(they.aiko, statement, adopted("9.1.1.1", "愛子の文")));

        var result = (ChangeAnswers.Result.NotChanged) changeAnswers.handle(new ChangeAnswers.Command(
                command(), they.yuki, statement, Deed.EDIT, null,
                List.of(new ChangeAnswers.Wanted(adopted("9.1.1.1", "由紀の文"), 0L))));

        assertThat(result.troubles().get(0).now().described()).isEqualTo("愛子の文");
        assertThat(result.troubles().get(0).now().version()).isEqualTo(1);
        assertThat(read(they.yuki).answer("9.1.1.1").described()).isEqualTo("愛子の文");
    }

    @Test
    void aDeedIsUndoneWithinADayAndRowsChangedSinceKeepWhatWasWritten() {
        changeAnswers.handle(change(they.yuki, statement, adopted("9.1.1.1", "前")));
        var deed = ((ChangeAnswers.Result.Changed) changeAnswers.handle(change(
                        they.yuki, statement, leftOut("9.1.1.1", "理由"), leftOut("9.1.1.2", "理由"), leftOut("9.1.1.3", "理由"))))
                .batch();
        changeAnswers.handle(change(they.aiko, statement, adopted("9.1.1.3", "後から")));

        var undone = (UndoDeed.Result.Undone) undoDeed.handle(new UndoDeed.Command(command(), they.yuki, statement, deed));

        assertThat(undone.left()).containsExactly("9.1.1.3");
        assertThat(read(they.yuki).answer("9.1.1.1").described()).isEqualTo("前");
        assertThat(read(they.yuki).answer("9.1.1.2").saysTheSameAs(Answer.untouched("9.1.1.2"))).isTrue();
        assertThat(read(they.yuki).answer("9.1.1.3").described()).isEqualTo("後から");
        assertThat(undoDeed.handle(new UndoDeed.Command(command(), they.yuki, statement, deed)))
                .isEqualTo(new UndoDeed.Result.Refused(new StatementRefusal.UndoneAlready()));
    }

    @Test
    void twoDeedsAreUndoneOneAfterTheOther() {
        var first = batch(change(they.yuki, statement, adopted("9.1.1.1", "先")));
        var second = batch(change(they.aiko, statement, adopted("9.1.1.1", "後")));

        assertThat(undoDeed.handle(new UndoDeed.Command(command(), they.yuki, statement, first)))
                .isEqualTo(new UndoDeed.Result.Refused(new StatementRefusal.AllChangedSince()));
        undoDeed.handle(new UndoDeed.Command(command(), they.yuki, statement, second));
        assertThat(read(they.yuki).answer("9.1.1.1").described()).isEqualTo("先");
        undoDeed.handle(new UndoDeed.Command(command(), they.yuki, statement, first));
        assertThat(read(they.yuki).answer("9.1.1.1").saysTheSameAs(Answer.untouched("9.1.1.1"))).isTrue();
    }

    private UUID batch(ChangeAnswers.Command command) {
        return ((ChangeAnswers.Result.Changed) changeAnswers.handle(command)).batch();
    }

    @Test
    void afterADayADeedStands() {
        var deed = ((ChangeAnswers.Result.Changed) changeAnswers.handle(change(they.yuki, statement, leftOut("9.1.1.1", "理由")))).batch();
        clock.advance(Duration.ofHours(24));

        assertThat(undoDeed.handle(new UndoDeed.Command(command(), they.yuki, statement, deed)))
                .isEqualTo(new UndoDeed.Result.Refused(new StatementRefusal.TooLateToUndo(24)));
    }

    @Test
    void everyVersionOfAPartStaysAndTheSecondOfTwoWritersIsShownTheFirsts() {
        assertThat(savePart.handle(period(they.yuki, 0))).isEqualTo(new SavePart.Result.Saved(1));
        assertThat(savePart.handle(new SavePart.Command(
                        command(), they.aiko, statement, 0, new Content.Period(LocalDate.of(2025, 4, 1), null))))
                .isInstanceOfSatisfying(SavePart.Result.Conflict.class, conflict -> assertThat(conflict.now().version()).isEqualTo(1));
        assertThat(savePart.handle(new SavePart.Command(command(), they.aiko, statement, 1, Content.Period.EMPTY)))
                .isEqualTo(new SavePart.Result.Saved(2));

        assertThat(readStatement.versions(they.jiro, statement, Part.PERIOD)).extracting(PartVersion::version).containsExactly(2L, 1L);
        assertThat(read(they.jiro).content().period()).isEqualTo(Content.Period.EMPTY);
    }

    @Test
    void noHistoryCanBeChangedOrRemovedByTheProgramsLogin() {
        changeAnswers.handle(change(they.yuki, statement, adopted("9.1.1.1", "x")));

        for (var table : List.of("part", "batch", "answer_change", "evidence", "comment", "frozen", "frozen_section")) {
            for (var deed : List.of("update statement.%s set dossier = dossier", "delete from statement.%s", "truncate statement.%s")) {
                assertThatThrownBy(() -> transaction.executeWithoutResult(open -> {
                            walls.enter(they.yuki);
                            jdbc.sql(deed.formatted(table)).update();
                        }))
                        .as(deed.formatted(table))
                        .hasStackTraceContaining("permission denied");
            }
        }
    }

    @Test
    @NthFailureOf(OpenStatement.class)
    void aStatementIsBegunOnceOrNotAtAll() {
        var command = new OpenStatement.Command(command(), they.yuki, they.ofAlpha, "2027年度", "2024-07", statement);

        NthFailure.of(() -> openStatement.handle(command)).changesNothingAndARetryTakesEffectOnce();
    }

    @Test
    @NthFailureOf(SavePart.class)
    void aPartIsWrittenOnceOrNotAtAll() {
        var command = period(they.yuki, 0);

        NthFailure.of(() -> savePart.handle(command)).changesNothingAndARetryTakesEffectOnce();
    }

    @Test
    @NthFailureOf(ChangeAnswers.class)
    void rowsAreChangedOnceOrNotAtAll() {
        var command = change(they.yuki, statement, adopted("9.1.1.1", "x"), leftOut("9.1.1.2", "y"));

        NthFailure.of(() -> changeAnswers.handle(command)).changesNothingAndARetryTakesEffectOnce();
    }

    @Test
    @NthFailureOf(UndoDeed.class)
    void aDeedIsUndoneOnceOrNotAtAll() {
        var deed = ((ChangeAnswers.Result.Changed) changeAnswers.handle(change(they.yuki, statement, leftOut("9.1.1.1", "理由")))).batch();
        var command = new UndoDeed.Command(command(), they.yuki, statement, deed);

        NthFailure.of(() -> undoDeed.handle(command)).changesNothingAndARetryTakesEffectOnce();
    }

    private SavePart.Command period(Actor actor, long seen) {
        return new SavePart.Command(
                command(), actor, statement, seen, new Content.Period(LocalDate.of(2025, 4, 1), LocalDate.of(2026, 3, 31)));
    }

    private WholeStatement read(Actor actor) {
        return ((ReadStatement.Result.Read) readStatement.whole(actor, statement)).whole();
    }
}
