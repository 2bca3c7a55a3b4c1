// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.register.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import jp.torokubo.ground.japanese.SearchKey;

/**
 * What is searched and what is searched for, cut alike.
 *
 * <p>A text is indexed by every character of its key and every two neighbouring ones; a word is looked for by its pairs, or where it
 * has only one character, by that. The pairs of a word may stand apart in a text, so what the index finds is looked at again.
 */
final class SearchWords {

    private SearchWords() {}

    /** The keys of some texts, one a line, each once. */
    static String text(Collection<String> texts) {
        return String.join("\n", new LinkedHashSet<>(texts.stream().map(SearchKey::of).toList()));
    }

    /** Single characters and pairs of every line. */
    static Set<String> grams(String searchText) {
        var grams = new LinkedHashSet<String>();
        searchText.lines().forEach(line -> {
            var characters = characters(line);
            grams.addAll(characters);
            grams.addAll(pairs(characters));
        });
        return grams;
    }

    /**
     * The keys of the words somebody typed. A legal form that stands as a word of its own says nothing and is passed over, unless it is
     * all there is.
     */
    static List<String> words(String typed) {
        var all = List.of(typed.strip().split("[\\p{Z}\\s]+")).stream().filter(word -> !word.isEmpty()).toList();
        var telling = all.stream().filter(word -> !isLegalForm(word)).map(SearchKey::of).filter(key -> !key.isEmpty()).distinct().toList();
        return telling.isEmpty() ? all.stream().map(SearchKey::of).filter(key -> !key.isEmpty()).distinct().toList() : telling;
    }

    /** By what the index finds a word. */
    static Set<String> gramsOfWord(String key) {
        var characters = characters(key);
        return characters.size() == 1 ? Set.copyOf(characters) : new LinkedHashSet<>(pairs(characters));
    }

    private static boolean isLegalForm(String word) {
        return SearchKey.of("a " + word).equals("a");
    }

    private static List<String> characters(String line) {
        return line.codePoints().mapToObj(Character::toString).toList();
    }

    private static List<String> pairs(List<String> characters) {
        var pairs = new ArrayList<String>();
        for (var at = 0; at + 1 < characters.size(); at++) {
            pairs.add(characters.get(at) + characters.get(at + 1));
        }
        return pairs;
    }
}
