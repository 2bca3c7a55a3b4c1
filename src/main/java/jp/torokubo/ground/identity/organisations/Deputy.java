// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity.organisations;

import java.time.Instant;
import java.util.UUID;
import jp.torokubo.ground.identity.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who may act in another's role for a time (代理). Deeds of his bear both names.
 *
 * @param until first instant at which he may no more; null: not set
 */
public record Deputy(UUID id, PersonId person, String name, Instant from, @Nullable Instant until) {}
