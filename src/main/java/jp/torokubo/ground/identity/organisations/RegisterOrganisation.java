// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity.organisations;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.InstantSource;
import java.util.Map;
import jp.torokubo.ground.commands.CommandId;
import jp.torokubo.ground.commands.Once;
import jp.torokubo.ground.commands.Writes;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.ground.identity.Caller;
import jp.torokubo.ground.identity.IdentityRefusal;
import jp.torokubo.ground.identity.Ids;
import jp.torokubo.ground.identity.OrganisationId;
import jp.torokubo.ground.identity.OrganisationKind;
import jp.torokubo.ground.identity.Trail;
import jp.torokubo.ground.identity.Walls;
import jp.torokubo.ground.identity.people.Token;
import jp.torokubo.ground.identity.people.Wrong;
import jp.torokubo.ground.identity.store.Organisations;
import jp.torokubo.ground.japanese.TokyoDay;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Enters an organisation into the program, so that its people can be invited. Operators do it, and the sign-in by a trusted issuer. */
@Service
@Writes
public class RegisterOrganisation {

    /** @param corporateNumber as typed; empty where it is not known */
    public record Command(
            CommandId id, Actor actor, OrganisationKind kind, String nameJa, String nameEn, String corporateNumber) {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME)
    public sealed interface Result {
        record Registered(OrganisationId organisation) implements Result {}

        record Refused(Wrong wrong) implements Result {}
    }

    private final Once once;
    private final Walls walls;
    private final Organisations organisations;
    private final Trail trail;
    private final Ids ids;
    private final InstantSource clock;

    RegisterOrganisation(
            Once once, Walls walls, Organisations organisations, Trail trail, Ids ids, InstantSource clock) {
        this.once = once;
        this.walls = walls;
        this.organisations = organisations;
        this.trail = trail;
        this.ids = ids;
        this.clock = clock;
    }

    @Transactional
    public Result handle(Command command) {
        var asked = Token.sha256("organisation %s %s %s %s %s".formatted(
                command.actor().person().value(), command.kind(), command.nameJa(), command.nameEn(), command.corporateNumber()));
        return once.run(command.id(), asked, Result.class, () -> register(command));
    }

    private Result register(Command command) {
        if (command.actor().role() != Caller.OPERATOR || command.kind() == OrganisationKind.OPERATOR) {
            return new Result.Refused(Wrong.whole(new IdentityRefusal.RoleNotYours()));
        }
        var names = GivenName.read(command.nameJa(), command.nameEn());
        if (names.wrong() != null) {
            return new Result.Refused(names.wrong());
        }
        var number = GivenNumber.read(command.corporateNumber());
        if (number.wrong() != null) {
            return new Result.Refused(number.wrong());
        }
        walls.enter(command.actor());
        var now = clock.instant();
        if (thereAlready(command.kind(), number.digits(), now)) {
            return new Result.Refused(
                    new Wrong("corporateNumber", new IdentityRefusal.OrganisationThereAlready(String.valueOf(number.digits()))));
        }
        var id = new OrganisationId(ids.next());
        organisations.add(id, command.kind(), number.digits(), command.actor().person(), now);
        organisations.addName(ids.next(), id, new NameByDate(names.ja(), names.en(), null), command.actor().person(), now);
        trail.write(
                command.actor(), "identity.organisation-registered", "organisation " + id.value(), Map.of(),
                Map.of("kind", command.kind().name(), "name", names.ja(), "number", number.digits() == null ? "" : number.digits()));
        return new Result.Registered(id);
    }

    private boolean thereAlready(OrganisationKind kind, @Nullable String number, java.time.Instant now) {
        return number != null && organisations.find(kind, number, TokyoDay.of(now)).isPresent();
    }
}
