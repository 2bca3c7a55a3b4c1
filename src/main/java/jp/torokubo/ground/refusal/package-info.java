// SPDX-License-Identifier: Apache-2.0
/**
 * What a "no" of the program is: a value with a code, the article it rests on, and its words in both languages.
 *
 * <p>Start at {@link jp.torokubo.ground.refusal.Refusal}. The words and the HTTP status of every code stand in
 * {@code refusals/*.tsv}; a test fails when a code lacks its line.
 */
@ApplicationModule(displayName = "Refusals (お断り)", allowedDependencies = {})
@NullMarked
package jp.torokubo.ground.refusal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
