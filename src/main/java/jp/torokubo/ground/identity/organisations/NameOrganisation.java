// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity.organisations;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Map;
import jp.torokubo.ground.commands.CommandId;
import jp.torokubo.ground.commands.Once;
import jp.torokubo.ground.commands.Writes;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.ground.identity.Caller;
import jp.torokubo.ground.identity.IdentityRefusal;
import jp.torokubo.ground.identity.Ids;
import jp.torokubo.ground.identity.OrganisationId;
import jp.torokubo.ground.identity.Trail;
import jp.torokubo.ground.identity.Walls;
import jp.torokubo.ground.identity.people.Token;
import jp.torokubo.ground.identity.people.Wrong;
import jp.torokubo.ground.identity.store.Organisations;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Records what an organisation is called from a day on. Earlier names stay. */
@Service
@Writes
public class NameOrganisation {

    public record Command(
            CommandId id, Actor actor, OrganisationId organisation, String nameJa, String nameEn, LocalDate validFrom) {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME)
    public sealed interface Result {
        record Named() implements Result {}

        record Refused(Wrong wrong) implements Result {}
    }

    private final Once once;
    private final Walls walls;
    private final Organisations organisations;
    private final Trail trail;
    private final Ids ids;
    private final InstantSource clock;

    NameOrganisation(Once once, Walls walls, Organisations organisations, Trail trail, Ids ids, InstantSource clock) {
        this.once = once;
        this.walls = walls;
        this.organisations = organisations;
        this.trail = trail;
        this.ids = ids;
        this.clock = clock;
    }

    @Transactional
    public Result handle(Command command) {
        var asked = Token.sha256("name %s %s %s %s %s".formatted(
                command.actor().person().value(), command.organisation().value(), command.nameJa(), command.nameEn(),
                command.validFrom()));
        return once.run(command.id(), asked, Result.class, () -> name(command));
    }

    private Result name(Command command) {
        walls.enter(command.actor());
        if (command.actor().role() != Caller.OPERATOR || organisations.kindOf(command.organisation()).isEmpty()) {
            return new Result.Refused(Wrong.whole(new IdentityRefusal.OrganisationUnknown()));
        }
        var names = GivenName.read(command.nameJa(), command.nameEn());
        if (names.wrong() != null) {
            return new Result.Refused(names.wrong());
        }
        var called = new NameByDate(names.ja(), names.en(), command.validFrom());
        if (!organisations.addName(ids.next(), command.organisation(), called, command.actor().person(), clock.instant())) {
            return new Result.Refused(
                    new Wrong("validFrom", new IdentityRefusal.NameOfThatDayThere(command.validFrom().toString())));
        }
        trail.write(
                command.actor(), "identity.organisation-named", "organisation " + command.organisation().value(), Map.of(),
                Map.of("name", names.ja(), "from", command.validFrom().toString()));
        return new Result.Named();
    }
}
