// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement;

import static jp.torokubo.procedure.statement.Declarants.adopted;
import static jp.torokubo.procedure.statement.Declarants.change;
import static jp.torokubo.procedure.statement.Declarants.command;
import static jp.torokubo.procedure.statement.Declarants.leftOut;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import jp.torokubo.FreshDatabase;
import jp.torokubo.NthFailure;
import jp.torokubo.NthFailureOf;
import jp.torokubo.TorokuboTest;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.ground.identity.World;
import jp.torokubo.ground.refusal.Refusal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@TorokuboTest
@FreshDatabase
class AnsweringWarningsTest {

    private static final String WARNING = "reason-placeholder@9.1.1.2";

    @Autowired OpenStatement openStatement;
    @Autowired SavePart savePart;
    @Autowired ChangeAnswers changeAnswers;
    @Autowired CheckStatement check;
    @Autowired AnswerWarning answerWarning;
    @Autowired JdbcClient database;

    private Declarants they;
    private StatementId statement;

    @BeforeEach
    void aStatementWithAWarning() {
        they = new Declarants();
        statement = Declarants.opened(openStatement, they.aiko, they.ofAlpha);
        changeAnswers.handle(change(they.yuki, statement, leftOut("9.1.1.2", "該当なし")));
    }

    @Test
    void aWordHoldsForTheTextItWasSaidAboutAndNoOther() {
        var before = standing();
        assertThat(before.withoutWord()).isPositive();

        assertThat(said(they.yuki, WARNING, "この機能がないため")).isInstanceOf(AnswerWarning.Result.Said.class);
        assertThat(holding()).isEqualTo("この機能がないため");
        assertThat(standing()).isEqualTo(new CheckStatement.Readiness(before.errors(), before.warnings(), before.withoutWord() - 1));

        changeAnswers.handle(change(they.aiko, statement, AnswerEdit.of("9.1.1.2").withState(RowState.READY)));
        assertThat(holding()).as("who works on the row says nothing").isEqualTo("この機能がないため");
        changeAnswers.handle(change(they.aiko, statement, leftOut("9.1.1.2", "対象外")));
        assertThat(holding()).isNull();
        assertThat(checked().words().lapsed(remark(WARNING)).orElseThrow().text()).isEqualTo("この機能がないため");
        assertThat(standing().withoutWord()).isEqualTo(before.withoutWord());

        said(they.aiko, WARNING, "書き直した後の一言");
        assertThat(holding()).isEqualTo("書き直した後の一言");
        changeAnswers.handle(change(they.aiko, statement, leftOut("9.1.1.2", "該当なし")));
        assertThat(holding()).as("the text has been put back").isEqualTo("この機能がないため");
    }

    @Test
    void oneWordCanBeSaidOfEveryWarningOfItsKindThatHasNone() {
        changeAnswers.handle(change(they.yuki, statement, leftOut("9.1.1.4", "該当なし")));
        changeAnswers.handle(change(they.yuki, statement, leftOut("9.1.1.5", "該当なし")));
        var kind = remark(WARNING).rule();
        var alike = checked().remarks().all().stream().filter(one -> one.rule().equals(kind)).map(Remark::key).toList();
        assertThat(alike).hasSizeGreaterThan(2);
        var other = alike.stream().filter(one -> !one.equals(WARNING)).findFirst().orElseThrow();
        said(they.yuki, other, "先に言ったこと");
        var before = standing();

        answerWarning.handle(new AnswerWarning.Command(command(), they.yuki, statement, WARNING, about(WARNING), "まとめて言う", true));

        assertThat(standing().withoutWord()).isEqualTo(before.withoutWord() - (alike.size() - 1));
        assertThat(checked().words().holding(remark(other)).orElseThrow().text()).isEqualTo("先に言ったこと");
    }

    @Test
    void aWordOutsideOfRowsLapsesWithItsPart() {
        said(they.yuki, "report-day-missing@subsequent-events", "まだ決まらない");
        assertThat(checked().words().holding(remark("report-day-missing@subsequent-events"))).isPresent();

        savePart.handle(new SavePart.Command(
                command(), they.yuki, statement, 0,
                new Content.SubsequentEvents(false, null, List.of(new Content.SubsequentEvent(LocalDate.of(2026, 5, 1), Wording.of("移転"))))));

        assertThat(checked().words().lapsed(remark("report-day-missing@subsequent-events"))).isPresent();
    }

    @Test
    void nothingIsSaidOfWhatIsNoWarningOrNotTheOneThatWasSeen() {
        var error = checked().remarks().of(Severity.ERROR).get(0);
        assertThat(said(they.yuki, error.key(), "大丈夫")).isEqualTo(refused(new WarningRefusal.ErrorNotWarning()));
        assertThat(say(they.yuki, "reason-placeholder@9.1.1.3", "0".repeat(64), "理由")).isEqualTo(refused(new WarningRefusal.WarningGone()));
        assertThat(said(they.yuki, WARNING, " 　\n")).isEqualTo(refused(new WarningRefusal.WordMissing()));
        assertThat(said(they.yuki, WARNING, "あ".repeat(1001))).isEqualTo(refused(new StatementRefusal.TextTooLong("word", 1000, 1001)));

        var seen = about(WARNING);
        changeAnswers.handle(change(they.aiko, statement, leftOut("9.1.1.2", "対象外")));
        assertThat(say(they.yuki, WARNING, seen, "理由")).isEqualTo(refused(new WarningRefusal.WarnedTextChanged()));
        assertThat(checked().words().lapsed(remark(WARNING))).as("nothing was kept").isEmpty();
        changeAnswers.handle(change(they.aiko, statement, adopted("9.1.1.2", "書いた")));
        assertThat(say(they.yuki, WARNING, seen, "理由")).isEqualTo(refused(new WarningRefusal.WarningGone()));
    }

    @Test
    void toStrangersNothingOfItIsThereWithEitherGuardAlone() {
        var about = about(WARNING);
        said(they.yuki, WARNING, "内輪の一言");
        nothingIsThere(about);
        World.withoutPolicies();
        try {
            nothingIsThere(about);
        } finally {
            World.withPolicies();
        }
        assertThat(say(they.jiro, WARNING, about, "監査人の一言")).isEqualTo(refused(new StatementRefusal.OnlyTheProviderWrites()));
        assertThat(check.standing(they.jiro, statement)).as("the auditor").isEmpty();
    }

    private void nothingIsThere(String about) {
        for (var stranger : they.strangers()) {
            assertThat(check.whole(stranger, they.ofAlpha, statement)).isInstanceOf(CheckStatement.Result.Refused.class);
            assertThat(check.standing(stranger, statement)).isEmpty();
            assertThat(say(stranger, WARNING, about, "よその一言")).isEqualTo(refused(new StatementRefusal.StatementUnknown()));
        }
    }

    @Test
    void nothingIsSaidInAClosedDossier() {
        var about = about(WARNING);
        World.said("update identity.dossier set closed_at = opened_at where id = ?", they.ofAlpha.value());

        assertThat(say(they.yuki, WARNING, about, "理由")).isEqualTo(refused(new StatementRefusal.DossierClosed()));
        assertThat(checked().mayNotWrite()).isEqualTo(new StatementRefusal.DossierClosed());
    }

    @Test
    void whatWasSaidStays() {
        said(they.yuki, WARNING, "一つ目");
        said(they.aiko, WARNING, "二つ目");

        assertThat(holding()).isEqualTo("二つ目");
        assertThat(database.sql("select has_table_privilege('torokubo_app', 'statement.warning_word', 'update, delete, truncate')")
                .query(Boolean.class).single()).isFalse();
    }

    @Test
    @NthFailureOf(AnswerWarning.class)
    void aWordIsKeptOnceOrNotAtAll() {
        var word = new AnswerWarning.Command(command(), they.yuki, statement, WARNING, about(WARNING), "この機能がないため", true);

        NthFailure.of(() -> answerWarning.handle(word)).changesNothingAndARetryTakesEffectOnce();
    }

    private AnswerWarning.Result said(Actor actor, String warning, String text) {
        return say(actor, warning, about(warning), text);
    }

    private AnswerWarning.Result say(Actor actor, String warning, String about, String text) {
        return answerWarning.handle(new AnswerWarning.Command(command(), actor, statement, warning, about, text, false));
    }

    private static AnswerWarning.Result refused(Refusal why) {
        return new AnswerWarning.Result.Refused(why);
    }

    private String about(String warning) {
        return checked().words().fingerprint(remark(warning));
    }

    private Remark remark(String warning) {
        return checked().remarks().all().stream().filter(one -> one.key().equals(warning)).findFirst().orElseThrow();
    }

    private @Nullable String holding() {
        return checked().words().holding(remark(WARNING)).map(WarningWord::text).orElse(null);
    }

    private CheckStatement.Readiness standing() {
        return check.standing(they.yuki, statement).orElseThrow();
    }

    private CheckStatement.Result.Checked checked() {
        return (CheckStatement.Result.Checked) check.whole(they.yuki, they.ofAlpha, statement);
    }
}
