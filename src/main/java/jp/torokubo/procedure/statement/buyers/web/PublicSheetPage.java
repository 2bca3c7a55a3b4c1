// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.buyers.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import jp.torokubo.ground.identity.Admits;
import jp.torokubo.ground.identity.Caller;
import jp.torokubo.ground.pages.KnownParameters;
import jp.torokubo.ground.refusal.Refused;
import jp.torokubo.procedure.statement.ReadPublicSheets;
import jp.torokubo.procedure.statement.Visibility;
import jp.torokubo.procedure.statement.buyers.BuyersQuestions;
import jp.torokubo.procedure.statement.buyers.PublicSheet;
import jp.torokubo.procedure.statement.buyers.SheetRefusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What is public of the buyer's sheet of a service, in its newest edition or an earlier one. */
@Controller
@Admits(Caller.ANYONE)
class PublicSheetPage {

    private final ReadPublicSheets sheets;
    private final ServicesOfSheets services;

    PublicSheetPage(ReadPublicSheets sheets, ServicesOfSheets services) {
        this.sheets = sheets;
        this.services = services;
    }

    /** @param edition hash of an earlier one; the newest where none is named */
    @GetMapping("/services/{no}/buyers-sheet")
    @KnownParameters({"edition"})
    String page(@PathVariable String no, @RequestParam(required = false) @Nullable String edition, Model model, HttpServletResponse response) {
        var view = services.find(no).orElseThrow(() -> new Refused(new SheetRefusal.SheetUnknown()));
        var all = sheets.of(view.listed().id());
        var shown = one(all, edition);
        model.addAttribute("menu", "services");
        model.addAttribute("view", view);
        model.addAttribute("called", ServicesOfSheets.called(view));
        model.addAttribute("all", all);
        model.addAttribute("shown", shown);
        model.addAttribute("newest", shown.hash().equals(all.get(0).hash()));
        model.addAttribute("topics", Line.of(BuyersQuestions.of(shown.questions()).orElseThrow(), shown.sheet().answers()));
        return "statement/sheet-public";
    }

    /** What is needed to recompute the hash of an edition from its public part alone. */
    @GetMapping(value = "/services/{no}/buyers-sheet.json", produces = "application/json")
    @KnownParameters({"edition"})
    ResponseEntity<Map<String, Object>> proof(@PathVariable String no, @RequestParam(required = false) @Nullable String edition) {
        var view = services.find(no).orElseThrow(() -> new Refused(new SheetRefusal.SheetUnknown()));
        var shown = one(sheets.of(view.listed().id()), edition);
        var file = new LinkedHashMap<String, Object>();
        file.put("hash", shown.hash());
        file.put("edition", "buyers-sheet/" + shown.questions());
        file.put("agencies", shown.others().get(Visibility.AGENCIES));
        file.put("restricted", shown.others().get(Visibility.RESTRICTED));
        file.put("rows", shown.rows());
        return ResponseEntity.ok(file);
    }

    private static PublicSheet one(java.util.List<PublicSheet> all, @Nullable String edition) {
        return all.stream().filter(one -> edition == null || one.hash().equals(edition)).findFirst()
                .orElseThrow(() -> new Refused(new SheetRefusal.SheetUnknown()));
    }
}
