// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.register.importing;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.torokubo.ground.files.TableReading.Row;
import jp.torokubo.ground.refusal.Refusal;
import jp.torokubo.record.register.ImportRefusal;
import jp.torokubo.record.register.RegisterName;
import jp.torokubo.record.register.importing.ReadingOfList.Fault;
import jp.torokubo.record.register.importing.ReadingOfList.Line;
import jp.torokubo.record.register.importing.ReadingOfList.Note;

/**
 * A list as plain text taken out of a document: the table begins under its line of headings; a service begins with its No. and
 * ends with its day, over as many lines as its name needed.
 */
final class TextList {

    private static final Pattern BEGINS = Pattern.compile("^\\s*([0-9０-９]{1,4})[\\s　]+(\\S.*)$");
    private static final Pattern ENDS = Pattern.compile(
            "^(.*?)[\\s　]*((?:[0-9０-９]{4}年|令和[0-9０-９元]{1,2}年)[0-9０-９]{1,2}月[0-9０-９]{1,2}日|[0-9]{4}[-/.][0-9]{1,2}[-/.][0-9]{1,2})\\s*$");
    private static final int LONGEST = 12;

    /** One service on its way: the lines of it that were read so far, joined. */
    private record Entry(Place place, String position, String text, int lines) {}

    private final RegisterName register;
    private final List<Row> rows;
    private final Set<String> knownProviders;
    private final Cleaner cleaner = new Cleaner();
    private final List<Note> notes = new ArrayList<>();

    TextList(RegisterName register, List<Row> rows, Set<String> knownProviders) {
        this.register = register;
        this.rows = rows;
        this.knownProviders = knownProviders;
    }

    ReadingOfList read() {
        var entries = entries();
        var split = new NameAndProvider(knownProviders);
        entries.forEach(entry -> withoutDay(entry).ifPresent(split::learn));
        var lines = new ArrayList<Line>();
        int expected = 1;
        for (Entry entry : entries) {
            lines.add(line(entry, split, expected));
            expected = Integer.parseInt(entry.position()) + 1;
        }
        return new ReadingOfList(lines, cleaner.changes(), List.of(), notes);
    }

    private List<Entry> entries() {
        var entries = new ArrayList<Entry>();
        boolean inTable = false;
        Entry open = null;
        for (Row row : rows) {
            var place = new Place("", row.number());
            String raw = row.cells().get(0);
            String line = cleaner.clean(place, "", raw);
            // the space at a line's end, which cleaning takes away, says that a word ended there
            String spaced = raw.endsWith(" ") || raw.endsWith("　") ? line + " " : line;
            if (!inTable) {
                inTable = isHeading(line);
                continue;
            }
            if (line.isEmpty() || isHeading(line)) {
                continue;
            }
            Matcher begins = BEGINS.matcher(line);
            boolean next = begins.matches() && (open == null || isNumber(begins.group(1), Integer.parseInt(open.position()) + 1));
            if (open != null && !next) {
                open = new Entry(open.place(), open.position(), cleaner.join(place, "", open.text(), spaced), open.lines() + 1);
            } else if (begins.matches()) {
                if (open != null) {
                    entries.add(open);
                }
                String rest = spaced.substring(spaced.indexOf(begins.group(2)));
                open = new Entry(place, plainNumber(begins.group(1)), rest, 1);
            } else {
                notes.add(new Note(place, line));
                if (line.startsWith("（出典）") || line.startsWith("(出典)")) {
                    break;
                }
                continue;
            }
            if (ENDS.matcher(open.text()).matches() || open.lines() >= LONGEST) {
                entries.add(open);
                open = null;
            }
        }
        if (open != null) {
            entries.add(open);
        }
        if (!inTable) {
            throw new PublishedListReader.Stop(new ImportRefusal.NoHeading("No. クラウドサービス名 申請者 登録日"));
        }
        return entries;
    }

    private Line line(Entry entry, NameAndProvider split, int expected) {
        if (!entry.position().equals(String.valueOf(expected))) {
            return refused(entry, new ImportRefusal.OutOfTurn(String.valueOf(expected), entry.position()));
        }
        Matcher ends = ENDS.matcher(entry.text());
        if (!ends.matches()) {
            return refused(entry, new ImportRefusal.NoDayAtEnd(shortened(entry.text())));
        }
        Optional<NameAndProvider.Pair> pair = split.split(ends.group(1));
        if (pair.isEmpty()) {
            return refused(entry, new ImportRefusal.WhoseName(shortened(ends.group(1))));
        }
        Map<Column, String> cells = new EnumMap<>(Column.class);
        cells.put(Column.POSITION, entry.position());
        cells.put(Column.NAME, pair.get().name());
        cells.put(Column.PROVIDER, pair.get().provider());
        cells.put(Column.REGISTERED_ON, ends.group(2));
        return RowReader.read(register, entry.place(), cells);
    }

    private static Line refused(Entry entry, Refusal why) {
        return new Line(entry.place(), entry.position(), null, List.of(Fault.of("", shortened(entry.text()), why)));
    }

    private static Optional<String> withoutDay(Entry entry) {
        Matcher ends = ENDS.matcher(entry.text());
        return ends.matches() ? Optional.of(ends.group(1)) : Optional.empty();
    }

    /** Three headings on one line: service, applicant, day. */
    private static boolean isHeading(String line) {
        return line.length() < 100 && line.contains("サービス") && line.contains("登録日")
                && (line.contains("申請者") || line.contains("事業者"));
    }

    private static boolean isNumber(String text, int number) {
        return plainNumber(text).equals(String.valueOf(number));
    }

    private static String plainNumber(String text) {
        return String.valueOf(Integer.parseInt(jp.torokubo.ground.japanese.Digits.of(text)));
    }

    private static String shortened(String text) {
        return text.length() <= 200 ? text : text.substring(0, 200) + "…";
    }
}
