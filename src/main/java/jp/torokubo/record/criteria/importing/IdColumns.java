// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.criteria.importing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jp.torokubo.ground.files.TableReading.Mark;
import org.jspecify.annotations.Nullable;

/**
 * In which columns of a sheet the identifiers stand: one, one for each tier, or one for each number.
 *
 * <p>The content decides: the columns are taken in which most cells are identifiers, and which together name the most controls. The
 * order of the columns plays no part.
 *
 * @param levels from above; of the last come the most identifiers
 * @param undecided columns of which several could be it; then there are no levels
 * @param firstRow position of the first row with an identifier; what stands above are headings
 */
record IdColumns(List<Level> levels, List<Integer> undecided, int firstRow) {

    /**
     * One tier of identifiers.
     *
     * @param columns one; or those whose numbers together make the identifier
     * @param ids by row; null where none begins
     */
    record Level(List<Integer> columns, @Nullable WrittenId[] ids) {

        int column() {
            return columns.get(columns.size() - 1);
        }

        /** Rows in which another identifier begins than the one before. */
        Set<Integer> changes() {
            var changes = new TreeSet<Integer>();
            String last = "";
            for (int row = 0; row < ids.length; row++) {
                var id = ids[row];
                if (id != null && !id.id().equals(last)) {
                    changes.add(row);
                    last = id.id();
                }
            }
            return changes;
        }

        Set<String> numbers() {
            return Arrays.stream(ids).filter(java.util.Objects::nonNull).map(WrittenId::number).collect(Collectors.toSet());
        }
    }

    /**
     * What somebody has said of columns.
     *
     * @param numbers in which the identifiers stand; empty where nobody has said
     * @param others in which they do not
     * @param strict whether what stands among numbers and is none ends what the rows below leave blank: between texts it is one of them
     */
    record Said(List<Integer> numbers, Set<Integer> others, boolean strict) {

        static final Said NOTHING = new Said(List.of(), Set.of(), false);

        boolean allows(int column) {
            return numbers.isEmpty() ? !others.contains(column) : numbers.contains(column);
        }
    }

    /** Columns that count or weigh something. */
    private static final Pattern COUNTS = Pattern.compile(
            "優先|重要|順|頁|ページ|件数|回数|レベル|段階|点|行|priority|rank|page|level|count|row|score", Pattern.CASE_INSENSITIVE);
    private static final double MOST = 0.5;
    private static final double MOST_PIECED = 0.8;
    private static final double NEARLY_ALL = 0.9;
    private static final int MOST_PIECES = 7;
    private static final int ROWS_TRIED = 4_000;

    static final IdColumns NONE = new IdColumns(List.of(), List.of(), 0);

    boolean isEmpty() {
        return levels.isEmpty();
    }

    Level deepest() {
        return levels.get(levels.size() - 1);
    }

    Set<Integer> columns() {
        return levels.stream().flatMap(level -> level.columns().stream()).collect(Collectors.toSet());
    }

    /** Looks at every cell once; which of the columns it found are taken depends on what stands above them. */
    static final class Finder {

        private final Grid grid;
        private final IdCells cells;
        private final Map<Integer, @Nullable WrittenId[]> pieces = new HashMap<>();
        /** By the column and that of the deepest tier. */
        private final Map<List<Integer>, Optional<Level>> tiersAbove = new HashMap<>();
        private final Map<Level, Long> scores = new IdentityHashMap<>();
        private final List<Level> singles;
        private final Optional<Level> divided;
        private final Said said;

        Finder(Grid grid, IdCells cells, Said said) {
            this.grid = grid;
            this.cells = cells;
            this.said = said;
            this.singles = IntStream.range(0, grid.width()).filter(said::allows).mapToObj(this::single).flatMap(Optional::stream).toList();
            this.divided = said.numbers().size() > 1 ? Optional.of(joined(said.numbers(), grid.height())).filter(this::namesMost) : divided();
        }

        private boolean namesMost(Level level) {
            var numbers = level.numbers();
            return numbers.stream().filter(cells.known()::has).count() * 2 > numbers.size();
        }

        IdColumns find(IntFunction<Heading> headings) {
            if (said.numbers().size() > 1 && divided.isPresent()) {
                var levels = withTheNumbersBefore(divided.get());
                return new IdColumns(levels, List.of(), firstRow(levels));
            }
            long bestSingle = singles.stream().mapToLong(this::score).max().orElse(0);
            if (divided.isPresent() && score(divided.get()) * 5 > bestSingle * 6) {
                var levels = withTheNumbersBefore(divided.get());
                return new IdColumns(levels, List.of(), firstRow(levels));
            }
            return singles.isEmpty() ? NONE : tiers(bestSingle, headings);
        }

        /**
         * Where all the numbers are of objectives, a column beside them may hold the last numbers of their controls. The words above it say so;
         * where they do not, and it would fit all the same, nobody can tell.
         */
        IdColumns withBranches(IdColumns found, IntFunction<Heading> headings, IntFunction<String> words) {
            var whole = found.deepest();
            if (!said.numbers().isEmpty() || Arrays.stream(whole.ids()).anyMatch(id -> id != null && id.depth() > 3)) {
                return found;
            }
            for (int column = 0; column < grid.width(); column++) {
                var heading = headings.apply(column);
                boolean branch = heading == Heading.BRANCH;
                boolean candidate = said.allows(column) && !heading.isBeside() && !found.columns().contains(column)
                        && (holdsPieces(column) || branch && holdsAny(column, found.firstRow()));
                if (!candidate) {
                    continue;
                }
                var branched = branched(whole, column);
                var made = branched.numbers().stream().filter(number -> !whole.numbers().contains(number)).toList();
                long known = made.stream().filter(cells.known()::has).count();
                boolean all = known == made.size() && known > 0;
                if (branch && known > 0 && known * 2 >= made.size()
                        || all && (heading == Heading.DETAIL || heading == Heading.TEXT)) {
                    var levels = new ArrayList<>(found.levels());
                    levels.add(branched);
                    // 節, 項 and 枝 may stand in three columns
                    return withBranches(new IdColumns(List.copyOf(levels), List.of(), firstRow(levels)), headings, words);
                }
                if (branch || all && !COUNTS.matcher(words.apply(column)).find()) {
                    var columns = new ArrayList<>(whole.columns());
                    columns.add(column);
                    return new IdColumns(List.of(), columns.stream().sorted().toList(), found.firstRow());
                }
            }
            return found;
        }

        private boolean holdsAny(int column, int from) {
            return IntStream.range(from, grid.height()).anyMatch(row -> grid.at(row, column).isThere());
        }

        /** Nothing where something stands in the column that is no number: then nobody knows which control is meant. */
        private Level branched(Level whole, int column) {
            @Nullable WrittenId[] ids = new WrittenId[grid.height()];
            @Nullable WrittenId[] pieces = pieces(column);
            WrittenId above = null;
            for (int row = 0; row < grid.height(); row++) {
                int here = row;
                boolean spoiled = whole.columns().stream().anyMatch(one -> grid.at(here, one).isThere());
                above = whole.ids()[row] != null ? whole.ids()[row] : spoiled ? null : above;
                boolean blank = !grid.at(row, column).isThere() || WrittenId.suffix(grid.at(row, column).text()).filter(String::isEmpty).isPresent();
                var piece = pieces[row];
                if (piece != null && above != null && above.depth() + piece.depth() <= 4) {
                    var numbers = new ArrayList<>(above.numbers());
                    numbers.addAll(piece.numbers());
                    ids[row] = new WrittenId(List.copyOf(numbers), piece.suffix(), "", false);
                } else if (blank) {
                    ids[row] = whole.ids()[row];
                }
            }
            var columns = new ArrayList<>(whole.columns());
            columns.add(column);
            return new Level(List.copyOf(columns), ids);
        }

        /** Rows above the first identifier count as headings, unless something stands there that should have been one. */
        private int firstRow(List<Level> levels) {
            int first = levels.stream().flatMap(level -> level.changes().stream()).min(Comparator.naturalOrder()).orElse(0);
            while (first > 0 && holdsSpoiled(first - 1, levels)) {
                first--;
            }
            return first;
        }

        private boolean holdsSpoiled(int row, List<Level> levels) {
            return levels.stream().filter(level -> level.columns().size() == 1).map(level -> grid.at(row, level.column()))
                    .anyMatch(cell -> cell.isThere() && cells.read(cell).why().isPresent());
        }

        /** The column as one of whole identifiers; empty where it is none. */
        private Optional<Level> single(int column) {
            var ids = new WrittenId[grid.height()];
            int dotted = 0;
            int others = 0;
            int known = 0;
            for (int row = 0; row < grid.height(); row++) {
                var cell = grid.at(row, column);
                if (!cell.isOwn() || cell.is(Mark.DAY)) {
                    continue;
                }
                var read = cells.read(cell);
                ids[row] = read.id().orElse(null);
                boolean ambiguous = read.why().isPresent() && cell.is(Mark.NUMBER);
                if (ids[row] != null && ids[row].depth() > 1 || ambiguous) {
                    dotted++;
                    known += ids[row] != null && cells.known().has(ids[row].number()) ? 1 : 0;
                } else if (dotted > 0 && ids[row] == null) {
                    others++;
                }
            }
            boolean enough = dotted >= 2 || known >= 1;
            return said.numbers().contains(column) || enough && dotted >= (dotted + others) * MOST
                    ? Optional.of(new Level(List.of(column), withoutStrayChapters(ids))) : Optional.empty();
        }

        /** A number alone is a chapter only where its own controls follow. */
        private static WrittenId[] withoutStrayChapters(WrittenId[] ids) {
            int below = -1;
            for (int row = ids.length - 1; row >= 0; row--) {
                var id = ids[row];
                if (id == null) {
                    continue;
                }
                if (id.depth() > 1) {
                    below = id.numbers().get(0);
                } else if (id.numbers().get(0) != below) {
                    ids[row] = null;
                }
            }
            return ids;
        }

        private long score(Level level) {
            return scores.computeIfAbsent(level, this::scoreAnew);
        }

        private long scoreAnew(Level level) {
            return level.numbers().stream().mapToLong(number -> number.contains(".") ? cells.known().has(number) ? 1_000 : 10 : 1).sum();
        }

        private IdColumns tiers(long best, IntFunction<Heading> headings) {
            var near = singles.stream().filter(level -> score(level) * 10 >= best * 8).toList();
            var spoken = near.stream().filter(level -> headings.apply(level.column()) != Heading.REFERENCE).toList();
            var candidates = spoken.isEmpty() ? near : spoken;
            var deepest = candidates.stream().max(Comparator.comparingLong(this::score)).orElseThrow();
            var rivals = candidates.stream().filter(level -> level != deepest && contradicts(level, deepest)).toList();
            if (!rivals.isEmpty()) {
                var columns = new ArrayList<>(List.of(deepest.column()));
                rivals.forEach(rival -> columns.add(rival.column()));
                columns.sort(Comparator.naturalOrder());
                return new IdColumns(List.of(), columns, firstRow(candidates));
            }
            var levels = new ArrayList<Level>();
            for (int column = 0; column < grid.width(); column++) {
                if (column != deepest.column() && said.allows(column) && headings.apply(column) != Heading.REFERENCE) {
                    tiersAbove.computeIfAbsent(List.of(column, deepest.column()), none -> above(none.get(0), deepest)).ifPresent(levels::add);
                }
            }
            levels.sort(Comparator.comparingInt(level -> level.numbers().size()));
            levels.add(deepest);
            return new IdColumns(List.copyOf(levels), List.of(), firstRow(levels));
        }

        /** Whether two columns name different controls in the same rows, neither of them being the other's tier above. */
        private static boolean contradicts(Level one, Level other) {
            int both = 0;
            int different = 0;
            for (int row = 0; row < one.ids().length; row++) {
                var a = one.ids()[row];
                var b = other.ids()[row];
                if (a != null && b != null) {
                    both++;
                    boolean above = isAbove(a, b) || isAbove(b, a);
                    different += above || a.number().equals(b.number()) ? 0 : 1;
                }
            }
            return different > 0 && different * 20 > both;
        }

        /** The column as the tier above: its identifiers lead to those beside or below them. */
        private Optional<Level> above(int column, Level deepest) {
            var ids = new WrittenId[grid.height()];
            int found = 0;
            int fitting = 0;
            int others = 0;
            WrittenId next = null;
            for (int row = grid.height() - 1; row >= 0; row--) {
                var beside = deepest.ids()[row];
                next = beside != null ? beside : next;
                var cell = grid.at(row, column);
                if (!cell.isOwn() || cell.is(Mark.DAY)) {
                    continue;
                }
                var id = cells.read(cell).id().orElse(null);
                if (id == null) {
                    others += next != null && found > 0 ? 1 : 0;
                    continue;
                }
                found++;
                boolean fits = next != null && isAbove(id, next)
                        || beside == null && id.depth() > 1 && cells.known().has(id.number()) && !deepest.numbers().contains(id.number());
                fitting += fits ? 1 : 0;
                ids[row] = fits ? id : null;
            }
            boolean isTier = found > 0 && fitting >= found * NEARLY_ALL && found >= (found + others) * MOST;
            return isTier ? Optional.of(new Level(List.of(column), ids)) : Optional.empty();
        }

        private static boolean isAbove(WrittenId above, WrittenId below) {
            return above.depth() < below.depth() && below.numbers().subList(0, above.depth()).equals(above.numbers());
        }

        /** Columns whose numbers together make identifiers; empty where no such columns make enough of them. */
        private Optional<Level> divided() {
            var pieces = IntStream.range(0, grid.width()).filter(said::allows).filter(this::holdsPieces).limit(MOST_PIECES).boxed().toList();
            if (pieces.size() < 2) {
                return Optional.empty();
            }
            Level best = null;
            double bestValue = 0;
            for (var order : orders(pieces)) {
                var level = joined(order, Math.min(grid.height(), ROWS_TRIED));
                double value = valueOfDivision(level);
                if (value > bestValue) {
                    best = level;
                    bestValue = value;
                }
            }
            return best == null ? Optional.empty() : Optional.of(joined(best.columns(), grid.height()));
        }

        private boolean holdsPieces(int column) {
            int pieces = 0;
            int others = 0;
            for (int row = 0; row < Math.min(grid.height(), ROWS_TRIED); row++) {
                var cell = grid.at(row, column);
                if (cell.isOwn()) {
                    boolean piece = WrittenId.piece(cell.text()).isPresent() && !cell.is(Mark.DAY) && !cell.is(Mark.FORMULA);
                    pieces += piece ? 1 : 0;
                    others += piece || pieces == 0 ? 0 : 1;
                }
            }
            return pieces >= 1 && pieces >= (pieces + others) * (said.strict() ? MOST : MOST_PIECED);
        }

        private static List<List<Integer>> orders(List<Integer> pieces) {
            var orders = new ArrayList<List<Integer>>();
            extend(List.of(), pieces, orders);
            return orders;
        }

        private static void extend(List<Integer> begun, List<Integer> pieces, List<List<Integer>> orders) {
            if (begun.size() >= 2) {
                orders.add(begun);
            }
            if (begun.size() == 4) {
                return;
            }
            for (int piece : pieces) {
                if (!begun.contains(piece)) {
                    var longer = new ArrayList<>(begun);
                    longer.add(piece);
                    extend(longer, pieces, orders);
                }
            }
        }

        private @Nullable WrittenId[] pieces(int column) {
            return pieces.computeIfAbsent(column, none -> {
                var found = new WrittenId[grid.height()];
                for (int row = 0; row < grid.height(); row++) {
                    var cell = grid.at(row, column);
                    boolean readable = cell.isOwn() && !cell.is(Mark.DAY) && !cell.is(Mark.FORMULA);
                    found[row] = readable ? WrittenId.piece(cell.text()).orElse(null) : null;
                }
                return found;
            });
        }

        private Level joined(List<Integer> columns, int height) {
            var ids = new WrittenId[grid.height()];
            var carried = new WrittenId[columns.size()];
            for (int row = 0; row < height; row++) {
                int own = -1;
                boolean spoiled = false;
                for (int at = 0; at < columns.size(); at++) {
                    var piece = pieces(columns.get(at))[row];
                    if (piece != null) {
                        boolean other = !piece.equals(carried[at]);
                        carried[at] = piece;
                        if (other) {
                            Arrays.fill(carried, at + 1, carried.length, null);
                        }
                        own = at;
                    } else if (said.strict() && grid.at(row, columns.get(at)).isThere()) {
                        Arrays.fill(carried, at, carried.length, null);
                        spoiled |= WrittenId.suffix(grid.at(row, columns.get(at)).text()).filter(String::isEmpty).isEmpty();
                    }
                }
                ids[row] = own < 0 || spoiled ? null : join(carried, own);
            }
            return new Level(List.copyOf(columns), ids);
        }

        private static @Nullable WrittenId join(WrittenId[] pieces, int last) {
            var numbers = new ArrayList<Integer>();
            for (int at = 0; at <= last; at++) {
                if (pieces[at] == null) {
                    return null;
                }
                numbers.addAll(pieces[at].numbers());
            }
            return numbers.size() > 4 ? null : new WrittenId(List.copyOf(numbers), pieces[last].suffix(), "", false);
        }

        /** How many controls it names; nothing where too many of them cannot be, or do not follow one another. */
        private double valueOfDivision(Level level) {
            var numbers = level.numbers();
            long begun = Arrays.stream(level.ids()).filter(java.util.Objects::nonNull).count();
            if (numbers.isEmpty() || numbers.size() < begun * NEARLY_ALL || numbers.stream().noneMatch(number -> number.split("\\.").length > 2)) {
                return 0;
            }
            double fitting = cells.known().isEmpty()
                    ? rising(level) * numbers.size()
                    : numbers.stream().filter(cells.known()::has).count();
            boolean inOrder = level.columns().stream().sorted().toList().equals(level.columns());
            // where several choices make as many: people write from left to right, begin anew at 1, and write no column for nothing
            return fitting < numbers.size() * 0.8
                    ? 0 : fitting + (inOrder ? 0.5 : 0) + 0.3 * beginningAnew(numbers) + 0.03 * level.columns().size();
        }

        private static double beginningAnew(Set<String> numbers) {
            var parents = numbers.stream().filter(number -> number.contains("."))
                    .map(number -> number.substring(0, number.lastIndexOf('.'))).collect(Collectors.toSet());
            long anew = parents.stream().filter(parent -> numbers.contains(parent + ".1")).count();
            return parents.isEmpty() ? 0 : (double) anew / parents.size();
        }

        /** Which share of the identifiers stand in their natural order. */
        private static double rising(Level level) {
            var begun = Arrays.stream(level.ids()).filter(java.util.Objects::nonNull).map(WrittenId::number).toList();
            long rising = IntStream.range(1, begun.size()).filter(at -> NaturalOrder.IDS.compare(begun.get(at - 1), begun.get(at)) < 0).count();
            return begun.size() < 2 ? 0 : (double) rising / (begun.size() - 1);
        }

        /** The tiers above come with it: 9, 9.2 and 9.2.3 of 9 | 2 | 3 | 11. */
        private List<Level> withTheNumbersBefore(Level whole) {
            var levels = new ArrayList<Level>();
            for (int size = 1; size < whole.columns().size(); size++) {
                var above = joined(whole.columns().subList(0, size), grid.height());
                var seen = new HashSet<String>();
                var ids = new WrittenId[grid.height()];
                for (int row = 0; row < grid.height(); row++) {
                    var id = above.ids()[row];
                    ids[row] = id != null && seen.add(id.number()) ? id : null;
                }
                levels.add(new Level(above.columns(), ids));
            }
            levels.add(whole);
            return levels;
        }
    }
}
