// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.register.entry;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import jp.torokubo.ground.identity.Actor;

/**
 * Who recorded an entry, as far as the log says it: the role, and a commitment that can be opened to show the person.
 *
 * @param commitment SHA-256, in hexadecimal, of the salt followed by the person's id as text. Without the salt it tells nothing; the
 *     salt is kept apart, and when it is destroyed the commitment tells nothing for ever
 */
public record Recorder(String role, String commitment) {

    public static final int SALT_BYTES = 32;

    public static Recorder of(Actor actor, byte[] salt) {
        if (salt.length != SALT_BYTES) {
            throw new IllegalArgumentException("a salt has " + SALT_BYTES + " bytes");
        }
        var role = actor.isSystem() ? "system" : actor.role().name().toLowerCase(java.util.Locale.ROOT);
        return new Recorder(role, commitment(actor, salt));
    }

    static Recorder of(Members members) {
        return new Recorder(members.text("role"), members.text("commitment"));
    }

    Map<String, ?> object() {
        return Map.of("role", role, "commitment", commitment);
    }

    private static String commitment(Actor actor, byte[] salt) {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(salt);
            return HexFormat.of().formatHex(
                    sha256.digest(actor.person().value().toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException(absent);
        }
    }
}
