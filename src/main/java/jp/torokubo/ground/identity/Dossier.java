// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Everything of one matter of a provider (一件書類). Statements, applications and audits hang on one, and are seen by those who are
 * assigned to it and by nobody else.
 *
 * @param owner the provider
 * @param title as the provider calls it; seen by those who see the dossier
 */
public record Dossier(DossierId id, OrganisationId owner, String title, Instant openedAt, @Nullable Instant closedAt) {

    public boolean isOpen() {
        return closedAt == null;
    }
}
