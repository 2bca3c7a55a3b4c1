// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement;

import java.util.UUID;

/** A statement's own id (UUIDv7): one for each service and audited period. It stays the same from the first draft on. */
public record StatementId(UUID value) {}
