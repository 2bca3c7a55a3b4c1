// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity.people;

import java.time.InstantSource;
import jp.torokubo.ground.commands.Writes;
import jp.torokubo.ground.identity.IdentityRefusal;
import jp.torokubo.ground.identity.PersonId;
import jp.torokubo.ground.identity.proof.Attempts;
import jp.torokubo.ground.identity.proof.Authenticator;
import jp.torokubo.ground.identity.store.Links;
import jp.torokubo.ground.identity.store.People;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes the first code of the authenticator that was offered; with it the account becomes usable. */
@Service
@Writes
public class EnrolAuthenticator {

    public record Command(Token token, String code, String address) {}

    public sealed interface Result {
        record AccountUsable(PersonId person, int epoch) implements Result {}

        record Refused(IdentityRefusal why) implements Result {}
    }

    private final People people;
    private final Links links;
    private final Authenticator authenticator;
    private final Attempts attempts;
    private final Opening opening;
    private final InstantSource clock;

    EnrolAuthenticator(
            People people, Links links, Authenticator authenticator, Attempts attempts, Opening opening, InstantSource clock) {
        this.people = people;
        this.links = links;
        this.authenticator = authenticator;
        this.attempts = attempts;
        this.opening = opening;
        this.clock = clock;
    }

    @Transactional
    public Result handle(Command command) {
        var link = links.findOpenForUpdate(command.token().hash(), clock.instant()).orElse(null);
        if (link == null || link.person() == null) {
            return new Result.Refused(new IdentityRefusal.LinkNotUsable());
        }
        var person = people.findForUpdate(link.person()).orElseThrow();
        if (person.password() == null || person.totpSecret() == null) {
            return new Result.Refused(new IdentityRefusal.LinkNotUsable());
        }
        var account = "set-up " + link.id();
        var tooMany = attempts.oneMore(account, command.address());
        if (tooMany.isPresent()) {
            return new Result.Refused(tooMany.get());
        }
        var step = authenticator.stepOf(person.totpSecret(), command.code());
        if (step.isEmpty() || !people.useStep(person.id(), step.getAsLong())) {
            return new Result.Refused(new IdentityRefusal.CodeWrong());
        }
        people.confirmAuthenticator(person.id());
        opening.open(link, person, "authenticator");
        attempts.forgive(account);
        return new Result.AccountUsable(person.id(), person.epoch());
    }
}
