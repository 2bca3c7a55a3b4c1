// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement;

import jp.torokubo.ground.identity.PersonId;

/**
 * Somebody assigned to the dossier on the provider's side.
 *
 * @param login by which rows name their owner; not shown to anybody
 */
public record Colleague(PersonId id, String name, String login) {}
