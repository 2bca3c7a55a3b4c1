// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.web;

import java.util.Set;
import jp.torokubo.ground.identity.DossierSection;
import jp.torokubo.ground.pages.DeskMenuEntry;
import jp.torokubo.procedure.statement.CountStatements;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the page of a dossier and the start pages lead to statements. */
@Configuration(proxyBeanMethods = false)
class StatementsOnTheDesk {

    @Bean
    DossierSection statementsOfTheDossier(CountStatements statements) {
        return new DossierSection("20-statements", "/desk/dossiers/{dossier}/statements", "statement.statements", statements::of);
    }

    @Bean
    DeskMenuEntry disclosedToUs() {
        return new DeskMenuEntry(
                "20-disclosed", "/desk/disclosed", "statement.received",
                Set.of("PROCUREMENT_OFFICER", "PROCUREMENT_APPROVER", "PROVIDER_MANAGER", "PROVIDER_AUTHOR"), null);
    }
}
