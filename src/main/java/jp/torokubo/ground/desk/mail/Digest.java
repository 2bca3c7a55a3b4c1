// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.desk.mail;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import jp.torokubo.ground.identity.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * All that a mail says: of each kind how many, and the nearest day.
 *
 * @param language {@code ja} or {@code en}, chosen when it was composed, so that a second try says the same
 * @param tries how often its sending has been tried
 */
public record Digest(UUID id, PersonId person, String language, int tries, List<Line> lines) {

    /**
     * @param task whether it is of tasks; otherwise of messages
     * @param nearestDue of tasks: the first of their days; null where none has one
     */
    public record Line(boolean task, String kind, int count, @Nullable LocalDate nearestDue) {}

    public Digest {
        lines = List.copyOf(lines);
    }
}
