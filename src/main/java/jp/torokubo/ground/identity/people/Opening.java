// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity.people;

import java.time.InstantSource;
import java.util.Map;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.ground.identity.Caller;
import jp.torokubo.ground.identity.Ids;
import jp.torokubo.ground.identity.Trail;
import jp.torokubo.ground.identity.store.Links;
import jp.torokubo.ground.identity.store.People;
import org.springframework.stereotype.Component;

/** The moment an account becomes usable: its second proof is there, the link is used up, and the role begins. */
@Component
class Opening {

    private final People people;
    private final Links links;
    private final Trail trail;
    private final Ids ids;
    private final InstantSource clock;

    Opening(People people, Links links, Trail trail, Ids ids, InstantSource clock) {
        this.people = people;
        this.links = links;
        this.trail = trail;
        this.ids = ids;
        this.clock = clock;
    }

    void open(Link link, Person person, String proof) {
        var now = clock.instant();
        people.becomeUsable(person.id(), now);
        if (!person.operator() && link.purpose() != Link.Purpose.RESET) {
            people.grantOperator(ids.next(), person.id(), link.issuedBy(), now);
        }
        links.used(link.id(), now);
        trail.write(
                new Actor(person.id(), person.name(), Caller.OPERATOR),
                "identity.account-set-up",
                "person " + person.id().value(),
                Map.of(),
                Map.of("by", link.purpose().name(), "link-from", link.issuedBy().value().toString(), "proof", proof));
    }
}
