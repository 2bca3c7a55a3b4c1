// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity;

import java.util.List;
import java.util.Optional;
import jp.torokubo.ground.identity.store.Dossiers;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Reads dossiers in the transaction whose walls have been entered. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
class KeptDossiers implements DossierReading {

    private final Dossiers dossiers;

    KeptDossiers(Dossiers dossiers) {
        this.dossiers = dossiers;
    }

    @Override
    public Optional<Dossier> find(Reach reach, DossierId id) {
        return dossiers.find(reach, id);
    }

    @Override
    public List<Dossier> all(Reach reach) {
        return dossiers.all(reach);
    }

    @Override
    public List<Assigned> assignments(Reach reach, DossierId id) {
        return dossiers.assignments(reach, id);
    }
}
