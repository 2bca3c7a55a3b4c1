// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import jp.torokubo.ground.identity.PersonId;

/**
 * Why a warning of the self-check may stay, in the words of somebody of the provider's side. It stays as it was written.
 *
 * @param warning {@link Remark#key} of what it was said about
 * @param fingerprint of the warning and its text at that time; see {@link WordsGiven#fingerprint}
 */
public record WarningWord(UUID id, String warning, String fingerprint, String text, Instant at, PersonId author) {

    /** In code points. */
    public static final int LONGEST_TEXT = 1_000;

    /** Each line of it. */
    public List<String> lines() {
        return text.lines().toList();
    }
}
