// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity;

import java.util.List;
import java.util.Optional;

/** Dossiers, as far as somebody's reach goes. What lies beyond it is not there. */
public interface DossierReading {

    /** An assignment, with the name of the one it is for. */
    record Assigned(Assignment assignment, String name, String login) {}

    Optional<Dossier> find(Reach reach, DossierId id);

    /** Newest first. */
    List<Dossier> all(Reach reach);

    /** Present and past assignments, in the order in which they began. */
    List<Assigned> assignments(Reach reach, DossierId id);
}
