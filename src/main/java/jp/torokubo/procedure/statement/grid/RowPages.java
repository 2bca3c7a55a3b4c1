// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.grid;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import jp.torokubo.ground.commands.CommandId;
import jp.torokubo.ground.identity.Admits;
import jp.torokubo.ground.identity.Caller;
import jp.torokubo.ground.pages.KnownParameters;
import jp.torokubo.ground.refusal.Refusal;
import jp.torokubo.procedure.statement.ChangeAnswers;
import jp.torokubo.procedure.statement.Deed;
import jp.torokubo.procedure.statement.StatementId;
import jp.torokubo.record.criteria.Control;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page of a row: everything about it, and everything that can be done to it, without any script. */
@Controller
@Admits({Caller.PROVIDER_MANAGER, Caller.PROVIDER_AUTHOR, Caller.ADVISER, Caller.AUDITOR, Caller.REVIEW_LEAD, Caller.REVIEWER})
@RequestMapping("/desk/dossiers/{dossier}/statements/{statement}/controls/{control}")
class RowPages {

    private final Opened opened;
    private final ChangeAnswers changeAnswers;
    private final RowOnPage rowOnPage;

    RowPages(Opened opened, ChangeAnswers changeAnswers, RowOnPage rowOnPage) {
        this.opened = opened;
        this.changeAnswers = changeAnswers;
        this.rowOnPage = rowOnPage;
    }

    @GetMapping
    @KnownParameters({"in", "tier", "choice", "state", "owner", "lacks", "basic", "important", "since", "q", "flow", "saved", "told"})
    @Nullable String row(
            @PathVariable UUID dossier, @PathVariable UUID statement, @PathVariable String control, @RequestParam Map<String, String> asked,
            Model model, HttpServletResponse response, Locale language) {
        var row = opened.control(opened.catalogue(dossier, statement), control);
        var address = GridAddress.of(asked);
        if (!row.id().equals(control)) {
            response.setStatus(HttpStatus.FOUND.value());
            response.setHeader("Location", (language.getLanguage().equals("en") ? "/en" : "")
                    + address.href(Opened.at(dossier, statement) + "/" + row.id()));
            return null;
        }
        model.addAttribute("saved", asked.get("saved"));
        model.addAttribute("told", asked.get("told"));
        return rowOnPage.show(opened.one(dossier, statement, row.id()), row, null, address, asked.containsKey("flow"), model);
    }

    /** Everything the form has, or with {@code field} and {@code value} one cell that could not be saved from the list. */
    @PostMapping
    String save(
            @PathVariable UUID dossier, @PathVariable UUID statement, @PathVariable String control, @RequestParam UUID commandId,
            @RequestParam MultiValueMap<String, String> sent, Model model, HttpServletResponse response) {
        var row = opened.control(opened.catalogue(dossier, statement), control);
        var one = opened.one(dossier, statement, row.id());
        var address = GridAddress.read(sent.containsKey("back") ? sent.getFirst("back") : "");
        boolean flow = sent.containsKey("flow");
        RowForm form = null;
        try {
            form = sent.containsKey("field")
                    ? RowForm.of(one.answer(), one.around().colleagues())
                            .withCell(sent.getFirst("field"), String.valueOf(sent.getFirst("value")), "en".equals(sent.getFirst("wording")))
                            .withSeen(RowForm.seen(String.valueOf(sent.getFirst("seen"))))
                    : RowForm.read(sent);
            if (sent.containsKey("add")) {
                return rowOnPage.show(one, row, form.withOneMore(), address, flow, model);
            }
            var result = changeAnswers.handle(new ChangeAnswers.Command(
                    new CommandId(commandId), opened.actor(), new StatementId(statement), Deed.EDIT, null,
                    List.of(new ChangeAnswers.Wanted(form.edit(row.id(), one.around().colleagues()), form.seen()))));
            if (result instanceof ChangeAnswers.Result.Changed) {
                return "redirect:" + next(dossier, statement, row, address, sent.containsKey("next"), flow);
            }
            if (result instanceof ChangeAnswers.Result.NotChanged not && not.troubles().get(0).now() != null) {
                response.setStatus(HttpStatus.CONFLICT.value());
                model.addAttribute("theirs", not.troubles().get(0).now());
                // what he typed stands in the form; saved again it takes the place of what the other wrote, which stays in the history
                form = form.withSeen(not.troubles().get(0).now().version());
                one = opened.one(dossier, statement, row.id());
            } else {
                opened.show(model, response, "row", opened.orThrown(why(result)));
            }
        } catch (Opened.NotRead notRead) {
            opened.show(model, response, "row", notRead.why());
        }
        return rowOnPage.show(one, row, form, address, flow, model);
    }

    private static Refusal why(ChangeAnswers.Result result) {
        return result instanceof ChangeAnswers.Result.Refused refused
                ? refused.why()
                : ((ChangeAnswers.Result.NotChanged) result).troubles().get(0).why().get(0);
    }

    private String next(UUID dossier, UUID statement, Control row, GridAddress address, boolean onwards, boolean flow) {
        var here = Opened.at(dossier, statement);
        if (!onwards) {
            return address.href(here + "/" + row.id(), flow ? Map.of("saved", "1", "flow", "1") : Map.of("saved", "1"));
        }
        var all = opened.all(dossier, statement);
        return opened.narrowing(all.around(), all.answers()).after(row, address)
                .map(after -> address.href(here + "/" + after.id(), Map.of("saved", row.id(), "flow", "1")))
                .orElse(address.href(here, Map.of("changed", "1")));
    }
}
