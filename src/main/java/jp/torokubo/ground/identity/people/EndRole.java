// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity.people;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.InstantSource;
import java.util.Map;
import jp.torokubo.ground.commands.CommandId;
import jp.torokubo.ground.commands.Once;
import jp.torokubo.ground.commands.Writes;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.ground.identity.Caller;
import jp.torokubo.ground.identity.IdentityRefusal;
import jp.torokubo.ground.identity.PersonId;
import jp.torokubo.ground.identity.Trail;
import jp.torokubo.ground.identity.store.Links;
import jp.torokubo.ground.identity.store.People;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Ends the role of an operator, another's or one's own; the last one stays. His sessions end with it. */
@Service
@Writes
public class EndRole {

    public record Command(CommandId id, Actor actor, Proof proof, PersonId person) {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME)
    public sealed interface Result {
        record Ended(String name) implements Result {}

        record Refused(IdentityRefusal why) implements Result {}
    }

    private final Once once;
    private final ProvenAnew proven;
    private final People people;
    private final Links links;
    private final Trail trail;
    private final InstantSource clock;

    EndRole(Once once, ProvenAnew proven, People people, Links links, Trail trail, InstantSource clock) {
        this.once = once;
        this.proven = proven;
        this.people = people;
        this.links = links;
        this.trail = trail;
        this.clock = clock;
    }

    @Transactional
    public Result handle(Command command) {
        var asked = Token.sha256("end " + command.actor().person().value() + " " + command.person().value());
        return once.run(command.id(), asked, Result.class, () -> end(command));
    }

    private Result end(Command command) {
        var id = command.person();
        var operators = people.operatorsForUpdate();
        var person = people.find(id).orElse(null);
        if (person == null) {
            return new Result.Refused(new IdentityRefusal.PersonUnknown());
        }
        if (!person.operator()) {
            return new Result.Refused(new IdentityRefusal.RoleNotHeld(person.name()));
        }
        var someoneStays = operators.stream()
                .filter(other -> !other.equals(id))
                .anyMatch(other -> people.find(other).filter(Person::usable).isPresent());
        if (!someoneStays) {
            return new Result.Refused(new IdentityRefusal.LastOperator());
        }
        var whyNot = proven.whyNot(command.actor(), command.proof());
        if (whyNot.isPresent()) {
            return new Result.Refused(whyNot.get());
        }
        var now = clock.instant();
        people.endOperator(id, command.actor().person(), now);
        links.withdraw(Link.Purpose.RESET, id, now);
        links.withdrawIssuedBy(id, now);
        trail.write(
                command.actor(), "identity.role-ended", "person " + id.value(),
                Map.of("role", Caller.OPERATOR.name()), Map.of("ended", now.toString()));
        return new Result.Ended(person.name());
    }
}
