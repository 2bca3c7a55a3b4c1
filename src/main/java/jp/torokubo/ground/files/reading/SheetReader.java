// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.files.reading;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.stream.XMLStreamConstants;
import jp.torokubo.ground.files.TableReading.Mark;
import jp.torokubo.ground.files.TableReading.Merge;
import jp.torokubo.ground.files.TableReading.Unseen;
import jp.torokubo.ground.files.UnreadableFile.Why;
import org.jspecify.annotations.Nullable;

/**
 * One sheet of a workbook.
 *
 * <p>What a person does not see when he opens the sheet is not read behind his back: a hidden row or column that holds
 * something is a refusal. So is a formula, whose cached value nobody has checked. Whoever asks for it gets such cells with a
 * mark instead.
 */
final class SheetReader {

    private final String part;
    private final String sheet;
    private final List<String> strings;
    private final BitSet struckStrings;
    private final NumberFormats formats;
    private final Rows rows;
    private final BitSet hiddenColumns = new BitSet();
    private final Unseen unseen;
    private final TreeMap<Integer, List<String>> cells = new TreeMap<>();
    private final Map<Integer, Map<Integer, Mark>> marks = new HashMap<>();
    private final List<Merge> merges = new ArrayList<>();
    private final Map<CellName, Integer> tallMerges = new HashMap<>();
    private long characters;

    SheetReader(
            String part, String sheet, List<String> strings, BitSet struckStrings, NumberFormats formats, Rows rows, Unseen unseen) {
        this.part = part;
        this.sheet = sheet;
        this.strings = strings;
        this.struckStrings = struckStrings;
        this.formats = formats;
        this.rows = rows;
        this.unseen = unseen;
    }

    List<Merge> merges() {
        return List.copyOf(merges);
    }

    void read(byte[] bytes) {
        var xml = new SafeXml(part, bytes);
        int last = 0;
        while (xml.nextElement()) {
            if (xml.is("col")) {
                hide(xml);
            } else if (xml.is("row")) {
                last = row(xml, last);
            } else if (xml.is("mergeCell")) {
                merge(xml.attribute("ref"));
            }
        }
        fillMerges();
        cells.forEach((number, values) -> rows.add(number, values, marks.getOrDefault(number, Map.of())));
    }

    private void hide(SafeXml xml) {
        if (xml.isTrue("hidden")) {
            int from = number(xml.attribute("min"));
            int to = Math.min(number(xml.attribute("max")), Limits.COLUMNS + 1);
            if (from >= 1 && from <= to) {
                hiddenColumns.set(from - 1, to);
            }
        }
    }

    private int row(SafeXml xml, int last) {
        String said = xml.attribute("r");
        int number = said == null ? last + 1 : number(said);
        if (number <= last) {
            throw new Unreadable(Why.BAD_ROW_ORDER, Map.of("sheet", sheet, "row", number));
        }
        boolean hidden = xml.isTrue("hidden");
        var values = new ArrayList<String>();
        int lastColumn = -1;
        while (true) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT && xml.is("row")) {
                break;
            }
            if (event == XMLStreamConstants.START_ELEMENT && xml.is("c")) {
                lastColumn = cell(xml, number, lastColumn, values);
            }
        }
        if (values.isEmpty()) {
            return number;
        }
        if (hidden) {
            unseen(new Unreadable(Why.HIDDEN_ROW, Map.of("sheet", sheet, "row", number)));
            for (int column = 0; column < values.size(); column++) {
                mark(number, column, Mark.HIDDEN);
            }
        }
        if (number > Limits.ROWS) {
            throw new Unreadable(Why.TOO_MANY_ROWS, Map.of("limit", Limits.ROWS));
        }
        cells.put(number, values);
        return number;
    }

    private int cell(SafeXml xml, int row, int lastColumn, List<String> values) {
        String said = xml.attribute("r");
        var name = said == null ? new CellName(row, lastColumn + 1) : CellName.of(said);
        if (name.row() != row || name.column() <= lastColumn) {
            throw new Unreadable(Why.BAD_CELL, Map.of("cell", String.valueOf(said)));
        }
        String value = value(xml, name);
        if (value.isEmpty() && !marks.getOrDefault(row, Map.of()).containsKey(name.column())) {
            return name.column();
        }
        if (name.column() >= Limits.COLUMNS) {
            throw new Unreadable(Why.TOO_MANY_COLUMNS_OF_SHEET, at(name, "limit", Limits.COLUMNS));
        }
        if (hiddenColumns.get(name.column())) {
            unseen(new Unreadable(Why.HIDDEN_COLUMN, Map.of("sheet", sheet, "column", CellName.column(name.column()))));
            mark(row, name.column(), Mark.HIDDEN);
        }
        characters += value.length();
        if (value.length() > Limits.CELL_CHARACTERS) {
            throw new Unreadable(Why.CELL_OF_SHEET_TOO_LONG, at(name, "limit", Limits.CELL_CHARACTERS));
        }
        if (characters > Limits.ALL_CHARACTERS) {
            throw new Unreadable(Why.TOO_MUCH_TEXT, Map.of("limit", Limits.ALL_CHARACTERS));
        }
        while (values.size() < name.column()) {
            values.add("");
        }
        values.add(value);
        return name.column();
    }

    private void unseen(Unreadable refusal) {
        if (unseen == Unseen.REFUSED) {
            throw refusal;
        }
    }

    private void mark(int row, int column, Mark mark) {
        marks.computeIfAbsent(row, number -> new HashMap<>())
                .merge(column, mark, (one, other) -> one.compareTo(other) > 0 ? one : other);
    }

    private String value(SafeXml xml, CellName name) {
        String kind = xml.attribute("t");
        String style = xml.attribute("s");
        @Nullable String plain = null;
        String inline = "";
        boolean calculated = false;
        while (true) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT && xml.is("c")) {
                break;
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                if (xml.is("f")) {
                    unseen(new Unreadable(Why.FORMULA, at(name)));
                    calculated = true;
                } else if (xml.is("v")) {
                    plain = xml.content();
                } else if (xml.is("is")) {
                    inline = xml.stringItem();
                }
            }
        }
        boolean struck = formats.strikeAny() && formats.isStruck(number(style));
        if ("inlineStr".equals(kind)) {
            return text(inline, struck || xml.wasStruck(), name);
        }
        boolean none = plain == null || plain.isEmpty();
        // a text of no characters is a value; without a kind there is none, and nobody knows what a person would see
        if (calculated && !(none && plain != null && "str".equals(kind))) {
            mark(name.row(), name.column(), Mark.FORMULA);
        }
        if (none) {
            return "";
        }
        return switch (kind == null ? "n" : kind) {
            case "s" -> text(shared(plain, name), struck || struckStrings.get(number(plain)), name);
            case "str", "e" -> text(plain, struck, name);
            case "b" -> plain.equals("1") ? "TRUE" : "FALSE";
            case "d" -> plain;
            case "n" -> number(plain, formats.isDay(number(style)), name);
            default -> throw new Unreadable(Why.BAD_CELL, Map.of("cell", CellName.column(name.column()) + name.row()));
        };
    }

    private String shared(String index, CellName name) {
        int at = number(index);
        if (at < 0 || at >= strings.size()) {
            throw new Unreadable(Why.BAD_CELL, Map.of("cell", CellName.column(name.column()) + name.row()));
        }
        return strings.get(at);
    }

    private String text(String text, boolean struck, CellName name) {
        if (struck && !text.isEmpty()) {
            mark(name.row(), name.column(), Mark.STRUCK);
        }
        return text;
    }

    private String number(String text, boolean day, CellName name) {
        if (text.length() > 40 || !text.matches("[+-]?[0-9]*\\.?[0-9]*([eE][+-]?[0-9]{1,3})?")) {
            throw new Unreadable(Why.BAD_CELL, Map.of("cell", CellName.column(name.column()) + name.row()));
        }
        BigDecimal value;
        try {
            value = new BigDecimal(text);
        } catch (NumberFormatException notANumber) {
            throw new Unreadable(Why.BAD_CELL, Map.of("cell", CellName.column(name.column()) + name.row()));
        }
        if (day) {
            var found = formats.day(value);
            if (found.isPresent()) {
                mark(name.row(), name.column(), Mark.DAY);
                return found.get();
            }
            // a number under a format of days, 0 say, is shown as signs without meaning: whoever asked for marks sees the number
            unseen(new Unreadable(Why.BAD_DATE, at(name, "value", value.toString())));
        }
        mark(name.row(), name.column(), Mark.NUMBER);
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    /** A value that stands beside several rows holds for each of them; a title across columns stays where it is. */
    private void merge(@Nullable String reference) {
        String[] ends = reference == null ? new String[0] : reference.split(":", 2);
        if (ends.length != 2) {
            throw new Unreadable(Why.BAD_CELL, Map.of("cell", String.valueOf(reference)));
        }
        var from = CellName.of(ends[0]);
        var to = CellName.of(ends[1]);
        if (to.row() > from.row()) {
            tallMerges.put(from, to.row());
        }
        if (tallMerges.size() > Limits.MERGES) {
            throw new Unreadable(Why.TOO_MANY_MERGES, Map.of("limit", Limits.MERGES));
        }
        merges.add(new Merge(from.row(), from.column(), to.row(), to.column()));
        if (merges.size() > Limits.ALL_MERGES) {
            throw new Unreadable(Why.TOO_MANY_MERGES, Map.of("limit", Limits.ALL_MERGES));
        }
    }

    private void fillMerges() {
        tallMerges.forEach((from, lastRow) -> {
            var top = cells.get(from.row());
            if (top == null || top.size() <= from.column()) {
                return;
            }
            String value = top.get(from.column());
            for (var below : cells.subMap(from.row(), false, lastRow, true).values()) {
                while (below.size() <= from.column()) {
                    below.add("");
                }
                if (below.get(from.column()).isEmpty()) {
                    below.set(from.column(), value);
                }
            }
        });
    }

    private Map<String, Object> at(CellName name) {
        return Map.of("sheet", sheet, "row", name.row(), "column", CellName.column(name.column()));
    }

    private Map<String, Object> at(CellName name, String fact, Object value) {
        return Map.of("sheet", sheet, "row", name.row(), "column", CellName.column(name.column()), fact, value);
    }

    private static int number(@Nullable String text) {
        return text != null && text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : -1;
    }
}
