// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.workbook;

import static jp.torokubo.procedure.statement.workbook.Prepared.CATALOGUE;
import static jp.torokubo.procedure.statement.workbook.Prepared.ID;
import static jp.torokubo.procedure.statement.workbook.Prepared.NUMBERS;
import static jp.torokubo.procedure.statement.workbook.Prepared.OWNERS;
import static jp.torokubo.procedure.statement.workbook.Prepared.preview;
import static jp.torokubo.procedure.statement.workbook.Prepared.read;
import static jp.torokubo.procedure.statement.workbook.Prepared.whole;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.torokubo.ground.files.reading.ReadHere;
import jp.torokubo.procedure.statement.Answer;
import jp.torokubo.procedure.statement.AnswerEdit;
import jp.torokubo.procedure.statement.Choice;
import jp.torokubo.procedure.statement.Realisation;
import jp.torokubo.procedure.statement.Wording;
import jp.torokubo.procedure.statement.workbook.WorkbookPreview.Kind;
import jp.torokubo.record.criteria.importing.Book;
import org.junit.jupiter.api.Test;

/** What people put into workbooks without a thought, and what must not become of it. */
class AsPeopleWriteTest {

    @Test
    void latinWordsInTheJapaneseColumnOfOurOwnWorkbookStayThere() {
        var answer = said("9.2.3.1", Choice.ADOPTED, new Wording("Keys are kept apart.", ""), Wording.NONE);

        var reading = read(ReadHere.xlsx(StatementWorkbook.write(whole(answer), StatementWorkbook.answered(CATALOGUE), OWNERS, false)));

        assertThat(preview(reading, whole(answer)).rows()).allMatch(row -> row.kind() == Kind.UNCHANGED);
    }

    @Test
    void besideAColumnOfEnglishTheOtherIsTheJapaneseOneWhateverItsLetters() {
        var reading = read("番号|採否|個別管理策|個別管理策（英語）\n9.2.3|実施|ISO 27001 key rules|Rules for keys\n9.2.3.1|選択|Backup with restore test|Backups\n");

        assertThat(reading.problems()).isEmpty();
        assertThat(reading.rows().get(0).parts().get(0).ja()).isEqualTo("ISO 27001 key rules");
        assertThat(reading.rows().get(0).parts().get(0).en()).isEqualTo("Rules for keys");
    }

    @Test
    void anAnswerMergedOverSeveralControlsIsSaidOfEachOfThem() {
        var reading = read("番号|採否|個別管理策\n9.2.3.1|選択|例：まとめて行う\n9.2.3.2|^|^\n9.2.3.3|^|^\n");

        assertThat(reading.rows()).hasSize(3).allMatch(row -> row.choice() == Choice.ADOPTED);
        assertThat(reading.rows()).allMatch(row -> "例：まとめて行う".equals(row.parts().get(0).ja()));
        assertThat(reading.notes()).extracting(WorkbookReading.Note::what).containsOnly("merged");
    }

    @Test
    void lettersOfPrioritiesAreNoSuffixes() {
        var table = new StringBuilder("番号|優先度|採否|個別管理策\n");
        int at = 0;
        for (var control : CATALOGUE.assessed().subList(0, 60)) {
            table.append(control.number()).append('|').append(at++ % 3 == 0 ? "B" : "P").append("|選択|例：行う").append(at).append('\n');
        }

        var reading = read(table.toString());

        assertThat(reading.problems()).isEmpty();
        assertThat(reading.rows()).hasSize(60);
    }

    @Test
    void aDepartmentIsNobodyWhoCouldOwnARow() {
        var reading = read("番号|採否|担当部署\n9.2.3|実施|情報システム部\n9.2.3.1|選択|総務部\n");

        assertThat(preview(reading, whole()).allProblems()).isEmpty();
        assertThat(reading.rows()).allMatch(row -> row.owner() == null);
    }

    @Test
    void aRowNobodyTouchedInTheWorkbookIsNoConflict() {
        var then = said("9.2.3.1", Choice.ADOPTED, new Wording("例：書き出した時", ""), Wording.NONE).withVersion(2);
        var now = said("9.2.3.1", Choice.ADOPTED, new Wording("例：画面で直した", ""), Wording.NONE).withVersion(3);
        var reading = read("行の鍵|番号|採否|個別管理策\n" + new RowKey(ID, "9.2.3.1", 2).written() + "|9.2.3.1|選択|例：書き出した時\n");
        var touched = read("行の鍵|番号|採否|個別管理策\n" + new RowKey(ID, "9.2.3.1", 2).written() + "|9.2.3.1|選択|例：表で直した\n");

        assertThat(planned(reading, now, then)).isEqualTo(Kind.UNCHANGED);
        assertThat(planned(touched, now, then)).isEqualTo(Kind.CONFLICT);
    }

    @Test
    void whatSomebodySaysOfAColumnHolds() {
        var sheets = Book.of().sheet("一覧", "番号|A社の欄|別の欄|備考\n9.2.3|○|例：鍵を分ける|例：古い\n9.2.3.1|×|例：書かない|例：持ち主はいない\n").sheets;
        assertThat(read(sheets).rows()).isEmpty();

        var reading = WorkbookReader.read(sheets, ID, NUMBERS, ColumnChoice.of(
                Set.of("0.1.choice", "0.2.realisation-ja", "0.3.reason-ja", "9.9.choice", "x", "0.1.title")));

        assertThat(reading.rows()).extracting(WorkbookReading.Row::choice).containsExactly(Choice.ADOPTED, Choice.LEFT_OUT);
        assertThat(reading.rows().get(0).parts().get(0).ja()).isEqualTo("例：鍵を分ける");
        assertThat(reading.rows().get(1).reasonJa()).isEqualTo("例：持ち主はいない");
        assertThat(WorkbookReader.read(sheets, ID, NUMBERS, ColumnChoice.of(List.of("0.2.none"))).rows()).isEmpty();
    }

    private static Kind planned(WorkbookReading reading, Answer now, Answer then) {
        return WorkbookPreview.of(reading, whole(now), NUMBERS, OWNERS, (control, version) -> Optional.of(then).filter(one -> one.version() == version))
                .rows().get(0).kind();
    }

    private static Answer said(String control, Choice choice, Wording realisation, Wording reason) {
        return AnswerEdit.of(control).withChoice(choice).withRealisations(List.of(Realisation.throughout(realisation))).withReason(reason)
                .appliedTo(Answer.untouched(control)).withVersion(1);
    }
}
