// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.register.importing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where imports are kept. */
public interface Imports {

    void add(KeptImport added);

    Optional<KeptImport> find(UUID id);

    /** Finds it and lets nobody else change it until the open transaction ends. */
    Optional<KeptImport> findForUpdate(UUID id);

    /** Writes down its new state. */
    void save(KeptImport moved);

    /** The newest first. */
    List<Summary> newest(int limit);

    /** How many are proposed and wait for a second person. */
    long waiting();

    record Summary(
            UUID id, String title, LocalDate completeUntil, String fileName, KeptImport.State state, String uploader,
            Instant uploadedAt) {}
}
