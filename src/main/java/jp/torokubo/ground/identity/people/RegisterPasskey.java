// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity.people;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import jp.torokubo.ground.commands.Writes;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.ground.identity.IdentityRefusal;
import jp.torokubo.ground.identity.PersonId;
import jp.torokubo.ground.identity.Proof;
import jp.torokubo.ground.identity.Trail;
import jp.torokubo.ground.identity.proof.PasskeyCeremony;
import jp.torokubo.ground.identity.store.Links;
import jp.torokubo.ground.identity.store.Passkeys;
import jp.torokubo.ground.identity.store.People;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes a passkey: as the second proof of a new account, or as a further one of somebody who is signed in. */
@Service
@Writes
public class RegisterPasskey {

    /**
     * @param asked what the browser was asked; null if it was asked nothing in this session
     * @param answer of the browser, in JSON
     * @param label by which the owner knows the device
     */
    public record WithLink(Token token, @Nullable PublicKeyCredentialCreationOptions asked, String answer, String label) {}

    /** @see WithLink */
    public record SignedIn(
            Actor actor, Proof proof, @Nullable PublicKeyCredentialCreationOptions asked, String answer, String label) {}

    /**
     * The first proof of his own of somebody who came in by an issuer.
     *
     * @param arrivedAt when he proved himself there; null if not in this session
     */
    public record AtArrival(
            Actor actor, @Nullable Instant arrivedAt, @Nullable PublicKeyCredentialCreationOptions asked, String answer, String label) {}

    public sealed interface Result {
        record Registered(PersonId person, int epoch) implements Result {}

        record Refused(IdentityRefusal why) implements Result {}
    }

    private final People people;
    private final Links links;
    private final Passkeys passkeys;
    private final PasskeyCeremony ceremony;
    private final Opening opening;
    private final ProvenAnew proven;
    private final Trail trail;
    private final InstantSource clock;

    RegisterPasskey(
            People people, Links links, Passkeys passkeys, PasskeyCeremony ceremony, Opening opening, ProvenAnew proven,
            Trail trail, InstantSource clock) {
        this.people = people;
        this.links = links;
        this.passkeys = passkeys;
        this.ceremony = ceremony;
        this.opening = opening;
        this.proven = proven;
        this.trail = trail;
        this.clock = clock;
    }

    @Transactional
    public Result handle(WithLink command) {
        var link = links.findOpenForUpdate(command.token().hash(), clock.instant()).orElse(null);
        if (link == null || link.person() == null) {
            return new Result.Refused(new IdentityRefusal.LinkNotUsable());
        }
        var person = people.findForUpdate(link.person()).orElseThrow();
        if (person.password() == null) {
            return new Result.Refused(new IdentityRefusal.LinkNotUsable());
        }
        if (!accepted(command.asked(), person.id(), command.answer(), command.label())) {
            return new Result.Refused(new IdentityRefusal.PasskeyNotAccepted());
        }
        opening.open(link, person, "passkey");
        return new Result.Registered(person.id(), person.epoch());
    }

    @Transactional
    public Result handle(SignedIn command) {
        var whyNot = proven.whyNot(command.actor(), command.proof());
        if (whyNot.isPresent()) {
            return new Result.Refused(whyNot.get());
        }
        var person = people.find(command.actor().person()).orElseThrow();
        return furtherOne(command.actor(), person, command.asked(), command.answer(), command.label());
    }

    private Result furtherOne(
            Actor actor, Person person, @Nullable PublicKeyCredentialCreationOptions asked, String answer, String label) {
        if (!accepted(asked, person.id(), answer, label)) {
            return new Result.Refused(new IdentityRefusal.PasskeyNotAccepted());
        }
        trail.write(
                actor, "identity.passkey-registered", "person " + person.id().value(), Map.of(), Map.of("label", label(label)));
        return new Result.Registered(person.id(), person.epoch());
    }

    /** As long as he has none, having just proven himself at the issuer is what he can prove himself by. */
    @Transactional
    public Result handle(AtArrival command) {
        var person = people.findForUpdate(command.actor().person()).orElseThrow();
        if (person.hasAuthenticator() || !passkeys.of(person.id()).isEmpty()) {
            return new Result.Refused(new IdentityRefusal.ProofNeeded());
        }
        if (!proven.counts(command.arrivedAt())) {
            return new Result.Refused(new IdentityRefusal.SignInAnew());
        }
        return furtherOne(command.actor(), person, command.asked(), command.answer(), command.label());
    }

    private boolean accepted(
            @Nullable PublicKeyCredentialCreationOptions asked, PersonId person, String answer, String label) {
        return asked != null
                && asked.getUser().getId().equals(Passkeys.handle(person))
                && ceremony.register(asked, answer, label(label));
    }

    private static String label(String given) {
        var tidy = SetUpAccount.tidy(given);
        return tidy.isEmpty() ? "passkey" : tidy.substring(0, Math.min(tidy.length(), SetUpAccount.LONGEST_NAME));
    }
}
