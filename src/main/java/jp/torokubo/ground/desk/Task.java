// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.desk;

import java.time.LocalDate;
import jp.torokubo.ground.identity.DossierId;
import org.jspecify.annotations.Nullable;

/**
 * Something that somebody has to do, as a module hands it over.
 *
 * @param kind the module's {@link DeskKind}
 * @param dossier the one it belongs to: of those it is for, only they see it whom the dossier is open to; null where it belongs to none
 * @param due last day in Tokyo on which it is done in time; null where no day is set, which is shown as 未定
 */
public record Task(
        String kind, Subject subject, Place place, Audience audience, @Nullable DossierId dossier, @Nullable LocalDate due) {}
