// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.jobs;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Long work that did not come to its end, and why. */
public interface FailedJobs {

    /** The newest 200, newest first. */
    List<FailedJob> list();

    /**
     * Writes down a failure, in the transaction that is open.
     *
     * @param kind {@code module.what}, for example {@code register.import-reading}
     * @param subject what it worked on, for example the name of a file
     * @param reason in the words of the one who has to act on it, in Japanese and in English
     */
    void record(String kind, String subject, String reason);

    /** @param reason in the words of the one who has to act on it */
    record FailedJob(UUID id, String kind, String subject, Instant failedAt, String reason) {}
}
