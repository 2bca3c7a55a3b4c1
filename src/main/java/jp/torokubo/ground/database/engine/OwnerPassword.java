// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.database.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/** The password of the embedded engine's owner: made once, at random, and kept where only the program's user can read it. */
final class OwnerPassword {

    private OwnerPassword() {}

    static String keptIn(Path folder) throws IOException {
        var file = folder.resolve("owner-password");
        if (!Files.exists(file)) {
            var random = new byte[24];
            new SecureRandom().nextBytes(random);
            write(file, HexFormat.of().formatHex(random));
        }
        return Files.readString(file).trim();
    }

    /** Writes a file nobody else can read, whole or not at all. */
    static void write(Path file, String words) throws IOException {
        var half = file.resolveSibling(file.getFileName() + ".half");
        Files.deleteIfExists(half);
        Files.createFile(half, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(half, words);
        Files.move(half, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
