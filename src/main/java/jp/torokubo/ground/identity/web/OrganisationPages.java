// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.torokubo.ground.commands.CommandId;
import jp.torokubo.ground.identity.Admits;
import jp.torokubo.ground.identity.Caller;
import jp.torokubo.ground.identity.CurrentActor;
import jp.torokubo.ground.identity.IdentityRefusal;
import jp.torokubo.ground.identity.Ids;
import jp.torokubo.ground.identity.OrganisationId;
import jp.torokubo.ground.identity.OrganisationKind;
import jp.torokubo.ground.identity.organisations.NameOrganisation;
import jp.torokubo.ground.identity.organisations.ReadOrganisations;
import jp.torokubo.ground.identity.organisations.RegisterOrganisation;
import jp.torokubo.ground.identity.people.Wrong;
import jp.torokubo.ground.pages.KnownParameters;
import jp.torokubo.ground.refusal.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The organisations the program knows, for operators: a new one, its names by date, its managers. */
@Controller
@Admits(Caller.OPERATOR)
@RequestMapping("/operator/organisations")
class OrganisationPages {

    private final ReadOrganisations readOrganisations;
    private final RegisterOrganisation registerOrganisation;
    private final NameOrganisation nameOrganisation;
    private final CurrentActor current;
    private final DeskForms forms;
    private final Ids ids;

    OrganisationPages(
            ReadOrganisations readOrganisations, RegisterOrganisation registerOrganisation, NameOrganisation nameOrganisation,
            CurrentActor current, DeskForms forms, Ids ids) {
        this.readOrganisations = readOrganisations;
        this.registerOrganisation = registerOrganisation;
        this.nameOrganisation = nameOrganisation;
        this.current = current;
        this.forms = forms;
        this.ids = ids;
    }

    @GetMapping
    @KnownParameters("kind")
    String list(@RequestParam(required = false) @Nullable OrganisationKind kind, Model model) {
        model.addAttribute("organisations", readOrganisations.all(current.get(), kind));
        model.addAttribute("kinds", OrganisationKind.values());
        model.addAttribute("kind", kind);
        return "identity/organisations";
    }

    @GetMapping("/new")
    String newOne(Model model) {
        return newForm(model, Map.of());
    }

    @PostMapping
    String register(
            @RequestParam UUID commandId, @RequestParam OrganisationKind kind, @RequestParam(defaultValue = "") String nameJa,
            @RequestParam(defaultValue = "") String nameEn, @RequestParam(defaultValue = "") String corporateNumber, Model model,
            HttpServletResponse response) {
        var result = registerOrganisation.handle(new RegisterOrganisation.Command(
                new CommandId(commandId), current.get(), kind, nameJa, nameEn, corporateNumber));
        if (result instanceof RegisterOrganisation.Result.Refused refused) {
            forms.refuse(model, response, List.of(refused.wrong()), "nameJa");
            return newForm(model, Map.of(
                    "kind", kind.name(), "nameJa", nameJa, "nameEn", nameEn, "corporateNumber", corporateNumber));
        }
        return to(((RegisterOrganisation.Result.Registered) result).organisation());
    }

    @GetMapping("/{organisation}")
    String organisation(@PathVariable UUID organisation, Model model) {
        return page(model, new OrganisationId(organisation), Map.of());
    }

    @PostMapping("/{organisation}/names")
    String name(
            @PathVariable UUID organisation, @RequestParam UUID commandId, @RequestParam(defaultValue = "") String nameJa,
            @RequestParam(defaultValue = "") String nameEn, @RequestParam(defaultValue = "") String validFrom, Model model,
            HttpServletResponse response) {
        var id = new OrganisationId(organisation);
        var from = GivenDay.read("validFrom", validFrom);
        var wrong = from.wrong();
        if (wrong == null && from.day() == null) {
            wrong = new Wrong("validFrom", new IdentityRefusal.DayNotADay(validFrom));
        }
        if (wrong == null) {
            var result = nameOrganisation.handle(new NameOrganisation.Command(
                    new CommandId(commandId), current.get(), id, nameJa, nameEn, from.day()));
            if (result instanceof NameOrganisation.Result.Named) {
                return to(id);
            }
            wrong = ((NameOrganisation.Result.Refused) result).wrong();
        }
        forms.refuse(model, response, List.of(wrong), "nameJa");
        return page(model, id, Map.of("nameJa", nameJa, "nameEn", nameEn, "validFrom", validFrom));
    }

    private String page(Model model, OrganisationId id, Map<String, String> typed) {
        var opened = readOrganisations.handle(current.get(), id)
                .orElseThrow(() -> new Refused(new IdentityRefusal.OrganisationUnknown()));
        model.addAttribute("opened", opened);
        model.addAttribute("mayInvite", Arrays.stream(Caller.values())
                .filter(role -> role.manages() && role.fits(opened.organisation().kind()))
                .toList());
        model.addAttribute("base", "/operator/organisations/" + id.value());
        model.addAttribute("me", current.get().person());
        model.addAttribute("typed", typed);
        model.addAttribute("commandId", ids.next());
        return "identity/organisation";
    }

    private String newForm(Model model, Map<String, String> typed) {
        model.addAttribute("kinds", Arrays.stream(OrganisationKind.values()).filter(kind -> kind != OrganisationKind.OPERATOR).toList());
        model.addAttribute("typed", typed);
        model.addAttribute("commandId", ids.next());
        return "identity/organisation-new";
    }

    private static String to(OrganisationId id) {
        return "redirect:/operator/organisations/" + id.value();
    }
}
