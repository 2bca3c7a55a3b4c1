// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement;

import java.time.Instant;
import java.util.Map;
import jp.torokubo.ground.identity.DossierId;
import jp.torokubo.ground.identity.PersonId;

/**
 * A version of a statement that never changes.
 *
 * @param hash over the three sections, see {@link jp.torokubo.record.register.StatementHashes}
 * @param number of the statement's versions, from 1
 * @param edition of the criteria
 * @param sections the hash of each section
 */
public record FrozenVersion(
        String hash, DossierId dossier, StatementId statement, int number, String edition, Map<Visibility, String> sections, Instant at,
        PersonId author) {

    public FrozenVersion {
        sections = Map.copyOf(sections);
    }

    /** The first letters of the hash, by which people call it. */
    public String shortHash() {
        return hash.substring(0, 12);
    }
}
