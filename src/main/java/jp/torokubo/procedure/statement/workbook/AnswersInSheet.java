// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.workbook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import jp.torokubo.ground.files.TableReading;
import jp.torokubo.ground.files.TableReading.Mark;
import jp.torokubo.ground.files.TableReading.Sheet;
import jp.torokubo.ground.refusal.Refusal;
import jp.torokubo.procedure.statement.AnswerRules;
import jp.torokubo.procedure.statement.StatementId;
import jp.torokubo.procedure.statement.WorkbookRefusal;
import jp.torokubo.procedure.statement.workbook.WorkbookReading.ColumnUse;
import jp.torokubo.procedure.statement.workbook.WorkbookReading.Fate;
import jp.torokubo.procedure.statement.workbook.WorkbookReading.Note;
import jp.torokubo.procedure.statement.workbook.WorkbookReading.Place;
import jp.torokubo.procedure.statement.workbook.WorkbookReading.Problem;
import jp.torokubo.procedure.statement.workbook.WorkbookReading.SheetUse;
import jp.torokubo.record.criteria.ControlsInSheet;
import jp.torokubo.record.criteria.ControlsInSheet.Named;
import jp.torokubo.record.criteria.CriteriaImportRefusal;
import org.jspecify.annotations.Nullable;

/** The answers of one sheet: which control each row is of first, then its cells. What is hidden is read too, and kept apart. */
final class AnswersInSheet {

    private static final int LOOKED_AT = 2_000;

    private final Sheet sheet;
    private final StatementId statement;
    private final EditionNumbers numbers;
    private final ControlsInSheet named;
    private final Map<Integer, List<Named>> hiddenRows;
    private final Columns columns;
    private final Map<Integer, Optional<Field>> chosen;
    private final Map<Integer, Set<Integer>> repeated = new HashMap<>();

    private final List<FoundRow> rows = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private final List<Note> notes = new ArrayList<>();
    private final Set<String> controls = new LinkedHashSet<>();
    private @Nullable FoundRow above;
    /** Whether headings in another order stand above: what is read by the first ones would be something else. */
    private boolean moved;

    AnswersInSheet(Sheet sheet, StatementId statement, EditionNumbers numbers, Map<Integer, Optional<Field>> chosen) {
        this.sheet = sheet;
        this.statement = statement;
        this.numbers = numbers;
        this.chosen = chosen;
        var shown = shown(sheet);
        this.named = numbers.in(sheet.hidden() ? shown : sheet);
        this.hiddenRows = shown.equals(sheet) || sheet.hidden() ? Map.of() : numbers.in(shown).rows();
        this.columns = Columns.in(named.headings(), named.columns(), this::below, chosen);
        for (var merge : sheet.merges()) {
            for (int row = merge.firstRow() + 1; row <= Math.min(merge.lastRow(), merge.firstRow() + 60_000); row++) {
                repeated.computeIfAbsent(merge.firstColumn(), none -> new HashSet<>()).add(row);
            }
        }
        if (!named.undecided().isEmpty()) {
            problem(new Place(sheet.name(), 0), letters(named.undecided(), "、"), "", null,
                    new WorkbookRefusal.NumbersUndecided(letters(named.undecided(), "、"), letters(named.undecided(), ", ")));
        }
        if (fate() == Fate.READ || fate() == Fate.HIDDEN) {
            columns.undecided().forEach((field, several) -> problem(new Place(sheet.name(), 0), letters(several, "、"), "", null,
                    new WorkbookRefusal.ColumnsUndecided(
                            field.heading(false), field.heading(true), letters(several, "、"), letters(several, ", "))));
            for (int row = named.firstRow(); row < sheet.rows().size(); row++) {
                row(row);
            }
        }
    }

    String name() {
        return sheet.name();
    }

    boolean isHidden() {
        return sheet.hidden();
    }

    List<FoundRow> rows() {
        return rows;
    }

    List<Problem> problems() {
        return problems;
    }

    List<Note> notes() {
        return notes;
    }

    Set<String> controls() {
        return controls;
    }

    Fate fate() {
        if (!named.undecided().isEmpty()) {
            return Fate.UNDECIDED;
        }
        if (named.rows().isEmpty()) {
            return Fate.NO_NUMBERS;
        }
        if (columns.found().values().stream().noneMatch(use -> use.field().isRead())) {
            return columns.undecided().isEmpty() ? Fate.NO_ANSWERS : Fate.UNDECIDED;
        }
        return sheet.hidden() ? Fate.HIDDEN : Fate.READ;
    }

    SheetUse use(boolean aside) {
        var uses = new TreeMap<Integer, ColumnUse>();
        named.headings().forEach((column, words) -> {
            var found = columns.found().get(column);
            String use = named.columns().contains(column) ? Field.NUMBER.code() : found == null ? "" : found.field().code();
            uses.put(column, new ColumnUse(ControlsInSheet.letters(column), String.join(" / ", words), use));
        });
        int width = named.rows().isEmpty() ? 0 : sheet.rows().stream().mapToInt(row -> row.cells().size()).max().orElse(0);
        for (int column = 0; column < width; column++) {
            if (!uses.containsKey(column) && isFilled(column)) {
                uses.put(column, new ColumnUse(ControlsInSheet.letters(column), "", named.columns().contains(column) ? Field.NUMBER.code() : ""));
            }
        }
        var fate = aside ? Fate.SET_ASIDE : fate();
        return new SheetUse(sheet.name(), fate, List.copyOf(uses.values()), controls.size(), fate == Fate.READ ? doubtful(uses) : List.of());
    }

    /** Where the choices or the realisations are missing, whatever is filled and not read may be them; unless somebody has said of it what it is. */
    private List<ColumnUse> doubtful(Map<Integer, ColumnUse> uses) {
        var fields = columns.found().values().stream().map(Columns.Use::field).collect(Collectors.toSet());
        boolean texts = fields.contains(Field.REALISATION_JA) || fields.contains(Field.REALISATION_EN);
        if (fields.contains(Field.CHOICE) && texts) {
            return List.of();
        }
        return uses.entrySet().stream()
                .filter(one -> one.getValue().use().isEmpty() && !chosen.containsKey(one.getKey()) && isFilled(one.getKey())
                        && !Columns.saysWhatItIs(one.getValue().heading()))
                .map(Map.Entry::getValue).toList();
    }

    private boolean isFilled(int column) {
        return named.rows().keySet().stream().map(position -> sheet.rows().get(position).cells())
                .anyMatch(cells -> column < cells.size() && !cells.get(column).isBlank());
    }

    // one row after another

    private void row(int position) {
        var row = sheet.rows().get(position);
        boolean hiddenRow = !sheet.hidden() && isHidden(row);
        var here = (hiddenRow ? hiddenRows : named.rows()).getOrDefault(position, List.of());
        var place = new Place(sheet.name(), row.number());
        var cells = new RowCells(row, place, columns, this::repeats);
        var key = key(cells);
        String control;
        boolean further = false;
        if (here.isEmpty() && key.isEmpty() && !hiddenRow) {
            headingsAgain(cells);
        }
        if (moved) {
            above = null;
            return;
        }
        if (here.isEmpty() && key.isPresent()) {
            control = key.get().control();
        } else if (here.isEmpty()) {
            var before = above;
            if (before == null || named.columns().stream().noneMatch(this.repeats(row.number()))) {
                withoutNumber(cells, hiddenRow);
                return;
            }
            control = before.control();
            further = true;
        } else {
            var found = control(here.get(here.size() - 1), key, cells, hiddenRow);
            if (found.isEmpty()) {
                above = null;
                return;
            }
            control = found.get();
        }
        controls.add(control);
        if (key.isPresent() && !key.get().control().equals(control)) {
            problem(place, keyColumn(), key.get().control(), control, new WorkbookRefusal.KeyOfAnotherRow(key.get().control(), control));
            above = null;
            return;
        }
        Long version = key.map(RowKey::version).orElse(further && above != null ? above.version() : null);
        read(cells, control, version, further, hiddenRow || sheet.hidden());
    }

    private void read(RowCells cells, String control, @Nullable Long version, boolean further, boolean hidden) {
        boolean written = version != null;
        boolean answered = numbers.control(control).filter(AnswerRules::isAnswered).isPresent();
        // what is merged over several rows with numbers of their own is said of each of them
        boolean says = cells.sayAnything() || answered && !further && cells.showAnything();
        if (!written && !says || !answered && !says) {
            above = new FoundRow(cells.place(), columns.letters(), control, version, null, List.of(), null, null, null, null, null, further, hidden);
            return;
        }
        var visible = cells.read(control, version, further, hidden, hidden ? RowCells.Which.ALL : RowCells.Which.VISIBLE);
        cells.problems().forEach(problem -> problems.add(problem));
        notes.addAll(cells.notes());
        if (cells.problems().isEmpty()) {
            rows.add(visible);
            if (!hidden && cells.hasHidden()) {
                var unseen = cells.read(control, version, further, true, RowCells.Which.HIDDEN);
                if (cells.problems().isEmpty()) {
                    rows.add(unseen);
                }
            }
        }
        above = visible;
    }

    /** The control of a row, as far as that is certain. A key tells it where a spreadsheet has spoiled the number. */
    private Optional<String> control(Named named, Optional<RowKey> key, RowCells cells, boolean hidden) {
        String written = named.why() instanceof CriteriaImportRefusal.SuffixDiffers differs ? differs.written() : named.id();
        if (named.id() != null && named.known()) {
            if (!named.written().strip().equals(named.id()) && named.written().matches("(?s).*\\.?[0-9０-９].*") && named(named)) {
                note(cells, named, named.id(), "number-form", hidden);
            }
            return Optional.of(named.id());
        }
        if (written != null) {
            var mapped = numbers.mapped(written);
            if (mapped.isPresent()) {
                note(cells, named, mapped.get() + " (" + numbers.editionOf(written) + ")", "other-edition", hidden);
                return mapped;
            }
        }
        if (named.why() != null && key.isPresent()) {
            note(cells, named, key.get().control(), "number-form", hidden);
            return key.map(RowKey::control);
        }
        if (!hidden && !sheet.hidden() && (cells.showAnything() || key.isPresent())) {
            Refusal why = named.why() != null ? named.why()
                    : numbers.goneSince(String.valueOf(written)).<Refusal>map(edition -> new WorkbookRefusal.NumberGone(String.valueOf(written), edition))
                    .orElse(new WorkbookRefusal.NumberUnknown(String.valueOf(written)));
            problem(cells.place(), named.column(), named.written(), null, why);
        }
        return Optional.empty();
    }

    /** Whether the whole number stands in one cell: pieces of it are no other form. */
    private boolean named(Named one) {
        return named.columns().size() == 1 || one.written().contains(".") || one.written().contains("．");
    }

    private void note(RowCells cells, Named named, String to, String what, boolean hidden) {
        if (!hidden) {
            notes.add(new Note(cells.place(), named.column(), Problem.cut(named.written()), to, what));
        }
    }

    private Optional<RowKey> key(RowCells cells) {
        String written = cells.key();
        if (written.isEmpty()) {
            return Optional.empty();
        }
        var key = RowKey.read(written);
        if (key.isEmpty()) {
            notes.add(new Note(cells.place(), keyColumn(), Problem.cut(written), "", "key-damaged"));
        } else if (!key.get().statement().equals(statement)) {
            notes.add(new Note(cells.place(), keyColumn(), "", "", "key-elsewhere"));
        }
        return key.filter(one -> one.statement().equals(statement));
    }

    /** Headings that stand once more, in the order of the first or in another. */
    private void headingsAgain(RowCells cells) {
        int same = 0;
        int others = 0;
        for (int column : columns.found().keySet()) {
            var word = CellWords.folded(cells.text(column));
            if (!word.isEmpty() && isHeading(column, word)) {
                same++;
            } else if (!word.isEmpty() && columns.found().keySet().stream().anyMatch(other -> isHeading(other, word))) {
                others++;
            }
        }
        if (others >= 2) {
            moved = true;
            problem(cells.place(), "", "", null, new WorkbookRefusal.HeadingsMoved());
        } else if (same >= 2) {
            moved = false;
        }
    }

    private boolean isHeading(int column, String word) {
        return named.headings().getOrDefault(column, List.of()).stream().anyMatch(heading -> CellWords.folded(heading).equals(word));
    }

    /** Headings that are repeated on every page, sums and remarks are none of ours; an answer without a number is. */
    private void withoutNumber(RowCells cells, boolean hidden) {
        if (hidden || sheet.hidden() || !cells.sayAnything() || named.headingRows().isEmpty()) {
            return;
        }
        if (columns.found().keySet().stream().anyMatch(column -> isHeading(column, CellWords.folded(cells.text(column))))) {
            return;
        }
        int column = cells.firstSaid();
        var number = named.columns().stream().filter(one -> !cells.text(one).isEmpty()).max(Integer::compare);
        if (cells.filled() == 1 && !goesOn(cells, column)) {
            notes.add(new Note(cells.place(), ControlsInSheet.letters(column), Problem.cut(cells.text(column)), "", "remark"));
        } else if (number.isPresent()) {
            problem(cells.place(), ControlsInSheet.letters(number.get()), cells.text(number.get()), null,
                    new WorkbookRefusal.NumberUnreadable(Problem.cut(cells.text(number.get()))));
        } else {
            problem(cells.place(), ControlsInSheet.letters(column), cells.text(column), null, new WorkbookRefusal.NoNumber());
        }
    }

    /** Words in a column of texts right below a control may be the rest of its text; a remark says that it is one, or stands elsewhere. */
    private boolean goesOn(RowCells cells, int column) {
        var before = above;
        var field = columns.found().get(column).field();
        return before != null && before.place().row() + 1 == cells.place().row()
                && (field.isOfRealisation() || field == Field.REASON_JA || field == Field.REASON_EN)
                && !cells.text(column).matches("(?s)^[※*＊(（【〔]?(注|備考|note).*|^※.*");
    }

    private void problem(Place place, String column, String value, @Nullable String control, Refusal why) {
        problems.add(Problem.of(place, column, value, control, why));
    }

    private String keyColumn() {
        return columns.found().entrySet().stream().filter(one -> one.getValue().field() == Field.KEY)
                .map(one -> ControlsInSheet.letters(one.getKey())).findFirst().orElse("");
    }

    private boolean repeats(int column, int row) {
        return repeated.getOrDefault(column, Set.of()).contains(row);
    }

    private java.util.function.Predicate<Integer> repeats(int row) {
        return column -> repeats(column, row);
    }

    private List<String> below(int column) {
        var below = new ArrayList<String>();
        for (int row = named.firstRow(); row < sheet.rows().size() && below.size() < LOOKED_AT; row++) {
            var cells = sheet.rows().get(row).cells();
            String cell = column < cells.size() ? cells.get(column).strip() : "";
            if (!cell.isEmpty()) {
                below.add(cell);
            }
        }
        return below;
    }

    private static String letters(List<Integer> columns, String between) {
        return columns.stream().map(ControlsInSheet::letters).collect(Collectors.joining(between));
    }

    // what a person does not see

    private static boolean isHidden(TableReading.Row row) {
        boolean any = false;
        for (int column = 0; column < row.cells().size(); column++) {
            if (!row.cells().get(column).isBlank()) {
                any = true;
                if (row.mark(column).filter(Mark.HIDDEN::equals).isEmpty()) {
                    return false;
                }
            }
        }
        return any;
    }

    /** The sheet as it would be if nobody had hidden it, or rows of it. */
    private static Sheet shown(Sheet sheet) {
        if (!sheet.hidden() && sheet.rows().stream().noneMatch(AnswersInSheet::isHidden)) {
            return sheet;
        }
        var rows = sheet.rows().stream().map(row -> isHidden(row) || sheet.hidden()
                ? new TableReading.Row(row.number(), row.cells(), row.marks().entrySet().stream().filter(mark -> mark.getValue() != Mark.HIDDEN)
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)))
                : row).toList();
        return new Sheet(sheet.name(), false, rows, sheet.merges());
    }
}
