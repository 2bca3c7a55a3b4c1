// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity.web;

import java.time.InstantSource;
import java.util.Locale;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.ground.identity.Walls;
import jp.torokubo.ground.identity.people.Person;
import jp.torokubo.ground.identity.store.Organisations;
import jp.torokubo.ground.identity.store.People;
import jp.torokubo.ground.identity.store.Roles;
import jp.torokubo.ground.japanese.TokyoDay;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads what the strip of the desk says. */
@Component
class DeskStrips {

    private final Walls walls;
    private final Organisations organisations;
    private final People people;
    private final Roles roles;
    private final InstantSource clock;

    DeskStrips(Walls walls, Organisations organisations, People people, Roles roles, InstantSource clock) {
        this.walls = walls;
        this.organisations = organisations;
        this.people = people;
        this.roles = roles;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public DeskStrip of(Actor actor, Locale locale) {
        walls.enter(actor);
        var organisation = organisations.find(actor.organisation(), TokyoDay.today(clock));
        var standsInFor = actor.standsInFor() == null ? null : people.find(actor.standsInFor()).map(Person::name).orElse(null);
        var several = roles.of(actor.person()).size() + roles.deputisedTo(actor.person(), clock.instant()).size() > 1;
        return new DeskStrip(
                actor.name(), actor.role().messageKey(), organisation.map(known -> known.name(locale)).orElse(""), standsInFor,
                several);
    }
}
