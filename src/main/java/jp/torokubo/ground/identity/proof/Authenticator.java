// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity.proof;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/** Codes of an authenticator app: six digits, a new one every 30 seconds (RFC 6238, HMAC-SHA-1, which every app understands). */
@Component
public class Authenticator {

    private static final int SECRET_BYTES = 20;
    private static final int STEP_SECONDS = 30;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final TimeBasedOneTimePasswordGenerator codes = new TimeBasedOneTimePasswordGenerator();
    private final InstantSource clock;

    Authenticator(InstantSource clock) {
        this.clock = clock;
    }

    /** A new secret, in base 32. */
    public String newSecret() {
        var bytes = new byte[SECRET_BYTES];
        RANDOM.nextBytes(bytes);
        return Base32.write(bytes);
    }

    /** The code of a secret at a moment. */
    public String code(String secret, Instant moment) {
        try {
            return codes.generateOneTimePasswordString(
                    new SecretKeySpec(Base32.read(secret), codes.getAlgorithm()), moment, Locale.ROOT);
        } catch (InvalidKeyException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * Which 30-second step a code belongs to: this one, the one before or the one after, because clocks differ.
     *
     * @return empty if it belongs to none of them
     */
    public OptionalLong stepOf(String secret, String given) {
        var digits = Normalizer.normalize(given, Normalizer.Form.NFKC).replaceAll("[\\s-]", "");
        var now = Math.floorDiv(clock.instant().getEpochSecond(), STEP_SECONDS);
        var found = OptionalLong.empty();
        for (var step = now - 1; step <= now + 1; step++) {
            var right = code(secret, Instant.ofEpochSecond(step * STEP_SECONDS));
            if (MessageDigest.isEqual(bytes(right), bytes(digits))) {
                found = OptionalLong.of(step);
            }
        }
        return found;
    }

    /** What the QR code says to the app. */
    public static String address(String secret, String login) {
        var account = URLEncoder.encode(login, StandardCharsets.UTF_8).replace("+", "%20");
        return "otpauth://totp/Torokubo:" + account + "?secret=" + secret + "&issuer=Torokubo";
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
