// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity.people;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import jp.torokubo.ground.commands.CommandId;
import jp.torokubo.ground.commands.Once;
import jp.torokubo.ground.commands.Writes;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.ground.identity.Ids;
import jp.torokubo.ground.identity.PersonId;
import jp.torokubo.ground.identity.Trail;
import jp.torokubo.ground.identity.store.Links;
import jp.torokubo.ground.identity.store.People;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes the one-time link by which the first person sets up his account, as long as nobody can run the register.
 *
 * <p>Every new link takes back the one before. Whoever can start the program and read what it prints is trusted to be the first.
 */
@Service
@Writes
public class OfferFirstSetUp {

    static final Duration VALID = Duration.ofHours(24);

    /** @param inAnyCase also when there are operators: the way back in for those who have all lost their proofs */
    public record Command(CommandId id, boolean inAnyCase) {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME)
    public sealed interface Result {
        /** @param token null where the same command was answered before: a link is shown once and kept nowhere */
        record Offered(@JsonIgnore @Nullable Token token) implements Result {}

        record NotNeeded() implements Result {}
    }

    private final Once once;
    private final People people;
    private final Links links;
    private final Trail trail;
    private final Ids ids;
    private final InstantSource clock;

    OfferFirstSetUp(Once once, People people, Links links, Trail trail, Ids ids, InstantSource clock) {
        this.once = once;
        this.people = people;
        this.links = links;
        this.trail = trail;
        this.ids = ids;
        this.clock = clock;
    }

    @Transactional
    public Result handle(Command command) {
        var asked = Token.sha256("first set-up " + command.inAnyCase());
        return once.run(command.id(), asked, Result.class, () -> offer(command));
    }

    private Result offer(Command command) {
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
