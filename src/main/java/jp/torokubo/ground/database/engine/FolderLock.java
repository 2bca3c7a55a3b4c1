// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.database.engine;

import jp.torokubo.ground.database.CannotStart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * One program per data folder. The operating system gives the lock back when the program ends, however it ends, so nobody ever
 * has to remove a lock file.
 */
public final class FolderLock implements AutoCloseable {

    private final FileChannel channel;

    private FolderLock(FileChannel channel) {
        this.channel = channel;
    }

    /** @throws CannotStart when another program, or another part of this one, works in the folder */
    public static FolderLock take(Path folder) {
        try {
            if (!Files.exists(folder)) {
                Files.createDirectories(folder);
                Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            }
            var channel = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!locked(channel)) {
                channel.close();
                throw new CannotStart(
                        "データフォルダー %s は、別の登録簿プログラムが使用中です。そのプログラムを終了するか、--torokubo.data-dir で別のフォルダーを指定してください。"
                                .formatted(folder),
                        "The data folder %s is in use by another Torokubo. Stop that one, or name another folder with --torokubo.data-dir."
                                .formatted(folder));
            }
            return new FolderLock(channel);
        } catch (IOException failed) {
            throw new CannotStart(
                    "データフォルダー %s に書き込めません(%s)。書き込めるフォルダーを --torokubo.data-dir で指定してください。".formatted(folder, failed),
                    "The data folder %s cannot be written (%s). Name one that can be written with --torokubo.data-dir."
                            .formatted(folder, failed));
        }
    }

    /** Whether a program works in the folder now. */
    public static boolean isTaken(Path folder) {
        if (!Files.exists(folder.resolve("lock"))) {
            return false;
        }
        try (var channel = FileChannel.open(folder.resolve("lock"), StandardOpenOption.WRITE)) {
            return !locked(channel);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException inThisVeryProgram) {
            return false;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
