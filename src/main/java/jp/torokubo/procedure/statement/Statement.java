// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement;

import java.time.Instant;
import jp.torokubo.ground.identity.DossierId;
import org.jspecify.annotations.Nullable;

/**
 * A statement (言明書): what a provider declares of one service for one audited period. It hangs on a dossier and is seen behind its walls.
 *
 * @param title as the provider calls it, for example 2026年度
 * @param edition of the criteria whose rows it answers
 * @param carriedFrom the statement it was carried over from; null where it began empty
 */
public record Statement(
        StatementId id, DossierId dossier, String title, String edition, @Nullable StatementId carriedFrom, Instant openedAt) {}
