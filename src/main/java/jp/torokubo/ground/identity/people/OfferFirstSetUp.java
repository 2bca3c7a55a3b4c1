// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity.people;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.ground.identity.Ids;
import jp.torokubo.ground.identity.PersonId;
import jp.torokubo.ground.identity.Trail;
import jp.torokubo.ground.identity.store.Links;
import jp.torokubo.ground.identity.store.People;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes the one-time link by which the first person sets up his account, as long as nobody can run the register.
 *
 * <p>Every new link takes back the one before, so doing it twice is not the same as doing it once. Whoever can start the program and read what it prints is trusted to be the first.
 */
@Service
public class OfferFirstSetUp {

    static final Duration VALID = Duration.ofHours(24);

    /** @param inAnyCase also when there are operators: the way back in for those who have all lost their proofs */
    public record Command(boolean inAnyCase) {}

    public sealed interface Result {
        record Offered(Token token) implements Result {}

        record NotNeeded() implements Result {}
    }

    private final People people;
    private final Links links;
    private final Trail trail;
    private final Ids ids;
    private final InstantSource clock;

    OfferFirstSetUp(People people, Links links, Trail trail, Ids ids, InstantSource clock) {
        this.people = people;
        this.links = links;
        this.trail = trail;
        this.ids = ids;
        this.clock = clock;
    }

    @Transactional
    public Result handle(Command command) {
        if (people.anyUsableOperator() && !command.inAnyCase()) {
            return new Result.NotNeeded();
        }
        var now = clock.instant();
        var token = Token.fresh();
        links.withdraw(Link.Purpose.FIRST, null, now);
        links.add(new Link(ids.next(), Link.Purpose.FIRST, null, PersonId.SYSTEM, now.plus(VALID)), token.hash(), now);
        trail.write(Actor.SYSTEM, "identity.first-link-offered", "link", Map.of(), Map.of("until", now.plus(VALID).toString()));
        return new Result.Offered(token);
    }
}
