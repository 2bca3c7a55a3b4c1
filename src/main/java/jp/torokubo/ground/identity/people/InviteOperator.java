// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity.people;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import jp.torokubo.ground.commands.Writes;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.ground.identity.IdentityRefusal;
import jp.torokubo.ground.identity.Ids;
import jp.torokubo.ground.identity.Trail;
import jp.torokubo.ground.identity.store.Links;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes a one-time link for a further operator. It is shown once; the inviter hands it over himself. */
@Service
@Writes
public class InviteOperator {

    static final Duration VALID = Duration.ofHours(72);

    /** @param note for whom, in the inviter's words; for the trail only */
    public record Command(Actor actor, Proof proof, String note) {}

    public sealed interface Result {
        record Invited(Token token, Instant until) implements Result {}

        record Refused(IdentityRefusal why) implements Result {}
    }

    private final ProvenAnew proven;
    private final Links links;
    private final Trail trail;
    private final Ids ids;
    private final InstantSource clock;

    InviteOperator(ProvenAnew proven, Links links, Trail trail, Ids ids, InstantSource clock) {
        this.proven = proven;
        this.links = links;
        this.trail = trail;
        this.ids = ids;
        this.clock = clock;
    }

    @Transactional
    public Result handle(Command command) {
        var note = SetUpAccount.tidy(command.note());
        if (note.isEmpty()) {
            return new Result.Refused(new IdentityRefusal.NameMissing());
        }
        if (note.length() > SetUpAccount.LONGEST_NAME) {
            return new Result.Refused(new IdentityRefusal.NameTooLong(SetUpAccount.LONGEST_NAME, note.length()));
        }
        var whyNot = proven.whyNot(command.actor(), command.proof());
        if (whyNot.isPresent()) {
            return new Result.Refused(whyNot.get());
        }
        var now = clock.instant();
        var until = now.plus(VALID);
        var token = Token.fresh();
        var link = new Link(ids.next(), Link.Purpose.INVITATION, null, command.actor().person(), until);
        links.add(link, token.hash(), now);
        trail.write(
                command.actor(), "identity.operator-invited", "link " + link.id(), Map.of(),
                Map.of("for", note, "until", until.toString()));
        return new Result.Invited(token, until);
    }
}
