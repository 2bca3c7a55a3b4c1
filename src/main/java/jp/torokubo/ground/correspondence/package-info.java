// SPDX-License-Identifier: Apache-2.0
/**
 * What the people of a dossier write to one another and hand over (往復): notes with files, behind the dossier's walls.
 *
 * <p>Start at {@link jp.torokubo.ground.correspondence.Note}, then at {@link jp.torokubo.ground.correspondence.WriteNote}. Nothing is edited
 * and nothing removed: what was wrong is retracted by a further note.
 */
@ApplicationModule(displayName = "Correspondence (往復)", allowedDependencies = {"ground.identity", "ground.files", "ground.paper", "ground.pages", "ground.commands", "ground.refusal", "ground.japanese", "ground.database"})
@NullMarked
package jp.torokubo.ground.correspondence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
