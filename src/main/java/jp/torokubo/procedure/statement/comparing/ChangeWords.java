// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.comparing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import jp.torokubo.record.rulebook.ChangedText;

/**
 * The words by which a class of change is proposed, and how much they weigh: data of ours, in {@code statement/change-words.tsv}.
 *
 * <p>A word counts where it stands in what changed or touches it, or less in the phrase around it; twice the same word counts once. {@code N} in a word
 * stands for any number. A word of one side only (手動 before, 自動 after) speaks for its class only together with one of the other side.
 */
public final class ChangeWords {

    private enum Side { BEFORE, AFTER, EITHER }

    private record Word(ChangeClass kind, String written, Pattern pattern, Side side) {}

    /** @param least score below which nothing is proposed */
    private record Weights(int changed, int around, int least) {}

    /** A stretch that changed, in the text of one side. */
    private record Place(int from, int to) {}

    private static final String PHRASE_ENDS = "、。，．\n「」（）";

    private static final ChangeWords SHIPPED = read("/statement/change-words.tsv");

    private final List<Word> words;
    private final Weights weights;

    private ChangeWords(List<Word> words, Weights weights) {
        this.words = List.copyOf(words);
        this.weights = weights;
    }

    public static ChangeWords shipped() {
        return SHIPPED;
    }

    /** What the change from one description to another probably is. */
    public Proposal propose(String before, String after) {
        var steps = ChangedText.between(before, after).stretches();
        var placesBefore = places(steps, false);
        var placesAfter = places(steps, true);
        var scores = new EnumMap<ChangeClass, Integer>(ChangeClass.class);
        var sides = new EnumMap<ChangeClass, Set<Side>>(ChangeClass.class);
        var found = new EnumMap<ChangeClass, Set<String>>(ChangeClass.class);
        for (var word : words) {
            int was = word.side() == Side.AFTER ? 0 : weight(word, before, placesBefore);
            int is = word.side() == Side.BEFORE ? 0 : weight(word, after, placesAfter);
            if (Math.max(was, is) > 0) {
                scores.merge(word.kind(), Math.max(was, is), Integer::sum);
                sides.computeIfAbsent(word.kind(), kind -> new LinkedHashSet<>()).add(word.side());
                found.computeIfAbsent(word.kind(), kind -> new LinkedHashSet<>()).add(word.written());
            }
        }
        scores.keySet().removeIf(kind -> isHalf(sides.getOrDefault(kind, Set.of())));
        return best(scores, found);
    }

    private Proposal best(Map<ChangeClass, Integer> scores, Map<ChangeClass, Set<String>> found) {
        int most = scores.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        var leading = scores.entrySet().stream().filter(score -> score.getValue() == most).map(Map.Entry::getKey).toList();
        if (most >= weights.least() && leading.size() == 1) {
            return new Proposal(leading.get(0), List.copyOf(found.get(leading.get(0))));
        }
        return new Proposal(ChangeClass.UNDECIDED, leading.stream().flatMap(kind -> found.get(kind).stream()).toList());
    }

    /** Only words of one side: nothing went from there to here. */
    private static boolean isHalf(Set<Side> sides) {
        return !sides.contains(Side.EITHER) && sides.size() == 1;
    }

    private int weight(Word word, String text, List<Place> places) {
        int weight = 0;
        var matcher = word.pattern().matcher(text);
        while (matcher.find()) {
            for (var place : places) {
                if (matcher.start() <= place.to() && place.from() <= matcher.end()) {
                    return weights.changed();
                }
                if (matcher.end() > phraseBegin(text, place.from()) && matcher.start() < phraseEnd(text, place.to())) {
                    weight = weights.around();
                }
            }
        }
        return weight;
    }

    private static int phraseBegin(String text, int from) {
        int begin = from;
        while (begin > 0 && PHRASE_ENDS.indexOf(text.charAt(begin - 1)) < 0) {
            begin--;
        }
        return begin;
    }

    private static int phraseEnd(String text, int to) {
        int end = to;
        while (end < text.length() && PHRASE_ENDS.indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return end;
    }

    private static List<Place> places(List<ChangedText.Stretch> steps, boolean ofAfter) {
        var places = new ArrayList<Place>();
        int at = 0;
        for (var step : steps) {
            int length = (ofAfter ? step.after() : step.before()).length();
            if (!step.same()) {
                places.add(new Place(at, at + length));
            }
            at += length;
        }
        return places;
    }

    private static ChangeWords read(String resource) {
        var words = new ArrayList<Word>();
        int[] weights = new int[3];
        for (var line : lines(resource)) {
            var cells = line.split("\t", -1);
            switch (cells[0]) {
                case "*changed" -> weights[0] = Integer.parseInt(cells[1]);
                case "*around" -> weights[1] = Integer.parseInt(cells[1]);
                case "*least" -> weights[2] = Integer.parseInt(cells[1]);
                default -> words.add(new Word(
                        ChangeClass.of(cells[0]).filter(ChangeClass::proposed).orElseThrow(), cells[1], pattern(cells[1]),
                        Side.valueOf(cells[2].toUpperCase(java.util.Locale.ROOT))));
            }
        }
        return new ChangeWords(words, new Weights(weights[0], weights[1], weights[2]));
    }

    private static Pattern pattern(String word) {
        var quoted = new StringBuilder();
        word.codePoints().forEach(point -> quoted.append(
                point == 'N' ? "[0-9０-９]+" : Pattern.quote(Character.toString(point))));
        return Pattern.compile(quoted.toString(), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    private static List<String> lines(String resource) {
        try (var stream = ChangeWords.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException("missing from the jar: " + resource);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
