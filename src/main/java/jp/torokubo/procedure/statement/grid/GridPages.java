// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.grid;

import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import jp.torokubo.ground.commands.CommandId;
import jp.torokubo.ground.identity.Admits;
import jp.torokubo.ground.identity.Caller;
import jp.torokubo.ground.pages.KnownParameters;
import jp.torokubo.ground.refusal.Refused;
import jp.torokubo.procedure.statement.Choice;
import jp.torokubo.procedure.statement.KeepView;
import jp.torokubo.procedure.statement.RowState;
import jp.torokubo.procedure.statement.StatementId;
import jp.torokubo.procedure.statement.comparing.LastYear;
import jp.torokubo.procedure.statement.comparing.SinceLastYear;
import jp.torokubo.record.criteria.Tier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The rows of a statement as a list: fifty on a page, narrowed by what stands in the address. */
@Controller
@Admits({Caller.PROVIDER_MANAGER, Caller.PROVIDER_AUTHOR, Caller.ADVISER, Caller.AUDITOR, Caller.REVIEW_LEAD, Caller.REVIEWER})
@RequestMapping("/desk/dossiers/{dossier}/statements/{statement}/controls")
class GridPages {

    private final Opened opened;
    private final LastYear lastYear;
    private final KeepView keepView;
    private final InstantSource clock;

    GridPages(Opened opened, LastYear lastYear, KeepView keepView, InstantSource clock) {
        this.opened = opened;
        this.lastYear = lastYear;
        this.keepView = keepView;
        this.clock = clock;
    }

    @GetMapping
    @KnownParameters({"in", "tier", "choice", "state", "owner", "lacks", "basic", "important", "since", "q", "after", "before", "no", "changed", "undone", "left", "view"})
    @Nullable String list(
            @PathVariable UUID dossier, @PathVariable UUID statement, @RequestParam Map<String, String> asked, Model model,
            HttpServletResponse response, Locale language) {
        var address = GridAddress.of(asked);
        if (asked.containsKey("no")) {
            var catalogue = opened.catalogue(dossier, statement);
            try {
                var control = opened.control(catalogue, asked.get("no"));
                response.setStatus(HttpStatus.FOUND.value());
                response.setHeader("Location", (language.getLanguage().equals("en") ? "/en" : "")
                        + address.href(Opened.at(dossier, statement) + "/" + control.id()));
                return null;
            } catch (Refused notThere) {
                opened.show(model, response, "no", notThere.why());
                model.addAttribute("noGiven", asked.get("no"));
            }
        }
        return page(dossier, statement, address, asked, model, language);
    }

    @PostMapping("/views")
    String view(
            @PathVariable UUID dossier, @PathVariable UUID statement, @RequestParam UUID commandId, @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String back, @RequestParam(required = false) @Nullable String forget, Model model,
            HttpServletResponse response, Locale language) {
        opened.catalogue(dossier, statement);
        var address = GridAddress.read(back);
        var result = keepView.handle(new KeepView.Command(
                new CommandId(commandId), opened.actor(), new StatementId(statement), forget == null ? name : forget,
                forget == null ? address.query() : null));
        if (result instanceof KeepView.Result.Kept) {
            return "redirect:" + address.href(Opened.at(dossier, statement), Map.of("view", forget == null ? "kept" : "forgotten"));
        }
        opened.show(model, response, "view-name", opened.orThrown(((KeepView.Result.Refused) result).why()));
        model.addAttribute("viewName", name);
        return page(dossier, statement, address, Map.of(), model, language);
    }

    private String page(
            UUID dossier, UUID statement, GridAddress address, Map<String, String> asked, Model model, Locale language) {
        var all = opened.all(dossier, statement);
        var here = Opened.at(dossier, statement);
        var narrowing = opened.narrowing(all.around(), all.answers());
        opened.common(model, all.around());
        model.addAttribute("bodyClass", "tb-wide tb-print-wide");
        model.addAttribute("all", all);
        model.addAttribute("view", GridView.of(
                all, narrowing, address, here, asked.getOrDefault("after", ""), asked.getOrDefault("before", ""),
                language.getLanguage().equals("en")));
        model.addAttribute("before", lastYear.before(opened.actor(), all.around().statement()).orElse(null));
        model.addAttribute("since", SinceLastYear.values());
        model.addAttribute("lacks", GridView.lacks(narrowing, address));
        model.addAttribute("place", all.around().catalogue().control(address.place()).orElse(null));
        model.addAttribute("owner", all.around().colleagues().stream()
                .filter(one -> one.id().value().toString().equals(address.owner())).findFirst().orElse(null));
        model.addAttribute("without", without(address, here));
        model.addAttribute("flow", narrowing.found(address).stream().findFirst()
                .map(first -> address.href(here + "/" + first.id(), Map.of("flow", "1"))).orElse(null));
        model.addAttribute("tiers", new Tier[] {Tier.GOVERNANCE, Tier.MANAGEMENT, Tier.OBJECTIVE, Tier.DETAIL});
        model.addAttribute("choices", Choice.values());
        model.addAttribute("states", RowState.values());
        model.addAttribute("now", clock.instant());
        model.addAttribute("changed", asked.get("changed"));
        model.addAttribute("undone", asked.get("undone"));
        model.addAttribute("left", asked.get("left"));
        model.addAttribute("viewSaid", asked.get("view"));
        return "statement/grid";
    }

    /** For each chip the address without it, by its name. */
    private static Map<String, String> without(GridAddress address, String here) {
        var without = new LinkedHashMap<String, String>();
        address.values().forEach((name, value) -> without.put(name, address.with(name, "").href(here)));
        return without;
    }
}
