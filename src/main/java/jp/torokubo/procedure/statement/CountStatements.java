// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement;

import jp.torokubo.ground.identity.DossierId;
import jp.torokubo.ground.identity.Reach;
import jp.torokubo.procedure.statement.store.Statements;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** How many statements a dossier has, in the transaction of one who has entered the walls. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class CountStatements {

    private final Statements statements;

    CountStatements(Statements statements) {
        this.statements = statements;
    }

    public long of(Reach reach, DossierId dossier) {
        return statements.count(reach, dossier);
    }
}
