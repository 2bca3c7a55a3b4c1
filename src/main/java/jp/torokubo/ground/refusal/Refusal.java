// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.refusal;

import java.util.Map;

/**
 * Why something is not done.
 *
 * <p>A refusal is an answer somebody will read, so it carries the facts it rests on and, where a rule speaks, the article.
 * Bugs and outages are exceptions instead. Each module seals its own refusals; the words and the HTTP status of a code stand
 * in {@code refusals/<module>.tsv} (code, status, Japanese, English), with {@code {fact}} in place of a fact.
 */
public interface Refusal {

    /** Stable name, {@code module.what-is-wrong}. Never reused, never renamed. */
    String code();

    /** What the words need to be exact: the value given, the limit, the row, the column. */
    default Map<String, Object> facts() {
        return Map.of();
    }

    /** The rule that speaks, or {@link Article#NONE}. */
    default Article article() {
        return Article.NONE;
    }
}
