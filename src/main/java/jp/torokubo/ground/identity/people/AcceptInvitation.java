// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity.people;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.InstantSource;
import java.util.Map;
import jp.torokubo.ground.commands.CommandId;
import jp.torokubo.ground.commands.Once;
import jp.torokubo.ground.commands.Writes;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.ground.identity.IdentityRefusal;
import jp.torokubo.ground.identity.Trail;
import jp.torokubo.ground.identity.store.Links;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes up an invitation with the account one has: the role of the invitation comes to those one holds. */
@Service
@Writes
public class AcceptInvitation {

    public record Command(CommandId id, Actor actor, Token token) {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME)
    public sealed interface Result {
        record Accepted() implements Result {}

        record Refused(IdentityRefusal why) implements Result {}
    }

    private final Once once;
    private final Links links;
    private final Entry entry;
    private final Trail trail;
    private final InstantSource clock;

    AcceptInvitation(Once once, Links links, Entry entry, Trail trail, InstantSource clock) {
        this.once = once;
        this.links = links;
        this.entry = entry;
        this.trail = trail;
        this.clock = clock;
    }

    @Transactional
    public Result handle(Command command) {
        var asked = Token.sha256("accept " + command.actor().person().value() + " " + command.token().hash());
        return once.run(command.id(), asked, Result.class, () -> accept(command));
    }

    private Result accept(Command command) {
        var now = clock.instant();
        var person = command.actor().person();
        var link = links.findOpenForUpdate(command.token().hash(), now)
                .filter(open -> open.purpose() == Link.Purpose.INVITATION && open.person() == null)
                .orElse(null);
        if (link == null) {
            return new Result.Refused(new IdentityRefusal.LinkNotUsable());
        }
        if (!entry.begin(link, person, now)) {
            return new Result.Refused(new IdentityRefusal.RoleHeldAlready());
        }
        links.belongsTo(link.id(), person);
        links.used(link.id(), now);
        trail.write(
                command.actor(), "identity.invitation-accepted", "person " + person.value(), Map.of(),
                Map.of(
                        "role", link.role().name(), "organisation", link.organisation().value().toString(),
                        "link-from", link.issuedBy().value().toString()));
        return new Result.Accepted();
    }
}
