// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.workbook;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import jp.torokubo.procedure.statement.Choice;
import jp.torokubo.procedure.statement.WorkbookRefusal;
import jp.torokubo.procedure.statement.workbook.WorkbookReading.Day;
import jp.torokubo.procedure.statement.workbook.WorkbookReading.Note;
import jp.torokubo.procedure.statement.workbook.WorkbookReading.Part;
import jp.torokubo.procedure.statement.workbook.WorkbookReading.Problem;
import jp.torokubo.procedure.statement.workbook.WorkbookReading.Row;
import org.jspecify.annotations.Nullable;

/**
 * All rows of one control as one: the states before and after changes, each in a row of its own, or the same twice. Where two rows say
 * different things of it, neither is believed.
 */
record JoinedRows(Optional<Row> row, List<Problem> problems, List<Note> notes) {

    static JoinedRows of(List<FoundRow> rows) {
        return new Joining(rows).joined();
    }

    private static final class Joining {

        private final List<FoundRow> rows;
        private final List<Problem> problems = new ArrayList<>();
        private final List<Note> notes = new ArrayList<>();

        Joining(List<FoundRow> rows) {
            this.rows = rows;
        }

        JoinedRows joined() {
            var first = rows.get(0);
            var choice = one(Field.CHOICE, FoundRow::choice, said -> said != Choice.OPEN, FoundRow::choiceWritten);
            var reasonJa = one(Field.REASON_JA, FoundRow::reasonJa, said -> !said.isEmpty(), FoundRow::reasonJa);
            var reasonEn = one(Field.REASON_EN, FoundRow::reasonEn, said -> !said.isEmpty(), FoundRow::reasonEn);
            var owner = one(Field.OWNER, FoundRow::owner, said -> !said.isEmpty(), FoundRow::owner);
            var due = one(Field.DUE, FoundRow::due, said -> said.on() != null, row -> String.valueOf(Objects.requireNonNull(row.due()).on()));
            var state = one(Field.STATE, FoundRow::state, said -> true, row -> Objects.requireNonNull(row.state()).word(false));
            var parts = parts();
            if (!problems.isEmpty()) {
                return new JoinedRows(Optional.empty(), List.copyOf(problems), List.of());
            }
            var version = rows.stream().map(FoundRow::version).filter(Objects::nonNull).min(Comparator.naturalOrder()).orElse(null);
            var more = rows.stream().skip(1).map(FoundRow::place).toList();
            return new JoinedRows(
                    Optional.of(new Row(first.place(), first.letters(), more, first.control(), version, choice, parts, reasonJa, reasonEn, owner, due, state, first.hidden())),
                    List.of(), List.copyOf(notes));
        }

        /** What the rows that say something say; the first of the others where none does. */
        private <T> @Nullable T one(Field field, Function<FoundRow, @Nullable T> get, Predicate<T> speaks, Function<FoundRow, @Nullable String> shown) {
            FoundRow speaker = null;
            T said = null;
            T silent = null;
            for (var row : rows) {
                var value = get.apply(row);
                if (value == null) {
                    continue;
                }
                if (!speaks.test(value)) {
                    silent = silent == null ? value : silent;
                } else if (speaker == null) {
                    speaker = row;
                    said = value;
                } else if (!value.equals(said)) {
                    contradict(field, speaker, row, String.valueOf(shown.apply(speaker)), String.valueOf(shown.apply(row)));
                }
            }
            if (speaker != null) {
                var spoken = speaker;
                var words = String.valueOf(shown.apply(speaker));
                rows.stream().filter(row -> isSilentElsewhere(row, spoken, field)).forEach(row -> contradict(field, spoken, row, words, ""));
            }
            return said != null ? said : silent;
        }

        /** Whether another sheet answers the same control and has the column, but nothing in it: nobody can tell which of the two is meant. */
        private static boolean isSilentElsewhere(FoundRow row, FoundRow speaker, Field field) {
            boolean silent = switch (field) {
                case CHOICE -> row.choice() == null || row.choice() == Choice.OPEN;
                case REASON_JA -> row.reasonJa() == null || row.reasonJa().isEmpty();
                case REASON_EN -> row.reasonEn() == null || row.reasonEn().isEmpty();
                case REALISATION_JA, REALISATION_EN -> row.parts().stream().noneMatch(Part::speaks);
                default -> false;
            };
            return silent && !row.place().sheet().equals(speaker.place().sheet()) && row.letters().containsKey(field) && row.speaks();
        }

        private void contradict(Field field, FoundRow one, FoundRow other, String said, String saidThere) {
            problems.add(Problem.of(one.place(), one.letters().getOrDefault(field, ""), said, one.control(), new WorkbookRefusal.TwiceOtherwise(
                    one.control(), field.heading(false), field.heading(true), other.place().sheet(), other.place().row())));
            problems.add(Problem.of(other.place(), other.letters().getOrDefault(field, ""), saidThere, one.control(), new WorkbookRefusal.TwiceOtherwise(
                    one.control(), field.heading(false), field.heading(true), one.place().sheet(), one.place().row())));
        }

        private List<Part> parts() {
            var kept = new ArrayList<Part>();
            var keptOf = new ArrayList<FoundRow>();
            for (var row : rows) {
                for (var part : row.parts()) {
                    int same = part.speaks() ? kept.indexOf(part) : -1;
                    if (same >= 0) {
                        notes.add(new Note(row.place(), "", Problem.cut(shown(part)), String.valueOf(keptOf.get(same).place().row()), "repeated"));
                    } else if (part.speaks() || row.isWritten()) {
                        // also a silent one of a row that was written out: it keeps the others in their places
                        kept.add(part);
                        keptOf.add(row);
                    }
                }
            }
            FoundRow undated = null;
            Part first = Part.SILENT;
            for (int at = 0; at < kept.size(); at++) {
                if (!kept.get(at).speaks() || !hasNoDays(kept.get(at)) || keptOf.get(at) == undated) {
                    continue;
                }
                if (undated == null) {
                    undated = keptOf.get(at);
                    first = kept.get(at);
                } else {
                    twice(undated, keptOf.get(at), first);
                    twice(keptOf.get(at), undated, kept.get(at));
                }
            }
            IntStream.range(0, kept.size()).filter(at -> kept.get(at).speaks()).findFirst().ifPresent(at ->
                    rows.stream().filter(row -> isSilentElsewhere(row, keptOf.get(at), Field.REALISATION_JA))
                            .forEach(row -> contradict(Field.REALISATION_JA, keptOf.get(at), row, shown(kept.get(at)), "")));
            return List.copyOf(kept);
        }

        private static String shown(Part part) {
            return Objects.requireNonNullElse(part.ja(), Objects.requireNonNullElse(part.en(), ""));
        }

        private void twice(FoundRow one, FoundRow other, Part part) {
            problems.add(Problem.of(one.place(), one.letters().getOrDefault(part.ja() == null ? Field.REALISATION_EN : Field.REALISATION_JA, ""), shown(part), one.control(),
                    new WorkbookRefusal.TwiceWithoutDays(one.control(), other.place().sheet(), other.place().row())));
        }

        private static boolean hasNoDays(Part part) {
            return isNone(part.from()) && isNone(part.until());
        }

        private static boolean isNone(@Nullable Day day) {
            return day == null || day.on() == null;
        }
    }
}
