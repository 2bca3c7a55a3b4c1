// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.files.reading;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import jp.torokubo.ground.files.TableReading.Format;

/** Files nobody should send. Each is refused with its code, or read without harm ({@code read}). */
final class HostileFiles {

    record Hostile(String name, Format said, String encoding, byte[] bytes, String expected) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static final String ITEM = "<row r=\"%d\"><c r=\"A%d\" t=\"inlineStr\"><is><t>x</t></is></c></row>";
    private static final String SHEET = "xl/worksheets/sheet1.xml";

    private final List<Hostile> files = new ArrayList<>();

    static List<Hostile> all() {
        var hostile = new HostileFiles();
        hostile.zips();
        hostile.otherFormats();
        hostile.xml();
        hostile.sheets();
        hostile.text();
        return hostile.files;
    }

    private void xlsx(String name, byte[] bytes, String expected) {
        files.add(new Hostile(name, Format.XLSX, "UTF-8", bytes, expected));
    }

    private void xlsx(String name, HandmadeWorkbook workbook, String expected) {
        xlsx(name, workbook.bytes(), expected);
    }

    private void zips() {
        var nested = new RawZip();
        var inner = new RawZip();
        inner.add("0.dll", new byte[1_000_000]);
        for (int n = 0; n < 16; n++) {
            nested.add("lib " + n + ".zip", inner.bytes());
        }
        xlsx("zips within zips", nested.bytes(), "files.not-xlsx");

        var overlapping = HandmadeWorkbook.small().zip();
        var whole = overlapping.add("kernel", new byte[500_000]);
        for (int n = 0; n < 20; n++) {
            var again = overlapping.add("again" + n, new byte[500_000]);
            again.written = false;
            again.packed = whole.packed;
        }
        overlapping.bytes();
        overlapping.parts.stream().filter(part -> !part.written).forEach(part -> part.offset = whole.offset);
        xlsx("parts that lie over one another", overlapping.bytes(), "files.zip-bomb");

        var tenGigabytes = HandmadeWorkbook.small().zip();
        tenGigabytes.parts.get(4).saidSize = 0xFFFF_FFF0L;
        xlsx("a part of four gigabytes", tenGigabytes.bytes(), "files.zip-bomb");

        xlsx("fifty megabytes of zeros", with(HandmadeWorkbook.small(), "xl/media/zero.bin", new byte[50_000_000]), "files.zip-bomb");

        var silent = HandmadeWorkbook.small().zip();
        var sheet = silent.parts.get(4);
        sheet.packed = RawZip.deflate(new byte[30_000_000]);
        xlsx("a part that unpacks to more than it says", silent.bytes(), "files.zip-bomb");

        var many = HandmadeWorkbook.small().zip();
        for (int n = 0; n < 1_200; n++) {
            many.add("xl/" + n, "");
        }
        xlsx("too many parts", many.bytes(), "files.zip-too-many-parts");
        var manySmall = HandmadeWorkbook.small().zip();
        for (int n = 0; n < 200; n++) {
            manySmall.add("xl/media/" + n, new byte[1_000_000]);
        }
        xlsx("many small parts", manySmall.bytes(), "files.zip-bomb");

        var zip64 = HandmadeWorkbook.small().zip();
        zip64.parts.get(4).saidSize = 0xFFFF_FFFFL;
        zip64.parts.get(4).extra = HexFormat.of().parseHex("01000800ffffffffffffff0f");
        xlsx("long sizes that lie", zip64.bytes(), "files.zip-bomb");
        var noZip64 = HandmadeWorkbook.small().zip();
        noZip64.parts.get(4).saidSize = 0xFFFF_FFFFL;
        xlsx("long sizes that are missing", noZip64.bytes(), "files.zip-damaged");

        var twoNames = HandmadeWorkbook.small().zip();
        twoNames.parts.get(4).localName = "xl/worksheets/other1.xml";
        xlsx("a local header with another name", twoNames.bytes(), "files.zip-damaged");
        var twoSizes = HandmadeWorkbook.small().zip();
        twoSizes.parts.get(4).size = 17;
        xlsx("a local header with another size", twoSizes.bytes(), "files.zip-damaged");
        var badSum = HandmadeWorkbook.small().zip();
        badSum.parts.get(4).crc ^= 1;
        xlsx("a wrong checksum", badSum.bytes(), "files.zip-damaged");

        var duplicate = HandmadeWorkbook.small().zip();
        duplicate.add(SHEET, "<worksheet/>");
        xlsx("two sheets of one name", duplicate.bytes(), "files.zip-duplicate");
        for (String name : List.of("../../etc/cron.d/x", "/etc/passwd", "C:\\x", "xl\\x", "a/../b", "x\u0000y")) {
            var leaving = HandmadeWorkbook.small().zip();
            leaving.add(name, "x");
            xlsx("a part named " + name.replace('\u0000', '?'), leaving.bytes(), "files.zip-bad-name");
        }
        var link = HandmadeWorkbook.small().zip();
        link.add("xl/link", "/etc/passwd").attributes = 0xA1FF << 16;
        xlsx("a symbolic link", link.bytes(), "files.zip-bad-name");
        var encrypted = HandmadeWorkbook.small().zip();
        encrypted.parts.get(4).flags = 1;
        xlsx("an encrypted part", encrypted.bytes(), "files.zip-encrypted");

        byte[] small = HandmadeWorkbook.small().bytes();
        for (int tenth = 1; tenth < 10; tenth++) {
            xlsx("cut off at " + tenth + "/10", Arrays.copyOf(small, small.length * tenth / 10), "files.zip-damaged");
        }
        var pdf = HandmadeWorkbook.small().zip();
        pdf.before = "%PDF-1.7\n".getBytes(ISO_8859_1);
        xlsx("a PDF that is a zip as well", pdf.bytes(), "files.pdf");
        var gif = HandmadeWorkbook.small().zip();
        gif.before = "GIF89a\0\0".getBytes(ISO_8859_1);
        xlsx("a GIF that is a zip as well", gif.bytes(), "files.binary");
        var after = HandmadeWorkbook.small().zip();
        after.after = new byte[10];
        xlsx("bytes behind the end", after.bytes(), "files.zip-damaged");
    }

    private void otherFormats() {
        byte[] ole = new byte[2_000];
        System.arraycopy(HexFormat.of().parseHex("d0cf11e0a1b11ae1"), 0, ole, 0, 8);
        xlsx("an xls", ole, "files.old-excel");
        byte[] locked = ole.clone();
        byte[] mark = "EncryptedPackage".getBytes(java.nio.charset.StandardCharsets.UTF_16LE);
        System.arraycopy(mark, 0, locked, 600, mark.length);
        xlsx("a locked workbook", locked, "files.locked");
        var word = new RawZip();
        word.add("[Content_Types].xml", "<Types/>");
        word.add("word/document.xml", "<document/>");
        xlsx("a Word document", word.bytes(), "files.word");
        xlsx("a web page", "<!DOCTYPE html><html><table>".getBytes(UTF_8), "files.html");
        xlsx("a CSV", "No.,名\n1,あ\n".getBytes(UTF_8), "files.not-xlsx");
        xlsx("nothing", new byte[0], "files.empty");
        xlsx("macros", HandmadeWorkbook.small().with("xl/vbaProject.bin", "x"), "files.macros");
        xlsx("macros by content type", HandmadeWorkbook.small().changed("[Content_Types].xml", "openxmlformats-officedocument.spreadsheetml",
                "ms-excel.sheet.macroEnabled"), "files.macros");
        xlsx("links to other workbooks", HandmadeWorkbook.small().with("xl/externalLinks/externalLink1.xml", "<externalLink/>"),
                "files.external-link");
        for (String target : List.of("file:///etc/passwd", "\\\\host\\share")) {
            xlsx("a hyperlink to " + target, HandmadeWorkbook.small().with("xl/worksheets/_rels/sheet1.xml.rels",
                    HandmadeWorkbook.relations("<Relationship Id=\"rId1\" Type=\"x/hyperlink\" TargetMode=\"External\" Target=\""
                            + target + "\"/>")), "files.external-link");
        }
        xlsx("a hyperlink to a web page", HandmadeWorkbook.small().with("xl/worksheets/_rels/sheet1.xml.rels",
                HandmadeWorkbook.relations("<Relationship Id=\"rId1\" Type=\"x/hyperlink\" TargetMode=\"External\" "
                        + "Target=\"https://www.ismap.go.jp/\"/>")), "read");
    }

    private void xml() {
        String[] doctypes = {
            "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>",
            "<!DOCTYPE x [<!ENTITY % p SYSTEM \"http://169.254.169.254/\"> %p;]>",
            "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;\"><!ENTITY e \"&b;&b;&b;&b;&b;\">]>",
            "<!DOCTYPE x [<!ENTITY e \"" + "a".repeat(100_000) + "\">]>",
        };
        for (int n = 0; n < doctypes.length; n++) {
            xlsx("a document type " + n, HandmadeWorkbook.small().with("xl/sharedStrings.xml",
                    doctypes[n] + "<sst><si><t>" + "&e;".repeat(1_000) + "</t></si></sst>"), "files.xml-dtd");
        }
        xlsx("a document type elsewhere", HandmadeWorkbook.small().changed("[Content_Types].xml", "<Types",
                "<!DOCTYPE Types SYSTEM \"http://example.org/x.dtd\"><Types"), "files.xml-dtd");
        xlsx("an entity without a document type", HandmadeWorkbook.of("<row r=\"1\"><c r=\"A1\" t=\"str\"><v>&x;</v></c></row>"),
                "files.xml-malformed");
        String hidden = "<?xml version=\"1.0\" encoding=\"UTF-16\"?>" + doctypes[0] + "<sst/>";
        xlsx("UTF-16", with(HandmadeWorkbook.small(), "xl/sharedStrings.xml", hidden.getBytes(UTF_16)), "files.xml-encoding");
        xlsx("UTF-32", with(HandmadeWorkbook.small(), "xl/sharedStrings.xml", hidden.getBytes(Charset.forName("UTF-32LE"))),
                "files.xml-encoding");
        xlsx("UTF-7", HandmadeWorkbook.small().with("xl/sharedStrings.xml", "<?xml version=\"1.0\" encoding=\"UTF-7\"?><sst/>"),
                "files.xml-encoding");
        xlsx("nested without end", HandmadeWorkbook.small().with("xl/sharedStrings.xml", "<a>".repeat(100_000)), "files.xml-too-deep");
        var attributes = new StringBuilder("<sst");
        for (int n = 0; n < 300_000; n++) {
            attributes.append(" a").append(n).append("=\"\"");
        }
        xlsx("a million attributes", HandmadeWorkbook.small().with("xl/sharedStrings.xml", attributes + "/>"), "files.xml-malformed");
        xlsx("a very long attribute", with(HandmadeWorkbook.small(), "xl/sharedStrings.xml", longAttribute(), true), "files.memory");
    }

    private void sheets() {
        String shared = "<sst count=\"2147483648\" uniqueCount=\"2147483648\"><si><t>一つ</t></si></sst>";
        xlsx("a false count of strings", HandmadeWorkbook.of("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>")
                .with("xl/sharedStrings.xml", shared), "read");
        for (String index : List.of("1", "-1", "99999999999")) {
            xlsx("the string with index " + index, HandmadeWorkbook.of("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>" + index
                    + "</v></c></row>").with("xl/sharedStrings.xml", shared), "files.bad-cell");
        }
        xlsx("one cell at the far end", HandmadeWorkbook.of("<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>"),
                "files.too-many-columns-of-sheet");
        xlsx("a cell beyond the end", HandmadeWorkbook.of("<row r=\"1\"><c r=\"ZZZZ1\"><v>1</v></c></row>"), "files.bad-cell");
        xlsx("rows that descend", HandmadeWorkbook.of(ITEM.formatted(2, 2) + ITEM.formatted(1, 1)), "files.bad-row-order");
        xlsx("a row twice", HandmadeWorkbook.of(ITEM.formatted(2, 2) + ITEM.formatted(2, 2)), "files.bad-row-order");
        xlsx("a row zero", HandmadeWorkbook.of(ITEM.formatted(0, 1)), "files.bad-row-order");
        var merges = new StringBuilder("<sheetData/><mergeCells>");
        for (int n = 1; n < 20_000; n++) {
            merges.append("<mergeCell ref=\"A").append(n).append(":A").append(n + 1).append("\"/>");
        }
        xlsx("too many merged cells", HandmadeWorkbook.small().sheet(merges + "</mergeCells>"), "files.too-many-merges");
        var sheets = new StringBuilder();
        for (int n = 0; n < 10_000; n++) {
            sheets.append("<sheet name=\"s\" r:id=\"rId1\"/>");
        }
        xlsx("ten thousand sheets", HandmadeWorkbook.small().changed("xl/workbook.xml", "<sheets>", "<sheets>" + sheets),
                "files.too-many-sheets");
        for (String formula : List.of("cmd|'/c calc'!A1", "HYPERLINK(\"http://x\")", "WEBSERVICE(\"http://x\")", "1+1")) {
            xlsx("the formula " + formula, HandmadeWorkbook.of("<row r=\"1\"><c r=\"A1\"><f>" + formula.replace("<", "&lt;")
                    + "</f><v>3</v></c></row>"), "files.formula");
        }
        String dates = "<styleSheet><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>";
        for (String serial : List.of("-1", "0", "60", "9007199254740992", "1e999")) {
            xlsx("the day " + serial, HandmadeWorkbook.of("<row r=\"1\"><c r=\"A1\" s=\"1\"><v>" + serial + "</v></c></row>")
                    .with("xl/styles.xml", dates), "files.bad-date");
        }
        xlsx("a cell of ten million characters", HandmadeWorkbook.of("<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>"
                + random(10_000_000) + "</t></is></c></row>"), "files.cell-of-sheet-too-long");
        xlsx("a row that is hidden", HandmadeWorkbook.of(ITEM.formatted(1, 1).replace("<row ", "<row hidden=\"1\" ")), "files.hidden-row");
        xlsx("a column that is hidden", HandmadeWorkbook.small().sheet("<cols><col min=\"1\" max=\"16384\" hidden=\"1\"/></cols><sheetData>"
                + ITEM.formatted(1, 1) + "</sheetData>"), "files.hidden-column");
        xlsx("sixty thousand rows", manyRows(60_000), "files.too-many-rows");
    }

    private void text() {
        files.add(new Hostile("Shift_JIS said to be UTF-8", Format.CSV, "UTF-8",
                "No.,名\n1,富士通\n".getBytes(TextFile.SHIFT_JIS), "files.encoding-other"));
        files.add(new Hostile("UTF-8 said to be Shift_JIS", Format.TEXT, "windows-31j", "富士通\n".getBytes(UTF_8),
                "files.encoding-other"));
        files.add(new Hostile("UTF-16 said to be UTF-8", Format.CSV, "UTF-8", "No.,名\n".getBytes(UTF_16), "files.encoding-utf16"));
        files.add(new Hostile("neither", Format.CSV, "UTF-8", new byte[] {'a', '\n', (byte) 0xFF, (byte) 0xFF, '\n'},
                "files.encoding-malformed"));
        files.add(new Hostile("another encoding", Format.CSV, "EUC-JP", "a".getBytes(UTF_8), "files.encoding-unknown"));
        files.add(new Hostile("bytes with zeros", Format.TEXT, "UTF-8", new byte[100], "files.binary"));
        files.add(new Hostile("a workbook said to be a CSV", Format.CSV, "UTF-8", HandmadeWorkbook.small().bytes(), "files.is-xlsx"));
        files.add(new Hostile("a quotation without end", Format.CSV, "UTF-8", "a,b\n1,\"x\n".getBytes(UTF_8), "files.csv-malformed"));
        files.add(new Hostile("a line of ten million characters", Format.TEXT, "UTF-8", "x".repeat(10_000_000).getBytes(UTF_8),
                "files.cell-too-long"));
        files.add(new Hostile("a million lines", Format.TEXT, "UTF-8", "x\n".repeat(1_000_000).getBytes(UTF_8),
                "files.too-many-rows"));
        files.add(new Hostile("three hundred columns", Format.CSV, "UTF-8", ",".repeat(300).getBytes(UTF_8),
                "files.too-many-columns"));
        files.add(new Hostile("strange characters", Format.CSV, "UTF-8",
                "\u202Eabc,\u200Bか\u3099,\u0001,\uD842\uDFB7,葛\uDB40\uDD00\n".getBytes(UTF_8), "read"));
        files.add(new Hostile("more than twenty megabytes", Format.TEXT, "UTF-8", new byte[21_000_000], "files.too-large"));
    }

    private static byte[] with(HandmadeWorkbook workbook, String part, byte[] content) {
        return with(workbook, part, content, false);
    }

    private static byte[] with(HandmadeWorkbook workbook, String part, byte[] content, boolean packedLoosely) {
        var zip = workbook.zip();
        var added = zip.add(part, content);
        if (packedLoosely) {
            added.packed = content;
            added.method = 0;
            added.localMethod = 0;
        }
        return zip.bytes();
    }

    private static byte[] longAttribute() {
        var out = new ByteArrayOutputStream();
        out.writeBytes("<sst a=\"".getBytes(UTF_8));
        out.writeBytes("x".repeat(18_000_000).getBytes(UTF_8));
        out.writeBytes("\"/>".getBytes(UTF_8));
        return out.toByteArray();
    }

    /** Text that does not pack well, so that no other guard stops it first. */
    private static String random(int length) {
        var random = new java.util.Random(1);
        var text = new StringBuilder(length);
        for (int n = 0; n < length; n++) {
            text.append((char) ('a' + random.nextInt(26)));
        }
        return text.toString();
    }

    private static HandmadeWorkbook manyRows(int count) {
        var rows = new StringBuilder();
        var random = new java.util.Random(2);
        for (int n = 1; n <= count; n++) {
            rows.append("<row r=\"").append(n).append("\"><c r=\"A").append(n).append("\"><v>").append(random.nextInt(1 << 30))
                    .append("</v></c></row>");
        }
        return HandmadeWorkbook.of(rows.toString());
    }
}
