// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.desk;

import jp.torokubo.ground.identity.DossierId;
import jp.torokubo.ground.identity.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * Something that somebody should know, as a module hands it over. Nothing has to be done about it.
 *
 * @param kind the module's {@link DeskKind}
 * @param dossier the one it belongs to: he sees it for as long as that is open to him; null where it belongs to none
 */
public record Message(String kind, Subject subject, Place place, PersonId person, @Nullable DossierId dossier) {}
