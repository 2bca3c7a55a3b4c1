// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.workbook;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jp.torokubo.ground.files.TableReading;
import jp.torokubo.ground.files.TableReading.Sheet;
import jp.torokubo.procedure.statement.workbook.WorkbookReading.ColumnUse;
import jp.torokubo.procedure.statement.workbook.WorkbookReading.Problem;
import jp.torokubo.record.criteria.ControlsInSheet;

/** What each column of a sheet is read as, and of which a person has to say something first. */
final class ColumnUses {

    private static final int SENTENCE = 40;
    /** A sign or a short code is no word. */
    private static final Pattern WORDS = Pattern.compile("[\\p{IsHiragana}\\p{IsKatakana}\\p{IsHan}]{2}|\\p{L}{2}\\s+\\p{L}{2}");

    private final Sheet sheet;
    private final ControlsInSheet named;
    private final SheetHeadings headings;
    private final Columns columns;
    private final Map<Integer, Optional<Field>> chosen;
    private final Columns.Cells below;
    private final Map<Integer, ColumnUse> uses;

    /** @param without whether nobody can tell where the numbers stand: then every column may be said to hold them */
    ColumnUses(
            Sheet sheet, ControlsInSheet named, SheetHeadings headings, Columns columns, Map<Integer, Optional<Field>> chosen,
            Columns.Cells below, boolean without) {
        this.sheet = sheet;
        this.named = named;
        this.headings = headings;
        this.columns = columns;
        this.chosen = chosen;
        this.below = below;
        this.uses = uses(without);
    }

    List<ColumnUse> all() {
        return List.copyOf(uses.values());
    }

    private Map<Integer, ColumnUse> uses(boolean without) {
        var uses = new TreeMap<Integer, ColumnUse>();
        headings.byColumn().forEach((column, words) -> {
            uses.put(column, new ColumnUse(ControlsInSheet.letters(column), String.join(" / ", words), use(column)));
        });
        int width = without || !named.rows().isEmpty() ? width() : 0;
        for (int column = 0; column < width; column++) {
            if (!uses.containsKey(column) && (without || isFilled(column))) {
                uses.put(column, new ColumnUse(ControlsInSheet.letters(column), without ? firstWords(column) : "", use(column)));
            }
        }
        return uses;
    }

    /**
     * Where the choices, the realisations or the reasons are missing, whatever is filled and not read may be them; unless somebody has said of
     * it what it is.
     *
     * @param leftOut whether reasons are needed: a row is read that is not selected
     */
    List<ColumnUse> doubtful(boolean leftOut) {
        var fields = columns.found().values().stream().map(Columns.Use::field).collect(Collectors.toSet());
        boolean choices = fields.contains(Field.CHOICE);
        boolean texts = fields.contains(Field.REALISATION_JA) || fields.contains(Field.REALISATION_EN);
        boolean lost = fields.contains(Field.KEY) && Arrays.stream(Field.values()).anyMatch(field -> field.isRead() && !fields.contains(field));
        var undecided = columns.undecided().values().stream().flatMap(List::stream).collect(Collectors.toSet());
        boolean reasons = !leftOut || fields.contains(Field.REASON_JA) || fields.contains(Field.REASON_EN);
        return uses.entrySet().stream()
                .filter(one -> one.getValue().use().isEmpty() && !chosen.containsKey(one.getKey()) && isFilled(one.getKey()))
                .filter(one -> {
                    int column = one.getKey();
                    var heading = one.getValue().heading();
                    return undecided.contains(column)
                            || Columns.mayBeMeantInstead(heading)
                            || lost && !Columns.saysWhatItIs(heading, true)
                            || (!choices || !reasons || holdsWords(column)) && !Columns.saysWhatItIs(heading, false)
                            || !reasons && Columns.headsRemarks(heading)
                            || !texts && !Columns.saysWhatItIs(heading, holdsSentences(column));
                })
                .map(Map.Entry::getValue).toList();
    }

    private String use(int column) {
        var found = columns.found().get(column);
        return named.columns().contains(column) ? Field.NUMBER.code() : found == null ? "" : found.field().code();
    }

    private boolean holdsWords(int column) {
        return below.below(column).stream().anyMatch(cell -> WORDS.matcher(cell).find());
    }

    private boolean holdsSentences(int column) {
        return below.below(column).stream().anyMatch(cell -> cell.length() >= SENTENCE || cell.matches("(?s).*[。．]") || cell.split("\\s+").length >= 4);
    }

    private String firstWords(int column) {
        return sheet.rows().stream().map(TableReading.Row::cells).filter(cells -> column < cells.size() && !cells.get(column).isBlank())
                .map(cells -> Problem.cut(cells.get(column))).findFirst().orElse("");
    }

    private boolean isFilled(int column) {
        return named.rows().keySet().stream().map(position -> sheet.rows().get(position).cells())
                .anyMatch(cells -> column < cells.size() && !cells.get(column).isBlank());
    }

    private int width() {
        return sheet.rows().stream().mapToInt(row -> row.cells().size()).max().orElse(0);
    }
}
