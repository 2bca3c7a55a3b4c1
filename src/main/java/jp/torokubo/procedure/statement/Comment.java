// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import jp.torokubo.ground.identity.PersonId;

/**
 * What somebody of the provider's side noted at a row for his colleagues. It stays as it was written.
 *
 * @param control id of the row
 * @param mentions those it was meant for, who were told that there is something
 */
public record Comment(UUID id, String control, String text, List<PersonId> mentions, Instant at, PersonId author) {

    /** In code points. */
    public static final int LONGEST_TEXT = 10_000;

    public Comment {
        mentions = List.copyOf(mentions);
    }

    /** Each line of it. */
    public List<String> lines() {
        return text.lines().toList();
    }
}
