// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.torokubo.ground.commands.CommandId;
import jp.torokubo.ground.identity.Admits;
import jp.torokubo.ground.identity.Caller;
import jp.torokubo.ground.identity.CurrentActor;
import jp.torokubo.ground.identity.IdentityRefusal;
import jp.torokubo.ground.identity.Ids;
import jp.torokubo.ground.identity.PersonId;
import jp.torokubo.ground.identity.organisations.AppointDeputy;
import jp.torokubo.ground.identity.organisations.EndDeputy;
import jp.torokubo.ground.identity.organisations.ReadDeputies;
import jp.torokubo.ground.identity.organisations.ReadOrganisations;
import jp.torokubo.ground.identity.people.Wrong;
import jp.torokubo.ground.japanese.TokyoDay;
import jp.torokubo.ground.refusal.Refused;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One's own organisation: what it is called, who is in it, and who stands in for oneself. */
@Controller
@Admits(Caller.SIGNED_IN)
class OwnOrganisationPages {

    private final ReadOrganisations readOrganisations;
    private final ReadDeputies readDeputies;
    private final AppointDeputy appointDeputy;
    private final EndDeputy endDeputy;
    private final CurrentActor current;
    private final DeskForms forms;
    private final Ids ids;
    private final InstantSource clock;

    OwnOrganisationPages(
            ReadOrganisations readOrganisations, ReadDeputies readDeputies, AppointDeputy appointDeputy, EndDeputy endDeputy,
            CurrentActor current, DeskForms forms, Ids ids, InstantSource clock) {
        this.readOrganisations = readOrganisations;
        this.readDeputies = readDeputies;
        this.appointDeputy = appointDeputy;
        this.endDeputy = endDeputy;
        this.current = current;
        this.forms = forms;
        this.ids = ids;
        this.clock = clock;
    }

    @GetMapping("/desk/organisation")
    String organisation(Model model) {
        var actor = current.get();
        var opened = readOrganisations.handle(actor, actor.organisation())
                .orElseThrow(() -> new Refused(new IdentityRefusal.OrganisationUnknown()));
        model.addAttribute("opened", opened);
        model.addAttribute("mayInvite", actor.role().manages() ? Caller.rolesOf(opened.organisation().kind()) : List.of());
        model.addAttribute("base", "/desk/organisation");
        model.addAttribute("me", actor.person());
        model.addAttribute("commandId", ids.next());
        return "identity/organisation";
    }

    @GetMapping("/desk/deputies")
    String deputies(Model model) {
        return deputies(model, Map.of());
    }

    @PostMapping("/desk/deputies")
    String appoint(
            @RequestParam UUID commandId, @RequestParam(required = false) @Nullable UUID deputy,
            @RequestParam(defaultValue = "") String from, @RequestParam(defaultValue = "") String until, Model model,
            HttpServletResponse response) {
        var begins = GivenDay.read("from", from);
        var ends = GivenDay.read("until", until);
        var wrong = begins.wrong() == null ? ends.wrong() : begins.wrong();
        if (wrong == null && deputy == null) {
            wrong = new Wrong("deputy", new IdentityRefusal.DeputyNotAColleague());
        }
        if (wrong == null) {
            var result = appointDeputy.handle(new AppointDeputy.Command(
                    new CommandId(commandId), current.get(), new PersonId(deputy),
                    begins.day() == null || !begins.day().isAfter(TokyoDay.today(clock)) ? clock.instant() : TokyoDay.startOf(begins.day()),
                    ends.day() == null ? null : TokyoDay.endOf(ends.day())));
            if (result instanceof AppointDeputy.Result.Appointed) {
                return "redirect:/desk/deputies";
            }
            wrong = ((AppointDeputy.Result.Refused) result).wrong();
        }
        forms.refuse(model, response, List.of(wrong), "deputy");
        return deputies(model, Map.of("deputy", String.valueOf(deputy), "from", from, "until", until));
    }

    @PostMapping("/desk/deputies/{deputy}/end")
    String end(@PathVariable UUID deputy, @RequestParam UUID commandId, Model model, HttpServletResponse response) {
        var result = endDeputy.handle(new EndDeputy.Command(new CommandId(commandId), current.get(), deputy));
        if (result instanceof EndDeputy.Result.Refused refused) {
            forms.refuse(model, response, refused.why(), "deputies");
            return deputies(model, Map.of());
        }
        return "redirect:/desk/deputies";
    }

    private String deputies(Model model, Map<String, String> typed) {
        var actor = current.get();
        model.addAttribute("standsIn", actor.standsInFor() != null);
        model.addAttribute("colleagues", readOrganisations.colleagues(actor));
        model.addAttribute("deputies", readDeputies.of(actor));
        model.addAttribute("roleKey", actor.role().messageKey());
        model.addAttribute("typed", typed);
        model.addAttribute("commandId", ids.next());
        return "identity/deputies";
    }
}
