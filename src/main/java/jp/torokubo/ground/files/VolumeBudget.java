// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.files;

import java.util.Optional;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.ground.identity.DossierId;
import jp.torokubo.ground.refusal.Refusal;

/**
 * How many confidential documents one person may fetch in an hour, in whatever role and dossier: nobody carries away everything that
 * his role lets him read. How many: {@code torokubo.confidential-documents-per-hour}.
 */
public interface VolumeBudget {

    /**
     * Counts documents that are about to be handed out, in the transaction that is open and whose walls have been entered. Asked for only
     * after it is known that they are there and within reach.
     *
     * @return why they are not handed out; the trail has a line of it
     */
    Optional<Refusal> take(Actor actor, DossierId dossier, int documents);
}
