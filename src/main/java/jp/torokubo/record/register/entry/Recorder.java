// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.register.entry;

import java.util.Locale;
import java.util.Map;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.record.ledger.Commitments;

/**
 * Who recorded an entry, as far as the log says it: the role, and a commitment that can be opened to show the person.
 *
 * @param commitment to the person's id as text
 */
public record Recorder(String role, String commitment) {

    public static Recorder of(Actor actor, Commitments commitments) {
        var role = actor.isSystem() ? "system" : actor.role().name().toLowerCase(Locale.ROOT);
        return new Recorder(role, commitments.to(actor.person().value().toString()));
    }

    static Recorder of(Members members) {
        return new Recorder(members.text("role"), members.text("commitment"));
    }

    Map<String, ?> object() {
        return Map.of("role", role, "commitment", commitment);
    }
}
