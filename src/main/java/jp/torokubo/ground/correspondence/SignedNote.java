// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.correspondence;

import org.jspecify.annotations.Nullable;

/**
 * A note with the names of those it is of, for one who reads it.
 *
 * @param organisation as it was called on the note's day; null where it is not known to the reader
 * @param standsInFor null where the author acted for himself
 * @param retractedBy null while it stands
 * @param replyTo who wrote the note it answers, and when; null where it answers none
 * @param retractable whether the reader may take it back
 */
public record SignedNote(
        Note note, String author, @Nullable String organisation, @Nullable String standsInFor, @Nullable String retractedBy,
        @Nullable Origin replyTo, @Nullable Origin retracts, boolean retractable) {

    /** The note another refers to. */
    public record Origin(java.util.UUID note, String author, java.time.Instant at) {}
}
