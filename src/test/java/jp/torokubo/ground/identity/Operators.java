// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import javax.crypto.spec.SecretKeySpec;
import jp.torokubo.SettableClock;
import jp.torokubo.ground.identity.web.SignedIn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/**
 * Operators for tests of other things than signing in.
 *
 * <pre>
 * var hanako = Operators.add(jdbc, "山田 花子");
 * mvc.perform(post("/operator/imports").with(Operators.signedIn(hanako)).with(csrf())…);
 * </pre>
 */
public final class Operators {

    /** A secret every operator of {@link #add} has; its codes are {@code code(clock.instant())}. */
    public static final String SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    /** What somebody brings along who has used his passkey just now, whatever the clock says. */
    public static final Proof PROVEN = new Proof("", Instant.parse("2200-01-01T00:00:00Z"), "192.0.2.1");

    private Operators() {}

    /** What the authenticator of every operator shows at a moment. */
    public static String code(Instant at) {
        try {
            var app = new TimeBasedOneTimePasswordGenerator();
            var key = new SecretKeySpec("12345678901234567890".getBytes(StandardCharsets.US_ASCII), app.getAlgorithm());
            return app.generateOneTimePasswordString(key, at, Locale.ROOT);
        } catch (InvalidKeyException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Somebody who can run the register. He has an authenticator and no password. */
    public static Actor add(JdbcClient jdbc, String name) {
        var id = UUID.randomUUID();
        var since = Timestamp.from(SettableClock.START.minusSeconds(86_400));
        jdbc.sql("""
                        insert into identity.person (id, name, login, totp_secret, totp_confirmed, usable_since, created_at)
                        values (:id, :name, :login, :secret, true, :since, :since)
                        """)
                .param("id", id)
                .param("name", name)
                .param("login", id + "@example.jp")
                .param("secret", SECRET)
                .param("since", since)
                .update();
        jdbc.sql("""
                        insert into identity.role (id, person, role, starts_at, granted_by)
                        values (:role, :id, 'OPERATOR', :since, :by)
                        """)
                .param("role", UUID.randomUUID())
                .param("id", id)
                .param("since", since)
                .param("by", PersonId.SYSTEM.value())
                .update();
        return new Actor(new PersonId(id), name, Caller.OPERATOR);
    }

    /** Makes a request of MockMvc that of somebody who has signed in. */
    public static RequestPostProcessor signedIn(Actor actor) {
        return SecurityMockMvcRequestPostProcessors.authentication(new SignedIn(actor));
    }
}
