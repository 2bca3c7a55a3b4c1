// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/** Uploaded files on their way: on disk for as long as they are read, and never longer. */
public final class Uploads {

    private Uploads() {}

    /** @param file null: an empty one. @return a file that whoever asked for it removes */
    public static Path onDisk(@Nullable MultipartFile file) {
        try {
            var received = Files.createTempFile("torokubo-upload-", ".part");
            try {
                if (file != null) {
                    file.transferTo(received);
                }
                return received;
            } catch (IOException | RuntimeException lost) {
                remove(received);
                throw lost;
            }
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        }
    }

    public static void remove(@Nullable Path received) {
        if (received != null) {
            try {
                Files.deleteIfExists(received);
            } catch (IOException stays) {
                throw new UncheckedIOException(stays);
            }
        }
    }
}
