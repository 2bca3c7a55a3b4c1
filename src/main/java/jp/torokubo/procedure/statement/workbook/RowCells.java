// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.workbook;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jp.torokubo.ground.files.TableReading;
import jp.torokubo.ground.files.TableReading.Mark;
import jp.torokubo.ground.japanese.CivilDay;
import jp.torokubo.ground.japanese.CleanText;
import jp.torokubo.ground.japanese.ExcelSerial;
import jp.torokubo.ground.refusal.Refusal;
import jp.torokubo.procedure.statement.Choice;
import jp.torokubo.procedure.statement.RowState;
import jp.torokubo.procedure.statement.WorkbookRefusal;
import jp.torokubo.procedure.statement.workbook.WorkbookReading.Day;
import jp.torokubo.procedure.statement.workbook.WorkbookReading.Note;
import jp.torokubo.procedure.statement.workbook.WorkbookReading.Part;
import jp.torokubo.procedure.statement.workbook.WorkbookReading.Place;
import jp.torokubo.procedure.statement.workbook.WorkbookReading.Problem;
import jp.torokubo.record.criteria.ControlsInSheet;
import org.jspecify.annotations.Nullable;

/** The cells of one row, read for what their columns hold. */
final class RowCells {

    /** Which of the cells: those a person sees, the others, or all where the whole row is hidden. */
    enum Which { VISIBLE, HIDDEN, ALL }

    interface Repeats {
        boolean at(int column, int row);
    }

    private static final Pattern BROKEN = Pattern.compile("#(REF!|N/A|VALUE!|NAME\\?|DIV/0!|NUM!|NULL!|SPILL!|CALC!)");
    private static final Pattern DITTO = Pattern.compile("[〃″々↑←→]+|''|\"|同[上右左前]|同様|同じ|以下同様|(上記?|前項|左記?)(に|と)同じ|上記(の)?(通り|とおり)|ditto|same as above|as above|see above"
            + "|(no\\.?|番号)?\\s*[0-9.]+[A-Z.]*\\s*(に|と)?(同じ|同様|(を)?参照|に含む|の(通り|とおり))", Pattern.CASE_INSENSITIVE);
    private static final Pattern IN_BRACKETS = Pattern.compile("[<(]\\s*([^<>()\\s]+@[^<>()\\s]+)\\s*[>)]");
    private static final Set<String> MARKS = Set.of("○", "〇", "◯", "●", "◎", "✓", "✔", "☑", "レ", "有", "はい", "yes", "y", "true", "1");
    private static final Set<String> NO_MARKS = Set.of("×", "✕", "✖", "x", "✗", "無", "いいえ", "no", "n", "false", "0", "-", "ー", "－");
    private static final LocalDate FIRST_SERIAL = LocalDate.of(1990, 1, 1);
    private static final LocalDate LAST_SERIAL = LocalDate.of(2100, 1, 1);

    private final TableReading.Row row;
    private final Place place;
    private final Columns columns;
    private final ExcelSerial serials;
    private final Repeats repeats;
    private final List<Problem> problems = new ArrayList<>();
    private final List<Note> notes = new ArrayList<>();

    // while it is being read
    private String control = "";
    private boolean written;
    private String choiceWritten = "";
    private Which which = Which.ALL;

    RowCells(TableReading.Row row, Place place, Columns columns, ExcelSerial serials, Repeats repeats) {
        this.row = row;
        this.place = place;
        this.columns = columns;
        this.serials = serials;
        this.repeats = repeats;
    }

    Place place() {
        return place;
    }

    List<Problem> problems() {
        return problems;
    }

    List<Note> notes() {
        return notes;
    }

    /** The key, also where its column is hidden: it is no answer. */
    String key() {
        var keys = columns.of(Field.KEY, 0);
        return keys.isEmpty() ? "" : text(keys.get(0));
    }

    boolean sayAnything() {
        return firstSaid() >= 0;
    }

    /** The first column of an answer that holds something of its own; -1 where none does. */
    int firstSaid() {
        return columns.found().entrySet().stream()
                .filter(one -> one.getValue().field().isRead() && isFilled(one.getKey()) && !repeats.at(one.getKey(), row.number()))
                .mapToInt(Map.Entry::getKey).findFirst().orElse(-1);
    }

    /** Whether what stands here are words of a text and nothing else of an answer. */
    boolean sayOnlyTexts() {
        return columns.found().entrySet().stream().filter(one -> one.getValue().field().isRead() && isFilled(one.getKey()))
                .allMatch(one -> one.getValue().field().isText());
    }

    /** Whether any answer stands here, also one that is merged over several rows. */
    boolean showAnything() {
        return columns.found().entrySet().stream().anyMatch(one -> one.getValue().field().isRead() && isFilled(one.getKey()));
    }

    /** A formula without a value is something too: a person who opens the workbook sees it. */
    private boolean isFilled(int column) {
        return !text(column).isEmpty() || isFormula(column);
    }

    private boolean isFormula(int column) {
        return row.mark(column).filter(Mark.FORMULA::equals).isPresent();
    }

    int width() {
        return row.cells().size();
    }

    /** How many cells of the row hold anything, of whatever column. */
    long filled() {
        return row.cells().stream().filter(cell -> !cell.isBlank()).count();
    }

    boolean hasHidden() {
        return columns.found().entrySet().stream().anyMatch(one -> one.getValue().field().isRead() && isHidden(one.getKey()));
    }

    String text(int column) {
        return CleanText.clean(raw(column));
    }

    private String raw(int column) {
        return column < row.cells().size() ? row.cells().get(column) : "";
    }

    private boolean isHidden(int column) {
        return row.mark(column).filter(Mark.HIDDEN::equals).isPresent();
    }

    FoundRow read(String ofControl, @Nullable Long version, boolean further, boolean hidden, Which wanted) {
        control = ofControl;
        written = version != null;
        which = wanted;
        return new FoundRow(
                place, columns.letters(), control, version, choice(), choiceWritten, parts(), text(Field.REASON_JA, 0), text(Field.REASON_EN, 0), owner(), day(Field.DUE, 0),
                state(), further, hidden);
    }

    // one column after another

    private List<Part> parts() {
        var parts = new ArrayList<Part>();
        boolean divided = columns.found().values().stream().anyMatch(use -> use.part() > 0);
        boolean any = columns.found().values().stream().anyMatch(use -> use.field().isOfRealisation());
        for (int part = divided ? 1 : 0; any && part <= (divided ? 2 : 0); part++) {
            parts.add(new Part(
                    text(Field.REALISATION_JA, part), text(Field.REALISATION_EN, part), day(Field.FROM, part), day(Field.UNTIL, part)));
        }
        return which == Which.HIDDEN && parts.stream().allMatch(Part.SILENT::equals) ? List.of() : parts;
    }

    private @Nullable Choice choice() {
        choiceWritten = "";
        var said = EnumSet.noneOf(Choice.class);
        boolean there = false;
        for (int column : of(Field.CHOICE, 0)) {
            there = true;
            var use = columns.found().get(column);
            String cell = value(Field.CHOICE, column);
            if (cell == null || cell.isEmpty()) {
                continue;
            }
            // with a column for each choice, no mark in one of them does not choose the other
            boolean noMark = use.mark() != null && (use.mark() == Choice.LEFT_OUT || columns.marksBoth()) && NO_MARKS.contains(CellWords.folded(cell));
            if (columns.asksWhetherLeftOut().contains(column) && (use.mark() == null && CellWords.saysYesOrNo(cell) || use.mark() != null && CellWords.saysOrNot(cell))) {
                problem(column, new WorkbookRefusal.OppositeAsked(Problem.cut(cell)));
                choiceWritten = choiceWritten.isEmpty() ? cell : choiceWritten;
                continue;
            }
            var read = noMark ? java.util.Optional.<Choice>empty() : use.mark() == Choice.LEFT_OUT ? underLeftOut(cell) : said(column, cell);
            if (read.isEmpty() && !noMark) {
                problem(column, new WorkbookRefusal.ChoiceUnreadable(Problem.cut(cell)));
            }
            choiceWritten = choiceWritten.isEmpty() ? cell : choiceWritten;
            if (read.filter(Choice.OPEN::equals).isPresent()) {
                note(column, cell, "", "nothing");
            }
            read.filter(choice -> choice != Choice.OPEN).ifPresent(said::add);
        }
        if (said.size() > 1) {
            problem(of(Field.CHOICE, 0).get(0), new WorkbookRefusal.ChoicesContradict());
        }
        return said.size() == 1 ? said.iterator().next() : there && written ? Choice.OPEN : null;
    }

    /** As the heading explains its signs, if it does. */
    private java.util.Optional<Choice> said(int column, String cell) {
        var legend = columns.legends().getOrDefault(column, Map.of());
        return legend.isEmpty() ? CellWords.choice(cell)
                : java.util.Optional.ofNullable(legend.get(CellWords.folded(cell))).or(() -> CellWords.choice(cell));
    }

    private static java.util.Optional<Choice> underLeftOut(String cell) {
        String folded = CellWords.folded(cell);
        if (MARKS.contains(folded)) {
            return java.util.Optional.of(Choice.LEFT_OUT);
        }
        return CellWords.choice(cell).filter(choice -> choice != Choice.ADOPTED);
    }

    private @Nullable RowState state() {
        for (int column : of(Field.STATE, 0)) {
            String cell = value(Field.STATE, column);
            if (cell != null && !cell.isEmpty()) {
                var state = CellWords.state(cell);
                if (state.isEmpty()) {
                    problem(column, new WorkbookRefusal.StateUnreadable(Problem.cut(cell)));
                }
                return state.orElse(null);
            }
        }
        return null;
    }

    private @Nullable String owner() {
        for (int column : of(Field.OWNER, 0)) {
            String cell = value(Field.OWNER, column);
            if (cell == null) {
                return blank();
            }
            String plain = Normalizer.normalize(cell, Normalizer.Form.NFKC).strip();
            if (CellWords.saysNothing(plain)) {
                if (!plain.isEmpty()) {
                    note(column, cell, "", "nothing");
                }
                return blank();
            }
            var inside = IN_BRACKETS.matcher(plain);
            String login = inside.find() ? inside.group(1) : plain;
            if (!login.equals(cell)) {
                note(column, cell, login, "owner");
            }
            return login;
        }
        return null;
    }

    private @Nullable String text(Field field, int part) {
        for (int column : of(field, part)) {
            String cell = value(field, column);
            if (cell != null && isShownOtherwise(column)) {
                problem(column, new WorkbookRefusal.IsNumber(Problem.cut(cell)));
            } else if (cell != null && DITTO.matcher(cell).matches()) {
                problem(column, new WorkbookRefusal.IsDitto(cell));
            } else if (cell != null && field.isOfRealisation() && columns.of(Field.CHOICE, 0).isEmpty() && CellWords.saysLeftOut(cell)) {
                problem(column, new WorkbookRefusal.ChoiceAmongTexts(Problem.cut(cell)));
            }
            return cell == null || cell.isEmpty() ? blank() : cell;
        }
        return null;
    }

    /** A number or a day in a text is shown as its format says, which the value does not tell: 99.9%, 第3版. */
    private boolean isShownOtherwise(int column) {
        return row.mark(column).filter(mark -> mark == Mark.NUMBER || mark == Mark.DAY).isPresent();
    }

    private @Nullable Day day(Field field, int part) {
        for (int column : of(field, part)) {
            String cell = value(field, column);
            if (cell == null || CellWords.saysNothing(cell)
                    || field == Field.FROM && cell.matches("期首|期初|期間の初め|start") || field == Field.UNTIL && cell.matches("期末|現在|継続中|end")) {
                if (cell != null && !cell.isEmpty()) {
                    note(column, cell, "", "nothing");
                }
                return written ? new Day(null) : null;
            }
            return day(column, cell);
        }
        return null;
    }

    static boolean isLikely(LocalDate day) {
        return !day.isBefore(FIRST_SERIAL) && !day.isAfter(LAST_SERIAL);
    }

    private @Nullable Day day(int column, String cell) {
        CivilDay.Reading read;
        var mark = row.mark(column).orElse(null);
        if (mark == Mark.NUMBER && cell.matches("[0-9]{1,6}(\\.[0-9]+)?")) {
            read = serials.read(new BigDecimal(cell).doubleValue());
            var day = read.found();
            if (day.isPresent() && !isLikely(day.get())) {
                // a small number in a column of days is no day that anybody meant
                read = CivilDay.read(cell);
            }
        } else {
            read = CivilDay.read(cell.replaceFirst("T[0-9:.]+$", ""));
        }
        if (read instanceof CivilDay.Reading.Refused refused) {
            problem(column, refused.why());
            return null;
        }
        var day = read.found().orElseThrow();
        boolean plainly = cell.equals(day.toString()) || cell.equals(day.toString().replace('-', '/'));
        if (!plainly) {
            note(column, cell, day.toString(), "day");
        }
        return new Day(day);
    }

    private @Nullable String blank() {
        return written ? "" : null;
    }

    /** Columns of a field, as far as they are among the cells that are wanted. */
    private List<Integer> of(Field field, int part) {
        var all = columns.of(field, part);
        return which == Which.ALL ? all : all.stream().filter(column -> isHidden(column) == (which == Which.HIDDEN)).toList();
    }

    /** Null where it cannot be taken, and that has been said. */
    private @Nullable String value(Field field, int column) {
        var clean = CleanText.of(raw(column));
        if (isFormula(column)) {
            problem(column, new WorkbookRefusal.IsFormula(field.heading(false), field.heading(true), clean.text().isEmpty() ? "－" : Problem.cut(clean.text())));
            return null;
        }
        if (clean.text().isEmpty()) {
            return "";
        }
        if (row.mark(column).filter(Mark.STRUCK::equals).isPresent()) {
            problem(column, new WorkbookRefusal.IsStruck(Problem.cut(clean.text())));
            return null;
        }
        if (BROKEN.matcher(clean.text()).matches()) {
            problem(column, new WorkbookRefusal.IsBroken(clean.text()));
            return null;
        }
        if (!clean.changes().isEmpty()) {
            note(column, clean.changes().stream().map(change -> shown(change.from())).distinct().collect(Collectors.joining(" ")),
                    clean.changes().stream().map(change -> shown(change.to())).distinct().collect(Collectors.joining(" ")), "characters");
        }
        if (repeats.at(column, row.number())) {
            note(column, clean.text(), clean.text(), "merged");
        }
        return clean.text();
    }

    private static String shown(String characters) {
        return characters.isEmpty() ? "∅" : characters.codePoints().limit(8)
                .mapToObj(point -> Character.isWhitespace(point) || Character.getType(point) == Character.FORMAT || point < 0x20
                        || point >= 0x2E80 && point <= 0x2FD5 || point >= 0xE000 && point <= 0xF8FF || point == 0xFEFF
                        ? "U+%04X".formatted(point) : Character.toString(point)).collect(Collectors.joining());
    }

    private void problem(int column, Refusal why) {
        problems.add(Problem.of(place, ControlsInSheet.letters(column), text(column), control, why));
    }

    private void note(int column, String from, String to, String what) {
        if (which != Which.HIDDEN) {
            notes.add(new Note(place, ControlsInSheet.letters(column), Problem.cut(from), Problem.cut(to), what));
        }
    }
}
