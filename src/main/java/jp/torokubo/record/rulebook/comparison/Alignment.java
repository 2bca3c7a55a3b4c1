// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.rulebook.comparison;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which passage of the old text became which passage of the new one. Order is kept: what has moved is taken out here and put in there. */
final class Alignment {

    /** A passage of each side; null on the side that has none. */
    record Pair(@Nullable Passage before, @Nullable Passage after) {

        boolean changed() {
            return before == null || after == null || !before.text().equals(after.text());
        }
    }

    /** Passages less alike than this have nothing to do with one another. */
    private static final double ALIKE = 0.35;
    /** Comparing each passage with each is quadratic; longer stretches are cut at passages that occur once in both. */
    private static final long MOST_COMPARED = 250_000;

    private Alignment() {}

    static List<Pair> of(List<Passage> before, List<Passage> after) {
        var pairs = new ArrayList<Pair>();
        align(before, after, pairs);
        return pairs;
    }

    private static void align(List<Passage> before, List<Passage> after, List<Pair> pairs) {
        int head = 0;
        int most = Math.min(before.size(), after.size());
        while (head < most && same(before.get(head), after.get(head))) {
            pairs.add(new Pair(before.get(head), after.get(head)));
            head++;
        }
        int tail = 0;
        while (tail < most - head && same(before.get(before.size() - 1 - tail), after.get(after.size() - 1 - tail))) {
            tail++;
        }
        middle(before.subList(head, before.size() - tail), after.subList(head, after.size() - tail), pairs);
        for (int i = tail; i > 0; i--) {
            pairs.add(new Pair(before.get(before.size() - i), after.get(after.size() - i)));
        }
    }

    private static void middle(List<Passage> before, List<Passage> after, List<Pair> pairs) {
        if ((long) before.size() * after.size() <= MOST_COMPARED) {
            byLikeness(before, after, pairs);
            return;
        }
        var anchors = anchors(before, after);
        if (anchors.isEmpty()) {
            before.forEach(passage -> pairs.add(new Pair(passage, null)));
            after.forEach(passage -> pairs.add(new Pair(null, passage)));
            return;
        }
        int i = 0;
        int j = 0;
        for (var anchor : anchors) {
            align(before.subList(i, anchor[0]), after.subList(j, anchor[1]), pairs);
            pairs.add(new Pair(before.get(anchor[0]), after.get(anchor[1])));
            i = anchor[0] + 1;
            j = anchor[1] + 1;
        }
        align(before.subList(i, before.size()), after.subList(j, after.size()), pairs);
    }

    /** The best way through, where each pair counts by how alike it is. */
    private static void byLikeness(List<Passage> before, List<Passage> after, List<Pair> pairs) {
        var oldPairs = before.stream().map(passage -> bigrams(passage.text())).toList();
        var newPairs = after.stream().map(passage -> bigrams(passage.text())).toList();
        var best = new double[before.size() + 1][after.size() + 1];
        var likeness = new double[before.size()][after.size()];
        for (int i = before.size() - 1; i >= 0; i--) {
            for (int j = after.size() - 1; j >= 0; j--) {
                likeness[i][j] = likeness(before.get(i), after.get(j), oldPairs.get(i), newPairs.get(j));
                double together = likeness[i][j] > 0 ? likeness[i][j] + best[i + 1][j + 1] : 0;
                best[i][j] = Math.max(together, Math.max(best[i + 1][j], best[i][j + 1]));
            }
        }
        int i = 0;
        int j = 0;
        while (i < before.size() && j < after.size()) {
            if (likeness[i][j] > 0 && best[i][j] == likeness[i][j] + best[i + 1][j + 1]) {
                pairs.add(new Pair(before.get(i++), after.get(j++)));
            } else if (best[i][j] == best[i + 1][j]) {
                pairs.add(new Pair(before.get(i++), null));
            } else {
                pairs.add(new Pair(null, after.get(j++)));
            }
        }
        before.subList(i, before.size()).forEach(passage -> pairs.add(new Pair(passage, null)));
        after.subList(j, after.size()).forEach(passage -> pairs.add(new Pair(null, passage)));
    }

    private static double likeness(Passage one, Passage other, Map<Long, Integer> ofOne, Map<Long, Integer> ofOther) {
        if (one.kind() != other.kind()) {
            return 0;
        }
        if (one.text().equals(other.text())) {
            return 1 + one.text().length() / 100_000.0;
        }
        if (one.kind() == Passage.Kind.LEFT_OUT) {
            return one.label().equals(other.label()) ? ALIKE : 0;
        }
        int shared = 0;
        for (var entry : ofOne.entrySet()) {
            shared += Math.min(entry.getValue(), ofOther.getOrDefault(entry.getKey(), 0));
        }
        int all = count(ofOne) + count(ofOther);
        double dice = all == 0 ? 0 : 2.0 * shared / all;
        return dice >= ALIKE ? dice : 0;
    }

    private static int count(Map<Long, Integer> bigrams) {
        return bigrams.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static Map<Long, Integer> bigrams(String text) {
        var counts = new HashMap<Long, Integer>();
        int before = 0;
        for (int point : text.codePoints().toArray()) {
            counts.merge(((long) before << 32) | point, 1, Integer::sum);
            before = point;
        }
        return counts;
    }

    /** Passages that stand once in each text, in the longest order both share. */
    private static List<int[]> anchors(List<Passage> before, List<Passage> after) {
        var once = new HashMap<String, Integer>();
        for (int j = 0; j < after.size(); j++) {
            once.merge(after.get(j).text(), j, (one, other) -> -1);
        }
        var seen = new HashMap<String, Integer>();
        before.forEach(passage -> seen.merge(passage.text(), 1, Integer::sum));
        var candidates = new ArrayList<int[]>();
        for (int i = 0; i < before.size(); i++) {
            int j = once.getOrDefault(before.get(i).text(), -1);
            if (j >= 0 && seen.get(before.get(i).text()) == 1) {
                candidates.add(new int[] {i, j});
            }
        }
        return longestRising(candidates);
    }

    private static List<int[]> longestRising(List<int[]> candidates) {
        var tops = new ArrayList<Integer>();
        var previous = new int[candidates.size()];
        for (int k = 0; k < candidates.size(); k++) {
            int pile = 0;
            int above = tops.size();
            while (pile < above) {
                int half = (pile + above) / 2;
                if (candidates.get(tops.get(half))[1] < candidates.get(k)[1]) {
                    pile = half + 1;
                } else {
                    above = half;
                }
            }
            previous[k] = pile == 0 ? -1 : tops.get(pile - 1);
            if (pile == tops.size()) {
                tops.add(k);
            } else {
                tops.set(pile, k);
            }
        }
        var rising = new ArrayList<int[]>();
        for (int k = tops.isEmpty() ? -1 : tops.get(tops.size() - 1); k >= 0; k = previous[k]) {
            rising.add(0, candidates.get(k));
        }
        return rising;
    }

    private static boolean same(Passage one, Passage other) {
        return one.text().equals(other.text());
    }
}
