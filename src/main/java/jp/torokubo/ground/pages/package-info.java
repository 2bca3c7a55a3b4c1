// SPDX-License-Identifier: Apache-2.0
/**
 * What every page shares: the frame, the two languages, the security headers, the error answers.
 *
 * <p>Start at {@link jp.torokubo.ground.pages.PageLanguage}.
 */
@ApplicationModule(displayName = "Pages (画面の枠)", allowedDependencies = {"ground.refusal", "ground.japanese"})
@NullMarked
package jp.torokubo.ground.pages;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
