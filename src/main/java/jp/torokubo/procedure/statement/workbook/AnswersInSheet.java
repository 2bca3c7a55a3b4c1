// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.workbook;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jp.torokubo.ground.files.MergedCells;
import jp.torokubo.ground.files.TableReading;
import jp.torokubo.ground.files.TableReading.Mark;
import jp.torokubo.ground.files.TableReading.Sheet;
import jp.torokubo.ground.japanese.ExcelSerial;
import jp.torokubo.ground.refusal.Refusal;
import jp.torokubo.procedure.statement.AnswerRules;
import jp.torokubo.procedure.statement.Choice;
import jp.torokubo.procedure.statement.StatementId;
import jp.torokubo.procedure.statement.StatementRefusal;
import jp.torokubo.procedure.statement.WorkbookRefusal;
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
    private static final int LONGEST_NUMBER = 40;
    private static final Pattern SUM = Pattern.compile("[【（(]?(小計|合計|総計|計|sub-? ?total|total)[）)】]?[:：]?", Pattern.CASE_INSENSITIVE);

    private final Sheet sheet;
    private final StatementId statement;
    private final EditionNumbers numbers;
    private final ControlsInSheet named;
    private final Map<Integer, List<Named>> hiddenRows;
    private final NumberCells numberCells;
    private final SheetHeadings headings;
    private final int firstRow;
    private final Columns columns;
    private final Map<Integer, Optional<Field>> chosen;
    private final ExcelSerial serials;
    private final boolean missesNumbers;
    private final MergedCells merged;

    /** By the number of the row. */
    private final Map<Integer, String> controlOfRow = new HashMap<>();
    private final List<FoundRow> rows = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private final List<Note> notes = new ArrayList<>();
    private final Set<String> controls = new LinkedHashSet<>();
    private @Nullable FoundRow above;
    /** In which its number stands. */
    private int aboveColumn = -1;
    /** Whether headings in another order stand above: what is read by the first ones would be something else. */
    private boolean moved;

    AnswersInSheet(Sheet sheet, StatementId statement, EditionNumbers numbers, Map<Integer, Optional<Field>> chosen) {
        this.sheet = sheet;
        this.statement = statement;
        this.numbers = numbers;
        this.chosen = chosen;
        this.serials = sheet.from1904() ? ExcelSerial.FROM_1904 : ExcelSerial.FROM_1900;
        this.merged = new MergedCells(sheet.merges());
        var shown = shown(sheet);
        var found = named(sheet.hidden() ? shown : sheet, numbers, chosen);
        this.headings = new SheetHeadings(sheet, found, merged);
        this.firstRow = headings.firstRow();
        this.columns = Columns.in(headings.byColumn(), found.columns(), this::below, chosen);
        boolean said = chosen.values().stream().anyMatch(Optional.of(Field.NUMBER)::equals);
        var doubtful = said || !columns.of(Field.KEY, 0).isEmpty() ? List.<Integer>of() : headings.doubtfulNumbers();
        this.named = doubtful.isEmpty() ? found : found.undecidedBetween(doubtful);
        this.hiddenRows = shown.equals(sheet) || sheet.hidden() || !doubtful.isEmpty() ? Map.of() : numbers.in(shown, chosen).rows();
        this.numberCells = new NumberCells(sheet, named);
        if (named.undecided().size() == 1) {
            var column = letters(named.undecided(), "");
            problem(new Place(sheet.name(), 0), column, "", null, new WorkbookRefusal.NumbersElsewhere(column));
        } else if (!named.undecided().isEmpty()) {
            problem(new Place(sheet.name(), 0), letters(named.undecided(), ", "), "", null,
                    new WorkbookRefusal.NumbersUndecided(letters(named.undecided(), "、"), letters(named.undecided(), ", ")));
        }
        this.missesNumbers = !named.undecided().isEmpty() || named.rows().isEmpty() && SheetHeadings.areOfAnswers(sheet);
        if (named.undecided().isEmpty() && !named.rows().isEmpty()) {
            columns.undecided().forEach((field, several) -> problem(new Place(sheet.name(), 0), letters(several, ", "), "", null,
                    columns.swapped().contains(field) ? new WorkbookRefusal.LanguagesSwapped(field.heading(false), field.heading(true))
                            : new WorkbookRefusal.ColumnsUndecided(
                                    field.heading(false), field.heading(true), letters(several, "、"), letters(several, ", "))));
        } else if (named.undecided().isEmpty() && missesNumbers) {
            problem(new Place(sheet.name(), 0), "", "", null, new WorkbookRefusal.NumbersMissing());
        }
        if (fate() == Fate.READ || fate() == Fate.HIDDEN) {
            for (int row = firstRow; row < sheet.rows().size(); row++) {
                row(row);
            }
        }
    }

    /** Where too little in the sheet looks like a number, but headings of answers stand there, the column that calls itself that of the numbers. */
    private static ControlsInSheet named(Sheet sheet, EditionNumbers numbers, Map<Integer, Optional<Field>> chosen) {
        var found = numbers.in(sheet, chosen);
        boolean without = found.rows().isEmpty() && found.undecided().isEmpty() && chosen.values().stream().noneMatch(Optional.of(Field.NUMBER)::equals);
        var column = without ? SheetHeadings.numberColumn(sheet) : Optional.<Integer>empty();
        if (column.isEmpty() || chosen.containsKey(column.get())) {
            return found;
        }
        var said = new HashMap<>(chosen);
        said.put(column.get(), Optional.of(Field.NUMBER));
        var sought = numbers.in(sheet, said);
        return sought.rows().values().stream().flatMap(List::stream).anyMatch(Named::known) ? sought : found;
    }

    String name() {
        return sheet.name();
    }

    /** Whether it holds answers, and nobody can tell to which controls. */
    boolean missesNumbers() {
        return missesNumbers;
    }

    boolean isHidden() {
        return sheet.hidden();
    }

    Sheet sheet() {
        return sheet;
    }

    /** Of a row as a person counts it; empty where none is known. */
    String controlOf(int row) {
        return controlOfRow.getOrDefault(row, "");
    }

    SheetHeadings headings() {
        return headings;
    }

    NumberCells numbers() {
        return numberCells;
    }

    /** What somebody says of columns. */
    Map<Integer, Optional<Field>> chosen() {
        return chosen;
    }

    Set<Integer> numberColumns() {
        return named.columns();
    }

    /** A day that the file counts from 1904: other files count otherwise. */
    Optional<LocalDate> dayFrom1904(int column, String cell) {
        var use = columns.found().get(column);
        boolean day = use != null && (use.field() == Field.DUE || use.field() == Field.FROM || use.field() == Field.UNTIL);
        return !sheet.from1904() || !day || !cell.matches("[0-9]{1,6}(\\.[0-9]+)?") ? Optional.empty()
                : serials.read(Double.parseDouble(cell)).found().filter(RowCells::isLikely);
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
        var uses = new ColumnUses(sheet, named, headings, columns, chosen, this::below, missesNumbers);
        var fate = aside ? Fate.SET_ASIDE : fate();
        return new SheetUse(sheet.name(), fate, uses.all(), controls.size(), fate == Fate.READ || fate == Fate.NO_ANSWERS ? uses.doubtful(rows.stream().anyMatch(row -> row.choice() == Choice.LEFT_OUT)) : List.of());
    }

    // one row after another

    private void row(int position) {
        var row = sheet.rows().get(position);
        boolean hiddenRow = !sheet.hidden() && isHidden(row);
        var here = (hiddenRow ? hiddenRows : named.rows()).getOrDefault(position, List.of());
        var place = new Place(sheet.name(), row.number());
        var cells = new RowCells(row, place, columns, serials, merged::repeat);
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
            int spoiled = hiddenRow ? -1 : unreadableNumber(cells);
            if (spoiled == numberCells.column()) {
                notes.add(new Note(place, ControlsInSheet.letters(spoiled), Problem.cut(cells.text(spoiled)), control, "number-form"));
            }
        } else if (here.isEmpty()) {
            var before = above;
            if (before == null || !merged.repeat(aboveColumn, row.number()) || unreadableNumber(cells) >= 0) {
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
            aboveColumn = numberCells.position(here.get(here.size() - 1).column());
        }
        controls.add(control);
        controlOfRow.put(row.number(), control);
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
            above = new FoundRow(cells.place(), columns.letters(), control, version, null, "", List.of(), null, null, null, null, null, further, hidden);
            return;
        }
        if (!answered && !hidden) {
            problem(cells.place(), "", "", control, new StatementRefusal.RowNotAnswered(control));
            above = null;
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
            if (!word.isEmpty() && headings.name(column, word)) {
                same++;
            } else if (!word.isEmpty() && columns.found().keySet().stream().anyMatch(other -> headings.name(other, word))) {
                others++;
            }
        }
        if (others >= 2 || same < columns.found().size() && headOthers(cells)) {
            moved = true;
            problem(cells.place(), "", "", null, new WorkbookRefusal.HeadingsMoved());
        } else if (same >= 2) {
            moved = false;
        }
    }

    /** Whether two or more cells head answers, and one of them another than its column held so far. */
    private boolean headOthers(RowCells cells) {
        int headed = 0;
        boolean other = false;
        for (int column = 0; column < cells.width(); column++) {
            var word = cells.text(column);
            var field = CellWords.choice(word).isPresent() || CellWords.state(word).isPresent() ? Optional.<Field>empty() : Columns.headed(word);
            var was = columns.found().get(column);
            headed += field.isPresent() ? 1 : 0;
            other |= field.isPresent() && (was == null || was.field() != field.get()) && !headings.name(column, CellWords.folded(word));
        }
        return other && headed >= 2;
    }

    /** Headings that are repeated on every page, sums and remarks are none of ours; an answer without a number is. */
    private void withoutNumber(RowCells cells, boolean hidden) {
        if (hidden || sheet.hidden() || !cells.showAnything()) {
            return;
        }
        if (columns.found().keySet().stream().anyMatch(column -> headings.name(column, CellWords.folded(cells.text(column))))) {
            return;
        }
        int spoiled = unreadableNumber(cells);
        if (spoiled >= 0 && SUM.matcher(cells.text(spoiled)).matches()) {
            above = null;
            notes.add(new Note(cells.place(), ControlsInSheet.letters(spoiled), Problem.cut(cells.text(spoiled)), "", "remark"));
            return;
        }
        if (spoiled >= 0) {
            above = null;
            problem(cells.place(), ControlsInSheet.letters(spoiled), cells.text(spoiled), null,
                    new WorkbookRefusal.NumberUnreadable(Problem.cut(cells.text(spoiled))));
            return;
        }
        int column = cells.firstSaid();
        if (column < 0 || headings.rows().isEmpty()) {
            return;
        }
        if (cells.filled() == 1 && !goesOn(cells, column)) {
            notes.add(new Note(cells.place(), ControlsInSheet.letters(column), Problem.cut(cells.text(column)), "", "remark"));
        } else if (goesOn(cells, column) && cells.sayOnlyTexts()) {
            // with its control, so that the row above is not taken in without its other half
            String control = Objects.requireNonNull(above).control();
            problem(cells.place(), ControlsInSheet.letters(column), cells.text(column), control, new WorkbookRefusal.MayGoOn(control));
        } else {
            problem(cells.place(), ControlsInSheet.letters(column), cells.text(column), null, new WorkbookRefusal.NoNumber());
        }
    }

    /** The column of numbers in which something stands that is none, and no sentence either; -1 where there is no such column. */
    private int unreadableNumber(RowCells cells) {
        return named.columns().stream().filter(column -> !cells.text(column).isEmpty() && !merged.repeat(column, cells.place().row())
                && cells.text(column).length() <= LONGEST_NUMBER).mapToInt(column -> column).max().orElse(-1);
    }

    /** Words in a column of texts right below a control may be the rest of its text; a remark says that it is one, or stands elsewhere. */
    private boolean goesOn(RowCells cells, int column) {
        var before = above;
        var field = columns.found().get(column).field();
        return before != null && before.place().row() + 1 == cells.place().row()
                && (field.isOfRealisation() || field.isText())
                && !cells.text(column).matches("(?s)^[※*＊(（【〔]?(注|備考|note).*|^※.*");
    }

    private void problem(Place place, String column, String value, @Nullable String control, Refusal why) {
        problems.add(Problem.of(place, column, value, control, why));
    }

    private String keyColumn() {
        return columns.found().entrySet().stream().filter(one -> one.getValue().field() == Field.KEY)
                .map(one -> ControlsInSheet.letters(one.getKey())).findFirst().orElse("");
    }

    private List<String> below(int column) {
        var below = new ArrayList<String>();
        for (int row = firstRow; row < sheet.rows().size() && below.size() < LOOKED_AT; row++) {
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
        return sheet.shown(rows);
    }
}
