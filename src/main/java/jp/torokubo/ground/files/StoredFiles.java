// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.files;

import java.nio.file.Path;
import java.util.Optional;

/** Uploaded files, each under the SHA-256 of its content. What has been kept is never changed. */
public interface StoredFiles {

    /**
     * Keeps a file, in the transaction that is open.
     *
     * @param file not empty, at most 20 MB
     * @return the hash, in hexadecimal; the same file again gives the same hash and is kept once
     */
    String keep(Path file);

    Optional<byte[]> content(String hash);
}
