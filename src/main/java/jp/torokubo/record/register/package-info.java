// SPDX-License-Identifier: Apache-2.0
/**
 * What is publicly true of a service, on any day, as known at any time.
 *
 * <p>Start at {@link jp.torokubo.record.register.RegisterEvent}, then {@link jp.torokubo.record.register.Fold}, which says what the
 * events mean, then {@link jp.torokubo.record.register.RegisterReading}, which answers questions.
 */
@ApplicationModule(displayName = "Register (登録簿)", allowedDependencies = {"ground.refusal", "ground.database", "ground.commands", "ground.desk", "ground.files", "ground.jobs", "ground.identity", "ground.japanese", "ground.pages", "ground.paper", "record.ledger", "record.rulebook"})
@NullMarked
package jp.torokubo.record.register;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
