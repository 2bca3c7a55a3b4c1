// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.rulebook.comparison;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is marked as changed in a passage. {old>new} is a change. */
class ChangedWordsTest {

    @ParameterizedTest
    @CsvSource({
        "令和３年度以降, 令和４年度以降, 令和{３>４}年度以降",
        "３月31日まで, ３月30日まで, ３月{31>30}日まで",
        "クラウドサービスリスト, クラウドサービスの一覧, {クラウドサービスリスト>クラウドサービスの一覧}",
        "各府省情報化統括責任者（CIO）連絡会議に, デジタル社会推進会議幹事会に, {各府省情報化統括責任者（CIO）連絡会議>デジタル社会推進会議幹事会}に",
        "総務省・経済産業省, 総務省・農林水産省, 総務省・{経済産業>農林水産}省",
        "甲・乙・丙, 丁・乙・戊, {甲>丁}・乙・{丙>戊}",
        "登録する。, 登録する。公表する。, 登録する。{>公表する。}",
        "審査し、登録する。, 登録する。, {審査し、>}登録する。",
        "𠮷野家, 吉野家, {𠮷>吉}野家",
        "NISCに置く, NCOに置く, {NISC>NCO}に置く",
    })
    void aChangeIsMarkedAsAPersonWouldUnderlineIt(String before, String after, String marked) {
        assertThat(marked(before, after)).isEqualTo(marked);
    }

    @Test
    void textsWithNothingInCommonAreOneChange() {
        assertThat(marked("甲乙", "AB")).isEqualTo("{甲乙>AB}");
        assertThat(marked("", "AB")).isEqualTo("{>AB}");
        assertThat(ChangedWords.between("", "")).isEmpty();
    }

    @RepeatedTest(300)
    void theStepsGiveBackBothTexts(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        var before = sentence(random);
        var after = edited(before, random);

        var steps = ChangedWords.between(before, after);

        assertThat(steps.stream().map(ChangedWords.Step::before).collect(joining())).isEqualTo(before);
        assertThat(steps.stream().map(ChangedWords.Step::after).collect(joining())).isEqualTo(after);
    }

    @RepeatedTest(300)
    void swappingTheSidesSwapsTheStepsAndNothingElse(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        var before = sentence(random);
        var after = edited(before, random);

        assertThat(ChangedWords.between(after, before))
                .isEqualTo(ChangedWords.between(before, after).stream().map(ChangedWords.Step::swapped).toList());
    }

    @RepeatedTest(100)
    void thePassagesOfBothTextsComeBackInTheirOrder(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        var before = text(random);
        var after = random.nextInt(5) == 0 ? text(random) : edited(before, random);

        var pairs = Alignment.of(Passage.of(before), Passage.of(after));

        assertThat(pairs.stream().map(Alignment.Pair::before).filter(java.util.Objects::nonNull).toList()).isEqualTo(Passage.of(before));
        assertThat(pairs.stream().map(Alignment.Pair::after).filter(java.util.Objects::nonNull).toList()).isEqualTo(Passage.of(after));
    }

    @Test
    void aLongTextIsAlignedAtWhatStandsOnceInBoth() {
        var before = java.util.stream.IntStream.range(0, 3_000).mapToObj(i -> "第" + i + "の段は変わらない。").collect(joining("\n"));
        var after = "初めの段。\n" + before.replace("第1500の段は変わらない。", "第1500の段は変わった。") + "\n終わりの段。";

        var table = ComparisonTable.of(before, after, ComparisonTable.Extent.EXCERPT);

        assertThat(table.changedPassages()).isEqualTo(3);
    }

    private static String text(Random random) {
        return random.ints(random.nextInt(12), 0, 1).mapToObj(i -> sentence(random)).collect(joining("\n"));
    }

    private static String sentence(Random random) {
        var letters = "登録簿会議、。・（）AB12カナのを".codePoints().toArray();
        var sentence = new StringBuilder();
        random.ints(random.nextInt(40), 0, letters.length).forEach(i -> sentence.appendCodePoint(letters[i]));
        return sentence.toString();
    }

    private static String edited(String text, Random random) {
        var edited = new StringBuilder(text);
        for (int i = random.nextInt(4); i >= 0; i--) {
            int from = random.nextInt(edited.length() + 1);
            int to = Math.min(edited.length(), from + random.nextInt(5));
            edited.replace(from, to, random.nextBoolean() ? "" : "改正");
        }
        return edited.toString();
    }

    private static String marked(String before, String after) {
        return ChangedWords.between(before, after).stream()
                .map(step -> step.equal() ? step.before() : "{" + step.before() + ">" + step.after() + "}")
                .collect(joining());
    }
}
