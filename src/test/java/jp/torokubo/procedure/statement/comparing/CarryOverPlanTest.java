// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.comparing;

import static jp.torokubo.procedure.statement.comparing.Written.adopted;
import static jp.torokubo.procedure.statement.comparing.Written.answer;
import static jp.torokubo.procedure.statement.comparing.Written.leftOut;
import static jp.torokubo.procedure.statement.comparing.Written.owned;
import static jp.torokubo.procedure.statement.comparing.Written.statement;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import jp.torokubo.procedure.statement.Answer;
import jp.torokubo.procedure.statement.AnswerEdit;
import jp.torokubo.procedure.statement.AnswerRules;
import jp.torokubo.procedure.statement.Choice;
import jp.torokubo.procedure.statement.Realisation;
import jp.torokubo.procedure.statement.RestsOn;
import jp.torokubo.procedure.statement.RowState;
import jp.torokubo.procedure.statement.WholeStatement;
import jp.torokubo.procedure.statement.Wording;
import jp.torokubo.record.criteria.Control;
import jp.torokubo.record.criteria.Obligation;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** What is taken over from an earlier statement, and what is not. */
class CarryOverPlanTest {

    private static final Set<String> PEOPLE = Set.of("a@x.jp");
    private static final String UNCHANGED = "12.4.1.1";
    private static final String REWORDED = "9.2.3.11.PB";
    private static final String ADDED = "8.1.5.4.P";

    @Test
    void anUnchangedRowIsTakenOverWithItsOwnerAndWithoutItsDueDayAndItsState() {
        var earlier = owned(adopted(UNCHANGED, "記録する。"), "a@x.jp");

        var row = row(statement(earlier), statement(), UNCHANGED);

        assertThat(row.action()).isEqualTo(CarryAction.AS_IS);
        assertThat(applied(row)).isEqualTo(new Answer(
                UNCHANGED, Choice.ADOPTED, earlier.realisations(), Wording.NONE, "a@x.jp", null, RowState.IN_WORK, null, 0));
    }

    @Test
    void aRewordedRowIsTakenOverToBeLookedAtAgain() {
        var row = row(statement(adopted(REWORDED, "多要素認証を用いる。")), statement(), REWORDED);

        assertThat(row.action()).isEqualTo(CarryAction.LOOK_AGAIN);
        assertThat(row.doubts()).containsExactly(CarryDoubt.WORDING);
        assertThat(applied(row).described()).isEqualTo("多要素認証を用いる。");
    }

    @Test
    void aNewRowAndOneOfWhichNothingWasSaidAreAnsweredAnew() {
        assertThat(row(statement(), statement(), ADDED).action()).isEqualTo(CarryAction.ANEW);
        assertThat(row(statement(owned(Written.open(UNCHANGED), "a@x.jp")), statement(), UNCHANGED).action()).isEqualTo(CarryAction.ANEW);
    }

    @Test
    void aRowThatIsGoneIsDroppedAndStaysToBeSeen() {
        var earlier = statement(adopted(ADDED, "消去する。"));
        var back = new PairedRows(Written.olderToNewer().rows().stream().map(RowPair::mirrored).toList());

        var plan = CarryOverPlan.of(earlier, statement(), back, PEOPLE, on -> false);

        assertThat(plan.rows()).filteredOn(row -> row.row().after() == null).singleElement().satisfies(row -> {
            assertThat(row.action()).isEqualTo(CarryAction.DROP);
            assertThat(row.earlier().described()).isEqualTo("消去する。");
            assertThat(row.edit()).isNull();
        });
        assertThat(plan.of(List.of(ADDED), true)).isEmpty();
    }

    @Test
    void anotherSuffixIsFollowedAndALeftOutRowThatBecameMandatoryIsDoubted() {
        var before = Written.NEWER.control(UNCHANGED).orElseThrow();
        var after = Written.NEWER.control("9.2.3.11.PB").orElseThrow();
        var pairs = new PairedRows(List.of(new RowPair(before, after, ControlChange.OBLIGATION)));

        var row = CarryOverPlan.of(statement(leftOut(UNCHANGED, "不要")), statement(), pairs, PEOPLE, on -> false).rows().get(0);

        assertThat(after.obligation()).isEqualTo(Obligation.MANDATORY);
        assertThat(row.action()).isEqualTo(CarryAction.LOOK_AGAIN);
        assertThat(row.doubts()).containsExactly(CarryDoubt.OBLIGATION, CarryDoubt.NOW_MANDATORY);
        assertThat(Objects.requireNonNull(row.edit()).control()).isEqualTo("9.2.3.11.PB");
    }

    @Test
    void ofAChangeInsideThePeriodOnlyWhatStoodLastIsTakenOverAndTheRestIsShown() {
        var row = row(statement(answer(UNCHANGED, Choice.ADOPTED, List.of(
                new Realisation(Wording.of("旧"), null, LocalDate.of(2025, 9, 30)),
                new Realisation(Wording.of("新"), LocalDate.of(2025, 10, 1), null)), "")), statement(), UNCHANGED);

        assertThat(row.action()).isEqualTo(CarryAction.LOOK_AGAIN);
        assertThat(applied(row).realisations()).containsExactly(Realisation.throughout(Wording.of("新")));
        assertThat(row.leftBehind()).extracting(one -> one.text().ja()).containsExactly("旧");
    }

    @Test
    void anOwnerWhoIsNotHereIsNotTakenOver() {
        var row = row(statement(owned(adopted(UNCHANGED, "甲"), "gone@x.jp")), statement(), UNCHANGED);

        assertThat(row.doubts()).containsExactly(CarryDoubt.OWNER_NOT_HERE);
        assertThat(applied(row).owner()).isEmpty();
    }

    @Test
    void aRowThatRestsOnAFrozenVersionIsLookedAtAgain() {
        var resting = new Answer(
                UNCHANGED, Choice.ADOPTED, List.of(), Wording.NONE, "", null, RowState.SETTLED, new RestsOn("v", UNCHANGED), 3);

        var row = row(statement(resting), statement(), UNCHANGED);

        assertThat(row.doubts()).containsExactly(CarryDoubt.RESTS_ON_VERSION);
        assertThat(applied(row).restsOn()).isEqualTo(new RestsOn("v", UNCHANGED));
    }

    @Test
    void whatSomebodyWroteStaysUnlessItIsAskedToBeWrittenOver() {
        var plan = plan(statement(adopted(UNCHANGED, "昨年")), statement(adopted(UNCHANGED, "今年")));

        assertThat(plan.unchanged()).isEmpty();
        assertThat(plan.of(List.of(UNCHANGED), false)).isEmpty();
        assertThat(plan.of(List.of(UNCHANGED), true)).extracting(AnswerEdit::control).containsExactly(UNCHANGED);
        assertThat(plan.counts()).containsEntry(CarryAction.KEEP, 1L);
    }

    @Test
    void aRowWhoseWritingWasUndoneCanBeTakenOverAgainAndKeepsItsOwner() {
        var undone = owned(Written.open(UNCHANGED), "b@x.jp").withVersion(2);

        var row = row(statement(owned(adopted(UNCHANGED, "昨年"), "a@x.jp")), statement(undone), UNCHANGED);

        assertThat(row.action()).isEqualTo(CarryAction.AS_IS);
        assertThat(applied(row).owner()).isEqualTo("b@x.jp");
    }

    @RepeatedTest(40)
    void afterTakingOverEverythingOnlyWhatIsNotTakenOverDiffers(RepetitionInfo repetition) {
        var earlier = any(new Random(repetition.getCurrentRepetition()));
        var pairs = PairedRows.of(Written.NEWER);
        var plan = CarryOverPlan.of(earlier, statement(), pairs, PEOPLE, on -> false);
        var all = plan.rows().stream().map(row -> row.row().shown().id()).toList();

        var after = written(statement(), plan.of(all, false));

        var again = CarryOverPlan.of(earlier, after, pairs, PEOPLE, on -> false);
        assertThat(again.unchanged()).isEmpty();
        assertThat(again.of(all, true)).isEmpty();
        for (var row : StatementComparison.between(earlier, after, pairs, Written.WORDS, ClassesSaid.NONE).rows()) {
            var notTaken = row.was().owner().equals("gone@x.jp") ? ChangeClass.OWNER : ChangeClass.EARLIER_DAYS;
            var said = CarriedRow.says(row.was());
            assertThat(row.classes()).as(row.row().number()).isSubsetOf(
                    notTaken, ChangeClass.EARLIER_DAYS, said ? notTaken : ChangeClass.OWNER);
        }
    }

    @RepeatedTest(40)
    void everythingThatIsTakenOverMayBeWritten(RepetitionInfo repetition) {
        var earlier = any(new Random(repetition.getCurrentRepetition()));
        var plan = CarryOverPlan.of(earlier, statement(), Written.olderToNewer(), PEOPLE, on -> false);

        for (var edit : plan.of(plan.rows().stream().map(row -> row.row().shown().id()).toList(), true)) {
            var control = Written.NEWER.control(edit.control()).orElseThrow();
            assertThat(AnswerRules.wrong(control, Answer.untouched(control.id()), edit, PEOPLE)).isEmpty();
        }
    }

    private static WholeStatement any(Random random) {
        var controls = new ArrayList<String>();
        Written.OLDER.controls().stream().filter(AnswerRules::isAnswered).map(Control::id).filter(id -> random.nextInt(20) == 0)
                .forEach(controls::add);
        var answers = new HashMap<String, Answer>();
        for (var control : controls) {
            var realisations = switch (random.nextInt(3)) {
                case 0 -> List.<Realisation>of();
                case 1 -> List.of(Realisation.throughout(new Wording("文" + random.nextInt(9), "text")));
                default -> List.of(
                        new Realisation(Wording.of("旧"), null, LocalDate.of(2025, 9, 30)),
                        new Realisation(Wording.of("新"), LocalDate.of(2025, 10, 1), null));
            };
            answers.put(control, new Answer(
                    control, Choice.values()[random.nextInt(3)], realisations, Wording.of(random.nextBoolean() ? "" : "理由"),
                    List.of("", "a@x.jp", "gone@x.jp").get(random.nextInt(3)), LocalDate.of(2026, 1, 1), RowState.SETTLED, null, 4));
        }
        return Written.withAnswers(statement(), answers);
    }

    private static WholeStatement written(WholeStatement statement, List<AnswerEdit> edits) {
        var answers = new HashMap<>(statement.answers());
        edits.forEach(edit -> answers.put(edit.control(), edit.appliedTo(statement.answer(edit.control())).withVersion(1)));
        return Written.withAnswers(statement, answers);
    }

    private static Answer applied(CarriedRow row) {
        return Objects.requireNonNull(row.edit()).appliedTo(row.now()).withVersion(0);
    }

    private static CarriedRow row(WholeStatement earlier, WholeStatement now, String control) {
        return plan(earlier, now).rows().stream().filter(row -> row.row().shown().id().equals(control)).findFirst().orElseThrow();
    }

    private static CarryOverPlan plan(WholeStatement earlier, WholeStatement now) {
        return CarryOverPlan.of(earlier, now, Written.olderToNewer(), PEOPLE, on -> false);
    }
}
