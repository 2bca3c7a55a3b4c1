// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.criteria.importing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import jp.torokubo.ground.files.TableReading.Sheet;
import jp.torokubo.record.criteria.CriteriaImportRefusal;
import jp.torokubo.record.criteria.importing.ReadingOfWorkbook.Control;
import jp.torokubo.record.criteria.importing.ReadingOfWorkbook.Fate;
import jp.torokubo.record.criteria.importing.ReadingOfWorkbook.Note;
import jp.torokubo.record.criteria.importing.ReadingOfWorkbook.Place;
import jp.torokubo.record.criteria.importing.ReadingOfWorkbook.Problem;
import jp.torokubo.record.criteria.importing.ReadingOfWorkbook.SheetUse;
import jp.torokubo.record.criteria.importing.SheetReading.Gathered;
import org.jspecify.annotations.Nullable;

/**
 * Reads the controls out of a workbook of any layout.
 *
 * <p>Nobody has promised how the official workbook will look, so nothing is expected of it: not the order of its sheets, nor that of its
 * columns. What can be read in one way only is read; everything else is said, with its place.
 */
public final class CriteriaWorkbookReader {

    private static final Comparator<Place> PLACES = Comparator.comparing(Place::sheet).thenComparing(Place::row);

    private CriteriaWorkbookReader() {}

    /** @param known identifiers of the edition the workbook is read for; none where it brings a new one */
    public static ReadingOfWorkbook read(List<Sheet> sheets, KnownIds known) {
        var grids = sheets.stream().map(Grid::new).toList();
        var cells = new IdCells(known, known.isEmpty() ? written(grids) : KnownIds.none());
        var readings = new LinkedHashMap<Grid, SheetReading>();
        grids.forEach(grid -> readings.put(grid, new SheetReading(grid, cells)));

        var visible = readings.entrySet().stream().filter(one -> !one.getKey().isHidden()).map(Map.Entry::getValue).toList();
        var aside = setAside(visible);
        var read = visible.stream().filter(one -> !aside.contains(one)).toList();

        var problems = new ArrayList<Problem>();
        var notes = new ArrayList<Note>();
        read.forEach(one -> {
            if (one.fate() == Fate.READ || one.fate() == Fate.UNDECIDED) {
                problems.addAll(one.problems());
                notes.addAll(one.notes());
            }
        });
        var controls = joined(read.stream().filter(one -> one.fate() == Fate.READ).toList(), problems);
        var uses = readings.entrySet().stream().map(one -> use(one.getKey(), one.getValue(), aside, controls)).toList();
        problems.sort(Comparator.comparing(Problem::place, PLACES).thenComparing(Problem::column));
        notes.sort(Comparator.comparing(Note::place, PLACES).thenComparing(Note::column));
        return new ReadingOfWorkbook(List.copyOf(controls.values()), List.of(), List.copyOf(problems), uses, List.copyOf(notes));
    }

    /** Identifiers that stand as text anywhere: they tell whether a number 9.1 was 9.1 or 9.10. */
    private static KnownIds written(List<Grid> grids) {
        var ids = new TreeSet<String>();
        for (Grid grid : grids) {
            for (int row = 0; row < grid.height(); row++) {
                for (int column = 0; column < grid.width(); column++) {
                    var cell = grid.at(row, column);
                    if (cell.isOwn() && cell.mark() == null && cell.text().length() < 40) {
                        WrittenId.of(cell.text()).filter(id -> id.depth() > 2 && !id.loose()).ifPresent(id -> ids.add(id.number()));
                    }
                }
            }
        }
        return KnownIds.of(ids);
    }

    /** Sheets that say they are something else, as long as what they name stands elsewhere too. */
    private static Set<SheetReading> setAside(List<SheetReading> visible) {
        var speaking = visible.stream().filter(one -> one.fate() == Fate.READ).toList();
        var named = speaking.stream().filter(one -> Heading.setsSheetAside(one.sheet())).toList();
        var elsewhere = speaking.stream().filter(one -> !named.contains(one))
                .flatMap(one -> one.controls().stream()).map(control -> control.id).collect(Collectors.toSet());
        return named.stream().filter(one -> {
            long there = one.controls().stream().filter(control -> elsewhere.contains(control.id)).count();
            return there * 2 >= one.controls().size();
        }).collect(Collectors.toSet());
    }

    private static SheetUse use(Grid grid, SheetReading reading, Set<SheetReading> aside, Map<String, Control> controls) {
        Fate fate = reading.fate();
        if (grid.isHidden()) {
            fate = Fate.HIDDEN;
        } else if (aside.contains(reading)) {
            fate = Fate.SET_ASIDE;
        }
        long ids = reading.controls().stream().map(control -> KnownIds.number(control.id)).distinct().count();
        long otherwise = fate == Fate.READ ? 0 : reading.controls().stream().map(gathered -> control(List.of(gathered)))
                .filter(one -> differs(one, controls.get(one.id()))).count();
        return new SheetUse(grid.name(), fate, reading.columns(), (int) ids, (int) otherwise);
    }

    private static boolean differs(Control one, @Nullable Control read) {
        return !one.isSilent() && (read == null || differ(one.titleJa(), read.titleJa()) || differ(one.titleEn(), read.titleEn())
                || differ(one.textJa(), read.textJa()) || differ(one.textEn(), read.textEn()));
    }

    private static boolean differ(@Nullable String one, @Nullable String other) {
        return one != null && other != null && !Words.key(one).equals(Words.key(other));
    }

    /** One control out of every place that names it. Where two places give it different words, neither is believed. */
    private static Map<String, Control> joined(List<SheetReading> readings, List<Problem> problems) {
        Map<String, List<Gathered>> byNumber = new HashMap<>();
        readings.forEach(reading -> reading.controls().forEach(control ->
                byNumber.computeIfAbsent(KnownIds.number(control.id), number -> new ArrayList<>()).add(control)));
        var controls = new TreeMap<String, Control>(NaturalOrder.IDS);
        byNumber.values().forEach(places -> {
            places.sort(Comparator.comparing(place -> place.place, PLACES));
            var clash = clash(places);
            if (clash.isPresent()) {
                for (Gathered one : places) {
                    var other = one == clash.get()[0] ? clash.get()[1] : clash.get()[0];
                    if (!control(List.of(one)).isSilent() || !one.id.equals(other.id)) {
                        problems.add(Problem.of(one.place, "", one.id, one.id, one.id.equals(other.id)
                                ? new CriteriaImportRefusal.TwiceWithOtherWords(one.id, other.place.sheet(), other.place.row())
                                : new CriteriaImportRefusal.TwiceWithOtherSuffix(one.id, other.id, other.place.sheet(), other.place.row())));
                    }
                }
            } else {
                var control = control(places);
                controls.put(control.id(), control);
            }
        });
        return controls;
    }

    private static Optional<Gathered[]> clash(List<Gathered> places) {
        for (int i = 0; i < places.size(); i++) {
            for (int j = i + 1; j < places.size(); j++) {
                var one = places.get(i);
                var other = places.get(j);
                boolean otherSuffix = !one.id.equals(other.id) && !KnownIds.number(one.id).equals(one.id) && !KnownIds.number(other.id).equals(other.id);
                var a = control(List.of(one));
                var b = control(List.of(other));
                if (otherSuffix || differ(a.titleJa(), b.titleJa()) || differ(a.titleEn(), b.titleEn())
                        || differ(a.textJa(), b.textJa()) || differ(a.textEn(), b.textEn())) {
                    return Optional.of(new Gathered[] {one, other});
                }
            }
        }
        return Optional.empty();
    }

    /** Chapters, categories and headings have titles only; whatever column these stood in. */
    private static Control control(List<Gathered> places) {
        var first = places.get(0);
        String id = places.stream().map(place -> place.id).max(Comparator.comparingInt(String::length)).orElse(first.id);
        String[] numbers = KnownIds.number(id).split("\\.");
        boolean titled = numbers.length <= 2 || numbers.length == 3 && (numbers[0].equals("3") || numbers[0].equals("4"));
        String titleJa = word(places, "title-ja");
        String titleEn = word(places, "title-en");
        String textJa = word(places, "text-ja");
        String textEn = word(places, "text-en");
        if (titled) {
            titleJa = titleJa == null ? textJa : titleJa;
            titleEn = titleEn == null ? textEn : titleEn;
            textJa = null;
            textEn = null;
        }
        return new Control(id, titleJa, titleEn, textJa, textEn, first.known, first.place);
    }

    private static @Nullable String word(List<Gathered> places, String name) {
        return places.stream().map(place -> place.get(name)).filter(Objects::nonNull).findFirst().orElse(null);
    }
}
