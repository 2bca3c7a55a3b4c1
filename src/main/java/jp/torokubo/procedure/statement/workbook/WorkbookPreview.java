// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.workbook;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import jp.torokubo.procedure.statement.Answer;
import jp.torokubo.procedure.statement.AnswerEdit;
import jp.torokubo.procedure.statement.AnswerRules;
import jp.torokubo.procedure.statement.Realisation;
import jp.torokubo.procedure.statement.StatementRefusal;
import jp.torokubo.procedure.statement.WholeStatement;
import jp.torokubo.procedure.statement.Wording;
import jp.torokubo.procedure.statement.WorkbookRefusal;
import jp.torokubo.procedure.statement.workbook.WorkbookReading.Part;
import jp.torokubo.procedure.statement.workbook.WorkbookReading.Place;
import jp.torokubo.procedure.statement.workbook.WorkbookReading.Problem;
import jp.torokubo.procedure.statement.workbook.WorkbookReading.Row;
import org.jspecify.annotations.Nullable;

/**
 * What would become of a statement if a workbook were taken into it now. Every row passes the validator of the grid.
 *
 * @param rows in natural order; those that cannot be taken among them
 * @param problems of the reading, of places that lead to no row
 */
public record WorkbookPreview(List<Planned> rows, List<Problem> problems) {

    public WorkbookPreview {
        rows = List.copyOf(rows);
        problems = List.copyOf(problems);
    }

    public enum Kind {
        /** Nobody has written into the row yet. */
        NEW,
        CHANGED,
        UNCHANGED,
        /** Somebody has changed the row since the workbook was written: left alone, unless it is asked for. */
        CONFLICT,
        ERROR;

        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        /** Key of its words. */
        public String messageKey() {
            return "statement.workbook.kind." + code();
        }
    }

    /**
     * One control of the workbook.
     *
     * @param before what the statement says now
     * @param after what it would say; the same as before where nothing would change
     * @param edit what would be asked for; null where nothing can be, or need be
     * @param fields in which the two differ
     */
    public record Planned(
            Place place, String control, Kind kind, Answer before, Answer after, @Nullable AnswerEdit edit, Set<Field> fields,
            List<Problem> problems) {}

    /** @param asWritten what a row said in an earlier version; empty where that is not known */
    public static WorkbookPreview of(
            WorkbookReading reading, WholeStatement whole, EditionNumbers numbers, Owners owners, BiFunction<String, Long, Optional<Answer>> asWritten) {
        var rows = reading.rows().stream().map(row -> planned(row, whole, numbers, owners, asWritten))
                .filter(planned -> !isSilentlyHidden(planned)).toList();
        return new WorkbookPreview(rows.stream().map(Hiding::planned).toList(), reading.problems());
    }

    public List<Planned> of(Kind kind) {
        return rows.stream().filter(row -> row.kind() == kind).toList();
    }

    /** Everything that is wrong, in one list. */
    public List<Problem> allProblems() {
        var all = new ArrayList<>(problems);
        rows.forEach(row -> all.addAll(row.problems()));
        return all;
    }

    /** The changes that can be made. @param overriding controls of conflicts that are to say what the workbook says */
    public List<AnswerEdit> edits(Set<String> overriding) {
        return rows.stream().filter(row -> row.edit() != null)
                .filter(row -> row.kind() == Kind.NEW || row.kind() == Kind.CHANGED
                        || row.kind() == Kind.CONFLICT && overriding.contains(row.control()))
                .map(Planned::edit).toList();
    }

    private record Hiding(Planned planned, boolean hidden) {}

    /** What is hidden and says the same needs no word. */
    private static boolean isSilentlyHidden(Hiding one) {
        return one.hidden() && one.planned().kind() == Kind.UNCHANGED;
    }

    private static Hiding planned(
            Row row, WholeStatement whole, EditionNumbers numbers, Owners owners, BiFunction<String, Long, Optional<Answer>> asWritten) {
        var before = whole.answer(row.control());
        var control = numbers.control(row.control()).orElseThrow();
        if (!row.hidden() && isAsWritten(row, before, owners, asWritten)) {
            return new Hiding(new Planned(row.place(), row.control(), Kind.UNCHANGED, before, before, null, Set.of(), List.of()), false);
        }
        var edit = edit(row, before, owners);
        if (row.version() != null && row.version() < before.version() && edit.state() != null
                && then(row, asWritten).filter(answer -> answer.state() == row.state()).isPresent()) {
            // he left the state as it was written out: it has moved on since
            edit = edit.withState(null);
        }
        var wrong = AnswerRules.wrong(control, before, edit, owners.logins());
        var after = edit.appliedTo(before);
        var fields = differences(before, after);
        if (row.hidden()) {
            boolean same = AnswerRules.isAnswered(control) && fields.isEmpty();
            return new Hiding(same ? new Planned(row.place(), row.control(), Kind.UNCHANGED, before, before, null, Set.of(), List.of())
                    : error(row, before, List.of(Problem.of(row.place(), "", "", row.control(), new WorkbookRefusal.Hidden(row.control())))), true);
        }
        if (!wrong.isEmpty()) {
            return new Hiding(error(row, before, wrong.stream().map(why -> problem(row, why)).toList()), false);
        }
        if (row.version() != null && row.version() > before.version()) {
            return new Hiding(error(row, before, List.of(
                    Problem.of(row.place(), "", "", row.control(), new WorkbookRefusal.KeyFromTheFuture(row.control())))), false);
        }
        if (fields.isEmpty()) {
            return new Hiding(new Planned(row.place(), row.control(), Kind.UNCHANGED, before, before, null, Set.of(), List.of()), false);
        }
        var kind = row.version() != null && row.version() < before.version() ? Kind.CONFLICT : before.isUntouched() ? Kind.NEW : Kind.CHANGED;
        return new Hiding(new Planned(row.place(), row.control(), kind, before, after, edit, fields, List.of()), false);
    }

    /** Whether nobody has touched the row in the workbook, though somebody has in the statement: then the statement stays as it is. */
    private static boolean isAsWritten(Row row, Answer now, Owners owners, BiFunction<String, Long, Optional<Answer>> asWritten) {
        var version = row.version();
        if (version == null || version >= now.version()) {
            return false;
        }
        return then(row, asWritten).filter(answer -> differences(answer, edit(row, answer, owners).appliedTo(answer)).isEmpty()).isPresent();
    }

    /** What the row said when it was written out; empty where it was not, or that is not known. */
    private static Optional<Answer> then(Row row, BiFunction<String, Long, Optional<Answer>> asWritten) {
        var version = row.version();
        return version == null ? Optional.empty()
                : version == 0 ? Optional.of(Answer.untouched(row.control())) : asWritten.apply(row.control(), version);
    }

    /** With the cell that is meant, where the refusal speaks of one. */
    private static Problem problem(Row row, StatementRefusal why) {
        Field field = null;
        String value = "";
        if (why instanceof StatementRefusal.OwnerUnknown) {
            field = Field.OWNER;
            value = or(row.owner(), "");
        } else if (why instanceof StatementRefusal.NoSuchMove move) {
            return Problem.of(row.place(), row.letters().getOrDefault(Field.STATE, ""), move.to().word(false), row.control(), new WorkbookRefusal.StateNotFromHere(
                    move.from().word(false), move.from().word(true), move.to().word(false), move.to().word(true)));
        } else if (why instanceof StatementRefusal.DaysReversed || why instanceof StatementRefusal.DaysOverlap) {
            field = Field.FROM;
        } else if (why instanceof StatementRefusal.TextTooLong text) {
            field = text.field().equals("reason") ? Field.REASON_JA : Field.REALISATION_JA;
        }
        return Problem.of(row.place(), field == null ? "" : row.letters().getOrDefault(field, ""), value, row.control(), why);
    }

    private static Planned error(Row row, Answer before, List<Problem> problems) {
        return new Planned(row.place(), row.control(), Kind.ERROR, before, before, null, Set.of(), problems);
    }

    /** What the row asks for. What it says as the statement does already is not asked for, so that it moves no state. */
    static AnswerEdit edit(Row row, Answer before, Owners owners) {
        var edit = AnswerEdit.of(row.control());
        if (row.choice() != null && row.choice() != before.choice()) {
            edit = edit.withChoice(row.choice());
        }
        var realisations = realisations(row, before.realisations());
        if (realisations != null && !realisations.equals(spoken(before.realisations()))) {
            edit = edit.withRealisations(realisations);
        }
        var reason = new Wording(or(row.reasonJa(), before.reason().ja()), or(row.reasonEn(), before.reason().en()));
        if (!reason.equals(before.reason())) {
            edit = edit.withReason(reason);
        }
        var owner = owners.login(row.owner(), before.owner());
        if (!owner.equals(before.owner())) {
            edit = edit.withOwner(owner);
        }
        if (row.due() != null && !java.util.Objects.equals(row.due().on(), before.due())) {
            edit = edit.withDue(row.due().on());
        }
        if (row.state() != null && row.state() != before.state()) {
            edit = edit.withState(row.state());
        }
        return edit;
    }

    private static @Nullable List<Realisation> realisations(Row row, List<Realisation> before) {
        boolean written = row.version() != null;
        if (row.parts().isEmpty() || !written && row.parts().stream().noneMatch(Part::speaks)) {
            return null;
        }
        var after = new ArrayList<Realisation>();
        for (int at = 0; at < row.parts().size(); at++) {
            var part = row.parts().get(at);
            var was = at < before.size() ? before.get(at) : Realisation.throughout(Wording.NONE);
            after.add(new Realisation(
                    new Wording(or(part.ja(), was.text().ja()), or(part.en(), was.text().en())),
                    part.from() == null ? was.from() : part.from().on(), part.until() == null ? was.until() : part.until().on()));
        }
        if (!written && row.parts().stream().allMatch(part -> part.ja() == null)) {
            // a workbook of translations, say: it does not speak of the states beyond its own
            before.stream().skip(row.parts().size()).forEach(after::add);
        }
        var spoken = new ArrayList<>(spoken(after));
        spoken.sort(Comparator.comparing(Realisation::from, Comparator.nullsFirst(Comparator.naturalOrder())));
        return List.copyOf(spoken);
    }

    private static List<Realisation> spoken(List<Realisation> realisations) {
        return realisations.stream().filter(one -> !one.text().isEmpty() || one.from() != null || one.until() != null).toList();
    }

    private static String or(@Nullable String said, String before) {
        return said == null ? before : said;
    }

    private static Set<Field> differences(Answer before, Answer after) {
        var fields = EnumSet.noneOf(Field.class);
        add(fields, Field.CHOICE, before.choice() != after.choice());
        add(fields, Field.REASON_JA, !before.reason().ja().equals(after.reason().ja()));
        add(fields, Field.REASON_EN, !before.reason().en().equals(after.reason().en()));
        add(fields, Field.OWNER, !before.owner().equals(after.owner()));
        add(fields, Field.DUE, !java.util.Objects.equals(before.due(), after.due()));
        add(fields, Field.STATE, before.state() != after.state());
        for (int at = 0; at < Math.max(before.realisations().size(), after.realisations().size()); at++) {
            var was = at < before.realisations().size() ? before.realisations().get(at) : Realisation.throughout(Wording.NONE);
            var is = at < after.realisations().size() ? after.realisations().get(at) : Realisation.throughout(Wording.NONE);
            add(fields, Field.REALISATION_JA, !was.text().ja().equals(is.text().ja()));
            add(fields, Field.REALISATION_EN, !was.text().en().equals(is.text().en()));
            add(fields, Field.FROM, !java.util.Objects.equals(was.from(), is.from()));
            add(fields, Field.UNTIL, !java.util.Objects.equals(was.until(), is.until()));
        }
        return java.util.Collections.unmodifiableSet(fields);
    }

    private static void add(Set<Field> fields, Field field, boolean differs) {
        if (differs) {
            fields.add(field);
        }
    }

    /** Whether nothing would be done. */
    public boolean changesNothing() {
        return rows.stream().noneMatch(row -> row.kind() == Kind.NEW || row.kind() == Kind.CHANGED);
    }
}
