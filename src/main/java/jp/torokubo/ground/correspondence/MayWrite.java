// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.correspondence;

import jp.torokubo.ground.identity.DossierId;
import jp.torokubo.ground.identity.DossierReading;
import jp.torokubo.ground.identity.IdentityRefusal;
import jp.torokubo.ground.identity.Independence;
import jp.torokubo.ground.identity.Reach;
import org.springframework.stereotype.Component;

/** Whether somebody may write into a dossier, at the moment he does; halts where he may not. */
@Component
class MayWrite {

    private final DossierReading dossiers;
    private final Independence independence;

    MayWrite(DossierReading dossiers, Independence independence) {
        this.dossiers = dossiers;
        this.independence = independence;
    }

    void mustReach(Reach reach, DossierId dossier) {
        if (!reach.opens(dossier)) {
            throw new Halt(new IdentityRefusal.DossierUnknown());
        }
    }

    /** Open, and he is not tied to whose matter it is. */
    void mustBeFree(Reach reach, DossierId id) {
        var dossier = dossiers.find(reach, id).orElseThrow(() -> new Halt(new IdentityRefusal.DossierUnknown()));
        if (!dossier.isOpen()) {
            throw new Halt(new CorrespondenceRefusal.DossierClosed());
        }
        independence.whyMayNotAct(reach, id).ifPresent(why -> {
            throw new Halt(why);
        });
    }
}
