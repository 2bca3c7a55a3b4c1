// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity.proof;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import jp.torokubo.ground.identity.IdentityRefusal;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder.SecretKeyFactoryAlgorithm;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * What a password must be, and how it is kept.
 *
 * <p>Length is asked for and nothing else: no mixture of characters, no date of expiry. What anybody would guess first is refused.
 */
@Component
public class Passwords {

    static final int LEAST = 12;
    static final int MOST = 128;

    private static final int SALT_BYTES = 16;
    private static final int ROUNDS = 210_000;
    private static final String CURRENT = "pbkdf2-sha512-210000";

    /** Words behind which people hang some digits; all are compared after {@link #plain}. */
    private static final Set<String> WORN = Set.of(
            "password", "passwort", "passphrase", "pass", "passcode", "letmein", "welcome", "administrator", "admin", "root",
            "operator", "changeme", "secret", "iloveyou", "qwerty", "monkey", "dragon", "sunshine", "princess", "football",
            "baseball", "master", "superman", "batman", "starwars", "trustno", "login", "user", "guest", "test", "default",
            "sakura", "nippon", "japan", "tokyo", "arigato", "konnichiwa", "pasuwado", "himitsu", "kanri", "kanrisha", "ismap",
            "torokubo", "cloud", "security", "service", "computer", "internet", "whatever", "abc", "a", "aa");

    private static final String[] RUNS = {
        "01234567890123456789", "09876543210987654321", "abcdefghijklmnopqrstuvwxyz", "zyxwvutsrqponmlkjihgfedcba",
        "qwertyuiopasdfghjklzxcvbnm", "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p", "qazwsxedcrfvtgbyhnujmikolp",
        "1q2w3e4r5t6y7u8i9o0p", "q1w2e3r4t5y6u7i8o9p0", "zxcvbnmasdfghjklqwertyuiop", "asdfghjklqwertyuiopzxcvbnm"
    };

    private static final Pattern TAIL = Pattern.compile("[^a-z]*$");
    private static final Pattern HEAD = Pattern.compile("^[^a-z]*");

    private final PasswordEncoder encoder = new DelegatingPasswordEncoder(
            CURRENT,
            Map.of(CURRENT, new Pbkdf2PasswordEncoder(
                    "", SALT_BYTES, ROUNDS, SecretKeyFactoryAlgorithm.PBKDF2WithHmacSHA512)));

    /**
     * Compared with when there is no such account, so that both answers take the same time. Made at the first question, whatever it is
     * about, and not at the start of the program, because it is slow on purpose.
     */
    private final Supplier<String> nobodys = SingletonSupplier.of(() -> encode("nobody has this password"));

    /** @return why not, or empty */
    public Optional<IdentityRefusal> whyNot(String password, String name, String login) {
        var length = password.codePointCount(0, password.length());
        if (length < LEAST) {
            return Optional.of(new IdentityRefusal.PasswordTooShort(LEAST, length));
        }
        if (length > MOST) {
            return Optional.of(new IdentityRefusal.PasswordTooLong(MOST, length));
        }
        return tooCommon(password, name, login) ? Optional.of(new IdentityRefusal.PasswordTooCommon()) : Optional.empty();
    }

    public String encode(String password) {
        return encoder.encode(same(password));
    }

    /** Takes as long for an account without a password as for any other. */
    public boolean matches(String password, @Nullable String encoded) {
        if (password.length() > 4 * MOST) {
            return false;
        }
        var decoy = nobodys.get();
        var right = encoder.matches(same(password), encoded == null ? decoy : encoded);
        return right && encoded != null;
    }

    /** One keyboard writes a voiced kana as one character, another as two; both mean the same password. */
    private static String same(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC);
    }

    private static boolean tooCommon(String password, String name, String login) {
        var small = same(password).toLowerCase(Locale.ROOT);
        return repeats(small) || isARun(small) || isAWornWord(small) || isOwn(small, name) || isOwn(small, login)
                || isOwn(small, login.replaceAll("@.*", ""));
    }

    /** The same one to four characters over and over. */
    private static boolean repeats(String text) {
        for (var period = 1; period <= 4; period++) {
            if (text.substring(period).equals(text.substring(0, text.length() - period))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isARun(String text) {
        for (var run : RUNS) {
            if (run.contains(text) || (run + run).contains(text)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAWornWord(String text) {
        var word = HEAD.matcher(TAIL.matcher(text).replaceAll("")).replaceAll("");
        var plain = plain(word);
        return WORN.contains(word) || WORN.contains(plain) || WORN.contains(half(word)) || WORN.contains(half(plain));
    }

    /** A word written twice is that word. */
    private static String half(String word) {
        var middle = word.length() / 2;
        return word.length() % 2 == 0 && word.substring(0, middle).equals(word.substring(middle))
                ? word.substring(0, middle)
                : word;
    }

    private static String plain(String text) {
        return text.replace('0', 'o').replace('@', 'a').replace('$', 's').replace('3', 'e');
    }

    private static boolean isOwn(String text, String own) {
        var word = same(own).toLowerCase(Locale.ROOT).replaceAll("\\s", "");
        var rest = text.replaceAll("[\\s\\d!-/]+$", "");
        return !word.isEmpty() && (text.equals(word) || rest.equals(word));
    }
}
