// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.register.web;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import jp.torokubo.ground.japanese.SearchKey;
import jp.torokubo.record.register.PublicContent;
import jp.torokubo.record.register.PublicStatement.Function;

/**
 * The functions of a statement as its page lists them: what stands outside first, then what is not known, then what is inside.
 *
 * @param standing asked for; empty for all
 * @param words asked for; empty for all
 */
public record ScopeOfStatement(PublicContent content, String standing, String words, List<Function> shown) {

    static final List<String> ORDER = List.of("outside", "unknown", "inside");

    static ScopeOfStatement of(PublicContent content, String standing, String words) {
        var asked = ORDER.contains(standing) ? standing : "";
        var key = SearchKey.of(words);
        return new ScopeOfStatement(content, asked, words, ordered(content)
                .filter(function -> asked.isEmpty() || function.standing().equals(asked))
                .filter(function -> key.isEmpty() || texts(function).anyMatch(text -> SearchKey.of(text).contains(key)))
                .toList());
    }

    static Stream<Function> ordered(PublicContent content) {
        return content.functions().stream().sorted(Comparator.comparingInt(function -> ORDER.indexOf(function.standing())));
    }

    private static Stream<String> texts(Function function) {
        return Stream.concat(
                Stream.of(function.nameJa(), function.nameEn(), function.noteJa(), function.noteEn()),
                function.regions().stream().flatMap(regions -> regions.names().stream()));
    }
}
