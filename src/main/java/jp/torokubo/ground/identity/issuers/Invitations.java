// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity.issuers;

import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.ground.identity.Trail;
import jp.torokubo.ground.identity.people.Entry;
import jp.torokubo.ground.identity.people.Link;
import jp.torokubo.ground.identity.people.Person;
import jp.torokubo.ground.identity.store.Links;
import org.springframework.stereotype.Component;

/** Invitations that are taken up at an issuer. One with which somebody has begun to set up an account by password is his. */
@Component
class Invitations {

    private final Links links;
    private final Entry entry;
    private final Trail trail;
    private final InstantSource clock;

    Invitations(Links links, Entry entry, Trail trail, InstantSource clock) {
        this.links = links;
        this.entry = entry;
        this.trail = trail;
        this.clock = clock;
    }

    /** @param hash of its secret */
    Optional<Link> open(String hash) {
        return links.findOpenForUpdate(hash, clock.instant())
                .filter(link -> link.purpose() == Link.Purpose.INVITATION && link.person() == null);
    }

    void accept(Link link, Person person) {
        var now = clock.instant();
        var begun = entry.begin(link, person.id(), now);
        links.belongsTo(link.id(), person.id());
        links.used(link.id(), now);
        trail.write(
                new Actor(person.id(), person.name(), link.role(), link.organisation(), null), "identity.invitation-accepted",
                "person " + person.id().value(), Map.of(),
                Map.of(
                        "role", link.role().name(), "organisation", link.organisation().value().toString(),
                        "link-from", link.issuedBy().value().toString(), "held-already", !begun));
    }
}
