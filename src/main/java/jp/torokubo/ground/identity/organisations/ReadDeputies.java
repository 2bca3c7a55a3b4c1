// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity.organisations;

import java.time.InstantSource;
import java.util.List;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.ground.identity.store.Deputies;
import jp.torokubo.ground.identity.store.Roles;
import org.springframework.stereotype.Service;

/** Those who stand in for somebody, now or later, in the role in which he acts. */
@Service
public class ReadDeputies {

    private final Roles roles;
    private final Deputies deputies;
    private final InstantSource clock;

    ReadDeputies(Roles roles, Deputies deputies, InstantSource clock) {
        this.roles = roles;
        this.deputies = deputies;
        this.clock = clock;
    }

    public List<Deputy> of(Actor actor) {
        return roles.of(actor.person()).stream()
                .filter(role -> role.role() == actor.role() && role.organisation().equals(actor.organisation()))
                .flatMap(role -> deputies.of(role.id(), clock.instant()).stream())
                .toList();
    }
}
