// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity.dossiers;

import java.time.LocalDate;
import java.util.UUID;
import jp.torokubo.ground.identity.Independence;
import jp.torokubo.ground.identity.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * What ties a person to an organisation, as he has declared it.
 *
 * @param name of the organisation, as he wrote it; whether it is known here he is not told
 * @param corporateNumber 法人番号; null: not given
 * @param since null: not known
 * @param until last day; null: still so
 */
public record Relation(
        UUID id, PersonId person, Independence.Kind kind, String name, @Nullable String corporateNumber,
        @Nullable LocalDate since, @Nullable LocalDate until) {}
