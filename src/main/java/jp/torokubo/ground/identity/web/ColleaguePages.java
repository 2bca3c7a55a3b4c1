// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import jp.torokubo.ground.commands.CommandId;
import jp.torokubo.ground.identity.Admits;
import jp.torokubo.ground.identity.Caller;
import jp.torokubo.ground.identity.CurrentActor;
import jp.torokubo.ground.identity.IdentityRefusal;
import jp.torokubo.ground.identity.OrganisationId;
import jp.torokubo.ground.identity.organisations.ReadOrganisations;
import jp.torokubo.ground.identity.people.EndRole;
import jp.torokubo.ground.identity.people.InvitePerson;
import jp.torokubo.ground.identity.people.ResetProofs;
import jp.torokubo.ground.identity.store.Roles;
import jp.torokubo.ground.refusal.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Who belongs to an organisation: inviting, leaving, new proofs for one who lost his. The same pages for a manager in his own
 * organisation and for an operator in any.
 */
@Controller
@Admits(Caller.SIGNED_IN)
class ColleaguePages {

    private final ReadOrganisations readOrganisations;
    private final InvitePerson invitePerson;
    private final EndRole endRole;
    private final ResetProofs resetProofs;
    private final LinkShownOnce links;
    private final ProofForms proofs;
    private final CurrentActor current;
    private final DeskForms forms;

    ColleaguePages(
            ReadOrganisations readOrganisations, InvitePerson invitePerson, EndRole endRole, ResetProofs resetProofs,
            LinkShownOnce links, ProofForms proofs, CurrentActor current, DeskForms forms) {
        this.readOrganisations = readOrganisations;
        this.invitePerson = invitePerson;
        this.endRole = endRole;
        this.resetProofs = resetProofs;
        this.links = links;
        this.proofs = proofs;
        this.current = current;
        this.forms = forms;
    }

    @GetMapping({"/desk/organisation/invitation", "/operator/organisations/{organisation}/invitation"})
    String invitation(@PathVariable(required = false) @Nullable UUID organisation, Model model, HttpServletRequest request) {
        return invitationForm(place(organisation), "", "", model, request);
    }

    @PostMapping({"/desk/organisation/invitation", "/operator/organisations/{organisation}/invitation"})
    String invite(
            @PathVariable(required = false) @Nullable UUID organisation, @RequestParam UUID commandId, @RequestParam Caller role,
            @RequestParam(defaultValue = "") String note, @RequestParam(defaultValue = "") String code, Model model,
            HttpServletRequest request, HttpServletResponse response) {
        var place = place(organisation);
        var result = invitePerson.handle(new InvitePerson.Command(
                new CommandId(commandId), current.get(), proofs.proof(request, code), note, place.id(), role));
        if (result instanceof InvitePerson.Result.Refused refused) {
            forms.refuse(model, response, refused.why(), fieldOf(refused.why()));
            return invitationForm(place, note, role.name(), model, request);
        }
        var invited = (InvitePerson.Result.Invited) result;
        links.keep(request, invited.token(), invited.until(), note, place.base());
        return "redirect:/desk/link";
    }

    @GetMapping({"/desk/organisation/roles/{role}/end", "/operator/organisations/{organisation}/roles/{role}/end"})
    String end(
            @PathVariable(required = false) @Nullable UUID organisation, @PathVariable UUID role, Model model,
            HttpServletRequest request) {
        return colleagueForm(place(organisation), role, "identity/colleague-end", model, request);
    }

    @PostMapping({"/desk/organisation/roles/{role}/end", "/operator/organisations/{organisation}/roles/{role}/end"})
    String endNow(
            @PathVariable(required = false) @Nullable UUID organisation, @PathVariable UUID role, @RequestParam UUID commandId,
            @RequestParam(defaultValue = "") String code, Model model, HttpServletRequest request, HttpServletResponse response) {
        var place = place(organisation);
        var his = colleague(place, role);
        var result = endRole.handle(new EndRole.Command(
                new CommandId(commandId), current.get(), proofs.proof(request, code), role));
        if (result instanceof EndRole.Result.Refused refused) {
            forms.refuse(model, response, refused.why(), "code");
            return colleagueForm(place, role, "identity/colleague-end", model, request);
        }
        // whoever has ended his own role may have none left, and then the desk says so
        return his.person().equals(current.get().person()) ? "redirect:" + SignInFirst.DESK : "redirect:" + place.base();
    }

    @GetMapping({"/desk/organisation/roles/{role}/new-proofs", "/operator/organisations/{organisation}/roles/{role}/new-proofs"})
    String newProofs(
            @PathVariable(required = false) @Nullable UUID organisation, @PathVariable UUID role, Model model,
            HttpServletRequest request) {
        return colleagueForm(place(organisation), role, "identity/colleague-reset", model, request);
    }

    @PostMapping({"/desk/organisation/roles/{role}/new-proofs", "/operator/organisations/{organisation}/roles/{role}/new-proofs"})
    String reset(
            @PathVariable(required = false) @Nullable UUID organisation, @PathVariable UUID role, @RequestParam UUID commandId,
            @RequestParam(defaultValue = "") String code, Model model, HttpServletRequest request, HttpServletResponse response) {
        var place = place(organisation);
        var his = colleague(place, role);
        var result = resetProofs.handle(new ResetProofs.Command(
                new CommandId(commandId), current.get(), proofs.proof(request, code), his.person()));
        if (result instanceof ResetProofs.Result.Refused refused) {
            forms.refuse(model, response, refused.why(), "code");
            return colleagueForm(place, role, "identity/colleague-reset", model, request);
        }
        var reset = (ResetProofs.Result.Reset) result;
        links.keep(request, reset.token(), reset.until(), reset.name(), place.base());
        return "redirect:/desk/link";
    }

    /** The link that was just made. */
    @GetMapping("/desk/link")
    String link(Model model, HttpServletRequest request) {
        return links.show(request, model) ? "identity/people-link" : "redirect:" + SignInFirst.DESK;
    }

    /** Whose people these are, and where their page stands. */
    private record Place(OrganisationId id, String base, ReadOrganisations.Opened opened) {}

    private Place place(@Nullable UUID organisation) {
        var actor = current.get();
        var id = organisation == null ? actor.organisation() : new OrganisationId(organisation);
        var base = organisation == null ? "/desk/organisation" : "/operator/organisations/" + organisation;
        if (organisation != null && actor.role() != Caller.OPERATOR) {
            throw new Refused(new IdentityRefusal.OrganisationUnknown());
        }
        return readOrganisations.handle(actor, id)
                .map(opened -> new Place(id, base, opened))
                .orElseThrow(() -> new Refused(new IdentityRefusal.OrganisationUnknown()));
    }

    /** Somebody of the people of that place; oneself is among them also for those who manage nobody. */
    private Roles.Colleague colleague(Place place, UUID role) {
        return place.opened().people().stream()
                .filter(known -> known.role().equals(role))
                .findFirst()
                .orElseThrow(() -> new Refused(new IdentityRefusal.PersonUnknown()));
    }

    private String colleagueForm(Place place, UUID role, String template, Model model, HttpServletRequest request) {
        model.addAttribute("colleague", colleague(place, role));
        model.addAttribute("organisation", place.opened().organisation());
        model.addAttribute("base", place.base());
        return proofs.form(model, request, template);
    }

    private String invitationForm(Place place, String note, String role, Model model, HttpServletRequest request) {
        var roles = offered(place);
        if (roles.isEmpty()) {
            throw new Refused(new IdentityRefusal.OrganisationUnknown());
        }
        model.addAttribute("roles", roles);
        model.addAttribute("role", role);
        model.addAttribute("note", note);
        model.addAttribute("organisation", place.opened().organisation());
        model.addAttribute("base", place.base());
        return proofs.form(model, request, "identity/colleague-invite");
    }

    private List<Caller> offered(Place place) {
        var actor = current.get();
        return Arrays.stream(Caller.values())
                .filter(role -> role.fits(place.opened().organisation().kind()))
                .filter(role -> actor.role() == Caller.OPERATOR ? role.manages() : actor.role().manages())
                .toList();
    }

    private static String fieldOf(IdentityRefusal why) {
        return why instanceof IdentityRefusal.NameMissing || why instanceof IdentityRefusal.NameTooLong ? "note" : "code";
    }
}
