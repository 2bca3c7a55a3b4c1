// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.workbook;

import static jp.torokubo.procedure.statement.workbook.Prepared.preview;
import static jp.torokubo.procedure.statement.workbook.Prepared.read;
import static jp.torokubo.procedure.statement.workbook.Prepared.whole;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jp.torokubo.ground.files.TableReading;
import jp.torokubo.ground.files.TableReading.Sheet;
import jp.torokubo.ground.files.reading.ReadHere;
import jp.torokubo.ground.refusal.RefusalWords;
import jp.torokubo.procedure.statement.Answer;
import jp.torokubo.procedure.statement.Choice;
import jp.torokubo.procedure.statement.Realisation;
import jp.torokubo.procedure.statement.RowState;
import jp.torokubo.procedure.statement.WholeStatement;
import jp.torokubo.procedure.statement.Wording;
import jp.torokubo.procedure.statement.workbook.WorkbookReading.ColumnUse;
import jp.torokubo.procedure.statement.workbook.WorkbookReading.Fate;
import jp.torokubo.procedure.statement.workbook.WorkbookReading.Problem;
import jp.torokubo.procedure.statement.workbook.WorkbookReading.Row;
import jp.torokubo.record.criteria.importing.Book;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read where it is certain, and asked or refused with the right words where it is not. */
class WhatIsAskedTest {

    @Test
    void aFewControlsDividedOverFourColumnsAreTheControlsAndNotTheirObjectives() {
        assertThat(read("章|節|項|細目|採否|個別管理策\n9|1|1|3|選択|例：直した\n9|2|1|2|選択しない|\n").rows())
                .extracting(Row::control).containsExactly("9.1.1.3", "9.2.1.2");
        assertThat(read("管理目的|細目|採否|個別管理策\n9.1.1|(1)|選択|例：一\n9.1.1|(2)|選択|例：二\n9.1.2|(1)|選択|例：三\n").rows())
                .extracting(Row::control).containsExactly("9.1.1.1", "9.1.1.2", "9.1.2.1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"採否（1=選択、2=選択しない）", "選択状況 (1: 選択 / 2: 選択しない)", "採否\\n１：選択\\n２：選択しない"})
    void signsAreReadAsTheHeadingExplainsThem(String heading) {
        var reading = read("番号|" + heading.replace("\\n", " ") + "|理由\n9.1.1.3|1|\n9.2.1.2|２|例：持ち主はいない\n9.2.2.2|3|\n");

        assertThat(reading.rows()).extracting(Row::choice).containsExactly(Choice.ADOPTED, Choice.LEFT_OUT);
        assertThat(reading.problems()).extracting(problem -> problem.place().row() + problem.column() + problem.value()).containsExactly("4B3");
        assertThat(read("番号|採否（○=選択しない、×=選択）|理由\n9.1.1.3|×|\n9.2.1.2|○|例：持ち主はいない\n").rows())
                .extracting(Row::choice).containsExactly(Choice.ADOPTED, Choice.LEFT_OUT);
    }

    @Test
    void ofTwoBoxesTheTickedOneIsMeantAndNoneIsNoAnswer() {
        var reading = read("番号|採否|理由\n9.1.1.3|☑選択　□選択しない|\n9.2.1.2|□ 選択 ■ 選択しない|例：持ち主はいない\n9.2.2.2|□選択□選択しない|例：まだ\n"
                + "9.2.3.1|☑選択 ☑選択しない|\n9.2.3.2|☑たぶん □選択しない|\n");

        assertThat(reading.rows()).extracting(Row::choice).containsExactly(Choice.ADOPTED, Choice.LEFT_OUT, null);
        assertThat(reading.problems()).extracting(problem -> problem.place().row() + problem.column()).containsExactly("5B", "6B");
    }

    @Test
    void halfATextIsNotTakenInWithoutTheRowThatMayContinueIt() {
        var reading = read("番号|採否|個別管理策\n9.1.1.3|選択|例：鍵を分け、\n||毎年替える。\n9.2.1.2|選択|例：全部\n|選択|例：番号を忘れた\n");

        assertThat(reading.rows()).extracting(Row::control).containsExactly("9.2.1.2");
        assertThat(reading.problems()).extracting(problem -> problem.place().row() + problem.code())
                .containsExactly("2statement.book-other-row", "3statement.book-may-go-on", "5statement.book-no-number");
    }

    @Test
    void aColumnThatCallsItselfThatOfTheNumbersIsBelievedAmongManyRemarks() {
        var reading = read("管理策番号|採否|個別管理策\n9.1.1.3|選択|例：鍵を分ける\n9.2.1.2|選択|例：登録する\n" + "注1 この表の注||\n".repeat(9));

        assertThat(reading.problems()).isEmpty();
        assertThat(reading.rows()).extracting(Row::control).containsExactly("9.1.1.3", "9.2.1.2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"備考（非選択理由）", "除外の場合の説明", "根拠", "正当化", "選択しない場合", "非選択の場合の根拠"})
    void reasonsHaveManyNames(String heading) {
        var reading = read("番号|採否|個別管理策|" + heading + "\n9.1.1.3|する|例：鍵を分ける|\n9.2.1.2|しない||例：持ち主はいない\n");

        assertThat(reading.problems()).isEmpty();
        assertThat(reading.rows().get(1).reasonJa()).isEqualTo("例：持ち主はいない");
    }

    @Test
    void whatMayBeTheReasonsOrMeantInsteadIsAskedAbout() {
        assertThat(read("番号|採否|個別管理策|補足\n9.1.1.3|選択|例：鍵を分ける|\n9.2.1.2|選択しない||例：持ち主はいない\n").doubtful())
                .extracting(ColumnUse::column).containsExactly("D");
        assertThat(read("番号|採否|個別管理策|備考\n9.1.1.3|選択|例：鍵を分ける|\n9.2.1.2|選択しない||例：持ち主はいない\n").doubtful())
                .extracting(ColumnUse::column).containsExactly("D");
        assertThat(read("番号|採否|個別管理策|理由|備考\n9.1.1.3|選択|例：鍵を分ける||\n9.2.1.2|選択しない||例：持ち主はいない|例：注\n").doubtful()).isEmpty();
        assertThat(read("番号|採否|個別管理策|部署\n9.1.1.3|選択|例：鍵を分ける|総務部\n").doubtful()).isEmpty();
        assertThat(read("番号|採否|個別管理策|修正後\n9.1.1.3|選択|例：鍵を分ける|例：鍵を替える\n").doubtful())
                .extracting(ColumnUse::column).containsExactly("D");
        assertThat(read("番号|採否|当社の管理策\n9.1.1.3|選択|社長が承認\n").rows().get(0).parts().get(0).ja()).isEqualTo("社長が承認");
    }

    @Test
    void rowsOfSumsAreNoAnswers() {
        var reading = read("番号|採否|個別管理策\n9.1.1.3|選択|例：鍵を分ける\n小計|1|1\n合計|1|1\n");

        assertThat(reading.problems()).isEmpty();
        assertThat(reading.rows()).hasSize(1);
    }

    @Test
    void otherHeadingsBelowEndWhatTheFirstOnesSay() {
        var reading = read("番号|採否|個別管理策\n9.1.1.3|選択|例：鍵を分ける\n番号|採否|理由|個別管理策\n9.2.1.2|選択しない|例：対象外業務|\n");

        assertThat(reading.rows()).extracting(Row::control).containsExactly("9.1.1.3");
        assertThat(reading.problems()).extracting(problem -> problem.place().row() + problem.code()).containsExactly("3statement.book-headings-moved");
    }

    @Test
    void wordsInAColumnWithoutAHeadingAreAskedAboutAndACountIsNot() {
        assertThat(read("番号|採否|個別管理策||\n9.1.1.3|選択|例：鍵を分け、|毎年替える。|1\n").doubtful()).extracting(ColumnUse::column).containsExactly("D");
    }

    @Test
    void ofTwoSheetsThatAnswerTheSameTheOlderFillsNoBlanksOfTheNewer() {
        var reading = read(Book.of().sheet("2025年度", "番号|採否|個別管理策\n9.1.1.3|選択|例：去年だけ\n9.2.1.2|選択|例：同じ\n")
                .sheet("2026年度", "番号|採否|個別管理策\n9.1.1.3|選択|\n9.2.1.2|選択|例：同じ\n").sheets);

        assertThat(reading.rows()).extracting(Row::control).containsExactly("9.2.1.2");
        assertThat(reading.problems()).extracting(Problem::code).containsOnly("statement.book-twice-otherwise");
    }

    @Test
    void aSheetForEachDepartmentAndOneForTheChoicesBelongTogether() {
        var reading = read(Book.of().sheet("採否", "番号|採否\n9.1.1.3|選択\n9.2.1.2|選択\n")
                .sheet("総務", "番号|採否|個別管理策\n9.1.1.3|選択|例：鍵を分ける\n9.2.1.2||\n")
                .sheet("情シス", "番号|採否|個別管理策\n9.1.1.3||\n9.2.1.2|選択|例：登録する\n").sheets);

        assertThat(reading.problems()).isEmpty();
        assertThat(reading.rows()).extracting(row -> row.parts().get(0).ja()).containsExactly("例：鍵を分ける", "例：登録する");
    }

    @ParameterizedTest
    @ValueSource(strings = {"〃", "同上", "″", "same as above"})
    void aDittoMarkIsNoText(String mark) {
        var reading = read("番号|採否|個別管理策|理由\n9.1.1.3|選択|例：鍵を分ける|\n9.2.1.2|選択|" + mark + "|\n9.2.2.2|選択しない||" + mark + "\n");

        assertThat(reading.problems()).extracting(problem -> problem.place().row() + problem.column()).containsExactly("3C", "4D");
    }

    @Test
    void aChoiceThatStandsAmongTheTextsIsSaid() {
        var reading = read("番号|個別管理策|担当\n9.1.1.3|例：鍵を分ける|\n9.2.1.2|選択しない|\n9.2.2.2|対象外（該当業務なし）|\n9.2.3.1|例：対象外の端末も分ける|\n");

        assertThat(reading.problems()).extracting(problem -> problem.place().row() + problem.column()).containsExactly("3B", "4B");
    }

    @Test
    void anEditedHeadingOfOurOwnExportIsAskedAbout() throws Exception {
        var answers = Map.of("9.1.1.3", new Answer(
                "9.1.1.3", Choice.ADOPTED, List.of(Realisation.throughout(Wording.of("例：鍵を分ける"))), Wording.NONE, "", null, RowState.IN_WORK, null, 1));
        var answered = new WholeStatement(whole().statement(), whole().content(), answers, List.of());
        var sheets = ReadHere.xlsx(StatementWorkbook.write(answered, StatementWorkbook.answered(Prepared.CATALOGUE), Prepared.OWNERS, false));
        var renamed = sheets.stream().map(sheet -> new Sheet(sheet.name(), sheet.hidden(), sheet.rows().stream().map(row -> new TableReading.Row(
                row.number(), row.cells().stream().map(cell -> cell.equals("個別管理策") ? "うちのこと" : cell).toList(), row.marks())).toList(), sheet.merges())).toList();

        assertThat(read(sheets).doubtful()).isEmpty();
        assertThat(read(renamed).doubtful()).extracting(ColumnUse::heading).contains("うちのこと");
    }

    @Test
    void whatIsChosenForAColumnWithoutAHeadingIsShownAsItsUse() {
        var sheets = Book.of().sheet("一覧", "番号|採否|\n9.1.1.3|選択|例：鍵を分ける\n").sheets;
        var reading = WorkbookReader.read(sheets, Prepared.ID, Prepared.NUMBERS, ColumnChoice.of(List.of("0.2.realisation-ja")));

        assertThat(reading.sheets().get(0).columns()).extracting(ColumnUse::use).containsExactly("number", "choice", "realisation-ja");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "項目|9.1.1.3|9.2.1.2|9.2.2.2\n採否|選択|選択|選択\n", "覚え書き\n"})
    void whereNothingIsFoundThatIsSaid(String table) {
        assertThat(read(table).problems()).extracting(Problem::code).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"対象外か|いいえ|はい", "除外の有無|無|有", "適用しない|No|Yes", "対象外（Y/N）|N|Y", "除外要否|否|要", "適用除外の該当|非該当|該当", "除外|しない|する"})
    void aColumnThatAsksForTheOppositeIsNotTurnedRound(String columns) {
        var cells = columns.split("\\|");
        var reading = read("番号|" + cells[0] + "|個別管理策|理由\n9.1.1.3|" + cells[1] + "|例：鍵を分ける|\n9.2.1.2|" + cells[2] + "||例：持ち主はいない\n");

        assertThat(reading.rows()).extracting(Row::choice).doesNotContain(Choice.ADOPTED, Choice.LEFT_OUT);
        assertThat(reading.problems().isEmpty() && reading.doubtful().isEmpty()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"（続き）", "追記", "例外", "最終", "改善後", "英語版", "ただし書き", "回答（改）", "2行目", "Translation", "訳文", "期間"})
    void wordsBesideTheTextsAreNotPassedOver(String heading) {
        var reading = read("番号|採否|個別管理策|" + heading + "\n9.1.1.3|選択|例：鍵を分ける|例：毎年替える\n");

        assertThat(reading.doubtful().size() + reading.problems().size()
                + reading.rows().stream().filter(row -> row.parts().get(0).en() != null).count()).isPositive();
    }

    @Test
    void japaneseInTheColumnOfEnglishTextsIsAskedAbout() {
        var reading = read("番号|採否|個別管理策|個別管理策（英語）\n9.1.1.3|選択|The keys are kept apart by two people.|例：鍵を分けている\n");

        assertThat(reading.rows().get(0).parts()).allMatch(part -> part.ja() == null && part.en() == null);
        assertThat(reading.problems()).extracting(Problem::code).containsExactly("statement.book-languages-swapped");
    }

    @ParameterizedTest
    @ValueSource(strings = {"No.1と同じ", "上記に同じ", "同左", "↑", "5.1.1.1参照", "以下同様", "々", "同前"})
    void aReferenceToAnotherTextIsNoText(String text) {
        assertThat(read("番号|採否|個別管理策\n9.1.1.3|選択|" + text + "\n9.2.1.2|選択|例：登録する\n9.2.2.2|選択|例：割り当てる\n").problems()).extracting(Problem::column).containsExactly("C");
        assertThat(read("番号|採否|個別管理策\n9.1.1.3|選択|例：手順は規程 5.1 を参照して定める\n").problems()).isEmpty();
    }

    @Test
    void aNumberInATextIsShownOtherwiseThanItsValue() {
        assertThat(read("番号|採否|個別管理策\n9.1.1.3|選択|n:0.999\n").problems()).extracting(Problem::code).containsExactly("statement.book-is-number");
    }

    @Test
    void ofTwoSheetsThatContradictNeitherIsFollowedForWhatOnlyOneSays() {
        var reading = read(Book.of().sheet("IaaS", "番号|採否|個別管理策\n9.1.1.3|選択|例：鍵を分ける\n9.2.1.2||\n9.2.2.2|選択|例：同じ\n")
                .sheet("SaaS", "番号|採否|個別管理策\n9.1.1.3|選択|例：鍵を替える\n9.2.1.2|選択しない|\n9.2.2.2|選択|例：同じ\n").sheets);

        assertThat(reading.rows()).extracting(Row::control).containsExactly("9.2.2.2");
        assertThat(reading.problems()).extracting(Problem::code).contains("statement.book-one-of-two-sheets");
    }

    @Test
    void wordsThatAreStruckThroughAreNotTakenAndStayStruckInTheRowsToMend() throws Exception {
        var out = new ByteArrayOutputStream();
        try (var book = new Workbook(out, "例", null)) {
            var sheet = book.newWorksheet("言明書");
            String[][] rows = {{"番号", "採否", "個別管理策"}, {"9.1.1.3", "選択", "例：やめた"}, {"9.2.1.2", "選択", "例：登録する"}};
            for (int row = 0; row < rows.length; row++) {
                for (int column = 0; column < rows[row].length; column++) {
                    sheet.inlineString(row, column, rows[row][column]);
                }
            }
            sheet.style(1, 2).strikethrough().set();
            sheet.style(1, 4).strikethrough().set();
        }
        var sheets = ReadHere.xlsx(out.toByteArray());
        var reading = read(sheets);
        assertThat(reading.rows()).extracting(Row::control).containsExactly("9.2.1.2");
        assertThat(reading.problems()).extracting(problem -> problem.code() + problem.place().row() + problem.column()).containsExactly("statement.book-is-struck2C");

        var mended = ReadHere.xlsx(MendingWorkbook.write(
                sheets, reading.problems(), Prepared.ID, Prepared.NUMBERS, List.of(), new RefusalWords(), false));
        assertThat(read(mended).problems()).extracting(Problem::code).containsExactly("statement.book-is-struck");
    }

    @Test
    void anUntouchedCopyOfASheetChangesNothing() throws Exception {
        var sheets = ReadHere.xlsx(StatementWorkbook.write(whole(), StatementWorkbook.answered(Prepared.CATALOGUE), Prepared.OWNERS, false));
        var copied = new ArrayList<>(sheets);
        sheets.forEach(sheet -> copied.add(new Sheet(sheet.name() + " (2)", sheet.hidden(), sheet.rows(), sheet.merges())));

        assertThat(preview(read(copied), whole()).allProblems()).isEmpty();
    }

    @Test
    void aBranchThatIsWrongIsSaidAndTheOthersAreRead() {
        var reading = read("箇条|枝番|採否|個別管理策\n9.1.1|1|選択|例：一\n9.1.2|99|選択|例：違う\n9.2.1|x|選択|例：違う\n9.2.2|2|選択|例：二\n");

        assertThat(reading.rows()).extracting(Row::control).containsExactly("9.1.1.1", "9.2.2.2");
        assertThat(reading.problems()).extracting(problem -> problem.place().row() + problem.column() + problem.value()).containsExactly("3B99", "4Bx");
    }

    @Test
    void whetherAColumnWithoutATellingHeadingContinuesTheNumberIsAskedAndCanBeSaid() {
        var sheets = Book.of().sheet("一覧", "管理目的|甲|採否|個別管理策\n9.1.1|1|選択|例：一\n9.2.1|2|選択|例：二\n").sheets;

        assertThat(read(sheets).rows()).isEmpty();
        assertThat(read(sheets).problems()).extracting(problem -> problem.code() + problem.column()).containsExactly("statement.book-numbers-undecidedA, B");
        assertThat(chosen(sheets, "0.0.number", "0.1.number")).containsExactly("9.1.1.1", "9.2.1.2");
        assertThat(chosen(sheets, "0.1.none")).containsExactly("9.1.1", "9.2.1");
    }

    @Test
    void belowANumberThatNobodyCanReadNothingIsTakenForTheOneBeforeIt() {
        var reading = read("章|節|目標|管理策|採否|個別管理策\n9|2|1|1|選択|例：一\n9|2|1|2|選択|例：二\n9|2|？|1|選択|例：三\n|||2|選択|例：四\n9|2|3|1|選択|例：五\n|||2|選択|例：六\n");

        assertThat(reading.rows()).extracting(Row::control).containsExactly("9.2.1.1", "9.2.1.2", "9.2.3.1", "9.2.3.2");
        assertThat(reading.problems()).extracting(problem -> problem.place().row()).containsExactly(4, 5);
    }

    @Test
    void daysInPlaceOfTheFirstNumbersAreSaidAndTheHeadingsAboveThemHold() {
        var reading = read("番号|採否|個別管理策\nd:2009-01-01|実施|例：一\nd:2009-01-02|実施|例：二\n2009-01-01|実施|例：三\n9/1/1|実施|例：四\n9.1.1.1|選択|例：五\n");

        assertThat(reading.rows()).extracting(Row::control).containsExactly("9.1.1", "9.1.1.1");
        assertThat(reading.problems()).extracting(problem -> problem.place().row() + problem.column()).containsExactly("2A", "3A", "4A");
    }

    @ParameterizedTest
    @ValueSource(strings = {"？", "X", "全般", "9-", "第五章"})
    void theFirstRowIsAnAnswerWhateverStandsInPlaceOfItsNumber(String number) {
        var reading = read("番号|採否|個別管理策|理由\n" + number + "|実施|例：鍵を分ける|\n9.2.3.1|選択しない||例：持ち主はいない\n");

        assertThat(reading.problems()).extracting(problem -> problem.place().row() + problem.column()).containsExactly("2A");
        assertThat(reading.rows()).extracting(Row::control).containsExactly("9.2.3.1");
    }

    @Test
    void twoRowsOfHeadingsStayHeadings() {
        for (String headings : List.of("番号|採否||個別管理策|理由\n|選択|選択しない||\n", "番号|採否|個別管理策|個別管理策|理由\n|（○×）|英語|日本語|記入してください\n")) {
            var reading = read(headings + "9.2.3|○||例：鍵を分ける|\n9.2.3.4|○||例：書く|\n");
            assertThat(reading.problems()).as(headings).isEmpty();
            assertThat(reading.rows()).as(headings).hasSize(2);
        }
    }

    @Test
    void somethingThatIsNoNumberInsideMergedAnswersIsSaid() {
        assertThat(read("番号|採否|個別管理策\n9.1.1.1|選択|例：まとめた\n九の一|^|^\n9.1.1.2|選択|例：次\n").problems())
                .extracting(problem -> problem.code() + problem.place().row() + problem.column()).containsExactly("statement.book-number-unreadable3A");
    }

    @Test
    void aColumnOfOurOwnWorkbookWhoseHeadingIsGoneIsAskedAbout() {
        var key = new RowKey(Prepared.ID, "9.2.3", 1).written();
        var reading = read("行の鍵|番号|採否||個別管理策（英語）|理由\n" + key + "|9.2.3|実施|例：直した||\n");

        assertThat(reading.doubtful()).extracting(ColumnUse::column).containsExactly("D");
    }

    @Test
    void textsThatMayBeTheAnswersAreAskedAboutThoughReasonsAreRead() {
        assertThat(read("ID|Decision|Control (English)|Control (Japanese)|Reason\n9.2.3|Yes|Keys are kept apart.|例：鍵を分ける。|\n9.2.3.1|No|||例：ない\n").doubtful())
                .extracting(ColumnUse::column).containsExactly("C", "D");
        assertThat(read("番号|採否|個別管理策|個別管理策\n9.2.3|実施|例：甲|例：乙\n9.2.3.1|選択|例：甲|例：乙\n").doubtful())
                .extracting(ColumnUse::column).containsExactly("C", "D");
    }

    @Test
    void moreHeadingsAreUnderstood() {
        var reading = read("Control number|Applicable (Y/N)|How we implement it|Why not applicable|Target date|PIC\n"
                + "9.2.3|○|例：鍵を分ける||2026-12-25|\n9.2.3.1|×||例：ない||\n");

        assertThat(reading.sheets().get(0).columns()).extracting(ColumnUse::use)
                .containsExactly("number", "choice", "realisation-ja", "reason-ja", "due", "owner");
    }

    @Test
    void aSheetOfAnswersWithoutNumbersSaysSoAndItsColumnsCanBeChosen() {
        for (String table : List.of("番号|採否|個別管理策\nd:2009-01-01|実施|例：一\nd:2009-01-02|実施|例：二\n", "h:番号|採否|個別管理策\nh:9.2.3|実施|例：一\n",
                "番号|5.1.1.1|5.1.1.2\n採否|選択|選択\n個別管理策|例：一|例：二\n", "節|項|枝|採否|理由\n1|1|1|選択|例：一\n")) {
            var reading = read(table);
            assertThat(reading.problems()).as(table).extracting(Problem::code).containsExactly("statement.book-numbers-missing");
            assertThat(reading.sheets().get(0).columns()).as(table).isNotEmpty();
        }
    }

    @Test
    void anExampleIsNotTakenInPlaceOfAnswersWhoseNumbersCannotBeTold() {
        var reading = read(Book.of().sheet("言明書", "番号|採否|個別管理策\nd:2009-01-01|実施|例：一\nd:2009-01-02|実施|例：二\n")
                .sheet("記入例", "番号|採否|個別管理策\n9.2.3|除外|例：書き方\n9.2.3.1|選択|例：書き方\n").sheets);

        assertThat(reading.rows()).isEmpty();
        assertThat(reading.sheets()).extracting(WorkbookReading.SheetUse::fate).containsExactly(Fate.NO_NUMBERS, Fate.SET_ASIDE);
    }

    @Test
    void whereNoColumnCanBeToldThatIsSaidBelow() {
        assertThat(read("番号|2024年度 採否|2024年度 対応内容|2025年度 採否|2025年度 対応内容\n9.2.3|×|例：昨年|○|例：今年\n").problems())
                .extracting(Problem::code).containsOnly("statement.book-columns-undecided").hasSize(2);
    }

    @Test
    void ofTwoRowsThatContradictEachOtherEachShowsItsOwnCell() {
        assertThat(read("番号|採否|個別管理策\n9.2.3.1|選択|例：一\n9.2.3.4|選択|例：二\n9.2.3.1|対象外|\n").problems())
                .extracting(problem -> problem.place().row() + problem.column() + problem.value()).containsExactly("2B選択", "4B対象外");
    }

    @ParameterizedTest
    @ValueSource(strings = {"選択しない（対象外）", "なし", "選択しない\\nNot selected", "該当しない"})
    void choicesInOtherWordsAreUnderstoodWhereEveryPieceSaysTheSame(String words) {
        assertThat(read("番号|採否|理由\n9.2.3.1|" + words + "|例：ない\n9.2.3.4|選択|\n").rows().get(0).choice()).isEqualTo(Choice.LEFT_OUT);
        assertThat(read("番号|採否|理由\n9.2.3.1|選択（一部）|例：ない\n9.2.3.4|選択|\n").problems()).hasSize(1);
    }

    @Test
    void dashesAreNothingAndThatIsSaid() {
        var reading = read("番号|採否|個別管理策\n9.2.3.1|－|例：一\n9.2.3.4|―|例：二\n9.2.3.5|未定|例：三\n");

        assertThat(reading.rows()).allMatch(row -> row.choice() == null);
        assertThat(reading.notes()).extracting(note -> note.what() + note.from()).containsExactly("nothing－", "nothing―", "nothing未定");
    }

    @Test
    void numbersWithAMarkOfTheBasicOnesAreReadAndTwoDotsAreNoChapter() {
        var reading = read("番号|採否|個別管理策\n9.1.1.3（基本）|選択|例：一\n9..1.2.7|選択|例：二\n9.1.1.1|選択|例：三\n");

        assertThat(reading.rows()).extracting(Row::control).containsExactly("9.1.1.1", "9.1.1.3");
        assertThat(reading.problems()).extracting(Problem::value).containsExactly("9..1.2.7");
    }

    @Test
    void ofHeadingsThatAreAnsweredTwiceItIsSaidThatTheyAreHeadings() {
        assertThat(preview(read("番号|採否|個別管理策\nn:9.1|実施|例：一\nn:9.1|実施|例：二\n9.1.1.1|選択|例：三\n"), whole()).allProblems())
                .extracting(Problem::code).containsExactly("statement.row-not-answered", "statement.row-not-answered");
    }

    @Test
    void aStateTheRowCannotGetIntoIsSaidWithWhatToDo() {
        var problem = preview(read("番号|採否|状態\n9.2.3|実施|確認済\n9.2.3.1|選択|\n"), whole()).allProblems().get(0);

        assertThat(new RefusalWords().of(problem).japanese()).contains("未着手", "確認済", "空に").doesNotContain("開き直して");
    }

    private static List<String> chosen(List<Sheet> sheets, String... said) {
        return WorkbookReader.read(sheets, Prepared.ID, Prepared.NUMBERS, ColumnChoice.of(List.of(said))).rows().stream().map(Row::control).toList();
    }
}
