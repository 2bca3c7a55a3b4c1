// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.correspondence;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.ground.identity.DossierId;
import jp.torokubo.ground.identity.OrganisationId;
import jp.torokubo.ground.identity.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wrote to the others of a dossier. Never edited, never removed.
 *
 * @param organisation for which he acted
 * @param standsInFor whose place he took; null where he acted for himself
 * @param replyTo the note it answers; null where it answers none
 * @param retracts the note it takes back, its text being the reason; null for any other note
 * @param retraction how it was taken back itself; null while it stands
 */
public record Note(
        UUID id, DossierId dossier, PersonId author, OrganisationId organisation, @Nullable PersonId standsInFor, String text, Instant at,
        @Nullable UUID replyTo, @Nullable UUID retracts, @Nullable Retraction retraction, List<Attachment> attachments) {

    public static final int LONGEST_TEXT = 10_000;
    public static final int MOST_FILES = 10;

    public Note {
        attachments = List.copyOf(attachments);
    }

    /** @param note the further note by which it was taken back */
    public record Retraction(UUID note, PersonId by, Instant at) {}

    /**
     * A file that was handed over with a note.
     *
     * @param id tells nothing of what is in it, nor of any other file
     * @param name as given, made safe
     * @param cleaned whether the name as given was another
     * @param mediaType as found by looking into it; what is not known for sure is {@code application/octet-stream}
     * @param sha256 of its content
     */
    public record Attachment(
            UUID id, UUID note, String name, boolean cleaned, String mediaType, long size, String sha256) {

        private static final long KIB = 1024;

        /** Which words its size has: b, kb or mb. */
        public String sizeIn() {
            return size < KIB ? "b" : size < KIB * KIB ? "kb" : "mb";
        }

        /** Its size in these, with one digit behind the point where that says more. */
        public String amount() {
            return size < KIB ? Long.toString(size)
                    : size < KIB * KIB ? Long.toString((size + KIB - 1) / KIB)
                    : String.format(Locale.ROOT, "%.1f", size / (double) (KIB * KIB));
        }

        /** Which words its media type has. */
        public String kind() {
            return MediaTypes.kind(mediaType);
        }
    }

    public List<String> lines() {
        return text.lines().toList();
    }

    /**
     * Whether somebody may take it back: who wrote it or in whose place it was written, or who manages the organisation it was written for.
     * Acting for another organisation nobody may.
     */
    public boolean mayBeRetractedBy(Actor actor) {
        var his = author.equals(actor.person()) || author.equals(actor.standsInFor()) || actor.assigned().equals(standsInFor);
        return retracts == null && retraction == null && organisation.equals(actor.organisation()) && (his || actor.role().manages());
    }
}
