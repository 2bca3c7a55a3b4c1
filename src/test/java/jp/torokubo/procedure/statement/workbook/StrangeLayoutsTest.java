// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.workbook;

import static jp.torokubo.procedure.statement.workbook.Prepared.read;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import jp.torokubo.ground.files.reading.ReadHere;
import jp.torokubo.ground.refusal.RefusalWords;
import jp.torokubo.procedure.statement.Choice;
import jp.torokubo.procedure.statement.workbook.WorkbookReading.Fate;
import jp.torokubo.procedure.statement.workbook.WorkbookReading.Problem;
import jp.torokubo.record.criteria.importing.Book;
import org.junit.jupiter.api.Test;

/** Layouts that were once read otherwise than they were meant, or of which something was lost without a word. */
class StrangeLayoutsTest {

    @Test
    void oneControlOfEachObjectiveMayBeDividedOverColumns() {
        var reading = read("""
                統制目標|枝番|採否|個別管理策|理由
                9.2.3|1|除外||例：鍵の持ち主はいない
                9.2.1|2|選択|例：書いた|
                """);

        assertThat(reading.problems()).isEmpty();
        assertThat(reading.rows()).extracting(WorkbookReading.Row::control).containsExactly("9.2.1.2", "9.2.3.1");
        var four = read("章|節|項|細目|採否|理由\n9|2|3|1|除外|例：持ち主はいない\n9|2|1|2|選択|\n");
        assertThat(four.rows()).extracting(WorkbookReading.Row::control).containsExactly("9.2.1.2", "9.2.3.1");
        var oneWrong = read("目標|枝番|採否\n9.2.3|1|除外\n9.2.1|77|選択\n9.2.3|4|選択\n");
        assertThat(oneWrong.rows()).extracting(WorkbookReading.Row::control).containsExactly("9.2.3.1", "9.2.3.4");
        assertThat(oneWrong.problems()).extracting(Problem::code).containsExactly("statement.book-number-unknown");
    }

    @Test
    void aRowWhoseNumberIsSpoiledIsNoHeadingThoughItStandsBelowTheHeadings() {
        for (String spoiled : List.of("X-3", "#REF!", "", "九.二.三.二", "d:2001-09-01", "9:2:3:2")) {
            var reading = read("""
                    番号|採否|個別管理策|理由
                    %s|選択|例：書いてある。|
                    9.2.3.1|除外||例：鍵の持ち主はいない
                    9.2.3.4|選択|例：もう一つ|
                    """.formatted(spoiled));

            assertThat(reading.problems()).as(spoiled).singleElement().satisfies(problem -> assertThat(problem.place().row()).isEqualTo(2));
            assertThat(reading.rows()).as(spoiled).hasSize(2);
        }
    }

    @Test
    void belowHeadingsInAnotherOrderNothingIsReadUntilTheFirstOnesStandAgain() {
        var reading = read("""
                番号|個別管理策|採否|理由
                9.2.3|例：鍵を分ける|実施|
                番号|理由|採否|個別管理策
                9.2.3.1|例：持ち主はいない|選択しない|
                番号|個別管理策|採否|理由
                9.2.3.4|例：もう一つ|選択|
                """);

        assertThat(reading.rows()).extracting(WorkbookReading.Row::control).containsExactly("9.2.3", "9.2.3.4");
        assertThat(reading.problems()).extracting(Problem::code).containsExactly("statement.book-headings-moved");
        assertThat(reading.problems().get(0).place().row()).isEqualTo(3);
    }

    @Test
    void anUnknownNumberInsideMergedAnswersIsSaid() {
        var reading = read("""
                番号|採否|個別管理策
                9.2.3.1|選択|例：まとめて書く
                9.2.3.77|^|^
                9.2.3.4|^|^
                """);

        assertThat(reading.problems()).extracting(Problem::value).containsExactly("9.2.3.77");
    }

    @Test
    void noMarkInEitherColumnOfMarksIsNoChoice() {
        var reading = read("""
                番号|採用|除外|個別管理策
                9.2.3|FALSE|FALSE|例：まだ決めていない
                9.2.3.1|TRUE|FALSE|例：行う
                9.2.3.4|×|○|
                """);

        assertThat(reading.problems()).isEmpty();
        assertThat(reading.rows()).extracting(WorkbookReading.Row::choice).containsExactly(null, Choice.ADOPTED, Choice.LEFT_OUT);
        assertThat(read("番号|採否\n9.2.3.1|未選択\n9.2.3.4|選択\n").rows().get(0).choice()).isNull();
    }

    @Test
    void sheetsOfSamplesAndOfOtherYearsAreSetAside() {
        for (String name : List.of("サンプル", "2024年度", "令和5年度")) {
            var reading = read(Book.of().sheet("言明書", "番号|採否\n9.2.3|実施\n9.2.3.1|選択\n")
                    .sheet(name, "番号|採否|個別管理策\n9.2.3|除外|例：別の年\n9.2.3.1|除外|例：別の年\n").sheets);

            assertThat(reading.problems()).as(name).isEmpty();
            assertThat(reading.sheets()).as(name).extracting(WorkbookReading.SheetUse::fate).containsExactly(Fate.READ, Fate.SET_ASIDE);
        }
    }

    @Test
    void whereChoicesOrTextsAreMissingWhateverIsFilledAndNotReadIsAskedAbout() {
        var missing = read("番号|採否|われわれのやりかた|備考\n9.2.3|実施|例：鍵を分ける|x\n9.2.3.1|選択|例：書く|\n");
        assertThat(missing.doubtful()).extracting(WorkbookReading.ColumnUse::column).containsExactly("C");

        var withoutHeading = read("番号|採否||\n9.2.3|実施|例：鍵を分ける|\n9.2.3.1|選択|例：書く|\n");
        assertThat(withoutHeading.doubtful()).extracting(WorkbookReading.ColumnUse::column).containsExactly("C");

        // what the control says, or what is done: the words tell neither
        var either = read("番号|採否|内容|理由\n9.2.3|実施|例：鍵を分ける|\n9.2.3.1|除外||例：持ち主はいない\n");
        assertThat(either.doubtful()).extracting(WorkbookReading.ColumnUse::heading).containsExactly("内容");
        assertThat(either.rows().get(0).parts()).isEmpty();

        var whole = read("番号|採否|個別管理策|社内の符号\n9.2.3|実施|例：鍵を分ける|A\n9.2.3.1|選択|例：書く|B\n");
        assertThat(whole.doubtful()).isEmpty();

        var said = WorkbookReader.read(Book.of().sheet("言明書", "番号|採否|われわれのやりかた\n9.2.3|実施|例：鍵を分ける\n9.2.3.1|選択|例：書く\n").sheets,
                Prepared.ID, Prepared.NUMBERS, ColumnChoice.of(List.of("0.2.realisation-ja")));
        assertThat(said.doubtful()).isEmpty();
        assertThat(said.rows().get(0).parts().get(0).ja()).isEqualTo("例：鍵を分ける");
    }

    @Test
    void columnsAreFoundByFurtherWords() {
        assertThat(columns("番号|対応（○/×）|統制記述|完了予定")).containsExactly("number", "choice", "realisation-ja", "due");
        assertThat(columns("No.|Applied?|Implementation (JP)|Implementation (EN)")).containsExactly(
                "number", "choice", "realisation-ja", "realisation-en");
        assertThat(columns("番号|要/不要|自社の対応|理由")).containsExactly("number", "choice", "realisation-ja", "reason-ja");
    }

    private static List<String> columns(String headings) {
        return read(headings + "\n9.2.3|○||\n9.2.3.1|×||\n").sheets().get(0).columns().stream().map(WorkbookReading.ColumnUse::use).toList();
    }

    @Test
    void wordsBelowATextMayBeItsRestSoTheyAreNotPassedOver() {
        var reading = read("番号|採否|個別管理策\n9.2.3|実施|例：鍵を分け、\n||保管する。\n9.2.3.1|選択|例：書く\n");
        assertThat(reading.problems()).extracting(Problem::code).containsExactly("statement.book-other-row", "statement.book-may-go-on");

        var remark = read("番号|採否|個別管理策\n9.2.3|実施|例：鍵を分ける\n||※来年見直す\n9.2.3.1|選択|例：書く\n");
        assertThat(remark.problems()).isEmpty();
    }

    @Test
    void theNameOfAProductIsNoEnglishText() {
        var reading = read("番号|採否|個別管理策\n9.2.3|実施|Okta\n9.2.3.1|選択|AWS IAM\n");

        assertThat(reading.rows().get(0).parts().get(0).ja()).isEqualTo("Okta");
    }

    @Test
    void theWorkbookToMendNamesEveryRowInFull() {
        var sheets = Book.of().sheet("一覧", """
                統制目標|枝番|採否|個別管理策|理由
                9.2.1|1|選択|例：一|
                |2|たぶん|例：二|
                9.2.3|1|選択|例：三|
                |4|おそらく|例：四|
                |5|選択|例：五|
                """).sheets;
        var before = read(sheets);
        assertThat(before.problems()).extracting(Problem::control).containsExactly("9.2.1.2", "9.2.3.4");

        var mend = ReadHere.xlsx(MendingWorkbook.write(sheets, before.problems(), Prepared.ID, Prepared.NUMBERS, List.of(), new RefusalWords(), false));

        assertThat(read(mend).problems()).extracting(Problem::control).containsExactly("9.2.1.2", "9.2.3.4");
        assertThat(read(mend).rows()).isEmpty();
    }
}
