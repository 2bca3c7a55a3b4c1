// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.correspondence;

import jp.torokubo.ground.correspondence.store.Notes;
import jp.torokubo.ground.identity.DossierId;
import jp.torokubo.ground.identity.Reach;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** How many notes a dossier has, in the transaction whose walls have been entered. */
@Service
@Transactional(propagation = Propagation.MANDATORY, readOnly = true)
public class CountNotes {

    private final Notes notes;

    CountNotes(Notes notes) {
        this.notes = notes;
    }

    public long of(Reach reach, DossierId dossier) {
        return notes.count(reach, dossier, Notes.Search.ALL);
    }
}
