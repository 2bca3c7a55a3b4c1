// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.correspondence;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** SHA-256 in hexadecimal. */
final class Hashes {

    private Hashes() {}

    static String of(byte[] content) {
        return HexFormat.of().formatHex(sha256().digest(content));
    }

    /** Over several texts, none of which can pass for two. */
    static String of(List<String> texts) {
        var digest = sha256();
        for (var text : texts) {
            var bytes = text.getBytes(StandardCharsets.UTF_8);
            digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
            digest.update(bytes);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
