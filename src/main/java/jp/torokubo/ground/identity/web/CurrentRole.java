// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity.web;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.ground.identity.PersonId;
import jp.torokubo.ground.identity.people.HeldRole;
import jp.torokubo.ground.identity.people.Person;
import jp.torokubo.ground.identity.store.Roles;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** In which of his roles somebody acts. Asked of the database on every request: one that has ended is none. */
@Component
class CurrentRole {

    private final Roles roles;
    private final InstantSource clock;

    CurrentRole(Roles roles, InstantSource clock) {
        this.roles = roles;
        this.clock = clock;
    }

    /** His own roles first, then those in which he stands in for somebody. */
    List<HeldRole> choices(PersonId person) {
        var all = new ArrayList<>(roles.of(person));
        all.addAll(roles.deputisedTo(person, clock.instant()));
        return List.copyOf(all);
    }

    /** @param chosen the role he changed to; null, or one that has ended: the first he has */
    Optional<Actor> of(Person person, @Nullable UUID chosen) {
        var choices = choices(person.id());
        return choices.stream()
                .filter(role -> role.id().equals(chosen))
                .findFirst()
                .or(() -> choices.stream().findFirst())
                .map(role -> new Actor(
                        person.id(), person.name(), role.role(), role.organisation(),
                        role.holder().equals(person.id()) ? null : role.holder()));
    }
}
