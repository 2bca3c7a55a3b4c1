// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.criteria.importing;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import jp.torokubo.ground.files.TableReading.Mark;
import jp.torokubo.ground.files.TableReading.Row;
import jp.torokubo.ground.files.TableReading.Sheet;
import jp.torokubo.ground.refusal.Refusal;
import jp.torokubo.record.criteria.CriteriaImportRefusal;
import jp.torokubo.record.criteria.ListKind;
import jp.torokubo.record.criteria.importing.ReadingOfWorkbook.ColumnUse;
import jp.torokubo.record.criteria.importing.ReadingOfWorkbook.Fate;
import jp.torokubo.record.criteria.importing.ReadingOfWorkbook.Named;
import jp.torokubo.record.criteria.importing.ReadingOfWorkbook.Note;
import jp.torokubo.record.criteria.importing.ReadingOfWorkbook.Place;
import jp.torokubo.record.criteria.importing.ReadingOfWorkbook.Problem;
import jp.torokubo.record.criteria.importing.ReadingOfWorkbook.SheetUse;
import org.jspecify.annotations.Nullable;

/**
 * Reads a list that names controls: by their standing in it, by a mark beside them, or with what they are mapped to.
 *
 * <p>A cell may name several controls, or map to several places: each pair counts.
 */
public final class ListWorkbookReader {

    private static final Pattern SP800_53 = Pattern.compile("[A-Z]{2}-\\d{1,2}(?:\\s*\\(\\d{1,2}\\))*");
    private static final Pattern COMMON_STANDARDS =
            Pattern.compile("\\d{1,2}\\.\\d{1,2}(?:\\.\\d{1,2})?(?:\\s*[(-]\\s*[0-9a-zA-Zア-ンⅰ-ⅹ]{1,3}\\s*\\)?)*");
    private static final Pattern BETWEEN = Pattern.compile("[\\s,、;；/／・]*");
    private static final Pattern YES = Pattern.compile("[○〇●◯◎✓✔☑レ1１]|有|該当|対象|はい|Yes|yes|Y|y");
    private static final Pattern NO = Pattern.compile("[-‐–−ー―—×✕✗0０]|無|なし|対象外|非該当|いいえ|No|no|N|n");
    private static final int MOST_ROWS = 60_000;

    private ListWorkbookReader() {}

    /** @param known identifiers of the edition the list is for */
    public static ReadingOfWorkbook read(List<Sheet> sheets, ListKind kind, KnownIds known) {
        var cells = new IdCells(known, KnownIds.none());
        var lists = sheets.stream().map(sheet -> new OneSheet(new Grid(oneIdentifierInEachRow(sheet)), cells, kind)).toList();
        var chosen = chosen(lists, kind);
        var problems = new ArrayList<Problem>();
        var notes = new ArrayList<Note>();
        var named = new TreeMap<String, Named>(Comparator.<String>naturalOrder());
        if (chosen == null) {
            var names = lists.stream().filter(OneSheet::isList).map(OneSheet::name).toList();
            problems.add(Problem.of(new Place(names.get(0), 1), "", String.join("、", names), null,
                    new CriteriaImportRefusal.SheetsUndecided(String.join("、", names))));
        } else {
            chosen.forEach(list -> {
                problems.addAll(list.problems);
                notes.addAll(list.notes);
                list.named.forEach(one -> named.putIfAbsent(one.id() + "\t" + one.value(), one));
            });
        }
        var uses = lists.stream().map(list -> list.use(chosen != null && chosen.contains(list))).toList();
        var sorted = named.values().stream().sorted(Comparator.comparing(Named::id, NaturalOrder.IDS).thenComparing(Named::value)).toList();
        return new ReadingOfWorkbook(List.of(), sorted, List.copyOf(problems), uses, List.copyOf(notes));
    }

    /** @return null where several sheets could be it */
    private static @Nullable List<OneSheet> chosen(List<OneSheet> lists, ListKind kind) {
        var possible = lists.stream().filter(OneSheet::isList).toList();
        if (kind == ListKind.SP800_53 || kind == ListKind.COMMON_STANDARDS) {
            return possible;
        }
        List<Predicate<OneSheet>> better = List.of(
                list -> words(kind).matcher(Words.heading(list.name())).find(), list -> list.markColumn != null, list -> true);
        for (var isBetter : better) {
            var best = possible.stream().filter(isBetter).toList();
            if (!best.isEmpty()) {
                return best.size() == 1 || best.stream().allMatch(list -> list.markColumn != null) ? best : null;
            }
        }
        return List.of();
    }

    private static Pattern words(ListKind kind) {
        return Pattern.compile(switch (kind) {
            case IMPORTANT -> "主たる監査|重要|important|key";
            case LIU_AUDITED -> "liu|低影響|lowimpact";
            case SP800_53 -> "nist|800-53|sp800";
            case COMMON_STANDARDS -> "統一基準|commonstandard";
        });
    }

    private static Sheet oneIdentifierInEachRow(Sheet sheet) {
        var rows = new ArrayList<Row>();
        for (Row row : sheet.rows()) {
            var open = new ArrayList<>(List.of(row));
            for (int column = 0; column < row.cells().size(); column++) {
                String cell = row.cells().get(column);
                if (!WrittenId.severalIn(cell)) {
                    continue;
                }
                int at = column;
                var divided = new ArrayList<Row>();
                for (Row one : open) {
                    for (String part : Normalizer.normalize(cell, Normalizer.Form.NFKC).split("[\\s,、;；/及とび]+")) {
                        if (!part.isBlank()) {
                            var cells = new ArrayList<>(one.cells());
                            cells.set(at, part);
                            divided.add(new Row(one.number(), cells, one.marks()));
                        }
                    }
                }
                open = divided;
            }
            rows.addAll(open);
            if (rows.size() > MOST_ROWS) {
                break;
            }
        }
        return new Sheet(sheet.name(), sheet.hidden(), rows, sheet.merges(), sheet.from1904());
    }

    /** One sheet as a list. */
    private static final class OneSheet {

        private final Grid grid;
        private final IdCells cells;
        private final ListKind kind;
        private final Map<Integer, List<String>> headings = new TreeMap<>();
        private final List<Named> named = new ArrayList<>();
        private final List<Problem> problems = new ArrayList<>();
        private final List<Note> notes = new ArrayList<>();
        private final List<Integer> valueColumns = new ArrayList<>();
        private @Nullable Integer markColumn;
        private boolean undecided;
        private IdColumns ids;

        OneSheet(Grid grid, IdCells cells, ListKind kind) {
            this.grid = grid;
            this.cells = cells;
            this.kind = kind;
            var finder = new IdColumns.Finder(grid, cells, IdColumns.Said.NOTHING);
            this.ids = finder.find(column -> Heading.SAYS_NOTHING);
            findHeadings();
            this.ids = finder.find(this::heading);
            if (ids.isEmpty()) {
                if (!ids.undecided().isEmpty()) {
                    String columns = letters(ids.undecided());
                    problem(ids.firstRow(), "", columns, new CriteriaImportRefusal.IdColumnsUndecided(columns));
                    undecided = true;
                }
                return;
            }
            findColumns();
            if (!undecided) {
                IntStream.range(ids.firstRow(), grid.height()).forEach(this::row);
                sayColumnsNotCalculated();
            }
        }

        String name() {
            return grid.name();
        }

        boolean isList() {
            return !grid.isHidden() && (!named.isEmpty() || undecided || !problems.isEmpty());
        }

        SheetUse use(boolean read) {
            var uses = new LinkedHashMap<Integer, String>();
            ids.columns().forEach(column -> uses.put(column, "id"));
            valueColumns.forEach(column -> uses.put(column, "value"));
            if (markColumn != null) {
                uses.put(markColumn, "mark");
            }
            Fate fate = grid.isHidden() ? Fate.HIDDEN : undecided ? Fate.UNDECIDED : ids.isEmpty() ? Fate.NO_IDS
                    : named.isEmpty() ? Fate.NO_WORDS : read ? Fate.READ : Fate.SET_ASIDE;
            return new SheetUse(grid.name(), fate, uses.entrySet().stream().sorted(Map.Entry.comparingByKey())
                    .map(use -> new ColumnUse(Grid.letters(use.getKey()), String.join(" / ", headings.getOrDefault(use.getKey(), List.of())), use.getValue()))
                    .toList(), (int) named.stream().map(Named::id).distinct().count(), 0);
        }

        private void findHeadings() {
            for (int row = ids.firstRow() - 1; row >= 0 && row >= ids.firstRow() - 3; row--) {
                for (int column = 0; column < grid.width(); column++) {
                    String words = grid.heading(row, column);
                    if (!words.isEmpty()) {
                        headings.computeIfAbsent(column, none -> new ArrayList<>()).add(words);
                    }
                }
            }
        }

        /** ISMAP's own numbers are never those of another text, whatever else the heading says. */
        private Heading heading(int column) {
            var above = headings.getOrDefault(column, List.of());
            boolean ours = !above.isEmpty() && Words.heading(above.get(0)).matches(".*(ismap|管理基準|管理策).*")
                    && !Words.heading(above.get(0)).matches(".*(統一基準|nist|800-53).*");
            return ours ? Heading.TEXT : Heading.of(above);
        }

        private void findColumns() {
            var marks = new ArrayList<Integer>();
            for (int column = 0; column < grid.width(); column++) {
                if (ids.columns().contains(column)) {
                    continue;
                }
                int here = column;
                var own = IntStream.range(ids.firstRow(), grid.height()).mapToObj(row -> grid.at(row, here))
                        .filter(Grid.Cell::isOwn).map(cell -> Normalizer.normalize(cell.text(), Normalizer.Form.NFKC).strip()).toList();
                if (own.isEmpty()) {
                    continue;
                }
                var form = kind == ListKind.SP800_53 ? SP800_53 : COMMON_STANDARDS;
                boolean mapping = kind == ListKind.SP800_53 || kind == ListKind.COMMON_STANDARDS;
                long fitting = own.stream().filter(cell -> form.matcher(cell).lookingAt()).count();
                if (mapping && fitting * 2 >= own.size()) {
                    valueColumns.add(column);
                }
                boolean mark = own.stream().allMatch(cell -> YES.matcher(cell).matches() || NO.matcher(cell).matches())
                        && own.stream().anyMatch(cell -> YES.matcher(cell).matches());
                if (!mapping && mark) {
                    marks.add(column);
                }
            }
            decideValues();
            decideMarks(marks);
        }

        private void decideValues() {
            if (valueColumns.size() > 1) {
                var spoken = valueColumns.stream().filter(this::speaksOfKind).toList();
                if (spoken.size() == 1) {
                    valueColumns.retainAll(spoken);
                } else {
                    problem(ids.firstRow(), "", letters(valueColumns), new CriteriaImportRefusal.MarkColumnsUndecided(letters(valueColumns)));
                    undecided = true;
                }
            }
        }

        private void decideMarks(List<Integer> marks) {
            var spoken = marks.stream().filter(this::speaksOfKind).toList();
            if (marks.size() == 1 || spoken.size() == 1) {
                markColumn = spoken.size() == 1 ? spoken.get(0) : marks.get(0);
            } else if (!marks.isEmpty()) {
                problem(ids.firstRow(), "", letters(marks), new CriteriaImportRefusal.MarkColumnsUndecided(letters(marks)));
                undecided = true;
            }
        }

        private boolean speaksOfKind(int column) {
            return headings.getOrDefault(column, List.of()).stream().anyMatch(words -> words(kind).matcher(Words.heading(words)).find());
        }

        private void row(int row) {
            var level = ids.deepest();
            for (var other : ids.levels()) {
                var id = other.ids()[row];
                boolean silent = level.ids()[row] != null && other != level;
                if (id != null && !silent) {
                    name(row, other.column(), id);
                    return;
                }
                var cell = grid.at(row, other.column());
                if (cell.isThere() && other.columns().size() == 1) {
                    cells.read(cell).why().ifPresent(why -> problem(row, Grid.letters(other.column()), grid.raw(row, other.column()), why));
                }
            }
            if (grid.at(row, level.column()).repeats()) {
                nameAgain(row, level);
            }
        }

        /** One of them may be the column that says which controls are meant. */
        private void sayColumnsNotCalculated() {
            grid.notCalculated(ids, column -> valueColumns.contains(column) || Objects.equals(markColumn, column)).forEach((column, rows) ->
                    problem(rows.get(0), Grid.letters(column), String.join(" / ", headings.getOrDefault(column, List.of())),
                            new CriteriaImportRefusal.ColumnNotCalculated(rows.size())));
        }

        /** More values beside a merged identifier. */
        private void nameAgain(int row, IdColumns.Level level) {
            for (int above = row - 1; above >= 0; above--) {
                var id = level.ids()[above];
                if (id != null) {
                    name(row, level.column(), id);
                    return;
                }
            }
        }

        private void name(int row, int column, WrittenId id) {
            if (markColumn != null && grid.at(row, markColumn).isNotCalculated()) {
                problem(row, Grid.letters(markColumn), "", new CriteriaImportRefusal.CellNotCalculated(id.id()));
                return;
            }
            if (markColumn != null && !YES.matcher(Normalizer.normalize(grid.at(row, markColumn).text(), Normalizer.Form.NFKC).strip()).matches()) {
                return;
            }
            var start = cells.started(row, column, id);
            if (!start.isRead()) {
                problem(row, Grid.letters(column), grid.raw(row, column), Objects.requireNonNull(start.why()));
                return;
            }
            String ours = Objects.requireNonNull(start.id());
            var place = new Place(grid.name(), grid.number(row));
            if (valueColumns.isEmpty()) {
                if (kind == ListKind.IMPORTANT || kind == ListKind.LIU_AUDITED) {
                    named.add(new Named(ours, "", start.known(), place));
                }
                return;
            }
            for (int values : valueColumns) {
                var cell = grid.at(row, values);
                if (cell.isNotCalculated()) {
                    problem(row, Grid.letters(values), "", new CriteriaImportRefusal.CellNotCalculated(ours));
                } else if (cell.is(Mark.FORMULA) || cell.is(Mark.DAY) || Words.isBroken(cell.text())) {
                    problem(row, Grid.letters(values), cell.text(), new CriteriaImportRefusal.ValueIsSpoiled(ours));
                } else if (!cell.isBlank() && !NO.matcher(cell.text()).matches()) {
                    values(cell.text()).forEach(value -> named.add(new Named(ours, value, start.known(), place)));
                }
            }
        }

        /** Several where the cell holds nothing but several; otherwise the cell as it stands. */
        private List<String> values(String cell) {
            var matcher = (kind == ListKind.SP800_53 ? SP800_53 : COMMON_STANDARDS).matcher(Normalizer.normalize(cell, Normalizer.Form.NFKC));
            var found = matcher.results().map(match -> match.group().replaceAll("\\s", "")).toList();
            return !found.isEmpty() && BETWEEN.matcher(matcher.replaceAll("")).matches() ? found : List.of(cell.strip());
        }

        private void problem(int row, String column, String value, Refusal why) {
            problems.add(Problem.of(new Place(grid.name(), grid.height() == 0 ? 1 : grid.number(row)), column, value, null, why));
        }

        private static String letters(List<Integer> columns) {
            return String.join("、", columns.stream().map(Grid::letters).toList());
        }
    }
}
