// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.desk.mail;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The hash of what was asked for, by which a command sent again is known to be the same. */
final class Asked {

    private Asked() {}

    static String sha256(String... parts) {
        try {
            var bytes = String.join("\n", parts).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
