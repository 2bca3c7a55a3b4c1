// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.files;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import jp.torokubo.ground.identity.DossierId;
import jp.torokubo.ground.identity.Reach;

/**
 * Files of a dossier, behind its walls, each under the SHA-256 of its content. What has been kept is never changed.
 *
 * <p>The same content in two dossiers is two files: neither an answer nor its time tells that it is known elsewhere.
 */
public interface DossierFiles {

    /** The largest that is kept: 20 MiB. */
    long MOST_BYTES = 20L * 1024 * 1024;

    /**
     * Keeps a file, in the transaction that is open and whose walls have been entered.
     *
     * @param file not empty, at most {@link #MOST_BYTES}
     * @return the hash, in hexadecimal; it opens nothing, and is for those who see the dossier
     */
    String keep(Reach reach, DossierId dossier, Path file);

    /** How many bytes each file of the dossier has, by hash; nothing for a dossier that is out of reach. */
    Map<String, Long> sizes(Reach reach, DossierId dossier);

    /** Empty also for a dossier that is out of reach. */
    Optional<byte[]> content(Reach reach, DossierId dossier, String hash);
}
