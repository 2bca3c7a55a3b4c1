// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A cloud service below (管理基準 2.2.2): on the register, pinned to a frozen version where its provider disclosed one; or named as not
 * registered.
 *
 * @param key by which functions refer to it, unique in the statement
 * @param registered its id in the register; null: it is not on it
 * @param version hash of the frozen version it is pinned to; null where none is known
 */
public record BaseService(String key, Wording name, @Nullable UUID registered, @Nullable String version) {}
