// SPDX-License-Identifier: Apache-2.0
/**
 * Long work with progress, a lease and a way to cancel; and what became of it when it failed.
 *
 * <p>Start at {@link jp.torokubo.ground.jobs.Leases} for work that one instance does at a time, at
 * {@link jp.torokubo.ground.jobs.LongWork} for
 * work somebody waits for, at {@link jp.torokubo.ground.jobs.FailedJobs} for what failed.
 */
@ApplicationModule(displayName = "Jobs (長い処理)", allowedDependencies = {"ground.refusal", "ground.database"})
@NullMarked
package jp.torokubo.ground.jobs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
