// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.criteria.importing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import jp.torokubo.record.criteria.importing.IdColumns.Level;
import jp.torokubo.record.criteria.importing.Words.Language;

/**
 * Which columns of a sheet hold the words of the controls.
 *
 * <p>A column belongs to the tier of identifiers that changes where it changes. Of several columns of one tier and one language, those
 * that are never filled together are one text; otherwise their headings decide, and where these say nothing, nobody does.
 *
 * @param found by column
 * @param undecided groups of columns of which each could be the text
 * @param beside columns with words that are not taken, by heading or because they are too few
 */
record TextColumns(Map<Integer, Use> found, List<List<Integer>> undecided, List<Integer> beside) {

    enum Role { TITLE, TEXT, OBJECTIVE_TEXT, DETAIL_TEXT }

    /** @param level position of its tier */
    record Use(int level, Language language, Role role) {}

    private static final double MOST = 0.6;
    private static final double HARDLY_EVER = 0.05;

    /** @param headingRows rows in which no words of a control stand */
    static TextColumns in(Grid grid, IdColumns ids, Set<Integer> headingRows, IntFunction<Heading> headings) {
        return new Finder(grid, ids, headingRows, headings).find();
    }

    /** @param changes rows in which other words begin than those before */
    private record Candidate(int column, Language language, int level, Set<Integer> rows, Set<Integer> changes, double length, double sentences) {}

    private static final class Finder {

        private final Grid grid;
        private final IdColumns ids;
        private final Set<Integer> headingRows;
        private final IntFunction<Heading> headings;
        private final Map<Integer, Use> found = new LinkedHashMap<>();
        private final List<List<Integer>> undecided = new ArrayList<>();
        private final List<Integer> beside = new ArrayList<>();

        Finder(Grid grid, IdColumns ids, Set<Integer> headingRows, IntFunction<Heading> headings) {
            this.grid = grid;
            this.ids = ids;
            this.headingRows = headingRows;
            this.headings = headings;
        }

        TextColumns find() {
            var candidates = new ArrayList<Candidate>();
            for (int column = 0; column < grid.width(); column++) {
                if (!ids.columns().contains(column)) {
                    var candidate = candidate(column);
                    if (candidate != null && headings.apply(column).isBeside()) {
                        beside.add(column);
                    } else if (candidate != null) {
                        candidates.add(candidate);
                    }
                }
            }
            candidates.stream().collect(Collectors.groupingBy(one -> one.level() + one.language().name())).values().forEach(this::choose);
            return new TextColumns(found, undecided, beside);
        }

        private @org.jspecify.annotations.Nullable Candidate candidate(int column) {
            var rows = new TreeSet<Integer>();
            var changes = new TreeSet<Integer>();
            var distinct = new HashSet<String>();
            var languages = new ArrayList<Language>();
            long length = 0;
            long sentences = 0;
            int filled = 0;
            String last = "";
            for (int row = ids.firstRow(); row < grid.height(); row++) {
                var cell = grid.at(row, column);
                if (!cell.isOwn() || headingRows.contains(row)) {
                    continue;
                }
                filled++;
                var language = Words.language(cell.text());
                if (language == null) {
                    continue;
                }
                languages.add(language);
                length += cell.text().length();
                sentences += Words.endsASentence(cell.text()) ? 1 : 0;
                rows.add(row);
                if (!cell.text().equals(last)) {
                    changes.add(row);
                    distinct.add(cell.text());
                    last = cell.text();
                }
            }
            boolean words = !rows.isEmpty() && rows.size() >= filled * MOST;
            boolean labels = changes.size() >= 4 && distinct.size() < changes.size() * 0.5;
            if (!words || labels) {
                return null;
            }
            long japanese = languages.stream().filter(Language.JAPANESE::equals).count();
            var language = japanese * 2 >= languages.size() ? Language.JAPANESE : Language.ENGLISH;
            return new Candidate(column, language, level(column, changes), rows, changes, (double) length / rows.size(), (double) sentences / rows.size());
        }

        /** The tier that begins where these words begin. */
        private int level(int column, Set<Integer> changes) {
            if (headings.apply(column) == Heading.OBJECTIVE) {
                for (int at = ids.levels().size() - 2; at >= 0; at--) {
                    if (ids.levels().get(at).numbers().stream().anyMatch(number -> number.split("\\.").length == 3)) {
                        return at;
                    }
                }
            }
            int best = ids.levels().size() - 1;
            double bestLikeness = likeness(ids.deepest(), changes);
            for (int at = 0; at < ids.levels().size() - 1; at++) {
                double likeness = likeness(ids.levels().get(at), changes);
                if (likeness > bestLikeness && likeness >= 0.5) {
                    best = at;
                    bestLikeness = likeness;
                }
            }
            return best;
        }

        private static double likeness(Level level, Set<Integer> changes) {
            var both = new HashSet<>(level.changes());
            int one = both.size();
            both.retainAll(changes);
            return both.isEmpty() ? 0 : (double) both.size() / (one + changes.size() - both.size());
        }

        private void choose(List<Candidate> group) {
            var titles = group.stream().filter(one -> headings.apply(one.column()) == Heading.TITLE).toList();
            var rest = group.stream().filter(one -> headings.apply(one.column()) != Heading.TITLE).toList();
            if (rest.isEmpty() && titles.size() == 1) {
                use(titles.get(0), Role.TITLE);
                return;
            }
            var texts = texts(rest);
            texts.forEach(this::useAsText);
            if (titles.size() == 1) {
                use(titles.get(0), Role.TITLE);
            } else if (titles.size() > 1) {
                undecided.add(columns(titles));
            }
        }

        /** Which of them are the text: together, where they are never filled together. */
        private List<Candidate> texts(List<Candidate> group) {
            if (group.size() <= 1 || taketurns(group)) {
                return group;
            }
            var spoken = group.stream().filter(one -> headings.apply(one.column()) != Heading.SAYS_NOTHING).toList();
            var objective = of(spoken, Heading.OBJECTIVE);
            var detail = of(spoken, Heading.DETAIL);
            var plain = of(spoken, Heading.TEXT);
            if (objective.size() == 1 && detail.size() == 1 && plain.isEmpty()) {
                leave(group, spoken);
                return spoken;
            }
            if (spoken.size() == 1 || !spoken.isEmpty() && taketurns(spoken)) {
                var turns = group.stream().filter(one -> spoken.contains(one) || taketurns(with(spoken, one))).toList();
                leave(group, turns);
                return turns;
            }
            if (plain.size() == 1 && objective.isEmpty() && detail.isEmpty()) {
                leave(group, plain);
                return plain;
            }
            var full = group.stream().filter(one -> one.rows().size() >= most(group) * 0.8).toList();
            var sparse = group.stream().filter(one -> one.rows().size() < most(group) * 0.3).toList();
            if (full.size() == 1 && full.size() + sparse.size() == group.size()) {
                leave(group, full);
                return full;
            }
            if (full.size() == 2 && full.size() + sparse.size() == group.size()) {
                var shortToLong = full.stream().sorted(Comparator.comparingDouble(Candidate::length)).toList();
                var shorter = shortToLong.get(0);
                var longer = shortToLong.get(1);
                if (longer.length() >= shorter.length() * 2.5 && shorter.sentences() < 0.1 && longer.sentences() > 0.7) {
                    use(shorter, Role.TITLE);
                    leave(group, full);
                    return List.of(longer);
                }
            }
            undecided.add(columns(group));
            return List.of();
        }

        private void useAsText(Candidate one) {
            use(one, switch (headings.apply(one.column())) {
                case OBJECTIVE -> Role.OBJECTIVE_TEXT;
                case DETAIL -> Role.DETAIL_TEXT;
                default -> Role.TEXT;
            });
        }

        private void use(Candidate one, Role role) {
            found.put(one.column(), new Use(one.level(), one.language(), role));
        }

        private void leave(List<Candidate> group, List<Candidate> taken) {
            group.stream().filter(one -> !taken.contains(one)).forEach(one -> beside.add(one.column()));
        }

        private static boolean taketurns(List<Candidate> group) {
            for (int i = 0; i < group.size(); i++) {
                for (int j = i + 1; j < group.size(); j++) {
                    var both = new HashSet<>(group.get(i).rows());
                    both.retainAll(group.get(j).rows());
                    int fewer = Math.min(group.get(i).rows().size(), group.get(j).rows().size());
                    if (both.size() > fewer * HARDLY_EVER) {
                        return false;
                    }
                }
            }
            return true;
        }

        private static List<Candidate> with(List<Candidate> some, Candidate one) {
            var more = new ArrayList<>(some);
            more.add(one);
            return more;
        }

        private List<Candidate> of(List<Candidate> group, Heading heading) {
            return group.stream().filter(one -> headings.apply(one.column()) == heading).toList();
        }

        private static int most(List<Candidate> group) {
            return group.stream().mapToInt(one -> one.rows().size()).max().orElse(0);
        }

        private static List<Integer> columns(List<Candidate> group) {
            return group.stream().map(Candidate::column).filter(Objects::nonNull).sorted().toList();
        }
    }
}
