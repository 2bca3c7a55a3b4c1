// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.comparing.web;

import java.util.List;
import jp.torokubo.record.rulebook.ChangedText;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is said differently, as it is shown.
 *
 * @param before null where it was not said
 * @param after null where it is not said
 * @param stretches with the changed words marked; empty where only one side has words
 */
public record Line(String label, @Nullable String before, @Nullable String after, List<ChangedText.Stretch> stretches) {

    static Line of(String label, String before, String after) {
        return before.isEmpty() || after.isEmpty()
                ? new Line(label, before.isEmpty() ? null : before, after.isEmpty() ? null : after, List.of())
                : new Line(label, before, after, ChangedText.between(before, after).stretches());
    }
}
