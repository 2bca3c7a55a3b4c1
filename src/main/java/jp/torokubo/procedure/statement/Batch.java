// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import jp.torokubo.ground.identity.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * What one deed changed.
 *
 * @param subject what it rested on, for example the id of an import; null where on nothing else
 * @param undoes the deed it undid
 * @param undone whether it has itself been undone
 * @param rows how many it changed
 */
public record Batch(
        UUID id, StatementId statement, Deed deed, @Nullable String subject, @Nullable UUID undoes, boolean undone, Instant at,
        PersonId author, int rows) {

    /** For so long a deed can be undone as a whole. */
    public static final Duration UNDO_WITHIN = Duration.ofHours(24);

    public boolean canBeUndoneAt(Instant now) {
        return !undone && deed != Deed.UNDO && now.isBefore(at.plus(UNDO_WITHIN));
    }
}
