// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.criteria.desk;

import jp.torokubo.ground.identity.ConfirmationKind;
import jp.torokubo.ground.pages.OperatorMenuEntry;
import jp.torokubo.record.criteria.ProposeCriteriaImport;
import jp.torokubo.record.criteria.importing.CriteriaImports;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the desk finds the imports of criteria, and what of them waits there. */
@Configuration(proxyBeanMethods = false)
class CriteriaOnTheDesk {

    @Bean
    OperatorMenuEntry criteriaImportsInTheMenu(CriteriaImports imports) {
        return new OperatorMenuEntry("15-criteria", "/operator/criteria", "criteria.desk.imports", imports::waiting);
    }

    @Bean
    ConfirmationKind criteriaImportsToConfirm() {
        return new ConfirmationKind(ProposeCriteriaImport.KIND, "/operator/criteria/{subject}", "criteria.desk.kind");
    }
}
