// SPDX-License-Identifier: Apache-2.0
/**
 * People, roles, sign-in, confirmation by a second person bound to a hash, and the trail of who did what.
 *
 * <p>Start at {@link jp.torokubo.ground.identity.Admits}, which every handler carries, then at
 * {@link jp.torokubo.ground.identity.Confirmations}.
 */
@ApplicationModule(displayName = "Identity (利用者)", allowedDependencies = {"ground.refusal", "ground.database", "ground.commands", "ground.pages", "ground.japanese", "ground.jobs"})
@NullMarked
package jp.torokubo.ground.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
