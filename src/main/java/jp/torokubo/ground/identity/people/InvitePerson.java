// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity.people;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Duration;
import java.time.Instant;
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
import jp.torokubo.ground.identity.Proof;
import jp.torokubo.ground.identity.Trail;
import jp.torokubo.ground.identity.store.Links;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes a one-time link for a further operator. It is shown once; the inviter hands it over himself. */
@Service
@Writes
public class InvitePerson {

    static final Duration VALID = Duration.ofHours(72);

    /** @param note for whom, in the inviter's words; for the trail only */
    public record Command(
            CommandId id, Actor actor, Proof proof, String note, OrganisationId organisation, Caller role) {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME)
    public sealed interface Result {
        /** @param token null where the same command was answered before: a link is shown once and kept nowhere */
        record Invited(Instant until, @JsonIgnore @Nullable Token token) implements Result {}

        record Refused(IdentityRefusal why) implements Result {}
    }

    private final Once once;
    private final MayManage mayManage;
    private final ProvenAnew proven;
    private final Links links;
    private final Trail trail;
    private final Ids ids;
    private final InstantSource clock;

    InvitePerson(Once once, MayManage mayManage, ProvenAnew proven, Links links, Trail trail, Ids ids, InstantSource clock) {
        this.once = once;
        this.mayManage = mayManage;
        this.proven = proven;
        this.links = links;
        this.trail = trail;
        this.ids = ids;
        this.clock = clock;
    }

    @Transactional
    public Result handle(Command command) {
        var asked = Token.sha256("invite %s %s %s %s".formatted(
                command.actor().person().value(), command.organisation().value(), command.role(), command.note()));
        return once.run(command.id(), asked, Result.class, () -> invite(command));
    }

    private Result invite(Command command) {
        var note = SetUpAccount.tidy(command.note());
        if (note.isEmpty()) {
            return new Result.Refused(new IdentityRefusal.NameMissing());
        }
        if (note.length() > SetUpAccount.LONGEST_NAME) {
            return new Result.Refused(new IdentityRefusal.NameTooLong(SetUpAccount.LONGEST_NAME, note.length()));
        }
        if (!mayManage.people(command.actor(), command.organisation(), command.role())) {
            return new Result.Refused(new IdentityRefusal.RoleNotYours());
        }
        var whyNot = proven.whyNot(command.actor(), command.proof());
        if (whyNot.isPresent()) {
            return new Result.Refused(whyNot.get());
        }
        var now = clock.instant();
        var until = now.plus(VALID);
        var token = Token.fresh();
        var link = new Link(
                ids.next(), Link.Purpose.INVITATION, null, command.actor().person(), until, command.role(), command.organisation());
        links.add(link, token.hash(), now);
        trail.write(
                command.actor(), "identity.person-invited", "link " + link.id(), Map.of(),
                Map.of(
                        "for", note, "role", command.role().name(), "organisation", command.organisation().value().toString(),
                        "until", until.toString()));
        return new Result.Invited(until, token);
    }
}
