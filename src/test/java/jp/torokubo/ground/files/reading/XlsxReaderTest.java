// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.files.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import jp.torokubo.ground.files.TableReading.Mark;
import jp.torokubo.ground.files.TableReading.Merge;
import jp.torokubo.ground.files.TableReading.Sheet;
import jp.torokubo.ground.files.TableReading.Unseen;
import jp.torokubo.ground.files.TableReading;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;

class XlsxReaderTest {

    private static final String DATES = "<styleSheet><numFmts><numFmt numFmtId=\"200\" formatCode=\"[$-411]ggge&quot;年&quot;m&quot;月&quot;\"/>"
            + "<numFmt numFmtId=\"201\" formatCode=\"&quot;day&quot;0.00E+00\"/></numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>"
            + "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"200\"/><xf numFmtId=\"201\"/></cellXfs></styleSheet>";

    @Test
    void aWorkbookOfAnotherProgramIsReadAsItWasWritten() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var workbook = new Workbook(out, "torokubo", "1.0")) {
            var sheet = workbook.newWorksheet("一覧");
            sheet.value(0, 0, "No.");
            sheet.value(0, 1, "登録日");
            sheet.value(2, 0, 20);
            sheet.value(2, 1, LocalDate.of(2021, 3, 12));
            sheet.style(2, 1).format("yyyy-mm-dd").set();
            sheet.value(2, 3, "㈱ ＡＢＣ");
        }

        assertThat(read(out.toByteArray())).containsExactly("1:[No., 登録日]", "3:[20, 2021-03-12, , ㈱ ＡＢＣ]");
    }

    @Test
    void numbersAreDaysOnlyWhereTheirFormatSaysSo() {
        assertThat(read(styled("44267", 0))).containsExactly("1:[44267]");
        assertThat(read(styled("44267", 1))).containsExactly("1:[2021-03-12]");
        assertThat(read(styled("44267", 2))).containsExactly("1:[2021-03-12]");
        assertThat(read(styled("44267", 3))).containsExactly("1:[44267]");
        assertThat(read(styled("59", 1))).containsExactly("1:[1900-02-28]");
        assertThat(read(styled("61", 1))).containsExactly("1:[1900-03-01]");
        assertThat(read(styled("44267.5", 1))).containsExactly("1:[2021-03-12T12:00]");
    }

    @Test
    void aWorkbookThatCountsFrom1904IsFourYearsOff() {
        var workbook = HandmadeWorkbook.of("<row r=\"1\"><c r=\"A1\" s=\"1\"><v>42805</v></c></row>")
                .with("xl/styles.xml", DATES).changed("xl/workbook.xml", "<sheets>", "<workbookPr date1904=\"1\"/><sheets>");

        assertThat(read(workbook.bytes())).containsExactly("1:[2021-03-12]");
    }

    @Test
    void aTextOfWhichWordsAreStruckThroughIsMarked() {
        var workbook = HandmadeWorkbook.of("<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><r><rPr><strike/></rPr><t>やめた</t></r><r><t>続ける</t></r></is></c>"
                + "<c r=\"B1\" t=\"inlineStr\"><is><r><rPr><strike val=\"0\"/></rPr><t>続ける</t></r></is></c><c r=\"C1\" t=\"inlineStr\" s=\"1\"><is><t>やめた</t></is></c>"
                + "<c r=\"D1\" s=\"1\"/></row>")
                .with("xl/styles.xml", "<styleSheet xmlns=\"" + HandmadeWorkbook.MAIN + "\"><fonts><font/><font><strike/></font></fonts>"
                        + "<cellXfs><xf fontId=\"0\"/><xf fontId=\"1\"/></cellXfs><dxfs><dxf><font><strike/></font></dxf></dxfs></styleSheet>");

        var row = ReadHere.xlsx(workbook.bytes()).get(0).rows().get(0);
        assertThat(row.cells()).containsExactly("やめた続ける", "続ける", "やめた");
        assertThat(row.marks()).containsOnly(Map.entry(0, TableReading.Mark.STRUCK), Map.entry(2, TableReading.Mark.STRUCK));
    }

    @Test
    void furiganaIsNotPartOfTheName() {
        var workbook = HandmadeWorkbook.of("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>")
                .with("xl/sharedStrings.xml", "<sst><si><r><t>富士</t></r><r><t>通_x000D_</t></r>"
                        + "<rPh sb=\"0\" eb=\"3\"><t>フジツウ</t></rPh><phoneticPr fontId=\"1\"/></si></sst>");

        assertThat(read(workbook.bytes())).containsExactly("1:[富士通\r]");
    }

    @Test
    void aNameThatStandsBesideSeveralRowsHoldsForEachOfThem() {
        var workbook = HandmadeWorkbook.small().sheet("<sheetData>"
                + "<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"B1\" t=\"str\"><v>Google LLC</v></c></row>"
                + "<row r=\"2\"><c r=\"A2\"><v>2</v></c></row><row r=\"3\"><c r=\"A3\"><v>3</v></c></row></sheetData>"
                + "<mergeCells><mergeCell ref=\"B1:B2\"/></mergeCells>");

        assertThat(read(workbook.bytes())).containsExactly("1:[1, Google LLC]", "2:[2, Google LLC]", "3:[3]");
    }

    @Test
    void aHiddenSheetSaysThatItIsHidden() {
        var workbook = HandmadeWorkbook.small()
                .changed("xl/workbook.xml", "sheetId", "state=\"veryHidden\" sheetId");

        assertThat(XlsxReader.read(workbook.bytes(), Unseen.REFUSED)).extracting(Sheet::hidden).containsExactly(true);
    }

    @Test
    void whoeverAsksGetsHiddenCellsAndFormulasWithAMarkAndMergesAsTheyAre() {
        var workbook = HandmadeWorkbook.small().with("xl/styles.xml", DATES).sheet("<cols><col min=\"3\" max=\"3\" hidden=\"1\"/></cols>"
                + "<sheetData><row r=\"1\"><c r=\"A1\"><v>9.10</v></c><c r=\"B1\" s=\"1\"><v>44267</v></c><c r=\"C1\"><v>3</v></c>"
                + "<c r=\"D1\"><f>A1+1</f><v>10.1</v></c></row><row r=\"2\" hidden=\"1\"><c r=\"A2\" t=\"str\"><v>隠</v></c></row></sheetData>"
                + "<mergeCells><mergeCell ref=\"E1:E2\"/><mergeCell ref=\"F1:H1\"/></mergeCells>");

        var sheet = XlsxReader.read(workbook.bytes(), Unseen.MARKED).get(0);

        assertThat(sheet.rows().get(0).cells()).containsExactly("9.1", "2021-03-12", "3", "10.1");
        assertThat(sheet.rows().get(0).marks()).containsOnly(entry(0, Mark.NUMBER), entry(1, Mark.DAY), entry(2, Mark.HIDDEN),
                entry(3, Mark.FORMULA));
        assertThat(sheet.rows().get(1).marks()).containsOnly(entry(0, Mark.HIDDEN));
        assertThat(sheet.merges()).containsExactly(new Merge(1, 4, 2, 4), new Merge(1, 5, 1, 7));
    }

    @Test
    void aFormulaWithoutAValueIsABlankCellWithAMarkAndATextOfNoCharactersIsBlank() {
        var workbook = HandmadeWorkbook.of("<row r=\"1\"><c r=\"A1\"><f>B1</f></c><c r=\"B1\"><f>B1</f><v></v></c><c r=\"C1\" t=\"str\"><f>B1</f><v></v></c>"
                + "<c r=\"D1\" t=\"str\"><f>B1</f></c></row><row r=\"2\"><c r=\"A2\"><f>B1</f></c></row>");

        var rows = XlsxReader.read(workbook.bytes(), Unseen.MARKED).get(0).rows();

        assertThat(rows.get(0).cells()).containsExactly("", "", "", "");
        assertThat(rows.get(0).marks()).containsOnly(entry(0, Mark.FORMULA), entry(1, Mark.FORMULA), entry(3, Mark.FORMULA));
        assertThat(rows.get(1).marks()).containsOnly(entry(0, Mark.FORMULA));
    }

    @Test
    void aNumberThatIsNoDayUnderAFormatOfDaysIsANumberForWhoeverAsksForMarks() {
        var row = XlsxReader.read(styled("0", 1), Unseen.MARKED).get(0).rows().get(0);

        assertThat(row.cells()).containsExactly("0");
        assertThat(row.marks()).containsOnly(entry(0, Mark.NUMBER));
    }

    private static byte[] styled(String number, int style) {
        return HandmadeWorkbook
                .of("<row r=\"1\"><c r=\"A1\" s=\"" + style + "\"><v>" + number + "</v></c></row>")
                .with("xl/styles.xml", DATES).bytes();
    }

    private static List<String> read(byte[] file) {
        return XlsxReader.read(file, Unseen.REFUSED).get(0).rows().stream().map(row -> row.number() + ":" + row.cells()).toList();
    }
}
