// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.criteria.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import jp.torokubo.TorokuboTest;
import jp.torokubo.ground.files.TableReading;
import jp.torokubo.ground.files.TableReading.Format;
import jp.torokubo.ground.files.TableReading.Sheet;
import jp.torokubo.ground.files.TableReading.Unseen;
import jp.torokubo.record.criteria.importing.ReadingOfWorkbook.Control;
import jp.torokubo.record.criteria.importing.ReadingOfWorkbook.Fate;
import jp.torokubo.record.criteria.importing.ReadingOfWorkbook.SheetUse;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** A workbook that LibreOffice wrote is read by the child process, with its merges, days, numbers and hidden sheets. All words are invented. */
@Tag("crash")
@TorokuboTest
class WorkbookOfAnotherProgramTest {

    private static final Path OFFICE = Path.of("/usr/bin/soffice");
    private static final KnownIds KNOWN = KnownIds.of(List.of("9", "9.2", "9.2.3", "9.2.3.1", "9.2.3.2", "9.2.3.11.PB", "9.2.4", "9.2.4.1"));

    @Autowired TableReading reading;
    @TempDir Path folder;

    @Test
    void mergedObjectivesDaysAndAHiddenSheetComeThrough() throws Exception {
        var read = CriteriaWorkbookReader.read(saved("""
                <table:table table:name="表紙"><table:table-row>%s</table:table-row><table:table-row>%s</table:table-row></table:table>
                <table:table table:name="第9章"><table:table-row>%s</table:table-row><table:table-row>%s%s%s%s</table:table-row>
                <table:table-row>%s%s%s%s</table:table-row>
                <table:table-row>%s%s%s%s</table:table-row>
                <table:table-row>%s%s%s%s</table:table-row>
                <table:table-row>%s%s%s%s</table:table-row></table:table>
                <table:table table:name="昔" table:style-name="hidden"><table:table-row>%s%s</table:table-row></table:table>
                """.formatted(
                text("例の管理基準"), "<table:table-cell table:formula=\"of:=1+6\" office:value-type=\"float\" office:value=\"7\"/>",
                text("第9章　例の章題"), text("番号"), text("統制目標"), text("番号"), text("詳細管理策"),
                tall("9.2.3"), tall("例：鍵の束を管理する。"), text("9.2.3.1"), text("例：一。"),
                COVERED, COVERED, text("９．２．３．２"), text("例：二。"),
                COVERED, COVERED, text("9.2.3.11PB"), text("例：十一。"),
                day("2009-02-04"), text("例：日付になった目標。"), text("9.2.4.1"), text("例：四の一。"),
                text("9.2.3.1"), text("例：昔の一。"))), KNOWN);

        assertThat(read.controls()).extracting(Control::id).containsExactly("9", "9.2.3", "9.2.3.1", "9.2.3.2", "9.2.3.11.PB", "9.2.4.1");
        assertThat(read.controls()).extracting(Control::textJa)
                .containsExactly(null, "例：鍵の束を管理する。", "例：一。", "例：二。", "例：十一。", "例：四の一。");
        assertThat(read.problems()).extracting(problem -> problem.code() + " " + problem.place().row() + problem.column())
                .containsExactly("criteria.book-id-is-day 6A");
        assertThat(read.sheets()).extracting(SheetUse::fate).containsExactly(Fate.NO_IDS, Fate.READ, Fate.HIDDEN);
        assertThat(read.sheets().get(2).otherwise()).isEqualTo(1);
    }

    @Test
    void numbersInCellsOfTheirOwnAreNumbersThere() throws Exception {
        var read = CriteriaWorkbookReader.read(saved("""
                <table:table table:name="一覧">
                <table:table-row>%s%s%s%s%s</table:table-row><table:table-row>%s%s%s%s%s</table:table-row><table:table-row>%s%s%s%s%s</table:table-row>
                </table:table>""".formatted(
                number("9"), number("2"), number("3"), number("1"), text("例：一。"),
                number("9"), number("2"), number("3"), number("2"), text("例：二。"),
                number("9"), number("2"), number("3"), number("11"), text("例：十一。"))), KNOWN);

        assertThat(read.controls()).filteredOn(control -> control.textJa() != null).extracting(Control::id)
                .containsExactly("9.2.3.1", "9.2.3.2", "9.2.3.11.PB");
        assertThat(read.problems()).isEmpty();
    }

    private static final String COVERED = "<table:covered-table-cell/>";

    private static String text(String words) {
        return "<table:table-cell office:value-type=\"string\"><text:p>" + words + "</text:p></table:table-cell>";
    }

    private static String tall(String words) {
        return "<table:table-cell office:value-type=\"string\" table:number-rows-spanned=\"3\"><text:p>" + words + "</text:p></table:table-cell>";
    }

    private static String number(String value) {
        return "<table:table-cell office:value-type=\"float\" office:value=\"" + value + "\"/>";
    }

    private static String day(String value) {
        return "<table:table-cell table:style-name=\"day\" office:value-type=\"date\" office:date-value=\"" + value + "\"/>";
    }

    private List<Sheet> saved(String sheets) throws IOException, InterruptedException {
        assumeThat(OFFICE).as("LibreOffice is not installed").exists();
        String of = "urn:oasis:names:tc:opendocument:xmlns:";
        var flat = Files.writeString(folder.resolve("book.fods"), "<?xml version=\"1.0\" encoding=\"UTF-8\"?><office:document xmlns:office=\"" + of
                + "office:1.0\" xmlns:table=\"" + of + "table:1.0\" xmlns:text=\"" + of + "text:1.0\" xmlns:style=\"" + of + "style:1.0\" xmlns:number=\""
                + of + "datastyle:1.0\" office:version=\"1.2\" office:mimetype=\"application/vnd.oasis.opendocument.spreadsheet\">"
                + "<office:automatic-styles><number:date-style style:name=\"ymd\"><number:year number:style=\"long\"/><number:text>-</number:text>"
                + "<number:month number:style=\"long\"/><number:text>-</number:text><number:day number:style=\"long\"/></number:date-style>"
                + "<style:style style:name=\"day\" style:family=\"table-cell\" style:data-style-name=\"ymd\"/><style:style style:name=\"hidden\" "
                + "style:family=\"table\"><style:table-properties table:display=\"false\"/></style:style></office:automatic-styles><office:body>"
                + "<office:spreadsheet>" + sheets + "</office:spreadsheet></office:body></office:document>");
        var office = new ProcessBuilder(OFFICE.toString(), "-env:UserInstallation=" + folder.resolve("profile").toUri(), "--headless",
                "--convert-to", "xlsx", "--outdir", folder.toString(), flat.toString())
                .redirectErrorStream(true).redirectOutput(folder.resolve("said").toFile()).start();
        assertThat(office.waitFor(120, TimeUnit.SECONDS)).isTrue();
        var read = reading.read(folder.resolve("book.xlsx"), Format.XLSX, "UTF-8", Unseen.MARKED);
        assertThat(read).isInstanceOf(TableReading.Result.Read.class);
        return ((TableReading.Result.Read) read).sheets();
    }
}
