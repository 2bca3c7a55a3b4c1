// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.workbook;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jp.torokubo.ground.files.TableReading.Sheet;
import jp.torokubo.procedure.statement.StatementId;
import jp.torokubo.procedure.statement.WorkbookRefusal;
import jp.torokubo.procedure.statement.workbook.WorkbookReading.Fate;
import jp.torokubo.procedure.statement.workbook.WorkbookReading.Note;
import jp.torokubo.procedure.statement.workbook.WorkbookReading.Problem;
import jp.torokubo.procedure.statement.workbook.WorkbookReading.Row;
import jp.torokubo.procedure.statement.workbook.WorkbookReading.SheetUse;

/**
 * Reads answers out of a workbook of any layout: one that the program wrote, an official one, or one somebody made up.
 *
 * <p>What can be read in one way only is taken; everything else is said with its place. Where one cell of a row cannot be read, nothing of
 * that row is taken.
 */
public final class WorkbookReader {

    private static final Pattern ASIDE = Pattern.compile(
            "前年|昨年|前回|過年度|旧|廃止|使わない|使用しない|使用不可|不要|没$|ボツ|案$|❌|🗑|old|previous|参考|reference|例|example|sample|見本|サンプル|ひな形|雛形|20[0-9]{2}年度?|(令和|平成|r|h)[0-9０-９]{1,2}年度?|下書|draft|バックアップ|backup|控え|コピー|copy|履歴|history", Pattern.CASE_INSENSITIVE);

    private static final int HEADINGS_SHOWN = 12;

    private WorkbookReader() {}

    /** @param statement whose row keys count */
    public static WorkbookReading read(List<Sheet> sheets, StatementId statement, EditionNumbers numbers) {
        return read(sheets, statement, numbers, List.of());
    }

    /** @param chosen what somebody says of columns; everything else is found */
    public static WorkbookReading read(List<Sheet> sheets, StatementId statement, EditionNumbers numbers, List<ColumnChoice> chosen) {
        var readings = IntStream.range(0, sheets.size())
                .mapToObj(at -> new AnswersInSheet(sheets.get(at), statement, numbers, ColumnChoice.of(chosen, at))).toList();
        var aside = setAside(readings);
        var problems = new ArrayList<Problem>();
        var notes = new ArrayList<Note>();
        var uses = new ArrayList<SheetUse>();
        Map<String, List<FoundRow>> byControl = new LinkedHashMap<>();
        var hidden = new ArrayList<Row>();
        for (var reading : readings) {
            uses.add(reading.use(aside.contains(reading)));
            if (aside.contains(reading)) {
                continue;
            }
            if (!reading.isHidden()) {
                problems.addAll(reading.problems());
                notes.addAll(reading.notes());
            }
            reading.rows().forEach(row -> byControl.computeIfAbsent(row.control() + (row.hidden() ? " hidden" : ""), none -> new ArrayList<>()).add(row));
        }
        var refused = new HashMap<String, Problem>();
        problems.stream().filter(problem -> problem.control() != null).forEach(problem -> refused.putIfAbsent(problem.control(), problem));
        var rows = new ArrayList<Row>();
        byControl.values().forEach(found -> {
            var joined = JoinedRows.of(found);
            if (found.get(0).hidden()) {
                joined.row().ifPresent(hidden::add);
                return;
            }
            var other = refused.containsKey(found.get(0).control()) ? refused.get(found.get(0).control()) : joined.problems().stream().findFirst().orElse(null);
            problems.addAll(joined.problems());
            if (other == null) {
                joined.row().ifPresent(rows::add);
                notes.addAll(joined.notes());
                return;
            }
            // half of what the workbook says of a control would say that the other half is no more
            var told = problems.stream().map(Problem::place).collect(Collectors.toSet());
            found.stream().filter(row -> !told.contains(row.place()) && (row.isWritten() || row.speaks())).forEach(row -> problems.add(
                    Problem.of(row.place(), "", "", row.control(), new WorkbookRefusal.OtherRow(row.control(), other.place().sheet(), other.place().row()))));
        });
        problems.addAll(ofOneOfTwoSheets(readings, aside, rows, problems));
        rows.addAll(hidden);
        rows.sort(Comparator.comparingInt((Row row) -> numbers.position(row.control())).thenComparing(Row::hidden));
        var order = sheets.stream().map(Sheet::name).toList();
        problems.sort(Comparator.comparingInt((Problem problem) -> order.indexOf(problem.place().sheet()))
                .thenComparingInt(problem -> problem.place().row()));
        if (rows.isEmpty() && problems.isEmpty() && uses.stream().allMatch(use -> use.doubtful().isEmpty())
                && readings.stream().noneMatch(reading -> reading.fate() == Fate.READ || reading.fate() == Fate.HIDDEN)) {
            var headings = uses.stream().flatMap(use -> use.columns().stream()).map(WorkbookReading.ColumnUse::heading).filter(heading -> !heading.isBlank())
                    .distinct().limit(HEADINGS_SHOWN).toList();
            problems.add(Problem.of(new WorkbookReading.Place(order.isEmpty() ? "" : order.get(0), 0), "", "", null, new WorkbookRefusal.NothingFound(
                    headings.isEmpty() ? "なし" : String.join("、", headings), headings.isEmpty() ? "none" : String.join(", ", headings))));
        }
        return new WorkbookReading(rows, problems, uses, notes);
    }

    /** Where two sheets contradict one another, what only one of them says is not taken from it either, as long as the other names the control too. */
    private static List<Problem> ofOneOfTwoSheets(List<AnswersInSheet> readings, Set<AnswersInSheet> aside, List<Row> rows, List<Problem> problems) {
        var contradicted = new HashMap<String, Set<String>>();
        for (var problem : problems) {
            if (problem.code().equals("statement.book-twice-otherwise") || problem.code().equals("statement.book-twice-without-days")) {
                var other = String.valueOf(problem.given().get("sheet"));
                if (!other.equals(problem.place().sheet())) {
                    contradicted.computeIfAbsent(problem.place().sheet(), none -> new HashSet<>()).add(other);
                }
            }
        }
        var found = new ArrayList<Problem>();
        if (contradicted.isEmpty()) {
            return found;
        }
        rows.removeIf(row -> {
            var others = contradicted.getOrDefault(row.place().sheet(), Set.of());
            var other = readings.stream().filter(one -> others.contains(one.name()) && !aside.contains(one) && one.controls().contains(row.control()))
                    .filter(one -> one.rows().stream().noneMatch(there -> there.control().equals(row.control()) && there.speaks())).findFirst();
            other.ifPresent(one -> found.add(Problem.of(
                    row.place(), "", "", row.control(), new WorkbookRefusal.OneOfTwoSheets(row.control(), one.name()))));
            return other.isPresent();
        });
        return found;
    }

    /** Sheets that call themselves something else, as long as what they name stands elsewhere too. */
    private static Set<AnswersInSheet> setAside(List<AnswersInSheet> readings) {
        var read = readings.stream().filter(one -> one.fate() == Fate.READ).toList();
        var named = read.stream().filter(one -> ASIDE.matcher(one.name()).find()).collect(Collectors.toCollection(HashSet::new));
        var elsewhere = read.stream().filter(one -> !named.contains(one)).flatMap(one -> one.controls().stream()).collect(Collectors.toSet());
        if (readings.stream().anyMatch(one -> !one.isHidden() && one.missesNumbers() && !ASIDE.matcher(one.name()).find())) {
            // the answers stand there, though they cannot be read
            return named;
        }
        named.removeIf(one -> one.controls().stream().filter(elsewhere::contains).count() * 2 < one.controls().size());
        return named;
    }
}
