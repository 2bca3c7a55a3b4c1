// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.criteria;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.torokubo.ground.japanese.SearchKey;
import org.jspecify.annotations.Nullable;

/** What the rows of an edition are found by: their numbers, their titles and texts in both languages, their references. */
final class SearchTexts {

    /** Keys of the texts of each row, in the order of the rows. */
    private final List<String> keys;

    SearchTexts(List<Control> controls) {
        this.keys = controls.stream().map(SearchTexts::keys).toList();
    }

    private static String keys(Control control) {
        return Stream.concat(
                        Stream.of(control.titleJa(), control.reference()),
                        Stream.of(
                                        control.titleEn(), titleOf(control.officialJa()), bodyOf(control.officialJa()),
                                        titleOf(control.officialEn()), bodyOf(control.officialEn()))
                                .filter(text -> text != null))
                .map(SearchKey::of)
                .collect(Collectors.joining("\n"));
    }

    private static @Nullable String titleOf(@Nullable OfficialText text) {
        return text == null ? null : text.title();
    }

    private static @Nullable String bodyOf(@Nullable OfficialText text) {
        return text == null ? null : text.body();
    }

    /** The words somebody typed, cut apart. */
    static List<Word> words(String typed) {
        var words = new ArrayList<Word>();
        for (var word : typed.strip().split("[\\p{Z}\\s]+")) {
            var number = Catalogue.number(word);
            // 27002 and 800 are words of titles of standards; 9 and 9.2 are places in the criteria
            if (number != null && (number.number().contains(".") || number.number().length() <= 2)) {
                words.add(new Word(number, ""));
            } else if (!SearchKey.of(word).isEmpty()) {
                words.add(new Word(null, SearchKey.of(word)));
            }
        }
        return words;
    }

    /** @param key empty where it is a number */
    record Word(Catalogue.@Nullable Number number, String key) {}

    boolean meets(Control control, int position, Word word) {
        return word.number() == null ? keys.get(position).contains(word.key()) : isAt(control, word.number());
    }

    /** A number finds its row and all rows below; with a suffix, only the row that has it. */
    private static boolean isAt(Control control, Catalogue.Number asked) {
        if (asked.suffix() != null) {
            return control.number().equals(asked.number()) && control.suffix().code().equals(asked.suffix());
        }
        return control.number().equals(asked.number()) || control.number().startsWith(asked.number() + ".");
    }
}
