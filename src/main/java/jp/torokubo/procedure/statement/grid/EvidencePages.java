// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.grid;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.torokubo.ground.commands.CommandId;
import jp.torokubo.ground.files.DossierFiles;
import jp.torokubo.ground.identity.Admits;
import jp.torokubo.ground.identity.Caller;
import jp.torokubo.ground.pages.KnownParameters;
import jp.torokubo.ground.pages.PageDays;
import jp.torokubo.ground.refusal.Refusal;
import jp.torokubo.procedure.statement.RemoveEvidence;
import jp.torokubo.procedure.statement.StatementId;
import jp.torokubo.procedure.statement.grid.EvidenceOnShelf.Order;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.util.UriComponentsBuilder;

/** The evidence of a statement in one place, whatever rows it belongs to: what expires, who renews it, and the forms to do so. */
@Controller
@Admits({Caller.PROVIDER_MANAGER, Caller.PROVIDER_AUTHOR, Caller.ADVISER, Caller.AUDITOR, Caller.REVIEW_LEAD, Caller.REVIEWER})
@RequestMapping("/desk/dossiers/{dossier}/statements/{statement}/evidence")
class EvidencePages {

    private final Opened opened;
    private final EvidenceForm form;
    private final RemoveEvidence removeEvidence;
    private final PageDays days;

    EvidencePages(Opened opened, EvidenceForm form, RemoveEvidence removeEvidence, PageDays days) {
        this.opened = opened;
        this.form = form;
        this.removeEvidence = removeEvidence;
        this.days = days;
    }

    /** @param renew the piece whose form is asked for @param after the last piece of the page before */
    @GetMapping
    @KnownParameters({"valid", "sort", "renew", "after", "saved"})
    String shelf(
            @PathVariable UUID dossier, @PathVariable UUID statement, @RequestParam(defaultValue = "") String valid,
            @RequestParam(defaultValue = "") String sort, @RequestParam(required = false) @Nullable UUID renew,
            @RequestParam(required = false) @Nullable UUID after, @RequestParam(required = false) @Nullable String saved, Model model) {
        model.addAttribute("saved", saved);
        return page(dossier, statement, valid, Order.of(sort), renew, after, model);
    }

    @PostMapping
    String send(
            @PathVariable UUID dossier, @PathVariable UUID statement, @RequestParam UUID commandId, @RequestParam Map<String, String> sent,
            @RequestParam(required = false) @Nullable UUID replaces, @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "") String valid, @RequestParam(defaultValue = "") String sort, Model model,
            HttpServletResponse response) {
        var shelf = opened.evidence(dossier, statement);
        var why = form.send(
                commandId, new StatementId(statement), shelf.around().colleagues(), replaces, sent, file, "").orElse(null);
        if (why == null) {
            return "redirect:" + at(dossier, statement, valid, Order.of(sort), replaces == null ? "added" : "renewed");
        }
        model.addAttribute("typedEvidence", new LinkedHashMap<>(sent));
        return again(dossier, statement, valid, Order.of(sort), replaces, why, model, response);
    }

    @PostMapping("/{evidence}/removal")
    String remove(
            @PathVariable UUID dossier, @PathVariable UUID statement, @PathVariable UUID evidence, @RequestParam UUID commandId,
            @RequestParam(defaultValue = "") String valid, @RequestParam(defaultValue = "") String sort, Model model,
            HttpServletResponse response) {
        opened.evidence(dossier, statement);
        var result = removeEvidence.handle(new RemoveEvidence.Command(
                new CommandId(commandId), opened.actor(), new StatementId(statement), evidence));
        if (result instanceof RemoveEvidence.Result.Refused refused) {
            return again(dossier, statement, valid, Order.of(sort), null, refused.why(), model, response);
        }
        return "redirect:" + at(dossier, statement, valid, Order.of(sort), "removed");
    }

    private String again(
            UUID dossier, UUID statement, String valid, Order order, @Nullable UUID renew, Refusal why, Model model,
            HttpServletResponse response) {
        opened.show(model, response, "evidence", opened.orThrown(why));
        return page(dossier, statement, valid, order, renew, null, model);
    }

    private String page(
            UUID dossier, UUID statement, String valid, Order order, @Nullable UUID renew, @Nullable UUID after, Model model) {
        var shelf = opened.evidence(dossier, statement);
        var all = new EvidenceOnShelf(shelf, order, days.today());
        var chosen = all.pieces(valid);
        var pieces = EvidenceOnShelf.page(chosen, after);
        var last = pieces.isEmpty() ? null : pieces.get(pieces.size() - 1).evidence().id();
        opened.common(model, shelf.around());
        model.addAttribute("all", all.size());
        model.addAttribute("counts", all.counts());
        model.addAttribute("validities", List.of(Validity.values()));
        model.addAttribute("valid", valid);
        model.addAttribute("order", order);
        model.addAttribute("orders", Order.values());
        model.addAttribute("chosen", chosen.size());
        model.addAttribute("pieces", pieces);
        model.addAttribute("first", pieces.isEmpty() || pieces.get(0).equals(chosen.get(0)));
        model.addAttribute("next", last == null || EvidenceOnShelf.page(chosen, last).isEmpty() ? null : last);
        model.addAttribute("renewing", shelf.evidence().stream().filter(one -> one.id().equals(renew)).findFirst().orElse(null));
        model.addAttribute("megabytes", DossierFiles.MOST_BYTES / 1024 / 1024);
        model.addAttribute("near", Validity.DAYS_BEFORE);
        model.addAttribute("otherId", opened.next());
        return "statement/evidence";
    }

    private static String at(UUID dossier, UUID statement, String valid, Order order, String saved) {
        var address = UriComponentsBuilder.fromPath("/desk/dossiers/" + dossier + "/statements/" + statement + "/evidence");
        if (!valid.isEmpty()) {
            address.queryParam("valid", "{valid}");
        }
        if (order.asked() != null) {
            address.queryParam("sort", order.asked());
        }
        return address.queryParam("saved", saved).encode().buildAndExpand(Map.of("valid", valid)).toUriString();
    }
}
