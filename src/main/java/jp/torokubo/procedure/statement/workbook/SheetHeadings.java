// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.workbook;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.torokubo.ground.files.MergedCells;
import jp.torokubo.ground.files.TableReading;
import jp.torokubo.ground.files.TableReading.Sheet;
import jp.torokubo.ground.japanese.CleanText;
import jp.torokubo.record.criteria.ControlsInSheet;

/** What stands above the answers of a sheet. Rows of answers that only look like headings, because their numbers cannot be read, are none. */
final class SheetHeadings {

    private static final int LOOKED_FOR = 60;
    private static final int SHORT = 30;
    private static final Pattern NUMBER_HEADING = Pattern.compile("番号|番|枝|項|節|章|目標|目的|管理策|箇条|^no|^id|#$|number|control|clause|objective", Pattern.CASE_INSENSITIVE);

    private static final Pattern NUMBERS = Pattern.compile("(管理策|統制|詳細管理策|ismap|管理基準)?(の)?(番号|no\\.?|id|項番)|controlid|controlno\\.?|controlnumber", Pattern.CASE_INSENSITIVE);

    /** Of something else than the controls that are answered. */
    private static final Pattern OTHER_NUMBERS = Pattern.compile("参照|関連|前提|依拠|旧|以前|変更前|改[定訂]前|証跡|規程|文書|版|jis|iso|nist|reference|related|former|previous|^old|evidence|document|version", Pattern.CASE_INSENSITIVE);

    private final Sheet sheet;
    private final ControlsInSheet named;
    private final MergedCells merged;
    private final Set<Integer> rows;
    private final Map<Integer, List<String>> words;

    SheetHeadings(Sheet sheet, ControlsInSheet named, MergedCells merged) {
        this.sheet = sheet;
        this.named = named;
        this.merged = merged;
        this.rows = rowsOf(withoutAnswers(named.headingRows()));
        this.words = rows.equals(named.headingRows()) ? named.headings() : words();
    }

    /** Positions. */
    Set<Integer> rows() {
        return rows;
    }

    /** By column, from below. */
    Map<Integer, List<String>> byColumn() {
        return words;
    }

    /** Position of the first row that may hold an answer; what stands above the headings, be it a number, is none. */
    int firstRow() {
        var below = rows.stream().max(Integer::compare).map(row -> row + 1);
        boolean sought = !named.headingRows().containsAll(rows);
        return sought ? below.orElseThrow() : Math.min(named.firstRow(), below.orElse(Integer.MAX_VALUE));
    }

    /** @param word folded */
    boolean name(int column, String word) {
        return words.getOrDefault(column, List.of()).stream().anyMatch(heading -> CellWords.folded(heading).equals(word));
    }

    /** The words above a column in one of the rows of headings, also where they stand over several columns. */
    String at(int position, int column) {
        var row = sheet.rows().get(position);
        String here = column < row.cells().size() ? row.cells().get(column) : "";
        return !here.isBlank() ? here : sheet.merges().stream()
                .filter(merge -> merge.firstRow() <= row.number() && merge.lastRow() >= row.number() && merge.firstColumn() < column && merge.lastColumn() >= column)
                .findFirst().filter(merge -> merge.firstColumn() < row.cells().size()).map(merge -> row.cells().get(merge.firstColumn())).orElse("");
    }

    /**
     * Those right above the first number, where they head answers. A remark, a blank row or a title with a number of its own may stand between
     * the headings and the numbers: then they are sought by their words.
     */
    private Set<Integer> rowsOf(Set<Integer> above) {
        if (named.rows().isEmpty() || headed(above).size() >= 2) {
            return above;
        }
        int most = Math.min(sheet.rows().size(), LOOKED_FOR);
        for (int row = 0; row < most; row++) {
            if (headed(Set.of(row)).size() >= 2 && !headsItself(row)) {
                return withGroups(row);
            }
        }
        return above;
    }

    /** With a row of headings over several columns above, and one that says more of them below. */
    private Set<Integer> withGroups(int row) {
        var rows = new TreeSet<>(Set.of(row));
        if (row > 0 && isNext(row - 1) && cells(row - 1).stream().filter(cell -> !cell.isBlank()).count() >= 2 && !named.rows().containsKey(row - 1)) {
            rows.add(row - 1);
        }
        boolean says = row + 1 < sheet.rows().size() && isNext(row) && !named.rows().containsKey(row + 1)
                && cells(row + 1).stream().filter(cell -> !cell.isBlank()).allMatch(cell -> cell.length() <= SHORT && (Columns.saysMoreOfAHeading(cell) || Columns.headed(cell).isPresent()))
                && cells(row + 1).stream().anyMatch(cell -> !cell.isBlank());
        if (says) {
            rows.add(row + 1);
        }
        return rows;
    }

    private boolean isNext(int row) {
        return sheet.rows().get(row).number() + 1 == sheet.rows().get(row + 1).number();
    }

    /** Whether a known control begins there: then what looks like headings are answers. */
    private boolean headsItself(int row) {
        return named.rows().getOrDefault(row, List.of()).stream().anyMatch(ControlsInSheet.Named::known);
    }

    /** The answers that rows head. */
    private Set<Field> headed(Set<Integer> positions) {
        return positions.stream().flatMap(row -> IntStream.range(0, cells(row).size()).mapToObj(column -> Columns.headed(at(row, column))))
                .flatMap(Optional::stream).collect(Collectors.toSet());
    }

    private List<String> cells(int row) {
        return sheet.rows().get(row).cells();
    }

    /** A row right below the headings whose number nobody can read looks like one of them: what stands in it tells that it is an answer. */
    private Set<Integer> withoutAnswers(Set<Integer> found) {
        var headed = new HashMap<Integer, Field>();
        var kept = new HashSet<Integer>();
        for (int row : found.stream().sorted().toList()) {
            if (headed.values().stream().distinct().count() >= 2 && isAnswer(row, headed)) {
                break;
            }
            kept.add(row);
            for (int column = 0; column < sheet.rows().get(row).cells().size(); column++) {
                var field = Columns.headed(at(row, column));
                if (field.isPresent()) {
                    headed.put(column, field.get());
                }
            }
        }
        return kept;
    }

    private boolean isAnswer(int position, Map<Integer, Field> headed) {
        var row = sheet.rows().get(position);
        boolean numbered = named.columns().stream().anyMatch(column -> column < row.cells().size() && !row.cells().get(column).isBlank()
                && !merged.repeat(column, row.number()) && !NUMBER_HEADING.matcher(CellWords.folded(row.cells().get(column))).find());
        if (IntStream.range(0, row.cells().size()).filter(column -> !named.columns().contains(column)).mapToObj(row.cells()::get)
                .map(CellWords::choice).flatMap(Optional::stream).distinct().count() > 1) {
            // a column for each of the choices
            return false;
        }
        boolean chosen = false;
        boolean said = false;
        for (var one : headed.entrySet()) {
            String cell = one.getKey() < row.cells().size() ? row.cells().get(one.getKey()).strip() : "";
            if (cell.isEmpty() || merged.repeat(one.getKey(), row.number())) {
                continue;
            }
            boolean choice = one.getValue() == Field.CHOICE && CellWords.choice(cell).isPresent();
            if (!choice && (Columns.headed(cell).isPresent() || Columns.saysMoreOfAHeading(cell))) {
                return false;
            }
            chosen |= choice;
            said = true;
        }
        return chosen || numbered && said;
    }

    private Map<Integer, List<String>> words() {
        var found = new HashMap<Integer, List<String>>();
        int width = sheet.rows().stream().mapToInt(row -> row.cells().size()).max().orElse(0);
        rows.stream().sorted(Comparator.reverseOrder()).forEach(row -> {
            for (int column = 0; column < width; column++) {
                String words = CleanText.clean(at(row, column));
                var lower = found.computeIfAbsent(column, none -> new ArrayList<>());
                if (!words.isEmpty() && !lower.contains(words)) {
                    lower.add(words);
                }
            }
        });
        found.values().removeIf(List::isEmpty);
        return found;
    }

    /**
     * Columns of which somebody has to say whether the numbers stand there: another column calls itself that of the numbers, or what was found
     * calls itself something else. Empty where nothing speaks against what was found.
     */
    List<Integer> doubtfulNumbers() {
        var found = named.columns();
        if (found.isEmpty()) {
            return List.of();
        }
        var called = words.keySet().stream().filter(column -> words.get(column).stream().map(CellWords::folded).anyMatch(word -> NUMBERS.matcher(word).matches())).toList();
        boolean elsewhere = !called.isEmpty() && called.stream().noneMatch(found::contains);
        boolean others = found.stream().allMatch(column -> words.getOrDefault(column, List.of()).stream().map(CellWords::folded).anyMatch(word -> OTHER_NUMBERS.matcher(word).find()));
        return elsewhere || others ? Stream.concat(called.stream(), found.stream()).distinct().sorted().toList() : List.of();
    }

    /** The one column that calls itself that of the numbers, in a row of headings of answers. */
    static Optional<Integer> numberColumn(Sheet sheet) {
        return sheet.rows().stream().limit(LOOKED_FOR).map(TableReading.Row::cells).filter(SheetHeadings::areHeadings).findFirst().flatMap(cells -> {
            var columns = IntStream.range(0, cells.size()).filter(column -> NUMBERS.matcher(CellWords.folded(cells.get(column))).matches()).boxed().toList();
            return columns.size() == 1 ? Optional.of(columns.get(0)) : Optional.empty();
        });
    }

    /** Whether there are headings of answers, in a row or below one another: then it is the numbers that are missing. */
    static boolean areOfAnswers(Sheet sheet) {
        var first = sheet.rows().stream().limit(LOOKED_FOR).map(TableReading.Row::cells).toList();
        return first.stream().anyMatch(SheetHeadings::areHeadings)
                || areHeadings(first.stream().filter(cells -> !cells.isEmpty()).map(cells -> cells.get(0)).toList());
    }

    private static boolean areHeadings(List<String> cells) {
        var fields = cells.stream().map(Columns::headed).flatMap(Optional::stream).collect(Collectors.toSet());
        return fields.size() >= 2 && fields.stream().anyMatch(field -> field == Field.REALISATION_JA || field == Field.REALISATION_EN
                || field == Field.REASON_JA || field == Field.REASON_EN);
    }
}
