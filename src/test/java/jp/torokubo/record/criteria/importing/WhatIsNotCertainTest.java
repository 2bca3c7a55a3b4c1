// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.criteria.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import jp.torokubo.record.criteria.importing.ReadingOfWorkbook.Control;
import jp.torokubo.record.criteria.importing.ReadingOfWorkbook.Fate;
import jp.torokubo.record.criteria.importing.ReadingOfWorkbook.SheetUse;
import org.junit.jupiter.api.Test;

/** What can be read in two ways is said with its place, and never guessed. All words are invented. */
class WhatIsNotCertainTest {

    private static final KnownIds KNOWN = KnownIds.of(List.of("9", "9.1", "9.1.1", "9.1.1.1", "9.2", "9.2.3", "9.2.3.1", "9.2.3.10",
            "9.2.3.11.PB", "12", "12.1", "12.1.1", "12.1.1.1", "12.10", "12.10.1"));

    @Test
    void aDayWhereANumberShouldBeIsRefusedWithItsPlace() {
        var reading = read("""
                番号 | 管理策
                d:2009-02-03 | 例：日付になった目標。
                9.2.3.1 | 例：一。
                9.2.3.10 | 例：二。
                """);

        assertThat(problems(reading)).containsExactly("criteria.book-id-is-day 表:2 A 2009-02-03");
        assertThat(ids(reading)).containsExactly("9.2.3.1", "9.2.3.10");
    }

    @Test
    void aNumberThatLostItsZeroIsTakenOnlyWhereOneIdentifierIsPossible() {
        var reading = read("""
                番号 | 管理策
                n:9.1 | 例の題一
                9.1.1 | 例：一。
                n:12.1 | 例の題二
                12.1.1 | 例：二。
                12.1.1.1 | 例：三。
                12.10.1 | 例：四。
                """);

        assertThat(problems(reading)).containsExactly("criteria.book-id-ambiguous-number 表:4 A 12.1");
        assertThat(ids(reading)).containsExactly("9.1", "9.1.1", "12.1.1", "12.1.1.1", "12.10.1");
        assertThat(reading.controls().get(0).titleJa()).isEqualTo("例の題一");
    }

    @Test
    void withoutAnEditionTheWorkbookItselfTellsWhetherANumberLostItsZero() {
        var reading = CriteriaWorkbookReader.read(Book.of().sheet("表", """
                番号 | 管理策
                n:9.1 | 例の題一
                9.1.1 | 例：一。
                n:9.2 | 例の題二
                9.20.1 | 例：二。
                n:9.3 | 例の題三
                9.4.1 | 例：三。
                """).sheets, KnownIds.none());

        assertThat(ids(reading)).containsExactly("9.1", "9.1.1", "9.4.1", "9.20", "9.20.1");
        assertThat(problems(reading)).containsExactly("criteria.book-id-ambiguous-number 表:6 A 9.3");
    }

    @Test
    void anotherSuffixThanThatOfTheEditionIsRefused() {
        var reading = read("""
                番号 | 管理策
                9.2.3.1.P | 例：一。
                9.2.3.10 | 例：二。
                9.2.3.11.B | 例：三。
                """);

        assertThat(problems(reading)).containsExactly(
                "criteria.book-suffix-differs 表:2 A 9.2.3.1.P", "criteria.book-suffix-differs 表:4 A 9.2.3.11.B");
    }

    @Test
    void anIdentifierThatStandsTwiceIsTakenOnlyWhereBothSayTheSame() {
        var reading = read("""
                番号 | 管理策
                9.2.3 | 例：目標。
                9.2.3 | 例：目標 。
                9.2.3.1 | 例：一。
                9.2.3.10 | 例：二。
                9.2.3.1 | 例：ちがう一。
                """);

        assertThat(problems(reading)).containsExactly(
                "criteria.book-twice-with-other-words 表:4  9.2.3.1", "criteria.book-twice-with-other-words 表:6  9.2.3.1");
        assertThat(ids(reading)).containsExactly("9.2.3", "9.2.3.10");
    }

    @Test
    void severalIdentifiersInACellFormulasAndWhatLooksLikeAnIdentifierAreRefused() {
        var reading = read("""
                番号 | 管理策
                9.2.3.1、9.2.3.10 | 例：二つ分。
                f:9.2.3.1 | 例：計算された番号。
                9.2.3..1 | 例：点が二つ。
                9.2.3.l | 例：エルの字。
                9.2.3 | f:例：計算された文。
                9.2.3.11 | #REF!
                9.1.1 | 例：一。
                9.1.1.1 | 例：二。
                9.2 | 例の題
                12.1.1 | 例：三。
                """);

        assertThat(problems(reading)).containsExactly(
                "criteria.book-several-ids 表:2 A 9.2.3.1、9.2.3.10", "criteria.book-id-is-formula 表:3 A 9.2.3.1",
                "criteria.book-id-unreadable 表:4 A 9.2.3..1", "criteria.book-id-unreadable 表:5 A 9.2.3.l",
                "criteria.book-text-is-formula 表:6 B 例：計算された文。", "criteria.book-text-is-broken 表:7 B #REF!");
    }

    @Test
    void aFormulaWithoutItsValueIsSaidAndIsNotTakenForABlankCell() {
        var reading = read("""
                番号 | 管理策 | Control
                f: | 例：番号が計算されていない。 | Example: its number is not there.
                9.2.3 | 例：目標。 | Example: an invented objective.
                9.2.3.1 | 例：一。 | f:
                f: | 例：番号が計算されていない。 | Example: its number is not there either.
                9.2.3.10 | f: | Example: another invented control.
                9.2.3.11 | 例：三。 | Example: a third one.
                """);

        assertThat(problems(reading)).containsExactly(
                "criteria.book-id-not-calculated 表:2 A ", "criteria.book-cell-not-calculated 表:4 C ",
                "criteria.book-id-not-calculated 表:5 A ", "criteria.book-cell-not-calculated 表:6 B ");
        assertThat(reading.controls()).extracting(Control::textEn).containsExactly(
                "Example: an invented objective.", null, "Example: another invented control.", "Example: a third one.");
        assertThat(reading.controls()).extracting(Control::textJa).containsExactly("例：目標。", "例：一。", null, "例：三。");
    }

    @Test
    void aColumnOfFormulasWithoutTheirValuesIsSaid() {
        var reading = read("""
                番号 | 管理策 | Control
                9.2.3.1 | 例：一。 | f:
                9.2.3.10 | 例：二。 | f:
                """);

        assertThat(problems(reading)).containsExactly("criteria.book-column-not-calculated 表:2 C Control");
        assertThat(ids(reading)).containsExactly("9.2.3.1", "9.2.3.10");
    }

    @Test
    void aPartOfADividedNumberThatWasNotCalculatedIsNotTakenFromTheRowAbove() {
        var rows = new StringBuilder("章 | 節 | 目標 | 番号 | 管理策\n");
        IntStream.rangeClosed(1, 12).forEach(number ->
                rows.append("9 | 2 | %s | %d | 例：%d番。\n".formatted(number == 5 ? "f:" : "3", number, number)));
        var known = KnownIds.of(IntStream.rangeClosed(1, 12).mapToObj(number -> "9.2.3." + number).toList());

        var reading = CriteriaWorkbookReader.read(Book.of().sheet("表", rows.toString()).sheets, known);

        assertThat(problems(reading)).containsExactly("criteria.book-id-not-calculated 表:6 C ");
        assertThat(ids(reading)).doesNotContain("9.2.3.5").contains("9.2.3.4", "9.2.3.6");
    }

    @Test
    void hiddenRowsAndColumnsAreSaidAndNotRead() {
        var reading = read("""
                番号 | 管理策 | h:昔の管理策
                9.2.3 | 例：目標。 | h:例：昔の目標。
                h:9.2.3.1 | h:例：見えない一。 | h:例：昔の一。
                9.2.3.10 | 例：二。 | h:例：昔の二。
                """);

        assertThat(problems(reading)).containsExactly("criteria.book-row-is-hidden 表:3 A 9.2.3.1");
        assertThat(ids(reading)).containsExactly("9.2.3", "9.2.3.10");
        assertThat(reading.notes()).filteredOn(note -> note.what().equals("hidden-column")).hasSize(1);
    }

    @Test
    void aHiddenSheetIsNotReadAndSaysHowManyOtherAnswersItHas() {
        var reading = CriteriaWorkbookReader.read(Book.of().sheet("管理策", """
                番号 | 管理策
                9.2.3.1 | 例：一。
                9.2.3.10 | 例：二。
                """).hidden("昔", """
                番号 | 管理策
                9.2.3.1 | 例：隠れた一。
                9.2.3.10 | 例：二。
                """).sheets, KNOWN);

        assertThat(reading.sheets()).extracting(SheetUse::sheet, SheetUse::fate, SheetUse::otherwise)
                .containsExactly(org.assertj.core.api.Assertions.tuple("管理策", Fate.READ, 0), org.assertj.core.api.Assertions.tuple("昔", Fate.HIDDEN, 1));
        assertThat(reading.controls()).extracting(Control::textJa).containsExactly("例：一。", "例：二。");
        assertThat(reading.problems()).isEmpty();
    }

    @Test
    void twoColumnsThatCouldBothBeTheTextAreNotDecidedByUs() {
        var reading = read("""
                番号 | あ | い
                9.2.3 | 例：これが一つ目の文です。 | 例：こちらは別の文です。
                9.2.3.1 | 例：これが二つ目の文です。 | 例：こちらも別の文です。
                9.2.3.10 | 例：これが三つ目の文です。 | 例：こちらもまた別の文。
                """);

        assertThat(problems(reading)).containsExactly("criteria.book-text-columns-undecided 表:2  B、C");
        assertThat(reading.sheets()).extracting(SheetUse::fate).containsExactly(Fate.UNDECIDED);
        assertThat(reading.controls()).isEmpty();
    }

    @Test
    void twoColumnsOfIdentifiersAreNotDecidedByUsUnlessTheirHeadingsDo() {
        String table = """
                %s | %s | 管理策
                9.2.3 | 9.1.1 | 例：一つ目の文です。
                9.2.3.1 | 9.1.1.1 | 例：二つ目の文です。
                9.2.3.10 | 12.1.1 | 例：三つ目の文です。
                """;

        assertThat(problems(read(table.formatted("番号甲", "番号乙")))).containsExactly("criteria.book-id-columns-undecided 表:2  A、B");
        assertThat(ids(read(table.formatted("番号", "旧番号")))).containsExactly("9.2.3", "9.2.3.1", "9.2.3.10");
        assertThat(ids(read(table.formatted("改定前の番号", "改定後の番号")))).containsExactly("9.1.1", "9.1.1.1", "12.1.1");
    }

    @Test
    void wordsUnderATableAreNoPartOfItsLastControl() {
        var reading = read("""
                番号 | 管理策
                9.2.3 | 例：目標。
                9.2.3.1 | 例：次を守る。
                | ア) 例：一つめ。
                | イ) 例：二つめ。
                9.2.3.10 | 例：二。
                | ※例の注釈
                | 技術的な対策
                """);

        assertThat(reading.controls()).extracting(Control::textJa)
                .containsExactly("例：目標。", "例：次を守る。\nア) 例：一つめ。\nイ) 例：二つめ。", "例：二。");
        assertThat(problems(reading)).containsExactly("criteria.book-words-of-no-control 表:8 B 技術的な対策");
    }

    @Test
    void aNumberThatTheWorkbookSaysIsLeftOutIsNoControl() {
        var reading = read("""
                番号 | 管理策
                9.2.3 | 例：目標。
                9.2.3.1 | （欠番）
                9.2.3.7 | 欠番
                9.2.3.10 | 例：二。
                """);

        assertThat(ids(reading)).containsExactly("9.2.3", "9.2.3.10");
        assertThat(problems(reading)).containsExactly("criteria.book-marked-as-left-out 表:3 B （欠番）");
        assertThat(reading.notes()).extracting(ReadingOfWorkbook.Note::what).containsExactly("left-out");
    }

    @Test
    void identifiersTheEditionDoesNotKnowAreReadAndSaidToBeUnknown() {
        var reading = read("""
                番号 | 管理策
                9.2.3.1 | 例：一。
                9.2.3.10 | 例：二。
                9.2.3.99.P | 例：知らない番号。
                """);

        assertThat(reading.controls()).filteredOn(control -> !control.known()).extracting(Control::id).containsExactly("9.2.3.99.P");
        assertThat(reading.problems()).isEmpty();
    }

    @Test
    void japaneseAndEnglishStandSideBySideOrOnSheetsOfTheirOwn() {
        var beside = read("""
                番号 | 管理策（日本語） | Control (English, reference translation) | Remarks
                9.2.3 | 例：目標。 | Example: an invented objective. |
                9.2.3.1 | 例：一。 | Example: an invented control. | Example: one remark only
                9.2.3.10 | 例：二。 | Example: another invented control. |
                """);
        var apart = CriteriaWorkbookReader.read(Book.of().sheet("English", """
                No. | Control
                9.2.3 | Example: an invented objective.
                9.2.3.1 | Example: an invented control.
                9.2.3.10 | Example: another invented control.
                """).sheet("日本語", """
                番号 | 管理策
                9.2.3 | 例：目標。
                9.2.3.1 | 例：一。
                9.2.3.10 | 例：二。
                """).sheets, KNOWN);

        for (var reading : List.of(beside, apart)) {
            assertThat(reading.problems()).isEmpty();
            assertThat(reading.controls()).extracting(Control::textJa).containsExactly("例：目標。", "例：一。", "例：二。");
            assertThat(reading.controls()).extracting(Control::textEn).containsExactly(
                    "Example: an invented objective.", "Example: an invented control.", "Example: another invented control.");
        }
    }

    @Test
    void aWorkbookWithoutControlsHasNone() {
        var reading = read("""
                品名 | 値段
                りんご | n:100
                みかん | n:50.5
                """);

        assertThat(reading.isEmpty()).isTrue();
        assertThat(reading.sheets()).extracting(SheetUse::fate).containsExactly(Fate.NO_IDS);
    }

    @Test
    void whatWasWrittenInAnotherWayIsShown() {
        var reading = read("""
                番号 | 管理策
                ９．２．３ | 例：⽬標。
                9.2.3.1 | 例：一。
                9.2.3.11РВ | 例：三。
                """);

        assertThat(reading.notes()).extracting(note -> note.place().row() + " " + note.column() + " " + note.from() + " " + note.to() + " " + note.what())
                .containsExactly("2 A ９．２．３ 9.2.3 id-form", "2 B U+2F6C 目 radical", "4 A 9.2.3.11РВ 9.2.3.11.PB id-form");
    }

    private static ReadingOfWorkbook read(String table) {
        return CriteriaWorkbookReader.read(Book.of().sheet("表", table).sheets, KNOWN);
    }

    private static List<String> ids(ReadingOfWorkbook reading) {
        return reading.controls().stream().map(Control::id).toList();
    }

    private static List<String> problems(ReadingOfWorkbook reading) {
        return reading.problems().stream().map(problem -> problem.code() + " " + problem.place().sheet() + ":" + problem.place().row() + " "
                + problem.column() + " " + problem.value()).toList();
    }
}
