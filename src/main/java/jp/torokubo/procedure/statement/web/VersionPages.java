// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import jp.torokubo.ground.commands.CommandId;
import jp.torokubo.ground.identity.Admits;
import jp.torokubo.ground.identity.Caller;
import jp.torokubo.ground.identity.CurrentActor;
import jp.torokubo.ground.identity.Ids;
import jp.torokubo.ground.pages.KnownParameters;
import jp.torokubo.ground.refusal.Refused;
import jp.torokubo.procedure.statement.DiscloseVersion;
import jp.torokubo.procedure.statement.EndDisclosure;
import jp.torokubo.procedure.statement.ReadVersions;
import jp.torokubo.procedure.statement.StatementRefusal;
import jp.torokubo.record.criteria.Criteria;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A frozen version for the people of its dossier, and to whom it is disclosed. */
@Controller
@Admits({Caller.PROVIDER_MANAGER, Caller.PROVIDER_AUTHOR, Caller.ADVISER, Caller.AUDITOR, Caller.REVIEW_LEAD, Caller.REVIEWER})
@RequestMapping("/desk/dossiers/{dossier}/statements/{statement}/versions/{version}")
class VersionPages {

    private final ReadVersions versions;
    private final DiscloseVersion discloseVersion;
    private final EndDisclosure endDisclosure;
    private final Criteria criteria;
    private final Pages pages;
    private final CurrentActor current;
    private final Ids ids;

    VersionPages(
            ReadVersions versions, DiscloseVersion discloseVersion, EndDisclosure endDisclosure, Criteria criteria, Pages pages,
            CurrentActor current, Ids ids) {
        this.versions = versions;
        this.discloseVersion = discloseVersion;
        this.endDisclosure = endDisclosure;
        this.criteria = criteria;
        this.pages = pages;
        this.current = current;
        this.ids = ids;
    }

    @GetMapping
    @KnownParameters({"disclosed", "ended"})
    String show(
            @PathVariable UUID dossier, @PathVariable UUID statement, @PathVariable String version,
            @RequestParam(required = false) @Nullable String disclosed, @RequestParam(required = false) @Nullable String ended, Model model) {
        model.addAttribute("disclosed", disclosed != null);
        model.addAttribute("ended", ended != null);
        return page(dossier, statement, version, "", "", model);
    }

    @PostMapping("/disclosures")
    String disclose(
            @PathVariable UUID dossier, @PathVariable UUID statement, @PathVariable String version, @RequestParam UUID commandId,
            @RequestParam(defaultValue = "") String receiver, @RequestParam(defaultValue = "") String named, Model model,
            HttpServletResponse response) {
        var result = discloseVersion.handle(
                new DiscloseVersion.Command(new CommandId(commandId), current.get(), version, receiver, named));
        if (result instanceof DiscloseVersion.Result.Refused refused) {
            var field = refused.why() instanceof StatementRefusal.ReceiverNotNamed ? "named" : "receiver";
            pages.show(model, response, Map.of(field, pages.orThrown(refused.why())));
            return page(dossier, statement, version, receiver, named, model);
        }
        return "redirect:" + Pages.at(dossier, statement) + "/versions/" + version + "?disclosed=1";
    }

    @PostMapping("/disclosures/{disclosure}/end")
    String end(
            @PathVariable UUID dossier, @PathVariable UUID statement, @PathVariable String version, @PathVariable UUID disclosure,
            @RequestParam UUID commandId) {
        var result = endDisclosure.handle(new EndDisclosure.Command(new CommandId(commandId), current.get(), version, disclosure));
        if (result instanceof EndDisclosure.Result.Refused refused) {
            throw new Refused(refused.why());
        }
        return "redirect:" + Pages.at(dossier, statement) + "/versions/" + version + "?ended=1";
    }

    private String page(UUID dossier, UUID statement, String version, String receiver, String named, Model model) {
        var head = pages.head(dossier, statement, model);
        var found = versions.find(current.get(), version)
                .filter(one -> one.sections().version().statement().value().equals(statement))
                .orElseThrow(() -> new Refused(new StatementRefusal.VersionUnknown()));
        model.addAttribute("version", found.sections().version());
        model.addAttribute("shown", ShownVersion.of(found.sections(), found.whole(), criteria));
        model.addAttribute("disclosures", found.disclosures());
        model.addAttribute("mayDisclose", head.mayNotWrite() == null && current.get().role() == Caller.PROVIDER_MANAGER);
        model.addAttribute("receiver", receiver);
        model.addAttribute("named", named);
        model.addAttribute("commandId", ids.next());
        return "statement/version";
    }
}
