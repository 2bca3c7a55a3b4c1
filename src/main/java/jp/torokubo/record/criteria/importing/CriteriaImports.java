// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.criteria.importing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where imports of criteria are kept. */
public interface CriteriaImports {

    void add(KeptCriteriaImport added);

    Optional<KeptCriteriaImport> find(UUID id);

    /** Finds it and lets nobody else change it until the open transaction ends. */
    Optional<KeptCriteriaImport> findForUpdate(UUID id);

    /** Writes down its new state. */
    void save(KeptCriteriaImport moved);

    /** The newest first. */
    List<Summary> newest(int limit);

    /** How many are proposed and wait for a second person. */
    long waiting();

    /** Lets nobody else confirm an import until the open transaction ends. */
    void lock();

    /** Of the criteria: another after every import that was confirmed. */
    String state();

    /** @param aim stable name of what is imported */
    record Summary(
            UUID id, String aim, String edition, String title, String fileName, KeptCriteriaImport.State state, String uploader,
            Instant uploadedAt) {}
}
