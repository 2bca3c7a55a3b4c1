// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity.people;

import java.time.Instant;
import jp.torokubo.ground.identity.Ids;
import jp.torokubo.ground.identity.PersonId;
import jp.torokubo.ground.identity.store.Roles;
import org.springframework.stereotype.Component;

/** The beginning of a role that an invitation promised. Who holds it already keeps it as it is. */
@Component
public class Entry {

    private final Roles roles;
    private final Ids ids;

    Entry(Roles roles, Ids ids) {
        this.roles = roles;
        this.ids = ids;
    }

    /** @return false if he held it already */
    public boolean begin(Link link, PersonId person, Instant now) {
        var held = roles.of(person).stream()
                .anyMatch(role -> role.role() == link.role() && role.organisation().equals(link.organisation()));
        if (!held) {
            roles.grant(ids.next(), person, link.role(), link.organisation(), link.issuedBy(), now);
        }
        return !held;
    }
}
