// SPDX-License-Identifier: Apache-2.0
/**
 * A command sent twice takes effect once.
 *
 * <p>Start at {@link jp.torokubo.ground.commands.Once}.
 */
@ApplicationModule(displayName = "Commands (操作)", allowedDependencies = {"ground.refusal", "ground.database"})
@NullMarked
package jp.torokubo.ground.commands;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
