// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.criteria.desk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jp.torokubo.record.criteria.importing.CriteriaDryRun;
import jp.torokubo.record.criteria.importing.CriteriaDryRun.Difference;
import jp.torokubo.record.criteria.importing.CriteriaDryRun.Outcome;
import jp.torokubo.record.criteria.importing.CriteriaDryRun.Row;
import jp.torokubo.record.criteria.importing.ReadingOfWorkbook;
import jp.torokubo.record.criteria.importing.ReadingOfWorkbook.Note;
import jp.torokubo.record.criteria.importing.ReadingOfWorkbook.Problem;
import jp.torokubo.record.rulebook.ChangedText;
import org.jspecify.annotations.Nullable;

/** A dry run as its page shows it: counts of each kind, and the rows of the kind that was asked for. */
final class ShownCriteriaRun {

    static final String CHANGES = "changes";
    static final String PROBLEMS = "problems";
    static final String NOTES = "notes";
    private static final int MOST = 100;

    /** @param kind stable name: of an outcome, or problems, notes, changes */
    record Count(String kind, long count) {}

    /** @param words what is wrong, and what to do about it */
    record Wrong(Problem problem, String words) {}

    /** @param stretches with the changed words marked; empty where only one side has words */
    record Field(Difference difference, List<ChangedText.Stretch> stretches) {}

    record Line(Row row, List<Field> fields) {}

    private final CriteriaDryRun dryRun;
    private final ReadingOfWorkbook reading;
    private final WrongsOfCriteria wrongs;
    private final String kind;

    /** @param asked null or unknown: what matters most */
    ShownCriteriaRun(CriteriaDryRun dryRun, ReadingOfWorkbook reading, WrongsOfCriteria wrongs, @Nullable String asked) {
        this.dryRun = dryRun;
        this.reading = reading;
        this.wrongs = wrongs;
        var kinds = counts().stream().map(Count::kind).toList();
        this.kind = asked != null && kinds.contains(asked) ? asked
                : dryRun.changes() > 0 ? CHANGES : reading.problems().isEmpty() ? kinds.stream().findFirst().orElse(CHANGES) : PROBLEMS;
    }

    public String kind() {
        return kind;
    }

    public String comparedWith() {
        return dryRun.comparedWith();
    }

    public @Nullable String fitsBetter() {
        return dryRun.fitsBetter();
    }

    public List<String> obstacles() {
        return dryRun.obstacles().stream().map(wrongs::say).toList();
    }

    public long changes() {
        return dryRun.changes();
    }

    public int problemCount() {
        return reading.problems().size();
    }

    /** Kinds of which there is at least one, as buttons to choose by. */
    public List<Count> counts() {
        var counts = new ArrayList<Count>();
        counts.add(new Count(CHANGES, dryRun.changes()));
        Arrays.stream(Outcome.values()).forEach(outcome -> counts.add(new Count(outcome.code(), dryRun.count(outcome))));
        counts.add(new Count(PROBLEMS, reading.problems().size()));
        counts.add(new Count(NOTES, reading.notes().size()));
        return counts.stream().filter(count -> count.count() > 0).toList();
    }

    public long of(String code) {
        return Arrays.stream(Outcome.values()).filter(outcome -> outcome.code().equals(code)).mapToLong(dryRun::count).sum();
    }

    public List<Line> rows() {
        return chosen().stream().limit(MOST).map(row -> new Line(row, row.differences().stream().map(ShownCriteriaRun::field).toList())).toList();
    }

    public long more() {
        long all = kind.equals(PROBLEMS) ? reading.problems().size() : kind.equals(NOTES) ? reading.notes().size() : chosen().size();
        return Math.max(0, all - MOST);
    }

    private List<Row> chosen() {
        return dryRun.rows().stream()
                .filter(row -> kind.equals(CHANGES) ? row.outcome().changes() : row.outcome().code().equals(kind)).toList();
    }

    private static Field field(Difference difference) {
        boolean words = difference.before() != null && difference.after() != null && !difference.ours();
        return new Field(difference, words ? ChangedText.between(difference.before(), difference.after()).stretches() : List.of());
    }

    public List<Wrong> problems() {
        return reading.problems().stream().limit(MOST).map(problem -> new Wrong(problem, wrongs.say(problem))).toList();
    }

    public List<Note> notes() {
        return reading.notes().stream().limit(MOST).toList();
    }

    /** How often each kind of note. */
    public Map<String, Long> noteCounts() {
        return reading.notes().stream().collect(Collectors.groupingBy(Note::what, java.util.TreeMap::new, Collectors.counting()));
    }
}
