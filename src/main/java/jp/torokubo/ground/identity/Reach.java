// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity;

import java.util.List;
import java.util.UUID;

/**
 * What somebody may see, at the moment he asked.
 *
 * @param dossiers those he is assigned to in his current role; a provider's manager: also all of his organisation
 */
public record Reach(Actor actor, List<DossierId> dossiers) {

    public boolean opens(DossierId dossier) {
        return dossiers.contains(dossier);
    }

    /** For a query: {@code dossier = any (:dossiers)}. */
    public UUID[] dossierArray() {
        return dossiers.stream().map(DossierId::value).toArray(UUID[]::new);
    }
}
