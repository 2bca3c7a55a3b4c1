// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.criteria.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import jp.torokubo.record.criteria.ListKind;
import jp.torokubo.record.criteria.importing.ReadingOfWorkbook.Problem;
import org.junit.jupiter.api.Test;

/** Lists that name controls. Which controls they name here is invented. */
class ListWorkbookReaderTest {

    private static final KnownIds KNOWN = KnownIds.of(List.of("6.1.1", "6.1.1.1", "9.2.3", "9.2.3.1", "9.2.3.10", "9.2.3.11.PB", "9.2.4"));

    @Test
    void aSheetOfIdentifiersNamesThemAll() {
        var reading = read(ListKind.IMPORTANT, """
                例の一覧 |
                番号 | 備考
                9.2.3.1 | 例
                9.2.3.11 |
                9.2.3.77 |
                """);

        assertThat(said(reading)).containsExactly("9.2.3.1=", "9.2.3.11.PB=", "9.2.3.77=?");
        assertThat(reading.problems()).isEmpty();
    }

    @Test
    void whereAMarkStandsBesideThemOnlyThoseWithItAreNamed() {
        var reading = read(ListKind.IMPORTANT, """
                番号 | 管理策 | 主たる監査対象 | LIU
                9.2.3.1 | 例：一。 | ○ |
                9.2.3.10 | 例：二。 | － | ○
                9.2.3.11 | 例：三。 | ● | ○
                """);
        var liu = read(ListKind.LIU_AUDITED, """
                番号 | 管理策 | 主たる監査対象 | LIU
                9.2.3.1 | 例：一。 | ○ |
                9.2.3.10 | 例：二。 | － | ○
                9.2.3.11 | 例：三。 | ● | ○
                """);

        assertThat(said(reading)).containsExactly("9.2.3.1=", "9.2.3.11.PB=");
        assertThat(said(liu)).containsExactly("9.2.3.10=", "9.2.3.11.PB=");
    }

    @Test
    void twoColumnsOfMarksWithoutWordsAreNotDecidedByUs() {
        var reading = read(ListKind.IMPORTANT, """
                番号 | あ | い
                9.2.3.1 | ○ |
                9.2.3.10 | | ○
                """);

        assertThat(said(reading)).isEmpty();
        assertThat(reading.problems()).extracting(Problem::code).containsExactly("criteria.book-mark-columns-undecided");
    }

    @Test
    void aMappingLeadsFromManyToMany() {
        var reading = read(ListKind.SP800_53, """
                番号 | SP800-53
                9.2.3.1 | AC-2 (1)、AC-3
                9.2.3.10、9.2.3.11 | IA-5(1)(2)
                ^ | AC-6
                9.2.4 | －
                """);
        var reversed = read(ListKind.SP800_53, """
                Control | ISMAP
                AC-2 | 9.2.3.1, 9.2.3.10
                AC-3 | 9.2.3.1
                """);

        assertThat(said(reading)).contains("9.2.3.1=AC-2(1)", "9.2.3.1=AC-3", "9.2.3.10=IA-5(1)(2)", "9.2.3.11.PB=IA-5(1)(2)");
        assertThat(said(reversed)).containsExactly("9.2.3.1=AC-2", "9.2.3.1=AC-3", "9.2.3.10=AC-2");
    }

    @Test
    void numbersOfTheCommonStandardsAreNotTakenForOurs() {
        var reading = read(ListKind.COMMON_STANDARDS, """
                統一基準 | ISMAP管理策
                6.1.1(1)(a) | 9.2.3.1
                6.1.1 | 9.2.3.10
                6.2.1(2)(b)、6.2.2 | 6.1.1.1
                """);

        assertThat(said(reading)).containsExactly("6.1.1.1=6.2.1(2)(b)", "6.1.1.1=6.2.2", "9.2.3.1=6.1.1(1)(a)", "9.2.3.10=6.1.1");
        assertThat(reading.problems()).isEmpty();
    }

    @Test
    void whereTheMarkIsAFormulaWithoutItsValueNothingIsTakenForNamedOrForNotNamed() {
        var some = read(ListKind.IMPORTANT, """
                番号 | 重要
                9.2.3.1 | ○
                9.2.3.10 | f:
                9.2.3.11 | －
                """);
        var none = read(ListKind.IMPORTANT, """
                番号 | 重要
                9.2.3.1 | f:
                f: | f:
                9.2.3.10 | f:
                """);

        assertThat(said(some)).containsExactly("9.2.3.1=");
        assertThat(some.problems()).extracting(problem -> problem.code() + " " + problem.place().row() + " " + problem.column())
                .containsExactly("criteria.book-cell-not-calculated 3 B");
        assertThat(none.problems()).extracting(problem -> problem.code() + " " + problem.place().row() + " " + problem.column())
                .containsExactly("criteria.book-id-not-calculated 3 A", "criteria.book-column-not-calculated 2 B");
    }

    private static ReadingOfWorkbook read(ListKind kind, String table) {
        return ListWorkbookReader.read(Book.of().sheet("表", table).sheets, kind, KNOWN);
    }

    private static List<String> said(ReadingOfWorkbook reading) {
        return reading.named().stream().map(named -> named.id() + "=" + named.value() + (named.known() ? "" : "?")).toList();
    }
}
