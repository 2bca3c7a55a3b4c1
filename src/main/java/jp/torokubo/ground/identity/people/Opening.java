// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity.people;

import java.time.InstantSource;
import java.util.Map;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.ground.identity.Trail;
import jp.torokubo.ground.identity.store.Links;
import jp.torokubo.ground.identity.store.People;
import org.springframework.stereotype.Component;

/** The moment an account becomes usable: its second proof is there, the link is used up, and the role begins. */
@Component
class Opening {

    private final People people;
    private final Links links;
    private final Entry entry;
    private final Trail trail;
    private final InstantSource clock;

    Opening(People people, Links links, Entry entry, Trail trail, InstantSource clock) {
        this.people = people;
        this.links = links;
        this.entry = entry;
        this.trail = trail;
        this.clock = clock;
    }

    void open(Link link, Person person, String proof) {
        var now = clock.instant();
        people.becomeUsable(person.id(), now);
        if (link.purpose() != Link.Purpose.RESET) {
            entry.begin(link, person.id(), now);
        }
        links.used(link.id(), now);
        trail.write(
                new Actor(person.id(), person.name(), link.role(), link.organisation(), null),
                "identity.account-set-up",
                "person " + person.id().value(),
                Map.of(),
                Map.of("by", link.purpose().name(), "link-from", link.issuedBy().value().toString(), "proof", proof));
    }
}
