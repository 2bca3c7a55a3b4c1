// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity.proof;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import jp.torokubo.ground.identity.IdentityRefusal;
import jp.torokubo.ground.identity.people.Token;
import jp.torokubo.ground.identity.store.AttemptCounts;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Slows down guessing, per account and per address.
 *
 * <p>An attempt is counted, and the count committed, before the proof is looked at; a right proof takes the account's count back.
 * So a thousand guesses at the same moment are a thousand, of which a handful is looked at. An account that does not exist is
 * counted like one that does.
 */
@Component
public class Attempts {

    static final int PER_ACCOUNT = 5;
    static final int PER_ADDRESS = 30;
    static final Duration WINDOW = Duration.ofMinutes(15);

    private final AttemptCounts counts;
    private final InstantSource clock;
    private final TransactionTemplate apart;

    Attempts(AttemptCounts counts, InstantSource clock, PlatformTransactionManager transactions) {
        this.counts = counts;
        this.clock = clock;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** @return why the proof is not even looked at, or empty */
    public Optional<IdentityRefusal> oneMore(String account, String address) {
        return apart.execute(status -> {
            var now = clock.instant();
            var ofAccount = counts.more("ACCOUNT", key(account), now, WINDOW);
            var ofAddress = counts.more("ADDRESS", key(address), now, WINDOW);
            if (ofAccount.attempts() > PER_ACCOUNT) {
                return Optional.of(tooMany(ofAccount));
            }
            if (ofAddress.attempts() > PER_ADDRESS) {
                return Optional.of(tooMany(ofAddress));
            }
            return Optional.empty();
        });
    }

    /** The proof was right, and nothing is held against the account. */
    public void forgive(String account) {
        counts.forget("ACCOUNT", key(account));
        counts.forgetOlderThan(clock.instant().minus(WINDOW.multipliedBy(4)));
    }

    private IdentityRefusal tooMany(AttemptCounts.Count count) {
        var left = Duration.between(clock.instant(), count.since().plus(WINDOW));
        return new IdentityRefusal.TooManyAttempts(Math.max(1, left.plusSeconds(59).toMinutes()));
    }

    private static String key(String text) {
        return Token.sha256(text.toLowerCase(Locale.ROOT));
    }
}
