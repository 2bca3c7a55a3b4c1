// SPDX-License-Identifier: Apache-2.0
/**
 * Uploaded files by content hash, those of a dossier behind its walls, and the reading of tables out of files nobody trusts.
 *
 * <p>Start at {@link jp.torokubo.ground.files.TableReading}: a file is read by a child process with a memory cap and a deadline;
 * then at {@link jp.torokubo.ground.files.DossierFiles}.
 */
@ApplicationModule(displayName = "Files (ファイル)", allowedDependencies = {"ground.refusal", "ground.database", "ground.japanese", "ground.identity"})
@NullMarked
package jp.torokubo.ground.files;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
