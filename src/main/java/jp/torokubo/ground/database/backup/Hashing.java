// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.database.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A stream that knows the SHA-256 of what went through it. */
final class Hashing extends DigestOutputStream {

    Hashing(OutputStream out) {
        super(out, digest());
    }

    /** In hexadecimal; asked once, at the end. */
    String sha256() {
        return HexFormat.of().formatHex(getMessageDigest().digest());
    }

    static String of(Path file) throws IOException {
        try (var hashing = new Hashing(OutputStream.nullOutputStream())) {
            Files.copy(file, hashing);
            return hashing.sha256();
        }
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
