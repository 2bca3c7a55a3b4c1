// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.files.reading;

import java.util.LinkedHashMap;
import java.util.Map;

/** A workbook written by hand, part by part, so that a test can spoil one part of it. */
final class HandmadeWorkbook {

    static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    final Map<String, String> parts = new LinkedHashMap<>();

    private HandmadeWorkbook() {}

    /** @param rows the content of {@code sheetData} */
    static HandmadeWorkbook of(String rows) {
        var workbook = new HandmadeWorkbook();
        workbook.parts.put("[Content_Types].xml", "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Types "
                + "xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Override PartName=\"/xl/workbook.xml\" "
                + "ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/></Types>");
        workbook.parts.put("_rels/.rels", relations("<Relationship Id=\"rId1\" Type=\"" + RELATIONS
                + "/officeDocument\" Target=\"xl/workbook.xml\"/>"));
        workbook.parts.put("xl/workbook.xml", "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + RELATIONS
                + "\"><sheets><sheet name=\"一覧\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
        workbook.parts.put("xl/_rels/workbook.xml.rels", relations("<Relationship Id=\"rId1\" Type=\"" + RELATIONS
                + "/worksheet\" Target=\"worksheets/sheet1.xml\"/>"));
        workbook.sheet("<sheetData>" + rows + "</sheetData>");
        return workbook;
    }

    static String relations(String inside) {
        return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" + inside
                + "</Relationships>";
    }

    static HandmadeWorkbook small() {
        return of("<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>名</t></is></c></row>");
    }

    HandmadeWorkbook sheet(String inside) {
        parts.put("xl/worksheets/sheet1.xml", "<worksheet xmlns=\"" + MAIN + "\">" + inside + "</worksheet>");
        return this;
    }

    HandmadeWorkbook with(String part, String content) {
        parts.put(part, content);
        return this;
    }

    HandmadeWorkbook changed(String part, String from, String to) {
        parts.computeIfPresent(part, (name, content) -> content.replace(from, to));
        return this;
    }

    RawZip zip() {
        var zip = new RawZip();
        parts.forEach(zip::add);
        return zip;
    }

    byte[] bytes() {
        return zip().bytes();
    }
}
