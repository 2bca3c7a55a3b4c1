// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.web;

import java.time.InstantSource;
import java.util.UUID;
import jp.torokubo.ground.identity.CurrentActor;
import jp.torokubo.ground.identity.Ids;
import jp.torokubo.procedure.statement.ReadStatement;
import jp.torokubo.procedure.statement.StatementId;
import jp.torokubo.record.criteria.Criteria;
import jp.torokubo.record.criteria.Tier;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The page from which workbooks go out and come in, with those that have come in so far. */
@Component
class WorkbookFront {

    private static final int MOST_DEEDS = 50;

    private final ReadStatement statements;
    private final Criteria criteria;
    private final Pages pages;
    private final CurrentActor current;
    private final Ids ids;
    private final InstantSource clock;

    WorkbookFront(
            ReadStatement statements, Criteria criteria, Pages pages, CurrentActor current, Ids ids, InstantSource clock) {
        this.statements = statements;
        this.criteria = criteria;
        this.pages = pages;
        this.current = current;
        this.ids = ids;
        this.clock = clock;
    }

    String show(UUID dossier, UUID statement, Model model) {
        var head = pages.head(dossier, statement, model);
        var id = new StatementId(statement);
        model.addAttribute("chapters", criteria.catalogue(head.statement().edition()).orElseThrow().of(Tier.CHAPTER));
        model.addAttribute("imports", statements.imports(current.get(), id, MOST_DEEDS));
        model.addAttribute("now", clock.instant());
        model.addAttribute("commandId", ids.next());
        return "statement/workbook";
    }
}
