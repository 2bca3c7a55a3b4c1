// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.workbook;

import static jp.torokubo.procedure.statement.workbook.Prepared.CATALOGUE;
import static jp.torokubo.procedure.statement.workbook.Prepared.read;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.torokubo.ground.files.TableReading;
import jp.torokubo.ground.files.TableReading.Row;
import jp.torokubo.ground.files.TableReading.Sheet;
import jp.torokubo.ground.files.reading.ReadHere;
import jp.torokubo.ground.refusal.RefusalWords;
import jp.torokubo.procedure.statement.Answer;
import jp.torokubo.procedure.statement.AnswerEdit;
import jp.torokubo.procedure.statement.Choice;
import jp.torokubo.procedure.statement.Wording;
import jp.torokubo.record.criteria.Control;
import jp.torokubo.record.criteria.importing.Book;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the layout and whatever is wrong in it: the rows to mend, once mended, are answers to the very same controls. */
class MendedWorkbooksTest {

    private static final int ROUNDS = 12;
    private static final List<Control> SOME = CATALOGUE.assessed().stream().filter(control -> control.id().startsWith("9.2.") || control.id().startsWith("5.1."))
            .limit(26).toList();

    static Stream<Arguments> layouts() {
        var few = WorkbookLayoutsTest.layouts().map(arguments -> Arguments.of(arguments.get()[0], ((Book) arguments.get()[1]).sheets));
        return Stream.concat(few, Stream.of(
                Arguments.of("one column", table("番号|採否|個別管理策|理由", (row, of) -> of.id())),
                Arguments.of("in full width, with words behind", table("管理策|採否|個別管理策|理由", (row, of) -> of.number().replace('.', '．') + "　例の表題")),
                Arguments.of("four columns", table("章|節|目標|管理策|採否|個別管理策|理由", (row, of) -> pieces(of, 0))),
                Arguments.of("four columns, filled once", table("章|節|項|細目|採否|個別管理策|理由", (row, of) -> filledOnce(row, pieces(of, 0)))),
                Arguments.of("objective and branch", table("管理目的|枝番|採否|個別管理策|理由", (row, of) -> pieces(of, 3))),
                Arguments.of("objective and branch, filled once", table("管理目的|枝番|採否|個別管理策|理由", (row, of) -> filledOnce(row, pieces(of, 3)))),
                Arguments.of("objective and branch, merged", table("管理目的|枝番|採否|個別管理策|理由", (row, of) -> filledOnce(row, pieces(of, 3)).replaceFirst("^\\|", "^|"))),
                Arguments.of("objectives beside details", table("統制目標|詳細管理策|採否|個別管理策|理由", (row, of) -> of.number().split("\\.").length < 4 ? of.id() + "|" : "|" + of.id())),
                Arguments.of("columns in another order", table("理由|採否|個別管理策|枝番|管理目的", null)),
                Arguments.of("written by the program", ReadHere.xlsx(StatementWorkbook.write(
                        Prepared.whole(SOME.stream().map(MendedWorkbooksTest::said).toArray(Answer[]::new)), SOME, Prepared.OWNERS, false)))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("layouts")
    void mendedRowsAreAnswersToTheSameControls(String name, List<Sheet> sheets) {
        var wanted = said(read(sheets));
        assertThat(read(sheets).problems()).isEmpty();
        for (int round = 0; round < ROUNDS; round++) {
            var random = new Random(round);
            var mends = new HashMap<String, String>();
            var spoiled = spoiled(sheets, random, mends);
            var taken = read(spoiled);
            assertThat(taken.problems()).as("round %s", round).isNotEmpty();
            assertThat(wanted).as("round %s: %s", round, taken.problems()).containsAllEntriesOf(said(taken));
            if (taken.problems().stream().anyMatch(problem -> problem.place().row() == 0)) {
                // too much is wrong for rows to be told from one another: that is said of the sheet
                continue;
            }

            var mend = ReadHere.xlsx(MendingWorkbook.write(
                    spoiled, taken.problems(), Prepared.ID, Prepared.NUMBERS, List.of(), new RefusalWords(), round % 2 == 1));
            var mended = read(mended(mend, mends));

            assertThat(mended.problems()).as("round %s: %s %s", round, taken.problems(), mend).isEmpty();
            var all = new LinkedHashMap<>(said(taken));
            all.putAll(said(mended));
            assertThat(all).as("round %s: %s %s", round, taken.problems(), mend).containsExactlyInAnyOrderEntriesOf(wanted);
        }
    }

    @Test
    void theRowsOfAControlAreTakenTogetherOrNotAtAll() {
        var key = new RowKey(Prepared.ID, "9.2.3", 1).written();
        var sheets = Book.of().sheet("言明書", "行の鍵|番号|採否|個別管理策|期間の始まり|期間の終わり\n" + key + "|9.2.3|実施|例：前||2026-06-30\n"
                + key + "|9.2.3|実施|例：後|いつか|\n").sheets;

        var reading = read(sheets);

        assertThat(reading.rows()).isEmpty();
        assertThat(reading.problems()).extracting(problem -> problem.place().row() + " " + problem.code().replaceFirst("japanese.*", "day"))
                .containsExactly("2 statement.book-other-row", "3 day");
        var mend = ReadHere.xlsx(MendingWorkbook.write(
                sheets, reading.problems().subList(1, 2), Prepared.ID, Prepared.NUMBERS, List.of(), new RefusalWords(), false));
        assertThat(mend.get(0).rows()).hasSize(3);
        assertThat(mend.get(0).rows().get(1).cells()).last().asString().startsWith("同じ管理策のほかの行");
    }

    @Test
    void whatWasSaidOfColumnsStandsAboveThem() {
        var sheets = Book.of().sheet("一覧", "番号|A社の欄|別の欄|その他\n9.2.3|△|例：鍵を分ける|例：古い\n9.2.3.1|×|例：書かない|例：持ち主はいない\n").sheets;
        var chosen = ColumnChoice.of(List.of("0.1.choice", "0.2.realisation-ja", "0.3.none"));
        var reading = WorkbookReader.read(sheets, Prepared.ID, Prepared.NUMBERS, chosen);

        var mend = ReadHere.xlsx(MendingWorkbook.write(
                sheets, reading.problems(), Prepared.ID, Prepared.NUMBERS, chosen, new RefusalWords(), false));

        assertThat(mend.get(0).rows().get(0).cells()).containsExactly("番号", "採否", "個別管理策", "参考：その他", "直すところ");
    }

    @Test
    void daysCountedFrom1904AreWrittenOut() {
        var rows = Book.of().sheet("言明書", "番号|採否|期限\n9.2.3|△|n:44924\n9.2.3.1|選択|n:44924\n").sheets.get(0).rows();
        var sheets = List.of(new Sheet("言明書", false, rows, List.of(), true));
        var reading = read(sheets);
        assertThat(reading.rows().get(0).due().on()).hasToString("2026-12-30");

        var mend = ReadHere.xlsx(MendingWorkbook.write(
                sheets, reading.problems(), Prepared.ID, Prepared.NUMBERS, List.of(), new RefusalWords(), false));

        assertThat(mend.get(0).rows().get(1).cells().get(2)).isEqualTo("2026-12-30");
    }

    // layouts

    private interface Number {
        String of(int row, Control control);
    }

    /** @param number null: objective and branch stand last */
    private static List<Sheet> table(String headings, Number number) {
        var table = new StringBuilder(headings).append('\n');
        for (int row = 0; row < SOME.size(); row++) {
            var control = SOME.get(row);
            boolean left = row % 3 == 1;
            String text = left ? "" : "例：" + control.id() + " を行う";
            String reason = left ? "例：" + control.id() + " は要らない" : "";
            String choice = left ? "除外" : "実施";
            table.append(number == null ? String.join("|", reason, choice, text, pieces(control, 3).replaceFirst("(.*)\\|(.*)", "$2|$1"))
                    : String.join("|", number.of(row, control), choice, text, reason)).append('\n');
        }
        return Book.of().sheet("一覧", table.toString()).sheets;
    }

    /** 9.2.3.11.PB → 9|2|3|11.PB, or 9.2.3|11.PB. */
    private static String pieces(Control control, int together) {
        var numbers = List.of(control.number().split("\\."));
        String suffix = control.id().substring(control.number().length());
        var pieces = new ArrayList<String>();
        if (together > 0) {
            pieces.add(String.join(".", numbers.subList(0, together)));
        } else {
            pieces.addAll(numbers.subList(0, 3));
        }
        pieces.add(numbers.size() > 3 ? numbers.get(3) + suffix : "");
        return String.join("|", pieces);
    }

    /** What stands in the row above already is left out. */
    private static String filledOnce(int row, String pieces) {
        var above = row == 0 ? new String[0] : pieces(SOME.get(row - 1), pieces.split("\\|", -1).length == 2 ? 3 : 0).split("\\|", -1);
        var own = pieces.split("\\|", -1);
        boolean same = true;
        for (int at = 0; at < own.length - 1 && above.length > 0; at++) {
            same &= own[at].equals(above[at]);
            own[at] = same ? "" : own[at];
        }
        return own[own.length - 1].isEmpty() ? pieces : String.join("|", own);
    }

    private static Answer said(Control control) {
        return AnswerEdit.of(control.id()).withChoice(Choice.ADOPTED).withReason(Wording.of("例：" + control.id()))
                .appliedTo(Answer.untouched(control.id())).withVersion(1);
    }

    // what goes wrong, and is mended

    private static List<Sheet> spoiled(List<Sheet> sheets, Random random, Map<String, String> mends) {
        var reading = read(sheets);
        var places = reading.rows().stream().filter(row -> random.nextInt(3) == 0).collect(Collectors.toList());
        if (places.isEmpty()) {
            places.add(reading.rows().get(random.nextInt(reading.rows().size())));
        }
        var numberColumns = reading.sheets().stream().collect(Collectors.toMap(WorkbookReading.SheetUse::sheet, use -> use.columns().stream()
                .filter(column -> column.use().equals("number")).map(column -> column.column().charAt(0) - 'A').toList()));
        return sheets.stream().map(sheet -> new Sheet(sheet.name(), sheet.hidden(), sheet.rows().stream().map(row -> {
            var here = places.stream().filter(place -> place.place().sheet().equals(sheet.name()) && place.place().row() == row.number()).findFirst();
            if (here.isEmpty()) {
                return row;
            }
            var cells = new ArrayList<>(row.cells());
            var marks = new HashMap<>(row.marks());
            boolean merged = sheet.merges().stream().anyMatch(merge -> merge.firstRow() > 1 && merge.firstRow() <= row.number() && merge.lastRow() >= row.number());
            var numbers = numberColumns.get(sheet.name());
            int last = numbers.stream().filter(column -> column < cells.size() && !cells.get(column).isEmpty()).max(Integer::compare).orElse(-1);
            boolean keyed = cells.get(0).startsWith("T1:");
            String token = "△" + mends.size() + "△";
            if (!merged && !keyed && last == numbers.get(numbers.size() - 1) && random.nextInt(3) == 0) {
                mends.put(token, "#" + here.get().control());
                cells.set(last, token);
                marks.remove(last);
            } else {
                int column = here.get().letters().getOrDefault(Field.CHOICE, "B").charAt(0) - 'A';
                mends.put(token, cells.get(column));
                cells.set(column, token);
                marks.remove(column);
            }
            return new Row(row.number(), cells, marks);
        }).toList(), sheet.merges())).toList();
    }

    /** As a person would mend it: what is wrong is written over with what it should have been. */
    private static List<Sheet> mended(List<Sheet> sheets, Map<String, String> mends) {
        return sheets.stream().map(sheet -> new TableReading.Sheet(sheet.name(), false, sheet.rows().stream().map(row -> {
            var cells = new ArrayList<>(row.cells());
            for (int column = 0; column < cells.size() - 1; column++) {
                for (var mend : mends.entrySet()) {
                    if (cells.get(column).contains(mend.getKey())) {
                        cells.set(column, mend.getValue().replaceFirst("^#", ""));
                        break;
                    }
                }
            }
            return new Row(row.number(), cells, row.marks());
        }).toList(), sheet.merges())).toList();
    }

    private static Map<String, String> said(WorkbookReading reading) {
        return reading.rows().stream().collect(Collectors.toMap(WorkbookReading.Row::control, row -> row.choice() + " "
                + row.parts().stream().map(part -> String.valueOf(part.ja())).filter(text -> !text.equals("null") && !text.isEmpty()).toList()
                + " " + (row.reasonJa() == null ? "" : row.reasonJa()), (one, other) -> one, LinkedHashMap::new));
    }
}
