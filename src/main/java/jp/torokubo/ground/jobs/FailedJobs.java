// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.jobs;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Long work that did not come to its end, and why. */
public interface FailedJobs {

    List<FailedJob> list();

    /** @param reason in the words of the one who has to act on it */
    record FailedJob(UUID id, String kind, String subject, Instant failedAt, String reason) {}
}
