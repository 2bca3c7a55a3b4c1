// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.rulebook.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which words of a passage changed.
 *
 * <p>Japanese writes no spaces, so the unit is the character, except for what is read as one: a run of Latin letters or digits,
 * a run of katakana. Characters that two different names merely have in common (the 会議 of two conferences) are crumbs, and are
 * marked with the names around them. Swapping the sides swaps the result and changes nothing else.
 */
public final class ChangedWords {

    /** A stretch of both texts. Equal: both sides are the same. */
    public record Step(String before, String after) {

        public boolean equal() {
            return before.equals(after);
        }

        Step swapped() {
            return new Step(after, before);
        }
    }

    private static final Pattern UNIT = Pattern.compile("[A-Za-z0-9Ａ-Ｚａ-ｚ０-９]+|[ァ-ヺー]+|\\X");
    private static final Set<String> ENDS_A_NAME = Set.of("、", "。", "・", "，", "．", "「", "」");
    private static final int LONGEST_CRUMB = 3;
    /** Beyond this many comparisons the changed middle is marked whole. */
    private static final long MOST_COMPARED = 9_000_000;

    private ChangedWords() {}

    public static List<Step> between(String before, String after) {
        if (before.compareTo(after) > 0) {
            return between(after, before).stream().map(Step::swapped).toList();
        }
        var units = new Units(split(before), split(after));
        return withoutCrumbs(units.atBestPlaces(units.steps()));
    }

    private static List<String> split(String text) {
        return UNIT.matcher(text).results().map(MatchResult::group).toList();
    }

    /** Joins changes that only a crumb keeps apart. */
    private static List<Step> withoutCrumbs(List<Step> steps) {
        var joined = new ArrayList<>(steps);
        for (int i = 1; i + 1 < joined.size(); i++) {
            var crumb = joined.get(i);
            if (crumb.equal() && isCrumb(crumb.before(), joined.get(i - 1), joined.get(i + 1))) {
                var one = joined.get(i - 1);
                var other = joined.get(i + 1);
                joined.set(i - 1, new Step(
                        one.before() + crumb.before() + other.before(), one.after() + crumb.after() + other.after()));
                joined.remove(i + 1);
                joined.remove(i);
                i = Math.max(0, i - 2);
            }
        }
        return joined;
    }

    private static boolean isCrumb(String text, Step one, Step other) {
        int length = text.codePointCount(0, text.length());
        return length <= LONGEST_CRUMB
                && length <= Math.max(one.before().length(), one.after().length())
                && length <= Math.max(other.before().length(), other.after().length())
                && split(text).stream().noneMatch(ENDS_A_NAME::contains);
    }

    /** Both texts as units, and the way from one to the other. */
    private record Units(List<String> before, List<String> after) {

        /** Longest common subsequence; equal and changed stretches take turns. */
        List<List<List<String>>> steps() {
            int head = 0;
            int most = Math.min(before.size(), after.size());
            while (head < most && before.get(head).equals(after.get(head))) {
                head++;
            }
            int tail = 0;
            while (tail < most - head
                    && before.get(before.size() - 1 - tail).equals(after.get(after.size() - 1 - tail))) {
                tail++;
            }
            var steps = new ArrayList<List<List<String>>>();
            add(steps, before.subList(0, head), after.subList(0, head));
            middle(steps, before.subList(head, before.size() - tail), after.subList(head, after.size() - tail));
            add(steps, before.subList(before.size() - tail, before.size()), after.subList(after.size() - tail, after.size()));
            return steps;
        }

        private static void middle(List<List<List<String>>> steps, List<String> before, List<String> after) {
            if ((long) before.size() * after.size() > MOST_COMPARED) {
                add(steps, before, after);
                return;
            }
            var common = new int[before.size() + 1][after.size() + 1];
            for (int i = before.size() - 1; i >= 0; i--) {
                for (int j = after.size() - 1; j >= 0; j--) {
                    common[i][j] = before.get(i).equals(after.get(j))
                            ? common[i + 1][j + 1] + 1
                            : Math.max(common[i + 1][j], common[i][j + 1]);
                }
            }
            int i = 0;
            int j = 0;
            while (i < before.size() || j < after.size()) {
                int fromBefore = i;
                int fromAfter = j;
                while (i < before.size() && j < after.size() && before.get(i).equals(after.get(j))) {
                    i++;
                    j++;
                }
                add(steps, before.subList(fromBefore, i), after.subList(fromAfter, j));
                fromBefore = i;
                fromAfter = j;
                while ((i < before.size() || j < after.size())
                        && !(i < before.size() && j < after.size() && before.get(i).equals(after.get(j)))) {
                    if (j >= after.size() || (i < before.size() && common[i + 1][j] >= common[i][j + 1])) {
                        i++;
                    } else {
                        j++;
                    }
                }
                add(steps, before.subList(fromBefore, i), after.subList(fromAfter, j));
            }
        }

        private static void add(List<List<List<String>>> steps, List<String> before, List<String> after) {
            if (!before.isEmpty() || !after.isEmpty()) {
                steps.add(List.of(before, after));
            }
        }

        /** What is only put in, or only taken out, is moved to where a word begins: 「の仕組み」, not 「仕組みの」 cut in two. */
        List<Step> atBestPlaces(List<List<List<String>>> steps) {
            var moved = new ArrayList<>(steps.stream().map(step -> List.of(new ArrayList<>(step.get(0)), new ArrayList<>(step.get(1)))).toList());
            for (int k = 1; k + 1 < moved.size(); k++) {
                boolean in = moved.get(k).get(0).isEmpty();
                boolean out = moved.get(k).get(1).isEmpty();
                if ((in || out) && isEqual(moved.get(k - 1)) && isEqual(moved.get(k + 1))) {
                    place(moved.get(k - 1), moved.get(k).get(in ? 1 : 0), moved.get(k + 1));
                }
            }
            return moved.stream()
                    .map(step -> new Step(String.join("", step.get(0)), String.join("", step.get(1))))
                    .filter(step -> !step.before().isEmpty() || !step.after().isEmpty())
                    .collect(Collectors.toCollection(ArrayList::new));
        }

        private static boolean isEqual(List<? extends List<String>> step) {
            return step.get(0).equals(step.get(1));
        }

        private static void place(List<ArrayList<String>> left, List<String> edit, List<ArrayList<String>> right) {
            var ahead = left.get(0);
            var behind = right.get(0);
            var all = new ArrayList<>(ahead);
            all.addAll(edit);
            all.addAll(behind);
            int length = edit.size();
            int first = ahead.size();
            while (first > 0 && all.get(first - 1).equals(all.get(first - 1 + length))) {
                first--;
            }
            int last = ahead.size();
            while (last + length < all.size() && all.get(last).equals(all.get(last + length))) {
                last++;
            }
            int best = ahead.size();
            for (int start = first; start <= last; start++) {
                if (quality(all, start, length) > quality(all, best, length)) {
                    best = start;
                }
            }
            set(left, all.subList(0, best));
            replace(edit, all.subList(best, best + length));
            set(right, all.subList(best + length, all.size()));
        }

        private static void set(List<ArrayList<String>> equal, List<String> units) {
            var copy = List.copyOf(units);
            equal.forEach(side -> replace(side, copy));
        }

        private static void replace(List<String> list, List<String> with) {
            var copy = List.copyOf(with);
            list.clear();
            list.addAll(copy);
        }

        private static int quality(List<String> all, int start, int length) {
            return edge(all, start) + edge(all, start + length);
        }

        private static int edge(List<String> all, int at) {
            if (at == 0 || at == all.size()) {
                return 3;
            }
            if (ENDS_A_NAME.contains(all.get(at - 1)) || ENDS_A_NAME.contains(all.get(at))) {
                return 2;
            }
            return script(all.get(at - 1)) == script(all.get(at)) ? 0 : 1;
        }

        private static Character.UnicodeScript script(String unit) {
            return Character.UnicodeScript.of(unit.codePointAt(0));
        }
    }
}
