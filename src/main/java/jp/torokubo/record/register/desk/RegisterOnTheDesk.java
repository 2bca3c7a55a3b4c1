// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.register.desk;

import jp.torokubo.ground.identity.ConfirmationKind;
import jp.torokubo.ground.pages.DeskMenuEntry;
import jp.torokubo.record.register.ProposeCorrection;
import jp.torokubo.record.register.ProposeImport;
import jp.torokubo.record.register.ProposeStatement;
import jp.torokubo.record.register.StatementProposals;
import jp.torokubo.record.register.WaitingCorrections;
import jp.torokubo.record.register.importing.Imports;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the desk finds the register's pages, and what of its proposals waits there. */
@Configuration(proxyBeanMethods = false)
class RegisterOnTheDesk {

    @Bean
    DeskMenuEntry importsInTheMenu(Imports imports) {
        return DeskMenuEntry.forOperators("10-imports", "/operator/imports", "register.desk.imports", imports::waiting);
    }

    @Bean
    DeskMenuEntry correctionsInTheMenu(WaitingCorrections corrections) {
        return DeskMenuEntry.forOperators(
                "20-corrections", "/operator/corrections", "register.desk.corrections", () -> corrections.waiting().size());
    }

    @Bean
    DeskMenuEntry statementsInTheMenu(StatementProposals statements) {
        return DeskMenuEntry.forOperators(
                "25-statements", "/operator/statements", "register.desk.statements", () -> statements.waiting().size());
    }

    @Bean
    ConfirmationKind importsToConfirm() {
        return new ConfirmationKind(ProposeImport.KIND, "/operator/imports/{subject}", "register.desk.import.kind");
    }

    @Bean
    ConfirmationKind correctionsToConfirm() {
        return new ConfirmationKind(ProposeCorrection.KIND, "/operator/corrections/{id}", "register.desk.correction.kind");
    }

    @Bean
    ConfirmationKind statementsToConfirm() {
        return new ConfirmationKind(ProposeStatement.KIND, "/operator/statements/{id}", "register.desk.statement.kind");
    }
}
