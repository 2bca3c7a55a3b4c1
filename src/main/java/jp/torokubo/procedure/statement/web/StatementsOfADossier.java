// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import jp.torokubo.ground.commands.CommandId;
import jp.torokubo.ground.identity.Admits;
import jp.torokubo.ground.identity.Caller;
import jp.torokubo.ground.identity.CurrentActor;
import jp.torokubo.ground.identity.DossierId;
import jp.torokubo.ground.identity.Ids;
import jp.torokubo.ground.pages.KnownParameters;
import jp.torokubo.ground.refusal.Refused;
import jp.torokubo.procedure.statement.FreezeStatement;
import jp.torokubo.procedure.statement.OpenStatement;
import jp.torokubo.procedure.statement.Part;
import jp.torokubo.procedure.statement.ReadStatement;
import jp.torokubo.procedure.statement.ReadVersions;
import jp.torokubo.procedure.statement.StatementId;
import jp.torokubo.record.criteria.Criteria;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The statements of a dossier, and the page from which everything of one is reached. */
@Controller
@Admits({Caller.PROVIDER_MANAGER, Caller.PROVIDER_AUTHOR, Caller.ADVISER, Caller.AUDITOR, Caller.REVIEW_LEAD, Caller.REVIEWER})
@RequestMapping("/desk/dossiers/{dossier}/statements")
class StatementsOfADossier {

    private final ReadStatement statements;
    private final ReadVersions versions;
    private final OpenStatement openStatement;
    private final FreezeStatement freezeStatement;
    private final Criteria criteria;
    private final Pages pages;
    private final CurrentActor current;
    private final Ids ids;

    StatementsOfADossier(
            ReadStatement statements, ReadVersions versions, OpenStatement openStatement, FreezeStatement freezeStatement, Criteria criteria,
            Pages pages, CurrentActor current, Ids ids) {
        this.statements = statements;
        this.versions = versions;
        this.openStatement = openStatement;
        this.freezeStatement = freezeStatement;
        this.criteria = criteria;
        this.pages = pages;
        this.current = current;
        this.ids = ids;
    }

    @GetMapping
    String list(@PathVariable UUID dossier, Model model) {
        return list(dossier, "", criteria.newest().id(), "", model);
    }

    @PostMapping
    String open(
            @PathVariable UUID dossier, @RequestParam UUID commandId, @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String edition, @RequestParam(defaultValue = "") String carriedFrom, Model model,
            HttpServletResponse response) {
        var result = openStatement.handle(new OpenStatement.Command(
                new CommandId(commandId), current.get(), new DossierId(dossier), title, edition, id(carriedFrom)));
        if (result instanceof OpenStatement.Result.Refused refused) {
            pages.show(model, response, Map.of("title", pages.orThrown(refused.why())));
            return list(dossier, title, edition, carriedFrom, model);
        }
        var opened = ((OpenStatement.Result.Opened) result).statement();
        return "redirect:" + Pages.at(dossier, opened.value()) + (carriedFrom.isEmpty() ? "" : "/carry-over");
    }

    @GetMapping("/{statement}")
    @KnownParameters({"frozen"})
    String one(
            @PathVariable UUID dossier, @PathVariable UUID statement, @RequestParam(required = false) @Nullable String frozen, Model model) {
        model.addAttribute("frozen", frozen != null);
        return one(dossier, statement, model);
    }

    @PostMapping("/{statement}/versions")
    String freeze(
            @PathVariable UUID dossier, @PathVariable UUID statement, @RequestParam UUID commandId, Model model,
            HttpServletResponse response) {
        pages.head(dossier, statement, model);
        var result = freezeStatement.handle(
                new FreezeStatement.Command(new CommandId(commandId), current.get(), new StatementId(statement)));
        if (result instanceof FreezeStatement.Result.Refused refused) {
            pages.show(model, response, Map.of("freeze", pages.orThrown(refused.why())));
            return one(dossier, statement, model);
        }
        return "redirect:" + Pages.at(dossier, statement) + "?frozen=1";
    }

    private String list(UUID dossier, String title, String edition, String carriedFrom, Model model) {
        var result = statements.of(current.get(), new DossierId(dossier));
        if (result instanceof ReadStatement.Listed.Refused refused) {
            throw new Refused(refused.why());
        }
        var all = (ReadStatement.Listed.All) result;
        model.addAttribute("statements", all.statements());
        model.addAttribute("mayNotWrite", all.mayNotWrite() == null ? null : pages.said(all.mayNotWrite()));
        model.addAttribute("dossier", dossier);
        model.addAttribute("editions", criteria.editions());
        model.addAttribute("others", statements.all(current.get()));
        model.addAttribute("title", title);
        model.addAttribute("edition", edition);
        model.addAttribute("carriedFrom", carriedFrom);
        model.addAttribute("commandId", ids.next());
        return "statement/statements";
    }

    private String one(UUID dossier, UUID statement, Model model) {
        var read = pages.read(dossier, statement, model);
        var chapters = Progress.of(read.whole(), criteria.catalogue(read.whole().statement().edition()).orElseThrow());
        model.addAttribute("parts", Part.values());
        model.addAttribute("chapters", chapters);
        model.addAttribute("sum", Progress.sum(chapters));
        model.addAttribute("versions", versions.of(current.get(), new StatementId(statement)));
        model.addAttribute("mayFreeze", read.mayNotWrite() == null && current.get().role() == Caller.PROVIDER_MANAGER);
        model.addAttribute("commandId", ids.next());
        return "statement/statement";
    }

    private static @Nullable StatementId id(String given) {
        try {
            return given.isEmpty() ? null : new StatementId(UUID.fromString(given));
        } catch (IllegalArgumentException noId) {
            return new StatementId(new UUID(0, 0));
        }
    }
}
