// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.rulebook.web;

import jp.torokubo.ground.identity.ConfirmationKind;
import jp.torokubo.ground.pages.DeskMenuEntry;
import jp.torokubo.record.rulebook.EditionDraft;
import jp.torokubo.record.rulebook.ProposeEdition;
import jp.torokubo.record.rulebook.store.DraftStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the operator's desk shows of this module. */
@Configuration(proxyBeanMethods = false)
class DeskEntries {

    @Bean
    DeskMenuEntry rulebookInTheMenu(DraftStore drafts) {
        return DeskMenuEntry.forOperators(
                "30-rulebook", "/operator/rulebook", "rulebook.operator.menu",
                () -> drafts.open().stream().filter(draft -> draft.state() == EditionDraft.State.PROPOSED).count());
    }

    @Bean
    ConfirmationKind rulebookConfirmation() {
        return new ConfirmationKind(ProposeEdition.PROPOSAL, "/operator/rulebook/drafts/{subject}", "rulebook.operator.confirm-kind");
    }
}
