// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.rulebook;

import java.util.List;
import jp.torokubo.record.rulebook.comparison.ChangedWords;

/**
 * Which words of a text changed, as the comparison table marks them; for texts of other modules.
 *
 * @param stretches in order; put together they give either text
 */
public record ChangedText(List<Stretch> stretches) {

    /** Equal: unchanged. One of the two empty: put in, or taken out. */
    public record Stretch(String before, String after) {

        public boolean same() {
            return before.equals(after);
        }
    }

    public static ChangedText between(String before, String after) {
        return new ChangedText(ChangedWords.between(before, after).stream().map(step -> new Stretch(step.before(), step.after())).toList());
    }
}
