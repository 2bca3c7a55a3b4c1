// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.comparing;

import java.util.Objects;
import jp.torokubo.record.criteria.Control;
import org.jspecify.annotations.Nullable;

/**
 * A row of the criteria as two statements know it; only its number is the same in both.
 *
 * @param before null where the edition of the first has no such row
 * @param after null where the edition of the second has none; never both
 */
public record RowPair(@Nullable Control before, @Nullable Control after, ControlChange change) {

    public RowPair {
        if (before == null && after == null) {
            throw new IllegalArgumentException("a row of neither edition");
        }
    }

    /** The row as the second statement knows it, where it does. */
    public Control shown() {
        return after == null ? Objects.requireNonNull(before) : after;
    }

    public String number() {
        return shown().number();
    }

    RowPair mirrored() {
        var mirrored = switch (change) {
            case ADDED -> ControlChange.REMOVED;
            case REMOVED -> ControlChange.ADDED;
            default -> change;
        };
        return new RowPair(after, before, mirrored);
    }
}
