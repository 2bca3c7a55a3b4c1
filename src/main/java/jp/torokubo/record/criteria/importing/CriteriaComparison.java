// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.criteria.importing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import jp.torokubo.ground.refusal.Refusal;
import jp.torokubo.record.criteria.Catalogue;
import jp.torokubo.record.criteria.Control;
import jp.torokubo.record.criteria.CriteriaImportRefusal;
import jp.torokubo.record.criteria.DatedList;
import jp.torokubo.record.criteria.ListKind;
import jp.torokubo.record.criteria.OfficialText;
import jp.torokubo.record.criteria.TextSet;
import jp.torokubo.record.criteria.importing.CriteriaDryRun.Difference;
import jp.torokubo.record.criteria.importing.CriteriaDryRun.Effect;
import jp.torokubo.record.criteria.importing.CriteriaDryRun.Outcome;
import jp.torokubo.record.criteria.importing.CriteriaDryRun.Row;
import jp.torokubo.record.criteria.importing.ReadingOfWorkbook.Named;
import org.jspecify.annotations.Nullable;

/** Compares what a workbook says with what the criteria hold, and says what would change. */
public final class CriteriaComparison {

    private final KeptCriteriaImport kept;
    private final Map<String, Catalogue> all;
    private final Catalogue base;
    private final String state;
    private final List<Row> rows = new ArrayList<>();
    private final List<Refusal> obstacles = new ArrayList<>();
    private final List<TextSet.Text> textsJa = new ArrayList<>();
    private final List<TextSet.Text> textsEn = new ArrayList<>();
    private Effect effect = Effect.NONE;

    private CriteriaComparison(KeptCriteriaImport kept, Map<String, Catalogue> all, Catalogue base, String state) {
        this.kept = kept;
        this.all = all;
        this.base = base;
        this.state = state;
    }

    /** @param all loaded editions, oldest first */
    public static CriteriaDryRun of(KeptCriteriaImport kept, Map<String, Catalogue> all, String state) {
        var aim = kept.aim();
        var newest = all.values().stream().filter(catalogue -> !catalogue.edition().id().equals(aim.edition())).reduce((one, later) -> later);
        var base = aim.kind() == Aim.Kind.EDITION ? newest.orElseThrow() : Objects.requireNonNull(all.get(aim.edition()));
        var comparison = new CriteriaComparison(kept, all, base, state);
        switch (aim.kind()) {
            case TEXTS -> comparison.texts();
            case EDITION -> comparison.edition();
            case LIST -> comparison.list(Objects.requireNonNull(aim.list()));
        }
        return comparison.dryRun();
    }

    private CriteriaDryRun dryRun() {
        rows.sort(Comparator.comparing(Row::id, NaturalOrder.IDS));
        if (obstacles.isEmpty() && rows.stream().noneMatch(row -> row.outcome().changes()) && kept.aim().kind() != Aim.Kind.EDITION) {
            obstacles.add(new CriteriaImportRefusal.NothingChanges());
        }
        var told = new ArrayList<String>();
        rows.forEach(row -> {
            told.add(row.id() + "\t" + row.outcome().code());
            row.differences().forEach(one -> told.add(one.field() + "\t" + one.before() + "\t" + one.after()));
        });
        kept.reading().problems().forEach(problem -> told.add(problem.toString()));
        var hash = Hashes.of("criteria-import-1", kept.file().hash(), kept.aim().toString(), kept.publication().toString(), state,
                base.edition().id(), String.join("\n", told));
        return new CriteriaDryRun(state, base.edition().id(), List.copyOf(rows), fitsBetter(), List.copyOf(obstacles),
                obstacles.isEmpty() ? effect : Effect.NONE, hash);
    }

    // official words for an edition

    private void texts() {
        var seen = new TreeSet<String>();
        for (var read : kept.reading().controls()) {
            var control = base.control(read.id());
            if (control.isEmpty()) {
                rows.add(new Row(read.id(), Outcome.NOT_IN_EDITION, read.place(), firstWords(read), List.of()));
                continue;
            }
            seen.add(read.id());
            rows.add(words(read, control.get()));
        }
        missing(seen);
        effect = new Effect(List.of(), List.copyOf(textsJa), List.copyOf(textsEn), List.of());
    }

    private Row words(ReadingOfWorkbook.Control read, Control control) {
        if (read.isSilent()) {
            return new Row(read.id(), Outcome.SILENT, read.place(), control.titleJa(), List.of());
        }
        var differences = new ArrayList<Difference>();
        boolean replaces = differences(read, control, differences);
        var outcome = differences.isEmpty() ? Outcome.SAME : replaces ? Outcome.REPLACED : Outcome.OVERLAID;
        return new Row(read.id(), outcome, read.place(), control.titleJa(), differences);
    }

    /** @return whether official words would be replaced by others */
    private boolean differences(ReadingOfWorkbook.Control read, Control control, List<Difference> differences) {
        boolean ja = language(read.titleJa(), read.textJa(), control, false, differences);
        boolean en = language(read.titleEn(), read.textEn(), control, true, differences);
        return ja || en;
    }

    /** What the workbook does not say stays as an earlier publication said it. */
    private boolean language(
            @Nullable String title, @Nullable String text, Control control, boolean english, List<Difference> differences) {
        if (title == null && text == null) {
            return false;
        }
        OfficialText before = control.official(english);
        String oldTitle = before == null ? null : before.title();
        String oldText = before == null ? null : before.body();
        String suffix = english ? "-en" : "-ja";
        var found = new ArrayList<Difference>();
        if (title != null && !same(title, oldTitle)) {
            String ours = english ? control.titleEn() : control.titleJa();
            found.add(new Difference("title" + suffix, oldTitle == null ? ours : oldTitle, title, oldTitle == null));
        }
        if (text != null && !same(text, oldText)) {
            found.add(new Difference("text" + suffix, oldText, text, false));
        }
        if (found.isEmpty()) {
            return false;
        }
        differences.addAll(found);
        (english ? textsEn : textsJa).add(new TextSet.Text(control.id(), title == null ? oldTitle : title, text == null ? oldText : text));
        return found.stream().anyMatch(one -> one.before() != null && !one.ours());
    }

    private static boolean same(String one, @Nullable String other) {
        return other != null && Words.key(one).equals(Words.key(other));
    }

    private void missing(TreeSet<String> seen) {
        base.controls().stream().filter(control -> !seen.contains(control.id()))
                .forEach(control -> rows.add(new Row(control.id(), Outcome.MISSING, null, control.titleJa(), List.of())));
    }

    // an edition of its own

    private void edition() {
        var aim = kept.aim();
        if (all.containsKey(aim.edition())) {
            obstacles.add(new CriteriaImportRefusal.EditionThere(aim.edition()));
        }
        if (!kept.reading().problems().isEmpty()) {
            obstacles.add(new CriteriaImportRefusal.ProblemsLeft(kept.reading().problems().size()));
        }
        boolean letters = kept.reading().controls().stream().anyMatch(read -> !KnownIds.number(read.id()).equals(read.id()));
        if (!letters) {
            obstacles.add(new CriteriaImportRefusal.NoSuffixes());
        }
        var made = NewEdition.of(aim.edition(), kept.reading().controls(), base);
        var byNumber = base.controls().stream().collect(Collectors.toMap(Control::number, control -> control));
        var read = kept.reading().controls().stream().collect(Collectors.toMap(one -> KnownIds.number(one.id()), one -> one));
        for (Control control : made) {
            rows.add(ofEdition(control, byNumber.get(control.number()), read.get(control.number())));
        }
        var numbers = made.stream().map(Control::number).collect(Collectors.toSet());
        base.controls().stream().filter(control -> !numbers.contains(control.number()))
                .forEach(control -> rows.add(new Row(control.id(), Outcome.REMOVED, null, control.titleJa(), List.of())));
        effect = new Effect(made, officialWords(false), officialWords(true), List.of());
    }

    private static Row ofEdition(Control control, @Nullable Control before, ReadingOfWorkbook.@Nullable Control read) {
        if (read == null) {
            return new Row(control.id(), Outcome.FILLED_IN, null, control.titleJa(), List.of());
        }
        if (before == null) {
            var words = new ArrayList<Difference>();
            fields(read).forEach((field, after) -> words.add(new Difference(field, null, after, false)));
            return new Row(control.id(), Outcome.ADDED, read.place(), firstWords(read), words);
        }
        var differences = new ArrayList<Difference>();
        if (!before.id().equals(control.id())) {
            differences.add(new Difference("id", before.id(), control.id(), false));
        }
        fields(read).forEach((field, after) -> {
            OfficialText official = before.official(field.endsWith("-en"));
            String old = official == null ? null : field.startsWith("title") ? official.title() : official.body();
            if (old != null && !same(after, old)) {
                differences.add(new Difference(field, old, after, false));
            }
        });
        return new Row(control.id(), differences.isEmpty() ? Outcome.SAME : Outcome.REWORDED, read.place(), control.titleJa(), differences);
    }

    private List<TextSet.Text> officialWords(boolean english) {
        return kept.reading().controls().stream()
                .map(read -> new TextSet.Text(read.id(), english ? read.titleEn() : read.titleJa(), english ? read.textEn() : read.textJa()))
                .filter(text -> text.title() != null || text.body() != null).toList();
    }

    // a list

    private void list(ListKind kind) {
        if (!kept.reading().problems().isEmpty()) {
            obstacles.add(new CriteriaImportRefusal.ProblemsLeft(kept.reading().problems().size()));
        }
        LocalDate day = kept.aim().validFrom() == null ? LocalDate.MAX : kept.aim().validFrom();
        var before = new TreeMap<String, TreeSet<String>>(NaturalOrder.IDS);
        base.list(kind, day).ifPresent(list -> list.entries().forEach(entry ->
                before.computeIfAbsent(entry.control(), id -> new TreeSet<>()).add(entry.value())));
        var now = new TreeMap<String, TreeSet<String>>(NaturalOrder.IDS);
        var places = new LinkedHashMap<String, ReadingOfWorkbook.Place>();
        for (Named named : kept.reading().named()) {
            places.putIfAbsent(named.id(), named.place());
            if (base.control(named.id()).isPresent()) {
                now.computeIfAbsent(named.id(), id -> new TreeSet<>()).add(named.value());
            } else {
                rows.add(new Row(named.id(), Outcome.NOT_IN_EDITION, named.place(), named.value(), List.of()));
            }
        }
        now.forEach((id, values) -> {
            var old = before.get(id);
            var outcome = old == null ? Outcome.NAMED : old.equals(values) ? Outcome.SAME : Outcome.VALUES_CHANGED;
            String after = String.join("、", values);
            var differences = after.isEmpty() && (old == null || old.equals(values)) ? List.<Difference>of()
                    : List.of(new Difference("value", old == null ? null : String.join("、", old), after, false));
            rows.add(new Row(id, outcome, places.get(id), title(id), outcome == Outcome.SAME ? List.of() : differences));
        });
        before.forEach((id, values) -> {
            if (!now.containsKey(id)) {
                rows.add(new Row(id, Outcome.NO_LONGER_NAMED, null, title(id), List.of(new Difference("value", String.join("、", values), null, false))));
            }
        });
        effect = new Effect(List.of(), List.of(), List.of(), now.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream().map(value -> new DatedList.Entry(entry.getKey(), value))).toList());
    }

    private @Nullable String title(String id) {
        return base.control(id).map(Control::titleJa).orElse(null);
    }

    // what both sides say

    /** A workbook of another edition shows by its identifiers. */
    private @Nullable String fitsBetter() {
        if (kept.aim().kind() != Aim.Kind.TEXTS) {
            return null;
        }
        var read = kept.reading().controls().stream().map(control -> KnownIds.number(control.id())).collect(Collectors.toSet());
        long ours = misfit(base, read);
        return all.values().stream().filter(other -> other != base && misfit(other, read) < ours)
                .min(Comparator.comparingLong(other -> misfit(other, read))).map(other -> other.edition().id()).orElse(null);
    }

    /** Identifiers that the edition does not have; of a workbook of nearly all, also those it lacks. A part says nothing of what is missing. */
    private static long misfit(Catalogue catalogue, Set<String> read) {
        var numbers = catalogue.controls().stream().map(Control::number).collect(Collectors.toSet());
        long unknown = read.stream().filter(number -> !numbers.contains(number)).count();
        boolean nearlyAll = read.size() * 10 >= numbers.size() * 9;
        return nearlyAll ? unknown + numbers.stream().filter(number -> !read.contains(number)).count() : unknown;
    }

    private static Map<String, String> fields(ReadingOfWorkbook.Control read) {
        var fields = new LinkedHashMap<String, String>();
        put(fields, "title-ja", read.titleJa());
        put(fields, "text-ja", read.textJa());
        put(fields, "title-en", read.titleEn());
        put(fields, "text-en", read.textEn());
        return fields;
    }

    private static void put(Map<String, String> fields, String name, @Nullable String value) {
        if (value != null) {
            fields.put(name, value);
        }
    }

    private static @Nullable String firstWords(ReadingOfWorkbook.Control read) {
        return fields(read).values().stream().findFirst().map(words -> words.length() <= 60 ? words : words.substring(0, 60) + "…").orElse(null);
    }
}
