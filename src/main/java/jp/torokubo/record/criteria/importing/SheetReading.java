// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.criteria.importing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jp.torokubo.ground.files.TableReading.Mark;
import jp.torokubo.ground.japanese.CleanText;
import jp.torokubo.ground.refusal.Refusal;
import jp.torokubo.record.criteria.CriteriaImportRefusal;
import jp.torokubo.record.criteria.importing.ReadingOfWorkbook.ColumnUse;
import jp.torokubo.record.criteria.importing.ReadingOfWorkbook.Fate;
import jp.torokubo.record.criteria.importing.ReadingOfWorkbook.Note;
import jp.torokubo.record.criteria.importing.ReadingOfWorkbook.Place;
import jp.torokubo.record.criteria.importing.ReadingOfWorkbook.Problem;
import jp.torokubo.record.criteria.importing.TextColumns.Role;
import jp.torokubo.record.criteria.importing.TextColumns.Use;
import jp.torokubo.record.criteria.importing.Words.Language;
import org.jspecify.annotations.Nullable;

/** The controls of one sheet: its columns are found first, then its rows are gone through once. */
final class SheetReading {

    private static final Pattern LEFT_OUT = Pattern.compile(
            "[（(【\\[]?(欠番|削除|廃止|欠)[）)】\\]]?[。.]?|[(\\[]?(missing|deleted|withdrawn|reserved)[)\\]]?\\.?", Pattern.CASE_INSENSITIVE);
    private static final Pattern LIST_ITEM = Pattern.compile("^\\s*([・･●○■◆※\\-–−－*＊]|[（(]?[0-9０-９a-zａ-ｚア-ンⅰ-ⅹ①-⑳]{1,3}[)）.．、]).*", Pattern.DOTALL);

    /** The words of one control, as they are being gathered. */
    static final class Gathered {

        final String id;
        final boolean known;
        final Place place;
        private final Map<String, List<String>> words = new TreeMap<>();

        Gathered(String id, boolean known, Place place) {
            this.id = id;
            this.known = known;
            this.place = place;
        }

        void add(boolean title, Language language, String text) {
            words.computeIfAbsent((title ? "title-" : "text-") + (language == Language.JAPANESE ? "ja" : "en"), name -> new ArrayList<>()).add(text);
        }

        boolean has(String name) {
            return words.containsKey(name);
        }

        @Nullable String get(String name) {
            var parts = words.get(name);
            return parts == null ? null : String.join("\n", parts);
        }
    }

    private final Grid grid;
    private final IdCells cells;
    private final boolean wordsToo;
    private IdColumns ids;
    private TextColumns texts = new TextColumns(Map.of(), List.of(), List.of());
    private Set<Integer> suffixColumns = Set.of();
    private HeadingRows headings;
    private final Set<String> said = new HashSet<>();

    private final List<Gathered> controls = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private final List<Note> notes = new ArrayList<>();
    private final Map<Integer, Gathered> current = new LinkedHashMap<>();
    private final Map<Integer, List<Started>> begun = new TreeMap<>();
    private @Nullable Gathered latest;
    private int latestRow = -1;

    SheetReading(Grid grid, IdCells cells) {
        this(grid, cells, true, IdColumns.Said.NOTHING);
    }

    /** Only the identifiers, not the words beside them. */
    SheetReading(Grid grid, IdCells cells, IdColumns.Said columns) {
        this(grid, cells, false, columns);
    }

    private SheetReading(Grid grid, IdCells cells, boolean wordsToo, IdColumns.Said columns) {
        this.grid = grid;
        this.wordsToo = wordsToo;
        this.cells = cells;
        var finder = new IdColumns.Finder(grid, cells, columns);
        this.ids = finder.find(column -> Heading.SAYS_NOTHING);
        this.headings = HeadingRows.none(grid, cells);
        if (ids.isEmpty() && ids.undecided().isEmpty()) {
            return;
        }
        this.headings = new HeadingRows(grid, cells, ids, wordsToo);
        this.ids = finder.find(headings::heading);
        if (!wordsToo && !ids.isEmpty()) {
            this.ids = finder.withBranches(ids, headings::heading, column -> String.join("", headings.of(column)));
        }
        if (ids.isEmpty()) {
            problem(ids.firstRow(), "", letters(ids.undecided()), null, new CriteriaImportRefusal.IdColumnsUndecided(letters(ids.undecided())));
            return;
        }
        if (wordsToo) {
            this.texts = TextColumns.in(grid, ids, headings.rows(), headings::heading);
        }
        texts.undecided().forEach(group ->
                problem(ids.firstRow(), "", letters(group), null, new CriteriaImportRefusal.TextColumnsUndecided(letters(group))));
        var suffixes = new SuffixColumns(grid, cells, ids, headings, texts.found().keySet());
        this.suffixColumns = suffixes.columns();
        var starts = new RowStarts(grid, cells, ids, suffixes, texts.found().values().stream().map(Use::level).collect(Collectors.toSet()), wordsToo);
        for (int row = wordsToo ? ids.firstRow() : firstRow(); row < grid.height(); row++) {
            row(row, starts);
        }
        if (wordsToo) {
            noteHiddenColumns();
            sayColumnsNotCalculated();
        }
    }

    List<Gathered> controls() {
        return controls;
    }

    List<Problem> problems() {
        return problems;
    }

    List<Note> notes() {
        return notes;
    }

    String sheet() {
        return grid.name();
    }

    /** What begins in each row, the deepest tier last. */
    Map<Integer, List<Started>> begun() {
        return begun;
    }

    IdColumns ids() {
        return ids;
    }

    Set<Integer> headingRows() {
        return headings.rows();
    }

    /** By column, from below. */
    Map<Integer, List<String>> headings() {
        return headings.byColumn();
    }

    Fate fate() {
        if (ids.isEmpty()) {
            return ids.undecided().isEmpty() ? Fate.NO_IDS : Fate.UNDECIDED;
        }
        boolean words = controls.stream().anyMatch(control -> !control.words.isEmpty());
        return words ? Fate.READ : texts.undecided().isEmpty() ? Fate.NO_WORDS : Fate.UNDECIDED;
    }

    List<ColumnUse> columns() {
        var uses = new TreeMap<Integer, String>();
        texts.beside().forEach(column -> uses.put(column, "beside"));
        texts.found().forEach((column, use) -> uses.put(column,
                (use.role() == Role.TITLE ? "title-" : "text-") + (use.language() == Language.JAPANESE ? "ja" : "en")));
        ids.columns().forEach(column -> uses.put(column, "id"));
        suffixColumns.forEach(column -> uses.put(column, "suffix"));
        return uses.entrySet().stream().map(use -> new ColumnUse(Grid.letters(use.getKey()),
                String.join(" / ", headings.of(use.getKey())), use.getValue())).toList();
    }

    /** The row below the headings, where there are any. */
    int firstRow() {
        return Math.min(ids.firstRow(), headings.below());
    }

    // one row after another

    private void row(int row, RowStarts all) {
        if (headings.rows().contains(row) || isHidden(row)) {
            return;
        }
        var starts = all.of(row);
        if (starts.isEmpty()) {
            if (wordsToo) {
                continued(row);
            }
            return;
        }
        begun.put(row, List.copyOf(starts.values()));
        var begun = new LinkedHashMap<Integer, Gathered>();
        starts.forEach((level, start) -> begin(row, level, start).ifPresent(control -> begun.put(level, control)));
        starts.keySet().forEach(level -> current.keySet().removeIf(other -> other >= level));
        current.putAll(begun);
        latest = begun.isEmpty() ? null : begun.get(begun.keySet().stream().max(Integer::compare).orElseThrow());
        latestRow = row;
        boolean whole = starts.values().stream().allMatch(Started::isRead);
        texts.found().forEach((column, use) -> take(row, column, use, begun, whole));
        if (wordsToo) {
            takeWordsBetweenIds(row, begun);
        }
    }

    private Optional<Gathered> begin(int row, int level, Started start) {
        String letters = Grid.letters(start.column());
        String written = grid.raw(row, start.column());
        if (!start.isRead()) {
            problem(row, letters, written, null, Objects.requireNonNull(start.why()));
            return Optional.empty();
        }
        String id = Objects.requireNonNull(start.id());
        var control = new Gathered(id, start.known(), place(row));
        controls.add(control);
        boolean whole = ids.levels().get(level).columns().size() == 1;
        if (whole && !written.startsWith(id)) {
            notes.add(new Note(place(row), letters, start.rest().isEmpty() ? written : head(written, start.rest()), id, "id-form"));
        }
        if (!start.rest().isEmpty()) {
            var language = Words.language(start.rest());
            var spoken = language == null ? Language.JAPANESE : language;
            control.add(headings.heading(start.column()) == Heading.TITLE || hasTextBeside(row, level, spoken), spoken, start.rest());
        }
        return Optional.of(control);
    }

    /** Words behind a number are its title where the text has a column of its own. */
    private boolean hasTextBeside(int row, int level, Language language) {
        return texts.found().entrySet().stream().anyMatch(text -> text.getValue().level() == level && text.getValue().language() == language
                && text.getValue().role() != Role.TITLE && grid.at(row, text.getKey()).isOwn());
    }

    private static String head(String written, String rest) {
        int at = written.indexOf(rest);
        return at > 0 ? written.substring(0, at).strip() : written;
    }

    /** @param whole whether every identifier of the row could be read; where one could not, that is said, and its words go with it */
    private void take(int row, int column, Use use, Map<Integer, Gathered> begun, boolean whole) {
        var cell = grid.at(row, column);
        if (!cell.isThere()) {
            return;
        }
        var target = begun.get(use.level());
        if (target == null) {
            boolean repeated = use.level() < ids.levels().size() - 1 && ids.levels().get(use.level()).ids()[row] != null;
            boolean continues = use.level() < ids.levels().size() - 1 && current.get(use.level()) != null && isMergedOver(row, use.level());
            if (repeated) {
                return;
            }
            target = continues ? current.get(use.level()) : begun.isEmpty() ? null : begun.get(begun.keySet().stream().max(Integer::compare).orElseThrow());
        }
        if (target != null && !speaksOf(use.role(), target)) {
            target = begun.values().stream().filter(control -> speaksOf(use.role(), control)).findFirst().orElse(null);
        }
        if (target != null) {
            add(row, column, use, target);
        } else if (whole && Words.isProse(cell.text()) && !said.contains(Words.key(cell.text()))) {
            problem(row, Grid.letters(column), cell.text(), null, new CriteriaImportRefusal.WordsOfNoControl());
        }
    }

    private boolean isMergedOver(int row, int level) {
        return ids.levels().get(level).columns().stream().anyMatch(column -> grid.at(row, column).repeats());
    }

    private static boolean speaksOf(Role role, Gathered control) {
        int depth = KnownIds.number(control.id).split("\\.").length;
        return switch (role) {
            case OBJECTIVE_TEXT -> depth != 4;
            case DETAIL_TEXT -> depth != 3;
            case TITLE, TEXT -> true;
        };
    }

    private void add(int row, int column, Use use, Gathered control) {
        var cell = grid.at(row, column);
        if (cell.isNotCalculated()) {
            problem(row, Grid.letters(column), "", control.id, new CriteriaImportRefusal.CellNotCalculated(control.id));
        } else if (cell.is(Mark.FORMULA)) {
            problem(row, Grid.letters(column), cell.text(), control.id, new CriteriaImportRefusal.TextIsFormula(control.id));
        } else if (Words.isBroken(cell.text())) {
            problem(row, Grid.letters(column), cell.text(), control.id, new CriteriaImportRefusal.TextIsBroken(control.id));
        } else if (LEFT_OUT.matcher(cell.text().strip()).matches()) {
            leftOut(row, column, control);
        } else if (Words.isProse(cell.text())) {
            noteCharacters(row, column);
            control.add(use.role() == Role.TITLE, use.language(), cell.text());
            said.add(Words.key(cell.text()));
        }
    }

    /** A number the workbook itself says is not in use. */
    private void leftOut(int row, int column, Gathered control) {
        controls.remove(control);
        if (control.known) {
            problem(row, Grid.letters(column), grid.at(row, column).text(), control.id, new CriteriaImportRefusal.MarkedAsLeftOut(control.id));
        } else {
            notes.add(new Note(place(row), Grid.letters(column), grid.at(row, column).text(), control.id, "left-out"));
        }
    }

    /** In the indented form an objective's words stand in the column in which the controls below it have their identifiers. */
    private void takeWordsBetweenIds(int row, Map<Integer, Gathered> begun) {
        for (var entry : begun.entrySet()) {
            var control = entry.getValue();
            for (var level : ids.levels()) {
                var cell = grid.at(row, level.column());
                boolean own = level.columns().size() == 1 && cell.isOwn() && level.ids()[row] == null && !cell.is(Mark.FORMULA);
                var language = own ? Words.language(cell.text()) : null;
                if (language != null && !control.has(language == Language.JAPANESE ? "text-ja" : "text-en")) {
                    noteCharacters(row, level.column());
                    control.add(false, language, cell.text());
                }
            }
        }
    }

    /** A row without an identifier: more words of the control above, where that is certain. */
    private void continued(int row) {
        var control = latest;
        if (control == null) {
            return;
        }
        boolean merged = isMergedOver(row, ids.levels().size() - 1);
        boolean touches = grid.number(row) == grid.number(latestRow) + 1;
        if (merged || touches) {
            texts.found().keySet().stream().filter(column -> grid.at(row, column).isNotCalculated()).forEach(column ->
                    problem(row, Grid.letters(column), "", control.id, new CriteriaImportRefusal.CellNotCalculated(control.id)));
        }
        boolean idsBlank = ids.columns().stream().allMatch(column -> !grid.at(row, column).isOwn());
        var filled = texts.found().entrySet().stream().filter(text -> grid.at(row, text.getKey()).isOwn()
                && Words.isProse(grid.at(row, text.getKey()).text())).toList();
        if (filled.isEmpty()) {
            return;
        }
        if (!merged && (!touches || !idsBlank)) {
            filled.forEach(text -> loose(row, text.getKey()));
            return;
        }
        latestRow = row;
        for (var text : filled) {
            var cell = grid.at(row, text.getKey());
            var target = text.getValue().level() < ids.levels().size() - 1 ? current.get(text.getValue().level()) : control;
            String name = (text.getValue().role() == Role.TITLE ? "title-" : "text-") + (text.getValue().language() == Language.JAPANESE ? "ja" : "en");
            if (headings.of(text.getKey()).contains(cell.text())) {
                continue;
            }
            if (target != null && (merged || name.startsWith("text-") && goesOn(target.get(name), cell.text()))) {
                add(row, text.getKey(), text.getValue(), target);
                notes.add(new Note(place(row), Grid.letters(text.getKey()), shortened(cell.text()), target.id, "joined"));
            } else {
                loose(row, text.getKey());
            }
        }
    }

    /** Whether words below a text are its next line: it has not ended, or they are an item of a list. Anything else may belong elsewhere. */
    private static boolean goesOn(@Nullable String before, String words) {
        if (before == null || Words.isRemark(words) || WrittenId.of(words).isPresent()) {
            return false;
        }
        return !Words.endsASentence(before) || LIST_ITEM.matcher(words).matches();
    }

    private void loose(int row, int column) {
        var cell = grid.at(row, column);
        boolean heading = headings.of(column).contains(cell.text());
        if (!heading && !Words.isRemark(cell.text()) && WrittenId.of(cell.text()).isEmpty()) {
            problem(row, Grid.letters(column), cell.text(), null, new CriteriaImportRefusal.WordsOfNoControl());
        }
    }

    private boolean isHidden(int row) {
        boolean hidden = IntStream.range(0, grid.width()).mapToObj(column -> grid.at(row, column))
                .filter(cell -> !cell.isBlank()).allMatch(cell -> cell.is(Mark.HIDDEN));
        if (!hidden) {
            return false;
        }
        for (int column : ids.columns()) {
            var id = WrittenId.of(grid.at(row, column).text());
            if (id.isPresent() && id.get().depth() > 1) {
                problem(row, Grid.letters(column), grid.raw(row, column), null, new CriteriaImportRefusal.RowIsHidden(id.get().id()));
                break;
            }
        }
        return true;
    }

    /** Columns that could not be told for what they are, because what stands beside the identifiers is not in the file. */
    private void sayColumnsNotCalculated() {
        grid.notCalculated(ids, column -> texts.found().containsKey(column) || texts.beside().contains(column)).forEach((column, rows) ->
                problem(rows.get(0), Grid.letters(column), String.join(" / ", headings.of(column)), null,
                        new CriteriaImportRefusal.ColumnNotCalculated(rows.size())));
    }

    private void noteHiddenColumns() {
        for (int column = 0; column < grid.width(); column++) {
            int here = column;
            var hidden = IntStream.range(ids.firstRow(), grid.height()).mapToObj(row -> grid.at(row, here))
                    .filter(cell -> !cell.isBlank()).toList();
            if (!hidden.isEmpty() && hidden.stream().allMatch(cell -> cell.is(Mark.HIDDEN))) {
                notes.add(new Note(place(ids.firstRow()), Grid.letters(column), String.join(" / ", headings.of(column)), "", "hidden-column"));
            }
        }
    }

    private void noteCharacters(int row, int column) {
        for (var change : CleanText.of(grid.raw(row, column)).changes()) {
            if (!change.why().equals("trim") && !change.why().equals("line-end")) {
                String codes = change.from().codePoints().mapToObj("U+%04X"::formatted).reduce((one, other) -> one + " " + other).orElse("");
                notes.add(new Note(place(row), Grid.letters(column), codes, change.to(), change.why()));
            }
        }
    }

    private void problem(int row, String column, String value, @Nullable String id, Refusal why) {
        problems.add(Problem.of(place(row), column, value, id, why));
    }

    private Place place(int row) {
        return new Place(grid.name(), grid.height() == 0 ? 1 : grid.number(row));
    }

    private static String letters(List<Integer> columns) {
        return String.join("、", columns.stream().map(Grid::letters).toList());
    }

    private static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }
}
