// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity.people;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.ground.identity.IdentityRefusal;
import jp.torokubo.ground.identity.Proof;
import jp.torokubo.ground.identity.proof.Attempts;
import jp.torokubo.ground.identity.proof.Authenticator;
import jp.torokubo.ground.identity.store.People;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Asked before deeds that publish and before those that change who may do what: an unattended desk must not be enough.
 *
 * <p>Either the code shown now, or a passkey used for this purpose within the last five minutes.
 */
@Component
public class ProvenAnew {

    static final Duration PASSKEY_COUNTS = Duration.ofMinutes(5);

    private final People people;
    private final Authenticator authenticator;
    private final Attempts attempts;
    private final InstantSource clock;

    ProvenAnew(People people, Authenticator authenticator, Attempts attempts, InstantSource clock) {
        this.people = people;
        this.authenticator = authenticator;
        this.attempts = attempts;
        this.clock = clock;
    }

    /** @return why not, or empty; must be asked in the transaction of the deed, so that the code is used up with it */
    public Optional<IdentityRefusal> whyNot(Actor actor, Proof proof) {
        var person = people.findForUpdate(actor.person()).filter(Person::usable).filter(Person::active);
        if (person.isEmpty()) {
            return Optional.of(new IdentityRefusal.NotEntitled());
        }
        if (counts(proof.passkeyAt())) {
            return Optional.empty();
        }
        if (proof.code().isBlank()) {
            return Optional.of(new IdentityRefusal.ProofNeeded());
        }
        return codeIsWrong(person.get(), proof);
    }

    /** Whether a passkey that was used then still counts. */
    public boolean counts(@Nullable Instant passkeyAt) {
        return passkeyAt != null && passkeyAt.plus(PASSKEY_COUNTS).isAfter(clock.instant());
    }

    private Optional<IdentityRefusal> codeIsWrong(Person person, Proof proof) {
        var account = "code " + person.login();
        var tooMany = attempts.oneMore(account, proof.address());
        if (tooMany.isPresent()) {
            return tooMany;
        }
        var secret = person.totpSecret();
        if (secret == null || !person.hasAuthenticator()) {
            return Optional.of(new IdentityRefusal.ProofNeeded());
        }
        var step = authenticator.stepOf(secret, proof.code());
        if (step.isEmpty() || !people.useStep(person.id(), step.getAsLong())) {
            return Optional.of(new IdentityRefusal.CodeWrong());
        }
        attempts.forgive(account);
        return Optional.empty();
    }
}
