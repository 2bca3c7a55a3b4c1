// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import jp.torokubo.procedure.statement.checking.RuleTable;
import jp.torokubo.procedure.statement.checking.RuleTable.Row;
import jp.torokubo.record.rulebook.Provenance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SelfCheckTest {

    private static final Path GOOD_REASONS = Path.of("src/test/resources/statement/good-reasons.txt");

    @Test
    void nothingIsSaidAgainstACompleteStatement() {
        assertThat(new StatementDraft().remarks()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aRuleSpeaksWhereItHasToAndNowhereElse(SelfCheckCases.Case example) {
        var draft = new StatementDraft();
        example.spoil().accept(draft);

        assertThat(draft.remarks().stream().filter(remark -> remark.rule().equals(example.rule())).map(SelfCheckTest::place))
                .containsExactlyInAnyOrderElementsOf(example.expected());
    }

    @ParameterizedTest
    @MethodSource("rules")
    void everyRuleIsTriedWhereItSpeaksAndWhereItIsSilent(Row rule) {
        var tried = cases().filter(example -> example.rule().equals(rule.rule())).toList();

        assertThat(tried).anyMatch(example -> example.expected().isEmpty()).anyMatch(example -> !example.expected().isEmpty());
    }

    @Test
    void anEmptyStatementLacksEveryRowThatHasToBeAnswered() {
        var draft = new StatementDraft();
        draft.answers.clear();
        draft.content = StatementContent.EMPTY;

        var floor = draft.catalogue().mandatoryFloor();
        var remarks = new Remarks(draft.remarks());
        assertThat(remarks.withoutErrors()).isFalse();
        assertThat(remarks.all().stream().filter(remark -> remark.place() instanceof Remark.InRow)).hasSize(1163 + 121);
        assertThat(remarks.all().stream().filter(remark -> remark.rule().equals("basic-detail-open"))).hasSameSizeAs(floor.basicDetails());
    }

    @Test
    void aRowAloneIsToldTheSameAsInTheWhole() {
        var draft = new StatementDraft();
        draft.answers.replaceAll((control, answer) -> answer.choice() == Choice.LEFT_OUT
                ? StatementDraft.leftOut(control, "該当する機器がないため") : answer);
        draft.put(StatementDraft.leftOut("6.1.1", "")).open("5.1.1").put(StatementDraft.adopted(StatementDraft.ADOPTED, "TBD"));
        var whole = draft.whole();
        var check = draft.check();

        var byRow = draft.catalogue().controls().stream().flatMap(control -> check.row(whole, control).all().stream()).toList();

        assertThat(byRow).hasSizeGreaterThan(100)
                .isEqualTo(check.whole(whole).all().stream().filter(remark -> remark.place() instanceof Remark.InRow).toList());
    }

    @ParameterizedTest
    @MethodSource("goodReasons")
    void aGoodReasonIsNotFlaggedByAnyRule(String reason) {
        assertThat(new StatementDraft().put(StatementDraft.leftOut(StatementDraft.LEFT_OUT, reason)).remarks()).isEmpty();
    }

    @Test
    void thereAreFiftyGoodReasonsAndNoTwoAreAlike() throws IOException {
        assertThat(Files.readAllLines(GOOD_REASONS)).hasSize(50).doesNotHaveDuplicates();
    }

    @Test
    void everyRuleSaysInBothLanguagesWhatIsWrongAndWhatToDo() throws IOException {
        for (var language : List.of("ja", "en")) {
            var words = words(language);
            var wanted = new ArrayList<String>();
            RuleTable.rows().forEach(rule -> wanted.addAll(List.of(
                    "statement.check.wrong." + rule.rule(), "statement.check.mend." + rule.rule())));

            assertThat(words.stringPropertyNames()).containsAll(wanted);
            assertThat(words.stringPropertyNames().stream().filter(key -> key.matches("statement\\.check\\.(wrong|mend)\\..*")))
                    .containsExactlyInAnyOrderElementsOf(wanted);
        }
    }

    @Test
    void everythingSaidHasAllTheWordsItNeeds() throws IOException {
        var said = cases().flatMap(example -> {
            var draft = new StatementDraft();
            example.spoil().accept(draft);
            return draft.remarks().stream();
        }).toList();

        for (var language : List.of("ja", "en")) {
            var words = words(language);
            assertThat(said).allSatisfy(remark -> {
                var sentence = words.getProperty(remark.wrongKey()) + words.getProperty(remark.mendKey());
                for (int i = 0; i < 5; i++) {
                    assertThat(remark.arguments().size() > i || !sentence.contains("{" + i + "}")).as(remark.key() + " {" + i + "}").isTrue();
                }
                remark.arguments().stream().filter(Remark.Words.class::isInstance).map(Remark.Words.class::cast)
                        .forEach(argument -> assertThat(words.stringPropertyNames()).contains(argument.messageKey()));
            });
        }
    }

    /** An error keeps a provider from submitting: it rests on what the scheme asks, or on a plain contradiction. */
    @Test
    void nothingIsAnErrorOnlyBecauseWeWouldLikeItOtherwise() {
        assertThat(RuleTable.rows().stream()
                        .filter(rule -> rule.severity() == Severity.ERROR && rule.source().provenance() == Provenance.INFERRED)
                        .map(Row::rule))
                .allMatch(rule -> rule.endsWith("-contradict") || rule.equals("period-overlap"));
        assertThat(RuleTable.rows().stream().filter(rule -> rule.source().provenance() == Provenance.OFFICIAL))
                .allMatch(rule -> rule.article().isCited());
    }

    @Test
    void aRemarkKeepsItsKeyWhenItsNumbersChange() {
        var one = new StatementDraft().put(StatementDraft.leftOut(StatementDraft.LEFT_OUT, "機器がないため")).remarks().get(0);
        var other = new StatementDraft().put(StatementDraft.leftOut(StatementDraft.LEFT_OUT, "機器を使わないため")).remarks().get(0);

        assertThat(one).isNotEqualTo(other);
        assertThat(one.key()).isEqualTo(other.key()).isEqualTo("reason-short@9.2.3.1");
    }

    private static String place(Remark remark) {
        return remark.key().substring(remark.key().indexOf('@') + 1);
    }

    static Stream<SelfCheckCases.Case> cases() {
        return SelfCheckCases.all().stream();
    }

    static Stream<Row> rules() {
        return RuleTable.rows().stream();
    }

    static Stream<String> goodReasons() throws IOException {
        return Files.readAllLines(GOOD_REASONS).stream();
    }

    private static Properties words(String language) throws IOException {
        var words = new Properties();
        words.load(new StringReader(Files.readString(
                Path.of("src/main/resources/messages/statement-check_" + language + ".properties"), UTF_8)));
        return words;
    }
}
