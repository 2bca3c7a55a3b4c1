// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That the provider lets an organisation see the section for agencies of a frozen version.
 *
 * @param receiver corporate number; whether anybody is here under it is not said
 * @param named as the provider calls it
 * @param endedAt null: it still holds
 */
public record Disclosure(UUID id, String version, String receiver, String named, Instant since, @Nullable Instant endedAt) {}
