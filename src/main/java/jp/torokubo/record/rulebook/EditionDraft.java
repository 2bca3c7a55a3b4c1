// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.rulebook;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.TreeMap;
import java.util.UUID;
import jp.torokubo.ground.identity.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * An edition that an operator prepares.
 *
 * @param edition as it will be recorded; its number is the one after the newest its author had before him
 * @param proposal under which a second person is asked; null before that
 */
public record EditionDraft(
        UUID id, Edition edition, State state, PersonId draftedBy, Instant draftedAt, @Nullable UUID proposal) {

    public enum State {
        DRAFTED("drafted"),
        PROPOSED("proposed"),
        CONFIRMED("confirmed"),
        TURNED_DOWN("turned-down");

        private final String code;

        State(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }

        public static State of(String code) {
            return Arrays.stream(values()).filter(state -> state.code.equals(code)).findFirst().orElseThrow();
        }
    }

    public EditionDraft inState(State next, @Nullable UUID underProposal) {
        return new EditionDraft(id, edition, next, draftedBy, draftedAt, underProposal);
    }

    /** SHA-256 in hexadecimal of all that two persons agree on. Each part is led by its length, so that none can run into the next. */
    public String hash() {
        var parts = new StringBuilder();
        add(parts, edition.kind().code());
        add(parts, edition.subject());
        add(parts, Integer.toString(edition.number()));
        new TreeMap<>(edition.content()).forEach((name, text) -> {
            add(parts, name);
            add(parts, text);
        });
        add(parts, edition.standing().code());
        add(parts, String.valueOf(edition.decidedOn()));
        add(parts, String.valueOf(edition.effectiveOn()));
        add(parts, String.valueOf(edition.attestedOn()));
        add(parts, edition.reasonJa());
        add(parts, edition.reasonEn());
        add(parts, edition.source().ja());
        add(parts, edition.source().en());
        add(parts, edition.source().provenance().code());
        return sha256(parts.toString());
    }

    static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void add(StringBuilder parts, @Nullable String part) {
        parts.append(part == null ? "-" : part.length() + ":" + part).append('\n');
    }
}
