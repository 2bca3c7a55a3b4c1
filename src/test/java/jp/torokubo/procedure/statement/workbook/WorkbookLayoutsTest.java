// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.workbook;

import static jp.torokubo.procedure.statement.workbook.Prepared.preview;
import static jp.torokubo.procedure.statement.workbook.Prepared.read;
import static jp.torokubo.procedure.statement.workbook.Prepared.whole;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.torokubo.procedure.statement.workbook.WorkbookReading.Fate;
import jp.torokubo.procedure.statement.workbook.WorkbookReading.SheetUse;
import jp.torokubo.record.criteria.Control;
import jp.torokubo.record.criteria.EditionChanges;
import jp.torokubo.record.criteria.Obligation;
import jp.torokubo.record.criteria.Suffix;
import jp.torokubo.record.criteria.importing.Book;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Workbooks as people might lay them out. All words are invented. */
class WorkbookLayoutsTest {

    private static final String TWO = "9.2.3=adopted 例：鍵を分ける／ 9.2.3.1=left-out ／例：鍵の持ち主はいない";

    static Stream<Arguments> layouts() {
        return Stream.of(
                Arguments.of("plain", Book.of().sheet("一覧", """
                        番号|採否|個別管理策|理由
                        9.2.3|実施|例：鍵を分ける|
                        9.2.3.1|選択しない||例：鍵の持ち主はいない
                        """)),
                Arguments.of("columns in another order, a title above, remarks below", Book.of().sheet("Sheet1", """
                        例の言明書の別添

                        除外の理由|管理策の実施内容|備考|管理策番号|適用有無
                        |例：鍵を分ける|よい|9.2.3|○
                        例：鍵の持ち主はいない||わるい|9.2.3.1|×

                        （注）例です
                        """)),
                Arguments.of("English headings", Book.of().sheet("Controls", """
                        Control ID|Title|Selected?|Implementation description|Reason for exclusion|Owner
                        9.2.3|Keys|Yes|例：鍵を分ける||
                        9.2.3.1|Holder|No||例：鍵の持ち主はいない|
                        """)),
                Arguments.of("numbers in full width and with words behind them", Book.of().sheet("一覧", """
                        管理策|採否|個別管理策|非採用理由
                        ９．２．３　鍵の束|採用|例：鍵を分ける|
                        ９．２．３．１　鍵の持ち主|不採用||例：鍵の持ち主はいない
                        """)),
                Arguments.of("numbers divided over columns", Book.of().sheet("一覧", """
                        章|節|目標|管理策|採否|個別管理策|理由
                        9|2|3||実施|例：鍵を分ける|
                        9|2|3|1|除外||例：鍵の持ち主はいない
                        9|2|3|2|||
                        """)),
                Arguments.of("two rows of headings, merged", Book.of().sheet("一覧", """
                        番号|言明|||
                        |採否|個別管理策|理由|
                        9.2.3|実施|例：鍵を分ける||
                        9.2.3.1|除外||例：鍵の持ち主はいない|
                        """)),
                Arguments.of("one column for each choice", Book.of().sheet("一覧", """
                        番号|選択|選択しない|個別管理策|選択しない理由
                        9.2.3|○||例：鍵を分ける|
                        9.2.3.1||○||例：鍵の持ち主はいない
                        """)),
                Arguments.of("a sheet for each chapter, a cover, an example", Book.of().sheet("表紙", "例の言明書|2026年度").sheet("記入例", """
                        番号|採否|個別管理策|理由
                        9.2.3|除外||例：書き方の例
                        9.2.3.1|実施|例：これも例|
                        """).sheet("第9章の1", """
                        番号|採否|個別管理策|理由
                        9.2.3|実施|例：鍵を分ける|
                        """).sheet("第9章の2", """
                        番号|採否|個別管理策|理由
                        9.2.3.1|除外||例：鍵の持ち主はいない
                        """)),
                Arguments.of("objectives beside their details", Book.of().sheet("一覧", """
                        統制目標|詳細管理策|採否|個別管理策|理由
                        9.2.3|||例：鍵を分ける|
                        |9.2.3.1|除外||例：鍵の持ち主はいない
                        |9.2.3.2|||
                        """)),
                Arguments.of("headings repeated on every page", Book.of().sheet("一覧", """
                        番号|採否|個別管理策|理由
                        9.2.3|実施|例：鍵を分ける|
                        番号|採否|個別管理策|理由
                        9.2.3.1|除外||例：鍵の持ち主はいない
                        """)),
                Arguments.of("last year beside this year", Book.of().sheet("一覧", """
                        番号|昨年度の採否|昨年度の個別管理策|採否|個別管理策|理由|監査人コメント
                        9.2.3|除外|例：昔の鍵|実施|例：鍵を分ける||見た
                        9.2.3.1|実施|例：昔の持ち主|除外||例：鍵の持ち主はいない|見た
                        """)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("layouts")
    void theSameAnswersComeOutOfEveryLayout(String name, Book book) {
        var reading = read(book.sheets);

        assertThat(reading.problems()).isEmpty();
        String expected = name.startsWith("objectives") ? TWO.replace("9.2.3=adopted", "9.2.3=null") : TWO;
        assertThat(said(reading)).isEqualTo(expected);
    }

    private static String said(WorkbookReading reading) {
        return reading.rows().stream().map(row -> row.control() + "=" + (row.choice() == null ? null : row.choice().code()) + " "
                + row.parts().stream().map(part -> part.ja() == null ? "" : part.ja()).collect(Collectors.joining("→"))
                + "／" + (row.reasonJa() == null ? "" : row.reasonJa())).collect(Collectors.joining(" "));
    }

    @Test
    void theStatesBeforeAndAfterAChangeMayStandInRowsOrInColumns() {
        var rows = read("""
                番号|採否|個別管理策|期間の始まり|期間の終わり
                9.2.3|実施|例：前||令和8年6月30日
                ^|^|例：後|2026/7/1|
                """);
        var columns = read("""
                番号|採否|変更前|変更前|変更後|変更後
                ||個別管理策|終了日|個別管理策|開始日
                9.2.3|実施|例：前|2026.6.30|例：後|2026年7月1日
                """);

        for (var reading : List.of(rows, columns)) {
            assertThat(reading.problems()).isEmpty();
            var preview = preview(reading, whole());
            assertThat(preview.allProblems()).isEmpty();
            assertThat(preview.rows().get(0).after().realisations().toString()).contains("例：前", "until=2026-06-30", "例：後", "from=2026-07-01");
        }
    }

    @Test
    void englishWordsGoWhereEnglishStands() {
        var reading = read("""
                No.|Choice|Implementation|Reason
                9.2.3|Implemented|Keys are kept apart.|
                9.2.3.1|Not selected||Nobody holds a key.
                """);

        assertThat(reading.rows().get(0).parts()).extracting(WorkbookReading.Part::en).containsExactly("Keys are kept apart.");
        assertThat(reading.rows().get(1).reasonEn()).isEqualTo("Nobody holds a key.");
        assertThat(reading.rows().get(1).reasonJa()).isNull();
    }

    @Test
    void daysAreReadInErasAndAsTheNumbersSpreadsheetsKeep() {
        var reading = read("""
                番号|期限
                9.2.3|令和八年四月一日
                9.2.3.1|d:2026-04-02
                9.2.3.2|n:46115
                9.2.3.3|R8.4.4
                """);

        assertThat(reading.problems()).isEmpty();
        assertThat(reading.rows()).extracting(row -> row.due().on().toString())
                .containsExactly("2026-04-01", "2026-04-02", "2026-04-03", "2026-04-04");
        assertThat(reading.notes()).filteredOn(note -> note.what().equals("day")).extracting(note -> note.from() + "→" + note.to())
                .containsExactly("令和八年四月一日→2026-04-01", "46115→2026-04-03", "R8.4.4→2026-04-04");
    }

    @Test
    void whatIsNotReadIsSaidWithItsColumnsAndSheets() {
        var reading = read(Book.of().sheet("一覧", """
                番号|採否|備考|来年の予定
                9.2.3|実施|x|y
                9.2.3.1|選択|x|y
                """).sheet("目次", "章|頁").sheet("管理策", """
                番号|本文
                9.2.3|例：本文
                9.2.3.1|例：本文
                """).sheets);

        assertThat(reading.sheets()).extracting(SheetUse::fate).containsExactly(Fate.READ, Fate.NO_NUMBERS, Fate.NO_ANSWERS);
        assertThat(reading.sheets().get(0).columns()).extracting(column -> column.column() + " " + column.heading() + " " + column.use())
                .containsExactly("A 番号 number", "B 採否 choice", "C 備考 ", "D 来年の予定 ");
    }

    @Test
    void aRowWithoutAKeyDoesNotEmptyWhatItLeavesBlank() {
        var before = jp.torokubo.procedure.statement.AnswerEdit.of("9.2.3").withChoice(jp.torokubo.procedure.statement.Choice.ADOPTED)
                .withReason(jp.torokubo.procedure.statement.Wording.of("例：ある")).withOwner("aoki@example.jp")
                .appliedTo(jp.torokubo.procedure.statement.Answer.untouched("9.2.3")).withVersion(3);

        var without = preview(read("番号|採否|理由|担当\n9.2.3|実施||\n"), whole(before));
        var key = new RowKey(Prepared.ID, "9.2.3", 3).written();
        var with = preview(read("行の鍵|番号|採否|理由|担当\n" + key + "|9.2.3|実施||\n"), whole(before));

        assertThat(without.rows().get(0).kind()).isEqualTo(WorkbookPreview.Kind.UNCHANGED);
        assertThat(with.rows().get(0).fields()).containsExactly(Field.REASON_JA, Field.OWNER);
        assertThat(with.rows().get(0).after().reason().isEmpty()).isTrue();
    }

    @Test
    void numbersOfEarlierEditionsAreReadAsWhatBecameOfThem() {
        var older = Prepared.catalogue("2022-04");
        var added = Prepared.CATALOGUE.assessed().stream().filter(control -> older.called(control.number()).isEmpty()).toList();
        var basic = older.control("9.2.3.1").orElseThrow();
        var before = new Control("9.2.3.1.B", basic.tier(), basic.parent(), Suffix.B, Obligation.MANDATORY, basic.titleJa(), null, "", "2021-xx",
                null, basic.titleBasis(), null, null);
        var numbers = new EditionNumbers(older, List.of(new EditionChanges(
                Prepared.CATALOGUE.edition(), older.edition(), List.of(), added, List.of(new EditionChanges.Changed(before, basic)), List.of())));

        var reading = WorkbookReader.read(Book.of().sheet("言明書", "番号|採否\n9.2.3|実施\n9.2.3.1.B|選択\n" + added.get(0).id() + "|選択\n").sheets,
                Prepared.ID, numbers);

        assertThat(reading.rows()).extracting(WorkbookReading.Row::control).containsExactly("9.2.3", "9.2.3.1");
        assertThat(reading.notes()).extracting(note -> note.what() + " " + note.from() + "→" + note.to())
                .containsExactly("other-edition 9.2.3.1.B→9.2.3.1 (2024-07)");
        assertThat(reading.problems()).extracting(problem -> problem.code() + problem.place().row() + problem.column())
                .containsExactly("statement.book-number-gone4A");
    }
}
