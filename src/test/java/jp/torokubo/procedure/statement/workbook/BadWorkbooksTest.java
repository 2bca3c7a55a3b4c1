// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.workbook;

import static jp.torokubo.procedure.statement.workbook.Prepared.CATALOGUE;
import static jp.torokubo.procedure.statement.workbook.Prepared.preview;
import static jp.torokubo.procedure.statement.workbook.Prepared.read;
import static jp.torokubo.procedure.statement.workbook.Prepared.whole;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import jp.torokubo.ground.files.reading.ReadHere;
import jp.torokubo.ground.refusal.RefusalWords;
import jp.torokubo.procedure.statement.Answer;
import jp.torokubo.procedure.statement.AnswerEdit;
import jp.torokubo.procedure.statement.Choice;
import jp.torokubo.procedure.statement.Wording;
import jp.torokubo.procedure.statement.workbook.WorkbookPreview.Kind;
import jp.torokubo.record.criteria.importing.Book;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What cannot be told is not taken, and said with its sheet, row and column. */
class BadWorkbooksTest {

    private static final String HEAD = "番号|採否|個別管理策|理由|担当|期限|状態\n9.2.3|実施|例：よい行||||\n";

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = ';', value = {
        "9.2.3.999|選択|||||;                 statement.book-number-unknown 3A",
        "9.2.3.1.B|選択|||||;                 criteria.book-suffix-differs 3A",
        "9.2.3.1、9.2.3.2|選択|||||;          criteria.book-several-ids 3A",
        "d:2009-02-03|選択|||||;              criteria.book-id-is-day 3A",
        "9.2.3.1|△|||||;                     statement.book-choice-unreadable 3B",
        "9.2.3.1|f:選択|||||;                 statement.book-is-formula 3B",
        "9.2.3.1|選択|f:||||;                 statement.book-is-formula 3C",
        "9.2.3.1|f:|||||;                     statement.book-is-formula 3B",
        "9.2.3.1|選択|#REF!||||;              statement.book-is-broken 3C",
        "9.2.3.1|選択||f:=A1|||;              statement.book-is-formula 3D",
        "9.2.3.1|選択|||nobody@example.jp||;  statement.owner-unknown 3E",
        "9.2.3.1|選択||||2026-02-30|;         japanese. 3F",
        "9.2.3.1|選択||||いつか|;             japanese. 3F",
        "9.2.3.1|選択|||||どこか;             statement.book-state-unreadable 3G",
        "9.2.3.1|選択|||||確認済;             statement.book-state-not-from-here 3G",
        "9.2|実施|例：見出し||||;             statement.row-not-answered 3",
        "|実施|例：番号がない||||;            statement.book-no-number 3B"})
    void aRowThatCannotBeReadIsNamedAndTheOthersAreTaken(String row, String expected) {
        var preview = preview(read(HEAD + row + "\n9.2.3.2|選択|例：これもよい||||\n"), whole());

        assertThat(preview.edits(java.util.Set.of())).extracting(AnswerEdit::control).containsExactly("9.2.3", "9.2.3.2");
        assertThat(preview.allProblems()).hasSize(1);
        var problem = preview.allProblems().get(0);
        String[] wanted = expected.strip().split(" ");
        assertThat(problem.place().row() + problem.column()).isEqualTo(wanted[1]);
        if (!wanted[0].equals("japanese.")) {
            assertThat(problem.code()).isEqualTo(wanted[0]);
        }
        assertThat(new RefusalWords().of(problem).japanese()).doesNotContain("{").isNotBlank();
    }

    @Test
    void aLookAlikeSuffixIsReadAndSaid() {
        var withSuffix = CATALOGUE.assessed().stream().filter(control -> control.suffix().code().equals("B")).findFirst().orElseThrow();

        var reading = read("番号|採否\n9.2.3|実施\n" + withSuffix.number() + ".В|選択\n" + fullWidth("9.2.3.2") + "|選択\n");

        assertThat(reading.problems()).isEmpty();
        assertThat(reading.rows()).extracting(WorkbookReading.Row::control).contains(withSuffix.id(), "9.2.3.2");
        assertThat(reading.notes()).extracting(WorkbookReading.Note::what).containsExactly("number-form", "number-form");
    }

    @Test
    void everyTenthNumberUnknownLeavesTheOthers() {
        var table = new StringBuilder("番号|採否|理由\n");
        int at = 0;
        for (var control : CATALOGUE.assessed()) {
            table.append(at++ % 10 == 0 ? "98.7.6." + at % 1000 : control.id()).append("|除外|例：理由").append(at).append('\n');
        }

        var reading = read(table.toString());

        assertThat(reading.problems()).hasSize(117).allMatch(problem -> problem.code().equals("statement.book-number-unknown"));
        assertThat(reading.rows()).hasSize(1163 - 117);
        assertThat(reading.problems().get(1).place().row()).isEqualTo(12);
    }

    @Test
    void ofTwoRowsThatContradictEachOtherNeitherIsBelievedAndTheSameTwiceIsTakenOnce() {
        var reading = read(HEAD + """
                9.2.3.1|選択|例：一|例：甲|||
                9.2.3.2|選択|例：二||||
                9.2.3.1|選択|例：一|例：乙|||
                9.2.3.2|選択|例：二||||
                9.2.3.3|選択|例：三||||
                9.2.3.3|選択|例：ほかの三||||
                """);

        assertThat(reading.rows()).extracting(WorkbookReading.Row::control).containsExactly("9.2.3", "9.2.3.2");
        assertThat(reading.problems()).extracting(problem -> problem.code() + problem.place().row()).containsExactly(
                "statement.book-twice-otherwise3", "statement.book-twice-otherwise5",
                "statement.book-twice-without-days7", "statement.book-twice-without-days8");
        assertThat(reading.notes()).extracting(WorkbookReading.Note::what).containsExactly("repeated");
    }

    @Test
    void whatIsHiddenIsNeverTakenAndSaidWhereItDiffers() {
        var said = AnswerEdit.of("9.2.3.2").withChoice(Choice.ADOPTED).appliedTo(Answer.untouched("9.2.3.2")).withVersion(1);
        var book = Book.of().sheet("言明書", """
                番号|採否|理由
                9.2.3|実施|
                h:9.2.3.1|h:除外|h:例：隠れた理由
                h:9.2.3.2|h:選択|
                9.2.3.3|選択|h:例：隠れた列
                """).hidden("控えでない", """
                番号|採否
                9.2.3|除外
                9.2.3.2|選択
                """);

        var preview = preview(read(book.sheets), whole(said));

        assertThat(preview.edits(java.util.Set.of())).extracting(AnswerEdit::control).containsExactly("9.2.3", "9.2.3.3");
        assertThat(preview.edits(java.util.Set.of())).allMatch(edit -> edit.reason() == null);
        assertThat(preview.of(Kind.ERROR)).extracting(row -> row.control() + " " + row.place().sheet() + row.place().row())
                .containsExactly("9.2.3 控えでない2", "9.2.3.1 言明書3", "9.2.3.3 言明書5");
        assertThat(preview.allProblems()).allMatch(problem -> problem.code().equals("statement.book-hidden"));
    }

    @Test
    void twoColumnsThatCouldBothBeTheReasonAreBothLeft() {
        var reading = read("番号|採否|理由|選択しない理由\n9.2.3|除外|例：甲|例：乙\n9.2.3.1|除外|例：甲|例：乙\n");

        assertThat(reading.problems()).extracting(problem -> problem.code() + problem.column()).containsExactly("statement.book-columns-undecidedC, D");
        assertThat(reading.rows()).allMatch(row -> row.reasonJa() == null && row.choice() == Choice.LEFT_OUT);
    }

    @Test
    void aKeyTellsWhatASpreadsheetHasSpoiledAndAForeignOrDamagedOneTellsNothing() {
        var key = new RowKey(Prepared.ID, "9.2.3.1", 0).written();
        var foreign = new RowKey(new jp.torokubo.procedure.statement.StatementId(new java.util.UUID(7, 7)), "9.2.3.2", 9).written();
        var counted = new RowKey(Prepared.ID, "9.2.3.3", 0).written().replace(":0:", ":1:");
        var reading = read("行の鍵|番号|採否\n" + new RowKey(Prepared.ID, "9.2.3", 0).written() + "|9.2.3|実施\n" + key + "|d:2009-02-03|選択\n"
                + foreign + "|9.2.3.2|選択\n" + counted + "|9.2.3.3|選択\n" + new RowKey(Prepared.ID, "9.2.3.5", 0).written() + "|9.2.3.4|選択\n");

        assertThat(reading.rows()).extracting(row -> row.control() + " " + row.version())
                .containsExactly("9.2.3 0", "9.2.3.1 0", "9.2.3.2 null", "9.2.3.3 null");
        assertThat(reading.notes()).extracting(WorkbookReading.Note::what).containsExactly("number-form", "key-elsewhere", "key-damaged");
        assertThat(reading.problems()).extracting(problem -> problem.code() + problem.place().row())
                .containsExactly("statement.book-key-of-another-row6");
    }

    @Test
    void aRowThatSomebodyChangedMeanwhileIsLeftUnlessItIsAskedFor() {
        var now = AnswerEdit.of("9.2.3").withReason(Wording.of("例：今")).appliedTo(Answer.untouched("9.2.3")).withVersion(2);
        var reading = read("行の鍵|番号|理由\n" + new RowKey(Prepared.ID, "9.2.3", 1).written() + "|9.2.3|例：ファイル\n");

        var preview = preview(reading, whole(now));

        assertThat(preview.rows().get(0).kind()).isEqualTo(Kind.CONFLICT);
        assertThat(preview.edits(java.util.Set.of())).isEmpty();
        assertThat(preview.edits(java.util.Set.of("9.2.3"))).extracting(edit -> edit.reason().ja()).containsExactly("例：ファイル");
        var later = read("行の鍵|番号|理由\n" + new RowKey(Prepared.ID, "9.2.3", 3).written() + "|9.2.3|例：ファイル\n");
        assertThat(preview(later, whole(now)).allProblems()).extracting(problem -> problem.code()).containsExactly("statement.book-key-from-the-future");
    }

    @Test
    void settledRowsDoNotStaySettledWhenTheirWordsChange() {
        var settled = new Answer("9.2.3", Choice.ADOPTED, List.of(), Wording.NONE, "", null,
                jp.torokubo.procedure.statement.RowState.SETTLED, null, 4);

        var preview = preview(read("番号|採否|理由|状態\n9.2.3|実施|例：新しい|確認済\n"), whole(settled));

        assertThat(preview.rows().get(0).after().state()).isEqualTo(jp.torokubo.procedure.statement.RowState.IN_WORK);
    }

    @Test
    void theRowsToMendComeBackAsTheyWereLaidOutAndAreReadAgainOnceMended() {
        var sheets = Book.of().sheet("言明書", HEAD + "9.2.3.1|△|例：直す||||\n9.2.3.2|選択|例：よい||||\n").sheets;
        var preview = preview(read(sheets), whole());

        var mend = ReadHere.xlsx(MendingWorkbook.write(
                sheets, preview.allProblems(), Prepared.ID, Prepared.NUMBERS, List.of(), new RefusalWords(), false));

        assertThat(mend).hasSize(1);
        assertThat(mend.get(0).rows()).hasSize(2);
        assertThat(mend.get(0).rows().get(0).cells()).endsWith("直すところ");
        assertThat(mend.get(0).rows().get(1).cells()).startsWith("9.2.3.1", "△", "例：直す").last().asString().startsWith("元の3行目、B列：採否を「△」");
        var cells = new java.util.ArrayList<>(mend.get(0).rows().get(1).cells());
        cells.set(1, "選択");
        var mended = List.of(new jp.torokubo.ground.files.TableReading.Sheet("言明書", false, List.of(mend.get(0).rows().get(0),
                new jp.torokubo.ground.files.TableReading.Row(2, cells))));
        assertThat(preview(read(mended), whole()).edits(java.util.Set.of())).hasSize(1);
        assertThat(preview(read(mended), whole()).allProblems()).isEmpty();
    }

    private static String fullWidth(String number) {
        return number.chars().mapToObj(c -> c == '.' ? "．" : Character.toString(c - '0' + '０')).reduce("", String::concat);
    }
}
