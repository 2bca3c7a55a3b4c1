// SPDX-License-Identifier: Apache-2.0
/**
 * How Japanese text, dates and corporate numbers are read, cleaned and compared.
 *
 * <p>Start at {@link jp.torokubo.ground.japanese.CleanText}: what is stored and shown is what it gives back.
 */
@ApplicationModule(displayName = "Japanese text, dates and numbers (日本語)", allowedDependencies = {"ground.refusal"})
@NullMarked
package jp.torokubo.ground.japanese;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
