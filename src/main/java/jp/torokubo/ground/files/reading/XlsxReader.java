// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.files.reading;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import jp.torokubo.ground.files.TableReading.Sheet;
import jp.torokubo.ground.files.TableReading.Unseen;
import jp.torokubo.ground.files.UnreadableFile.Why;

/**
 * The cells of an Excel workbook: strings, numbers and days as they stand there.
 *
 * <p>Reads workbook, shared strings, styles and sheets, and nothing else of the file; follows no link, evaluates no formula.
 */
final class XlsxReader {

    private final ZipParts zip;
    private final BitSet struckStrings = new BitSet();
    private final Unseen unseen;

    private XlsxReader(ZipParts zip, Unseen unseen) {
        this.zip = zip;
        this.unseen = unseen;
    }

    static List<Sheet> read(byte[] file, Unseen unseen) {
        var reader = new XlsxReader(ZipParts.of(file), unseen);
        reader.refuseOtherDocuments();
        reader.refuseLinks();
        return reader.sheets();
    }

    private void refuseOtherDocuments() {
        for (String name : zip.names()) {
            String lower = name.toLowerCase(Locale.ROOT);
            if (lower.endsWith("vbaproject.bin") || lower.startsWith("xl/macrosheets/") || lower.startsWith("xl/dialogsheets/")) {
                throw new Unreadable(Why.MACROS, Map.of("part", name));
            }
            if (lower.startsWith("xl/externallinks/") || lower.equals("xl/connections.xml")) {
                throw new Unreadable(Why.EXTERNAL_LINK, Map.of("part", name));
            }
        }
        if (zip.has("word/document.xml")) {
            throw new Unreadable(Why.WORD);
        }
        if (zip.has("ppt/presentation.xml") || zip.has("content.xml") || zip.has("xl/workbook.bin")) {
            throw new Unreadable(Why.OTHER_OFFICE);
        }
        if (!zip.has("xl/workbook.xml") || !zip.has("[Content_Types].xml")) {
            throw new Unreadable(Why.NOT_XLSX);
        }
        var types = new SafeXml("[Content_Types].xml", zip.unpack("[Content_Types].xml"));
        while (types.nextElement()) {
            String type = types.attribute("ContentType");
            if (type != null && type.contains("macroEnabled")) {
                throw new Unreadable(Why.MACROS, Map.of("part", "[Content_Types].xml"));
            }
        }
    }

    /** A link that a reader clicks may stay, if it leads to a web page; nothing here ever follows it. */
    private void refuseLinks() {
        for (String name : zip.names()) {
            if (!name.endsWith(".rels")) {
                continue;
            }
            var relations = new SafeXml(name, zip.unpack(name));
            while (relations.nextElement()) {
                String type = relations.attribute("Type");
                String target = relations.attribute("Target");
                boolean external = "External".equalsIgnoreCase(relations.attribute("TargetMode"));
                boolean webPage = type != null && type.endsWith("/hyperlink") && target != null
                        && target.matches("(?is)(https?://|mailto:).*");
                if (external && !webPage) {
                    throw new Unreadable(Why.EXTERNAL_LINK, Map.of("part", name));
                }
            }
        }
    }

    private record Place(String name, boolean hidden, String relation) {}

    private List<Sheet> sheets() {
        var places = new ArrayList<Place>();
        boolean from1904 = false;
        var workbook = new SafeXml("xl/workbook.xml", zip.unpack("xl/workbook.xml"));
        while (workbook.nextElement()) {
            if (workbook.is("workbookPr")) {
                from1904 = workbook.isTrue("date1904");
            } else if (workbook.is("sheet")) {
                String name = workbook.attribute("name");
                String state = workbook.attribute("state");
                String relation = workbook.relationId();
                if (name == null || relation == null) {
                    throw new Unreadable(Why.XML_MALFORMED, Map.of("part", "xl/workbook.xml"));
                }
                places.add(new Place(name, state != null && !state.equals("visible"), relation));
                if (places.size() > Limits.SHEETS) {
                    throw new Unreadable(Why.TOO_MANY_SHEETS, Map.of("limit", Limits.SHEETS));
                }
            }
        }
        Map<String, String> parts = relations();
        var formats = zip.has("xl/styles.xml")
                ? NumberFormats.read(zip.unpack("xl/styles.xml"), from1904) : NumberFormats.none(from1904);
        var strings = sharedStrings();
        var rows = new Rows();
        var sheets = new ArrayList<Sheet>();
        for (Place place : places) {
            String part = parts.get(place.relation());
            if (part == null || !zip.has(part)) {
                throw new Unreadable(Why.ZIP_DAMAGED);
            }
            if (part.startsWith("xl/worksheets/")) {
                var reader = new SheetReader(part, place.name(), strings, struckStrings, formats, rows, unseen);
                reader.read(zip.unpack(part));
                sheets.add(new Sheet(place.name(), place.hidden(), rows.take(), reader.merges(), from1904));
            }
        }
        return sheets;
    }

    private Map<String, String> relations() {
        String part = "xl/_rels/workbook.xml.rels";
        Map<String, String> targets = new HashMap<>();
        var relations = new SafeXml(part, zip.unpack(part));
        while (relations.nextElement()) {
            String id = relations.attribute("Id");
            String target = relations.attribute("Target");
            if (id != null && target != null) {
                targets.put(id, target.startsWith("/") ? target.substring(1) : "xl/" + target);
            }
        }
        return targets;
    }

    private List<String> sharedStrings() {
        String part = "xl/sharedStrings.xml";
        if (!zip.has(part)) {
            return List.of();
        }
        var strings = new ArrayList<String>();
        long characters = 0;
        var xml = new SafeXml(part, zip.unpack(part));
        while (xml.nextElement()) {
            if (xml.is("si")) {
                String text = xml.stringItem();
                characters += text.length();
                if (characters > Limits.ALL_CHARACTERS) {
                    throw new Unreadable(Why.TOO_MUCH_TEXT, Map.of("limit", Limits.ALL_CHARACTERS));
                }
                struckStrings.set(strings.size(), xml.wasStruck());
                strings.add(text);
            }
        }
        return strings;
    }
}
