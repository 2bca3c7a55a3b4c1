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
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jp.torokubo.ground.files.TableReading;
import jp.torokubo.ground.files.TableReading.Sheet;
import jp.torokubo.ground.japanese.CleanText;
import jp.torokubo.record.criteria.ControlsInSheet;

/** What stands above the answers of a sheet. Rows of answers that only look like headings, because their numbers cannot be read, are none. */
final class SheetHeadings {

    private static final int LOOKED_FOR = 40;
    private static final Pattern NUMBER_HEADING = Pattern.compile("番号|番|枝|項|節|章|目標|目的|管理策|箇条|^no|^id|#$|number|control|clause|objective", Pattern.CASE_INSENSITIVE);

    private final Sheet sheet;
    private final ControlsInSheet named;
    private final MergedCells merged;
    private final Set<Integer> rows;
    private final Map<Integer, List<String>> words;

    SheetHeadings(Sheet sheet, ControlsInSheet named, MergedCells merged) {
        this.sheet = sheet;
        this.named = named;
        this.merged = merged;
        this.rows = withoutAnswers(named.headingRows());
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

    /** Position of the first row that may hold an answer. */
    int firstRow() {
        return Math.min(named.firstRow(), rows.stream().max(Integer::compare).map(row -> row + 1).orElse(Integer.MAX_VALUE));
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
