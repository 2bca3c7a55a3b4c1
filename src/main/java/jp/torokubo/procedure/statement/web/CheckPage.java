// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.UUID;
import jp.torokubo.ground.identity.Admits;
import jp.torokubo.ground.identity.Caller;
import jp.torokubo.ground.identity.CurrentActor;
import jp.torokubo.ground.identity.DossierId;
import jp.torokubo.ground.pages.KnownParameters;
import jp.torokubo.ground.paper.Download;
import jp.torokubo.ground.refusal.Refused;
import jp.torokubo.procedure.statement.CheckStatement;
import jp.torokubo.procedure.statement.Severity;
import jp.torokubo.procedure.statement.StatementId;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** What a statement still lacks, for those who write it. */
@Controller
@Admits({Caller.PROVIDER_MANAGER, Caller.PROVIDER_AUTHOR, Caller.ADVISER})
@RequestMapping("/desk/dossiers/{dossier}/statements/{statement}")
class CheckPage {

    private final CheckStatement check;
    private final CurrentActor current;
    private final RemarkWords words;
    private final MessageSource messages;

    CheckPage(CheckStatement check, CurrentActor current, RemarkWords words, MessageSource messages) {
        this.check = check;
        this.current = current;
        this.words = words;
        this.messages = messages;
    }

    @GetMapping("/check")
    @KnownParameters({"severity", "group", "page"})
    String page(
            @PathVariable UUID dossier, @PathVariable UUID statement, @RequestParam(defaultValue = "") String severity,
            @RequestParam(defaultValue = "") String group, @RequestParam(defaultValue = "1") int page, Model model, Locale language) {
        var result = check.whole(current.get(), new DossierId(dossier), new StatementId(statement));
        if (result instanceof CheckStatement.Result.Refused refused) {
            throw new Refused(refused.why());
        }
        var checked = (CheckStatement.Result.Checked) result;
        var asked = Severity.of(severity).orElse(null);
        var view = new CheckView(checked.catalogue(), words, language, checked.remarks().all());
        var chosen = view.chosen(asked, group);
        int from = Math.min(Math.max(page - 1, 0), chosen.size() / CheckView.LINES_ON_A_PAGE) * CheckView.LINES_ON_A_PAGE;
        int until = Math.min(from + CheckView.LINES_ON_A_PAGE, chosen.size());
        var at = "/desk/dossiers/" + dossier + "/statements/" + statement;
        model.addAttribute("statement", checked.whole().statement());
        model.addAttribute("on", checked.on());
        model.addAttribute("errors", checked.remarks().count(Severity.ERROR));
        model.addAttribute("warnings", checked.remarks().count(Severity.WARNING));
        model.addAttribute("severity", asked == null ? "" : asked.code());
        model.addAttribute("group", group);
        model.addAttribute("choices", view.choices(asked));
        model.addAttribute("count", chosen.size());
        model.addAttribute("from", from + 1);
        model.addAttribute("until", until);
        model.addAttribute("groups", view.groups(chosen.subList(from, until)));
        model.addAttribute("at", at);
        model.addAttribute("here", at + "/check");
        model.addAttribute("first", from == 0 ? null : address(at, severity, group, 1));
        model.addAttribute("next", until == chosen.size() ? null : address(at, severity, group, from / CheckView.LINES_ON_A_PAGE + 2));
        return "statement/check";
    }

    /** Everything it found, for whoever hands out the work. */
    @GetMapping({"/check.csv", "/check.xlsx"})
    @KnownParameters({"severity", "group"})
    void file(
            @PathVariable UUID dossier, @PathVariable UUID statement, @RequestParam(defaultValue = "") String severity,
            @RequestParam(defaultValue = "") String group, Locale language, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var result = check.whole(current.get(), new DossierId(dossier), new StatementId(statement));
        if (result instanceof CheckStatement.Result.Refused refused) {
            throw new Refused(refused.why());
        }
        var checked = (CheckStatement.Result.Checked) result;
        var view = new CheckView(checked.catalogue(), words, language, checked.remarks().all());
        var table = new CheckTable(messages, language).of(
                checked.whole().statement(), checked.on(), view.groups(view.chosen(Severity.of(severity).orElse(null), group)));
        response.setHeader("Cache-Control", "no-store");
        (request.getRequestURI().endsWith(".csv") ? Download.CSV : Download.XLSX).send(table, language, "check", response);
    }

    private static String address(String at, String severity, String group, int page) {
        var address = UriComponentsBuilder.fromPath(at + "/check");
        if (!severity.isEmpty()) {
            address.queryParam("severity", severity);
        }
        if (!group.isEmpty()) {
            address.queryParam("group", group);
        }
        return (page == 1 ? address : address.queryParam("page", page)).encode().toUriString();
    }
}
