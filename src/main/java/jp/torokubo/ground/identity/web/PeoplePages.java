// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.UUID;
import jp.torokubo.ground.commands.CommandId;
import jp.torokubo.ground.identity.Admits;
import jp.torokubo.ground.identity.Caller;
import jp.torokubo.ground.identity.CurrentActor;
import jp.torokubo.ground.identity.IdentityRefusal;
import jp.torokubo.ground.identity.OrganisationId;
import jp.torokubo.ground.identity.PersonId;
import jp.torokubo.ground.identity.people.EndRole;
import jp.torokubo.ground.identity.people.HeldRole;
import jp.torokubo.ground.identity.people.InvitePerson;
import jp.torokubo.ground.identity.people.ResetProofs;
import jp.torokubo.ground.identity.people.Token;
import jp.torokubo.ground.identity.store.People;
import jp.torokubo.ground.identity.store.Roles;
import jp.torokubo.ground.refusal.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who may run the register: the list, the invitation of another operator, new proofs for one who lost his, the end of a role. */
@Controller
@Admits(Caller.OPERATOR)
@RequestMapping("/operator/people")
class PeoplePages {

    private final People people;
    private final Roles roles;
    private final InvitePerson invitePerson;
    private final ResetProofs resetProofs;
    private final EndRole endRole;
    private final CurrentActor current;
    private final LinkShownOnce links;
    private final ProofForms proofs;
    private final DeskForms forms;

    PeoplePages(
            People people, Roles roles, InvitePerson invitePerson, ResetProofs resetProofs, EndRole endRole, CurrentActor current,
            LinkShownOnce links, ProofForms proofs, DeskForms forms) {
        this.people = people;
        this.roles = roles;
        this.invitePerson = invitePerson;
        this.resetProofs = resetProofs;
        this.endRole = endRole;
        this.current = current;
        this.links = links;
        this.proofs = proofs;
        this.forms = forms;
    }

    @GetMapping
    String list(@RequestParam(required = false) String ended, Model model) {
        model.addAttribute("people", people.operatorsPastAndPresent());
        model.addAttribute("me", current.get().person());
        model.addAttribute("ended", ended != null);
        return "identity/people";
    }

    @GetMapping("/invitation")
    String invitation(Model model, HttpServletRequest request) {
        return invitationForm(model, request, "");
    }

    @PostMapping("/invitation")
    String invite(
            @RequestParam UUID commandId, @RequestParam(defaultValue = "") String note,
            @RequestParam(defaultValue = "") String code, Model model, HttpServletRequest request,
            HttpServletResponse response) {
        var result = invitePerson.handle(
                new InvitePerson.Command(new CommandId(commandId), current.get(), proofs.proof(request, code), note, OrganisationId.OPERATOR, Caller.OPERATOR));
        if (result instanceof InvitePerson.Result.Refused refused) {
            forms.refuse(model, response, refused.why(), fieldOf(refused.why()));
            return invitationForm(model, request, note);
        }
        var invited = (InvitePerson.Result.Invited) result;
        return showOnce(request, invited.token(), invited.until(), note);
    }

    @GetMapping("/{id}/new-proofs")
    String newProofs(@PathVariable UUID id, Model model, HttpServletRequest request) {
        return deedForm(model, request, id, "identity/people-reset");
    }

    @PostMapping("/{id}/new-proofs")
    String reset(
            @PathVariable UUID id, @RequestParam UUID commandId, @RequestParam(defaultValue = "") String code, Model model,
            HttpServletRequest request, HttpServletResponse response) {
        var result = resetProofs.handle(
                new ResetProofs.Command(new CommandId(commandId), current.get(), proofs.proof(request, code), new PersonId(id)));
        if (result instanceof ResetProofs.Result.Refused refused) {
            forms.refuse(model, response, refused.why(), "code");
            return deedForm(model, request, id, "identity/people-reset");
        }
        var reset = (ResetProofs.Result.Reset) result;
        return showOnce(request, reset.token(), reset.until(), reset.name());
    }

    @GetMapping("/{id}/end")
    String end(@PathVariable UUID id, Model model, HttpServletRequest request) {
        return deedForm(model, request, id, "identity/people-end");
    }

    @PostMapping("/{id}/end")
    String endNow(
            @PathVariable UUID id, @RequestParam UUID commandId, @RequestParam(defaultValue = "") String code, Model model,
            HttpServletRequest request, HttpServletResponse response) {
        var result = endRole.handle(
                new EndRole.Command(new CommandId(commandId), current.get(), proofs.proof(request, code), operatorRole(id)));
        if (result instanceof EndRole.Result.Refused refused) {
            forms.refuse(model, response, refused.why(), "code");
            return deedForm(model, request, id, "identity/people-end");
        }
        return "redirect:/operator/people?ended=1";
    }

    /** The link that was just made. Whoever opens the page again finds nothing. */
    @GetMapping("/link")
    String link(Model model, HttpServletRequest request) {
        return links.show(request, model) ? "identity/people-link" : "redirect:/operator/people";
    }

    private String showOnce(HttpServletRequest request, @Nullable Token token, Instant until, String name) {
        links.keep(request, token, until, name, "/operator/people");
        return "redirect:/operator/people/link";
    }

    private String invitationForm(Model model, HttpServletRequest request, String note) {
        model.addAttribute("note", note);
        return proofs.form(model, request, "identity/people-invite");
    }

    private String deedForm(Model model, HttpServletRequest request, UUID id, String template) {
        var person = people.find(new PersonId(id)).orElseThrow(() -> new Refused(new IdentityRefusal.PersonUnknown()));
        model.addAttribute("person", person);
        return proofs.form(model, request, template);
    }

    /** His role of operator; where he holds none, an id of nothing. */
    private UUID operatorRole(UUID person) {
        return roles.of(new PersonId(person)).stream()
                .filter(role -> role.role() == Caller.OPERATOR)
                .map(HeldRole::id)
                .findFirst()
                .orElseThrow(() -> new Refused(new IdentityRefusal.PersonUnknown()));
    }

    private static String fieldOf(IdentityRefusal why) {
        return why instanceof IdentityRefusal.NameMissing || why instanceof IdentityRefusal.NameTooLong ? "note" : "code";
    }
}
