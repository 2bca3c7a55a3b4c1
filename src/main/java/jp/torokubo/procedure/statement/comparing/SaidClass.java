// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.comparing;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import jp.torokubo.ground.identity.PersonId;

/**
 * Which class a changed description is of, in the word of somebody of the provider's side. It stays as it was said.
 *
 * @param control number of the row, which alone is the same in every edition
 * @param before {@link ClassesSaid#fingerprint} of what stood last before
 * @param after of what stood last after
 * @param kind {@link ChangeClass#UNDECIDED} where a word said before is taken back
 * @param why empty where nobody has said it
 */
public record SaidClass(UUID id, String control, String before, String after, ChangeClass kind, String why, Instant at, PersonId author) {

    /** In code points. */
    public static final int LONGEST_TEXT = 1_000;

    /** Each line of the reason. */
    public List<String> lines() {
        return why.lines().toList();
    }
}
