// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.comparing;

import static java.util.stream.Collectors.joining;
import static jp.torokubo.procedure.statement.comparing.ChangeClass.*;
import static jp.torokubo.procedure.statement.comparing.Written.adopted;
import static jp.torokubo.procedure.statement.comparing.Written.answer;
import static jp.torokubo.procedure.statement.comparing.Written.between;
import static jp.torokubo.procedure.statement.comparing.Written.leftOut;
import static jp.torokubo.procedure.statement.comparing.Written.open;
import static jp.torokubo.procedure.statement.comparing.Written.owned;
import static jp.torokubo.procedure.statement.comparing.Written.statement;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.torokubo.procedure.statement.Answer;
import jp.torokubo.procedure.statement.BaseService;
import jp.torokubo.procedure.statement.Choice;
import jp.torokubo.procedure.statement.Content;
import jp.torokubo.procedure.statement.DataKind;
import jp.torokubo.procedure.statement.Realisation;
import jp.torokubo.procedure.statement.RestsOn;
import jp.torokubo.procedure.statement.RowState;
import jp.torokubo.procedure.statement.ScopeFunction;
import jp.torokubo.procedure.statement.Standing;
import jp.torokubo.procedure.statement.StatementContent;
import jp.torokubo.procedure.statement.WholeStatement;
import jp.torokubo.procedure.statement.Wording;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What differs between two statements, and of which class it is. */
class StatementComparisonTest {

    private static final String ROW = "12.4.1.1";
    private static final LocalDate SEPTEMBER = LocalDate.of(2025, 9, 30);
    private static final LocalDate OCTOBER = LocalDate.of(2025, 10, 1);

    static Stream<org.junit.jupiter.params.provider.Arguments> classesThatAreCertain() {
        return Stream.of(
                arguments("not selected before", leftOut(ROW, "不要"), adopted(ROW, "記録する。"), Set.of(NEWLY_SELECTED)),
                arguments("selected before", adopted(ROW, "記録する。"), leftOut(ROW, "不要"), Set.of(NO_LONGER_SELECTED)),
                arguments("nobody had answered", open(ROW), adopted(ROW, "記録する。"), Set.of(FIRST_SAID)),
                arguments("nobody answers any more", leftOut(ROW, "不要"), open(ROW), Set.of(NO_LONGER_SAID)),
                arguments("adopted without words", adopted(ROW, ""), adopted(ROW, "記録する。"), Set.of(FIRST_SAID)),
                arguments("another reason", leftOut(ROW, "機能がない"), leftOut(ROW, "媒体を用いない"), Set.of(REASON)),
                arguments("another owner", owned(adopted(ROW, "甲"), "a@x.jp"), owned(adopted(ROW, "甲"), "b@x.jp"), Set.of(OWNER)),
                arguments("another owner and reason", owned(leftOut(ROW, "甲"), "a@x.jp"), owned(leftOut(ROW, "乙"), "b@x.jp"), Set.of(REASON)),
                arguments("English only", adopted(ROW, "甲"), described("甲", "A", null, null), Set.of(TRANSLATION)),
                arguments("days only", adopted(ROW, "甲"), described("甲", "", OCTOBER, null), Set.of(EARLIER_DAYS)),
                arguments("what stood earlier is gone", changedWithin("甲", "乙"), adopted(ROW, "乙"), Set.of(EARLIER_DAYS)),
                arguments("rests on another version", resting("v1"), resting("v2"), Set.of(RESTING)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("classesThatAreCertain")
    void whatWasEnteredDecidesTheClass(String what, Answer was, Answer is, Set<ChangeClass> classes) {
        var rows = between(statement(was), statement(is)).rows();

        assertThat(rows).singleElement().satisfies(row -> {
            assertThat(row.classes()).isEqualTo(classes);
            assertThat(row.proposal()).isNull();
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "手順書に従い承認する。 | 運用規程に従い承認する。 | PROCEDURE",
        "通信を暗号化する（TLS 1.2）。 | 通信を暗号化する（TLS 1.3）。 | REALISATION",
        "ログを年１回点検する。 | ログを年４回点検する。 | OPERATION",
        "担当が手動で点検する。 | 担当が自動で点検する。 | TOOL",
        "手作業で集計する。 | システムで集計する。 | TOOL",
        "システムで集計する。 | 手作業で集計する。 | UNDECIDED",
        "情報管理責任者が認める。 | 情報統括責任者が認める。 | MANAGER",
        "東京リージョンに置く。 | 東京リージョン及び大阪リージョンに置く。 | WIDENED",
        "教育を行う。 | 訓練を行う。 | UNDECIDED",
        "規程を改める。 | 設定を改める。 | UNDECIDED",
    })
    void whatADescriptionChangedByIsProposedFromItsWordsOrLeftUndecided(String was, String is, ChangeClass proposed) {
        var rows = between(statement(adopted(ROW, was)), statement(adopted(ROW, is))).rows();

        assertThat(rows).singleElement().satisfies(row -> {
            assertThat(row.classes()).containsExactly(proposed);
            assertThat(row.proposal().kind()).isEqualTo(proposed);
        });
    }

    @Test
    void aManagerMoreRegionsOrOtherWordsAreNoChangeByThemselves() {
        assertThat(EnumSet.allOf(ChangeClass.class).stream().filter(one -> !one.change()).toList())
                .containsExactly(MANAGER, WIDENED, WORDING, OWNER, TRANSLATION);
    }

    @Test
    void aChangeInsideThePeriodIsComparedByWhatStoodLast() {
        var rows = between(statement(changedWithin("甲に置く。", "手順書を定める。")), statement(adopted(ROW, "規程を定める。"))).rows();

        assertThat(rows).singleElement().satisfies(row -> assertThat(row.classes()).containsExactly(PROCEDURE));
    }

    @Test
    void aFunctionIsScopeAndWhereItsDataLieIsRegion() {
        assertThat(scope(List.of(function("保管", Standing.INSIDE, "東京")), List.of(function("保管", Standing.OUTSIDE, "東京"))))
                .containsExactlyInAnyOrder(SCOPE, REGION);
        assertThat(scope(List.of(function("保管", Standing.INSIDE, "東京")), List.of(function("保管", Standing.INSIDE, "大阪"))))
                .containsExactly(REGION);
        assertThat(scope(
                List.of(function("保管", Standing.INSIDE, "東京")),
                List.of(function("検索", Standing.INSIDE, "東京"), function("保管", Standing.INSIDE, "東京"))))
                .containsExactly(SCOPE);
    }

    @Test
    void theOrderOfFunctionsSaysNothingAndNeitherDoTheKeysOfBaseServices() {
        var one = content(List.of(function("甲", Standing.INSIDE, "東京"), onBase("乙", "b1")), List.of(base("b1", "基盤")));
        var other = content(List.of(onBase("乙", "b9"), function("甲", Standing.INSIDE, "東京")), List.of(base("b9", "基盤")));

        assertThat(between(statement(one), statement(other)).isEmpty()).isTrue();
    }

    @Test
    void aRegisteredBaseServiceIsKnownByItsRegistrationThoughItsNameChanged() {
        var id = new UUID(1, 2);
        var one = StatementContent.EMPTY.with(new Content.BaseServices(false, List.of(new BaseService("b", Wording.of("旧称"), id, "v1"))));
        var other = StatementContent.EMPTY.with(new Content.BaseServices(false, List.of(new BaseService("c", Wording.of("新称"), id, "v1"))));

        var items = between(statement(one), statement(other)).parts().get(0).items();

        assertThat(items).singleElement().satisfies(item -> {
            assertThat(item.kind()).isEqualTo(ItemDifference.Kind.CHANGED);
            assertThat(item.fields()).containsExactly(new FieldDifference("name", FieldDifference.Kind.JAPANESE, "旧称", "新称"));
        });
    }

    @Test
    void twoSmallStatementsDifferAsWritten() {
        var before = content(List.of(function("保管", Standing.INSIDE, "東京"), function("旧検索", Standing.INSIDE, "東京")), List.of())
                .with(new Content.Period(LocalDate.of(2024, 4, 1), LocalDate.of(2025, 3, 31)));
        var after = content(List.of(function("保管", Standing.INSIDE, "東京", "大阪"), function("新検索", Standing.UNKNOWN)), List.of())
                .with(new Content.Period(LocalDate.of(2025, 4, 1), LocalDate.of(2026, 3, 31)))
                .with(new Content.Subcontractors(false, List.of(new Content.Subcontractor(Wording.of("丙社"), Wording.of("監視"), "日本"))));

        var written = written(between(
                statement(before, leftOut("9.1.2.1", "不要"), adopted("12.4.1.1", "目視で確かめる。"), adopted("5.1.1", "定める。")),
                statement(after, adopted("9.1.2.1", "定める。"), adopted("12.4.1.1", "ツールで確かめる。"), adopted("5.1.1", "定める。"))));

        assertThat(written).isEqualTo("""
                scope [SCOPE, REGION]
                  CHANGED 保管: regions.storage 東京 > 大阪, 東京
                  ADDED 新検索: name - > 新検索; standing - > statement.standing.unknown
                  REMOVED 旧検索: name 旧検索 > -; standing statement.standing.inside > -; regions.storage 東京 > -
                period [OTHER_PART]
                  from 2024-04-01 > 2025-04-01
                  until 2025-03-31 > 2026-03-31
                subcontractors [OTHER_PART]
                  ADDED 丙社: name - > 丙社; task - > 監視; country - > 日本
                9.1.2.1 NONE [NEWLY_SELECTED]
                12.4.1.1 NONE [TOOL]
                """);
    }

    @Test
    void aRowOfOneEditionOnlyIsSaidToBeThat() {
        var pairs = Written.olderToNewer();
        var after = statement(adopted("8.1.5.4.P", "消去する。"));

        assertThat(StatementComparison.between(statement(), after, pairs, Written.WORDS, ClassesSaid.NONE).rows()).singleElement().satisfies(row -> {
            assertThat(row.row().change()).isEqualTo(ControlChange.ADDED);
            assertThat(row.classes()).containsExactly(CONTROL_ADDED);
        });
        assertThat(StatementComparison.between(after, statement(), mirrored(pairs), Written.WORDS, ClassesSaid.NONE).rows()).singleElement()
                .satisfies(row -> assertThat(row.classes()).containsExactly(CONTROL_REMOVED));
    }

    @RepeatedTest(60)
    void aStatementDoesNotDifferFromItself(RepetitionInfo repetition) {
        var one = any(new Random(repetition.getCurrentRepetition()));

        assertThat(between(one, one).isEmpty()).isTrue();
    }

    @RepeatedTest(60)
    void theOtherWayRoundTheSameRowsAndPartsDifferMirrored(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        var one = any(random);
        var other = any(random);

        var there = between(one, other);
        var back = between(other, one);

        assertThat(certain(back)).isEqualTo(certain(there).entrySet().stream().collect(Collectors.toMap(
                Map.Entry::getKey, entry -> entry.getValue().stream().map(ChangeClass::mirrored).collect(Collectors.toSet()))));
        assertThat(back.parts().stream().map(PartDifference::fields).toList()).isEqualTo(there.parts().stream()
                .map(part -> part.fields().stream().map(FieldDifference::mirrored).toList()).toList());
        assertThat(back.parts().stream().map(PartDifference::classes).toList())
                .isEqualTo(there.parts().stream().map(PartDifference::classes).toList());
    }

    @RepeatedTest(60)
    void aRowIsLeftOutOnlyWhereBothSayTheSame(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        var one = any(random);
        var other = any(random);

        var different = between(one, other).rows().stream().map(row -> row.row().shown().id()).collect(Collectors.toSet());

        for (var control : Written.NEWER.controls()) {
            var was = one.answer(control.id());
            var is = other.answer(control.id());
            assertThat(different.contains(control.id())).as(control.id())
                    .isEqualTo(!was.saysTheSameAs(is) || !was.owner().equals(is.owner()));
        }
    }

    private static Map<String, Set<ChangeClass>> certain(StatementComparison comparison) {
        return comparison.rows().stream().collect(Collectors.toMap(
                row -> row.row().number(),
                row -> row.classes().stream().map(one -> one.proposed() ? UNDECIDED : one).collect(Collectors.toSet())));
    }

    private static WholeStatement any(Random random) {
        var answers = new HashMap<String, Answer>();
        var rows = List.of("3.1.2.1", "4.4.1.1", "5.1.1", "9.1.2.1", ROW, "9.2.3.11.PB", "18.1.1.1");
        var texts = List.of("", "手動で記録する。", "システムで記録する。", "規程を定める。");
        for (var row : rows) {
            if (random.nextInt(4) > 0) {
                var text = texts.get(random.nextInt(texts.size()));
                var made = random.nextInt(4) == 0
                        ? changedWithin(text, texts.get(random.nextInt(texts.size())))
                        : adopted(row, text);
                answers.put(row, new Answer(
                        row, Choice.values()[random.nextInt(3)], made.realisations(), Wording.of(texts.get(random.nextInt(4))),
                        random.nextBoolean() ? "" : "a@x.jp", null, RowState.READY,
                        random.nextInt(5) == 0 ? new RestsOn("v", row) : null, 1));
            }
        }
        var functions = Stream.of("保管", "検索", "連携").filter(name -> random.nextBoolean())
                .map(name -> function(name, Standing.values()[random.nextInt(3)], random.nextBoolean() ? "東京" : "大阪")).toList();
        var content = content(functions, random.nextBoolean() ? List.of() : List.of(base("b", "基盤")))
                .with(new Content.Period(random.nextBoolean() ? null : OCTOBER, null))
                .with(new Content.SpecialNotes(random.nextBoolean(), Wording.of(texts.get(random.nextInt(4)))));
        return Written.withAnswers(statement(content), answers);
    }

    private static String written(StatementComparison comparison) {
        var lines = new StringBuilder();
        for (var part : comparison.parts()) {
            lines.append(part.part().code()).append(' ').append(part.classes()).append('\n');
            part.fields().forEach(field -> lines.append("  ").append(written(field)).append('\n'));
            part.items().forEach(item -> lines.append("  ").append(item.kind()).append(' ').append(item.name()).append(": ")
                    .append(item.fields().stream().map(StatementComparisonTest::written).collect(joining("; "))).append('\n'));
        }
        comparison.rows().forEach(row -> lines.append(row.row().number()).append(' ').append(row.row().change()).append(' ')
                .append(row.classes()).append('\n'));
        return lines.toString();
    }

    private static String written(FieldDifference field) {
        return field.field() + " " + (field.before() == null ? "-" : field.before()) + " > " + (field.after() == null ? "-" : field.after());
    }

    private static PairedRows mirrored(PairedRows pairs) {
        return new PairedRows(pairs.rows().stream().map(RowPair::mirrored).toList());
    }

    private static Set<ChangeClass> scope(List<ScopeFunction> before, List<ScopeFunction> after) {
        return between(statement(content(before, List.of())), statement(content(after, List.of()))).parts().get(0).classes();
    }

    private static StatementContent content(List<ScopeFunction> functions, List<BaseService> bases) {
        return StatementContent.EMPTY.with(new Content.Scope(functions)).with(new Content.BaseServices(false, bases));
    }

    private static BaseService base(String key, String name) {
        return new BaseService(key, Wording.of(name), null, null);
    }

    private static ScopeFunction onBase(String name, String key) {
        return new ScopeFunction(Wording.of(name), Standing.INSIDE, Map.of(), key, Wording.NONE);
    }

    private static ScopeFunction function(String name, Standing standing, String... regions) {
        return new ScopeFunction(Wording.of(name), standing, Map.of(DataKind.STORAGE, List.of(regions)), "", Wording.NONE);
    }

    private static Answer described(String ja, String en, LocalDate from, LocalDate until) {
        return answer(ROW, Choice.ADOPTED, List.of(new Realisation(new Wording(ja, en), from, until)), "");
    }

    private static Answer changedWithin(String before, String after) {
        return answer(ROW, Choice.ADOPTED, List.of(
                new Realisation(Wording.of(before), null, SEPTEMBER), new Realisation(Wording.of(after), OCTOBER, null)), "");
    }

    private static Answer resting(String version) {
        return new Answer(ROW, Choice.ADOPTED, List.of(), Wording.NONE, "", null, RowState.READY, new RestsOn(version, ROW), 1);
    }
}
