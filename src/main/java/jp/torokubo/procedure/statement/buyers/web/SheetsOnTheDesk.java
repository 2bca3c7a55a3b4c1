// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.buyers.web;

import java.util.Set;
import jp.torokubo.ground.pages.DeskMenuEntry;
import jp.torokubo.procedure.statement.ReadPublicSheets;
import jp.torokubo.record.register.ServicePage;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the start pages and the pages of a service lead to buyer's sheets. */
@Configuration(proxyBeanMethods = false)
class SheetsOnTheDesk {

    @Bean
    DeskMenuEntry buyersSheetsDisclosedToUs() {
        return new DeskMenuEntry(
                "21-buyers-sheets", "/desk/buyers-sheets", "statement.sheets.received",
                Set.of("PROCUREMENT_OFFICER", "PROCUREMENT_APPROVER", "PROVIDER_MANAGER", "PROVIDER_AUTHOR"), null);
    }

    @Bean
    ServicePage buyersSheetOfTheService(ReadPublicSheets sheets) {
        return new ServicePage("/buyers-sheet", "statement.sheet", sheets::isThere);
    }
}
