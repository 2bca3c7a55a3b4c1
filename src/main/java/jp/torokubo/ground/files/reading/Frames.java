// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.files.reading;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.torokubo.ground.files.TableReading.Mark;
import jp.torokubo.ground.files.TableReading.Merge;
import jp.torokubo.ground.files.TableReading.Result;
import jp.torokubo.ground.files.TableReading.Row;
import jp.torokubo.ground.files.TableReading.Sheet;
import jp.torokubo.ground.files.UnreadableFile;

/**
 * How rows travel from the child to its parent: a letter, then lengths and UTF-8.
 *
 * <p>The parent does not trust the child either: it bounds every length, and takes nothing that lacks its end frame.
 */
final class Frames {

    private static final int SHEET = 'S';
    private static final int ROW = 'R';
    private static final int MERGES = 'M';
    private static final int REFUSED = 'X';
    private static final int END = 'E';
    private static final int LONGEST = Limits.CELL_CHARACTERS * 4;

    private Frames() {}

    static void write(DataOutputStream out, List<Sheet> sheets) throws IOException {
        for (Sheet sheet : sheets) {
            out.writeByte(SHEET);
            text(out, sheet.name());
            out.writeBoolean(sheet.hidden());
            out.writeBoolean(sheet.from1904());
            merges(out, sheet.merges());
            for (Row row : sheet.rows()) {
                out.writeByte(ROW);
                out.writeInt(row.number());
                out.writeInt(row.cells().size());
                for (String cell : row.cells()) {
                    text(out, cell);
                }
                out.writeInt(row.marks().size());
                for (var mark : row.marks().entrySet()) {
                    out.writeInt(mark.getKey());
                    text(out, mark.getValue().name());
                }
            }
        }
        out.writeByte(END);
        out.flush();
    }

    static void write(DataOutputStream out, UnreadableFile refusal) throws IOException {
        out.writeByte(REFUSED);
        text(out, refusal.code());
        out.writeInt(refusal.facts().size());
        for (var fact : refusal.facts().entrySet()) {
            text(out, fact.getKey());
            out.writeBoolean(fact.getValue() instanceof Number);
            text(out, fact.getValue().toString());
        }
        out.flush();
    }

    static Result read(DataInputStream in) throws IOException {
        var sheets = new ArrayList<Sheet>();
        List<Row> rows = List.of();
        List<Merge> merges = List.of();
        while (true) {
            int frame = in.readByte();
            switch (frame) {
                case SHEET -> {
                    rows = new ArrayList<>();
                    merges = new ArrayList<>();
                    sheets.add(sheet(in, rows, merges));
                    bound(sheets.size(), Limits.SHEETS);
                }
                case ROW -> {
                    rows.add(new Row(in.readInt(), cells(in), marks(in)));
                    bound(rows.size(), Limits.ROWS);
                }
                case MERGES -> {
                    int size = bound(in.readInt(), Limits.ALL_MERGES);
                    for (int n = 0; n < size; n++) {
                        merges.add(new Merge(in.readInt(), in.readInt(), in.readInt(), in.readInt()));
                    }
                    bound(merges.size(), Limits.ALL_MERGES);
                }
                case REFUSED -> {
                    return refusal(in);
                }
                case END -> {
                    return new Result.Read(sheets.stream()
                            .map(sheet -> new Sheet(
                                    sheet.name(), sheet.hidden(), List.copyOf(sheet.rows()), List.copyOf(sheet.merges()), sheet.from1904()))
                            .toList());
                }
                default -> throw new IOException("unknown frame " + frame);
            }
        }
    }

    private static Sheet sheet(DataInputStream in, List<Row> rows, List<Merge> merges) throws IOException {
        String name = text(in);
        boolean hidden = in.readBoolean();
        return new Sheet(name, hidden, rows, merges, in.readBoolean());
    }

    private static Result refusal(DataInputStream in) throws IOException {
        String code = text(in);
        int size = bound(in.readInt(), 20);
        Map<String, Object> facts = new LinkedHashMap<>();
        for (int n = 0; n < size; n++) {
            String name = text(in);
            boolean number = in.readBoolean();
            String value = text(in);
            facts.put(name, number ? (Object) Long.valueOf(value) : value);
        }
        return UnreadableFile.of(code, facts).<Result>map(Result.Refused::new)
                .orElseThrow(() -> new IOException("unknown refusal " + code));
    }

    private static void merges(DataOutputStream out, List<Merge> merges) throws IOException {
        out.writeByte(MERGES);
        out.writeInt(merges.size());
        for (Merge merge : merges) {
            out.writeInt(merge.firstRow());
            out.writeInt(merge.firstColumn());
            out.writeInt(merge.lastRow());
            out.writeInt(merge.lastColumn());
        }
    }

    private static Map<Integer, Mark> marks(DataInputStream in) throws IOException {
        int size = bound(in.readInt(), Limits.COLUMNS);
        Map<Integer, Mark> marks = new HashMap<>();
        for (int n = 0; n < size; n++) {
            int column = in.readInt();
            String name = text(in);
            marks.put(column, Arrays.stream(Mark.values()).filter(mark -> mark.name().equals(name)).findFirst()
                    .orElseThrow(() -> new IOException("unknown mark " + name)));
        }
        return Map.copyOf(marks);
    }

    private static List<String> cells(DataInputStream in) throws IOException {
        int size = bound(in.readInt(), Limits.COLUMNS);
        var cells = new ArrayList<String>(size);
        for (int n = 0; n < size; n++) {
            cells.add(text(in));
        }
        return List.copyOf(cells);
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String text(DataInputStream in) throws IOException {
        byte[] bytes = new byte[bound(in.readInt(), LONGEST)];
        in.readFully(bytes);
        return new String(bytes, UTF_8);
    }

    private static int bound(int length, int most) throws IOException {
        if (length < 0 || length > most) {
            throw new IOException("length " + length + " is not within " + most);
        }
        return length;
    }
}
