// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.register.desk;

import jp.torokubo.ground.identity.ConfirmationKind;
import jp.torokubo.ground.pages.OperatorMenuEntry;
import jp.torokubo.record.register.ProposeCorrection;
import jp.torokubo.record.register.ProposeImport;
import jp.torokubo.record.register.WaitingCorrections;
import jp.torokubo.record.register.importing.Imports;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the desk finds the register's pages, and what of its proposals waits there. */
@Configuration(proxyBeanMethods = false)
class RegisterOnTheDesk {

    @Bean
    OperatorMenuEntry importsInTheMenu(Imports imports) {
        return new OperatorMenuEntry("10-imports", "/operator/imports", "register.desk.imports", imports::waiting);
    }

    @Bean
    OperatorMenuEntry correctionsInTheMenu(WaitingCorrections corrections) {
        return new OperatorMenuEntry(
                "20-corrections", "/operator/corrections", "register.desk.corrections", () -> corrections.waiting().size());
    }

    @Bean
    ConfirmationKind importsToConfirm() {
        return new ConfirmationKind(ProposeImport.KIND, "/operator/imports/{subject}", "register.desk.import.kind");
    }

    @Bean
    ConfirmationKind correctionsToConfirm() {
        return new ConfirmationKind(ProposeCorrection.KIND, "/operator/corrections/{id}", "register.desk.correction.kind");
    }
}
