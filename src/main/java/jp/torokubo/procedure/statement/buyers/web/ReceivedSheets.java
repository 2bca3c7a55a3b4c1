// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.buyers.web;

import java.util.List;
import jp.torokubo.ground.identity.Admits;
import jp.torokubo.ground.identity.Caller;
import jp.torokubo.ground.identity.CurrentActor;
import jp.torokubo.ground.refusal.Refused;
import jp.torokubo.procedure.statement.ReadSheets;
import jp.torokubo.procedure.statement.buyers.BuyersQuestions;
import jp.torokubo.procedure.statement.buyers.SheetRefusal;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** The buyer's sheets that providers have disclosed to the reader's organisation. */
@Controller
@Admits({Caller.PROCUREMENT_OFFICER, Caller.PROCUREMENT_APPROVER, Caller.PROVIDER_MANAGER, Caller.PROVIDER_AUTHOR})
@RequestMapping("/desk/buyers-sheets")
class ReceivedSheets {

    private final ReadSheets sheets;
    private final ServicesOfSheets services;
    private final CurrentActor current;

    ReceivedSheets(ReadSheets sheets, ServicesOfSheets services, CurrentActor current) {
        this.sheets = sheets;
        this.services = services;
        this.current = current;
    }

    /** @param service its name; empty where the sheet names none */
    record Received(ReadSheets.Read read, String service) {}

    @GetMapping
    String list(Model model) {
        model.addAttribute("received", sheets.received(current.get()).stream().map(this::named).toList());
        return "statement/sheets-received";
    }

    @GetMapping("/{sheet}")
    String one(@PathVariable String sheet, Model model) {
        var read = sheets.received(current.get(), sheet).orElseThrow(() -> new Refused(new SheetRefusal.SheetUnknown()));
        model.addAttribute("one", read);
        model.addAttribute("named", named(read).service());
        model.addAttribute("service", services.number(read.edition().service()));
        model.addAttribute("topics", Line.of(BuyersQuestions.of(read.edition().questions()).orElseThrow(), read.sheet().answers()));
        model.addAttribute("visibilities", List.of());
        return "statement/sheet-received";
    }

    /** As the register calls it; where the sheet names none there, as the provider does. */
    private Received named(ReadSheets.Read read) {
        var service = read.edition().service();
        var own = read.sheet().answers().get("service-name");
        var said = own == null ? "" : own.text().in(LocaleContextHolder.getLocale().getLanguage().equals("en"));
        return new Received(read, service == null ? said : services.find(service.toString()).map(view -> view.listed().name()).orElse(said));
    }
}
