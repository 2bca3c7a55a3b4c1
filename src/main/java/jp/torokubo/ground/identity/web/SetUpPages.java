// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.torokubo.ground.commands.CommandId;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.ground.identity.Admits;
import jp.torokubo.ground.identity.Caller;
import jp.torokubo.ground.identity.CurrentActor;
import jp.torokubo.ground.identity.IdentityRefusal;
import jp.torokubo.ground.identity.Ids;
import jp.torokubo.ground.identity.organisations.ReadOrganisations;
import jp.torokubo.ground.identity.people.AcceptInvitation;
import jp.torokubo.ground.identity.people.EnrolAuthenticator;
import jp.torokubo.ground.identity.people.Link;
import jp.torokubo.ground.identity.people.Person;
import jp.torokubo.ground.identity.people.RegisterPasskey;
import jp.torokubo.ground.identity.people.SetUpAccount;
import jp.torokubo.ground.identity.people.Token;
import jp.torokubo.ground.identity.proof.Authenticator;
import jp.torokubo.ground.identity.proof.PasskeyCeremony;
import jp.torokubo.ground.identity.proof.QrCode;
import jp.torokubo.ground.identity.store.Links;
import jp.torokubo.ground.identity.store.People;
import jp.torokubo.ground.refusal.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** The two steps behind a one-time link: name and password, then the second proof. */
@Controller
@Admits(Caller.ARRIVING)
@RequestMapping("/set-up/{token}")
class SetUpPages {

    private final Links links;
    private final People people;
    private final SetUpAccount setUpAccount;
    private final EnrolAuthenticator enrolAuthenticator;
    private final RegisterPasskey registerPasskey;
    private final PasskeyCeremony passkeys;
    private final DeskSession session;
    private final DeskForms forms;
    private final AcceptInvitation acceptInvitation;
    private final ReadOrganisations organisations;
    private final CurrentActor current;
    private final Ids ids;
    private final InstantSource clock;

    SetUpPages(
            Links links, People people, SetUpAccount setUpAccount, EnrolAuthenticator enrolAuthenticator,
            RegisterPasskey registerPasskey, PasskeyCeremony passkeys, DeskSession session, DeskForms forms,
            AcceptInvitation acceptInvitation, ReadOrganisations organisations, CurrentActor current, Ids ids, InstantSource clock) {
        this.links = links;
        this.people = people;
        this.setUpAccount = setUpAccount;
        this.enrolAuthenticator = enrolAuthenticator;
        this.registerPasskey = registerPasskey;
        this.passkeys = passkeys;
        this.session = session;
        this.forms = forms;
        this.acceptInvitation = acceptInvitation;
        this.organisations = organisations;
        this.current = current;
        this.ids = ids;
        this.clock = clock;
    }

    @GetMapping
    String nameAndPassword(@PathVariable String token, Model model) {
        var link = open(token);
        if (current.find().isPresent() && link.purpose() == Link.Purpose.INVITATION && link.person() == null) {
            return acceptForm(model, token, link);
        }
        var person = link.person() == null ? null : people.find(link.person()).orElseThrow();
        return form(model, token, link, person == null ? "" : person.name(), person == null ? "" : person.login());
    }

    @PostMapping
    String keepNameAndPassword(
            @PathVariable String token, @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String login, @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String passwordAgain, Model model, HttpServletResponse response) {
        var link = open(token);
        var result = setUpAccount.handle(
                new SetUpAccount.Command(new Token(token), name, login, password, passwordAgain));
        if (result instanceof SetUpAccount.Result.Refused refused) {
            forms.refuse(model, response, refused.wrong(), "password");
            return form(model, token, link, name, login);
        }
        return "redirect:/set-up/" + token + "/second-proof";
    }

    /** With the account one has: the role of the invitation comes to those one holds. */
    @PostMapping("/accept")
    @Admits(Caller.SIGNED_IN)
    String accept(@PathVariable String token, @RequestParam UUID commandId, Model model, HttpServletResponse response) {
        var result = acceptInvitation.handle(
                new AcceptInvitation.Command(new CommandId(commandId), current.get(), new Token(token)));
        if (result instanceof AcceptInvitation.Result.Refused refused) {
            if (refused.why() instanceof IdentityRefusal.LinkNotUsable) {
                throw new Refused(refused.why());
            }
            forms.refuse(model, response, refused.why(), "accept");
            return acceptForm(model, token, open(token));
        }
        return "redirect:/desk/role";
    }

    @GetMapping("/second-proof")
    String secondProof(@PathVariable String token, Model model) {
        var person = halfSetUp(token);
        return person == null ? "redirect:/set-up/" + token : secondProofForm(model, token, person);
    }

    @PostMapping("/second-proof")
    String enrol(
            @PathVariable String token, @RequestParam(defaultValue = "") String code, Model model,
            HttpServletRequest request, HttpServletResponse response) {
        var person = halfSetUp(token);
        if (person == null) {
            return "redirect:/set-up/" + token;
        }
        var result = enrolAuthenticator.handle(
                new EnrolAuthenticator.Command(new Token(token), code, request.getRemoteAddr()));
        if (result instanceof EnrolAuthenticator.Result.Refused refused) {
            forms.refuse(model, response, refused.why(), "code");
            return secondProofForm(model, token, person);
        }
        var usable = (EnrolAuthenticator.Result.AccountUsable) result;
        session.signIn(request, response, usable.person(), usable.epoch());
        return "redirect:/desk";
    }

    @PostMapping(path = "/passkey/options", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    String passkeyOptions(@PathVariable String token, HttpServletRequest request) {
        var person = halfSetUp(token);
        if (person == null) {
            throw new Refused(new IdentityRefusal.LinkNotUsable());
        }
        var options = passkeys.toRegister(person.id());
        session.askedForPasskey(request, options);
        return passkeys.written(options);
    }

    @PostMapping(path = "/passkey", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    Map<String, String> passkey(
            @PathVariable String token, @RequestParam(defaultValue = "") String label, @RequestBody String answer,
            HttpServletRequest request, HttpServletResponse response) {
        var result = registerPasskey.handle(
                new RegisterPasskey.WithLink(new Token(token), session.askedToRegister(request), answer, label));
        if (result instanceof RegisterPasskey.Result.Refused refused) {
            return forms.said(response, refused.why());
        }
        var registered = (RegisterPasskey.Result.Registered) result;
        session.signIn(request, response, registered.person(), registered.epoch());
        return Map.of("next", request.getContextPath() + "/desk");
    }

    private Link open(String token) {
        return links.findOpen(new Token(token).hash(), clock.instant())
                .orElseThrow(() -> new Refused(new IdentityRefusal.LinkNotUsable()));
    }

    /** Whose first step is done; null if it is not. */
    private @Nullable Person halfSetUp(String token) {
        var link = open(token);
        return link.person() == null
                ? null
                : people.find(link.person())
                        .filter(person -> person.password() != null && person.totpSecret() != null)
                        .orElse(null);
    }

    private String form(Model model, String token, Link link, String name, String login) {
        promised(model, link);
        model.addAttribute("token", token);
        model.addAttribute("reset", link.purpose() == Link.Purpose.RESET);
        model.addAttribute("byIssuer", link.purpose() == Link.Purpose.INVITATION && link.person() == null);
        model.addAttribute("until", link.expiresAt());
        model.addAttribute("name", name);
        model.addAttribute("login", login);
        return "identity/set-up";
    }

    private String acceptForm(Model model, String token, Link link) {
        promised(model, link);
        model.addAttribute("token", token);
        model.addAttribute("me", current.get().name());
        model.addAttribute("commandId", ids.next());
        return "identity/accept";
    }

    /** What the holder of the link becomes: he is told before he says who he is. */
    private void promised(Model model, Link link) {
        var named = organisations.named(Actor.program("invitation"), List.of(link.organisation()));
        model.addAttribute("roleKey", link.purpose() == Link.Purpose.RESET ? null : link.role().messageKey());
        model.addAttribute("organisation", named.get(link.organisation()));
    }

    private String secondProofForm(Model model, String token, Person person) {
        var secret = String.valueOf(person.totpSecret());
        model.addAttribute("token", token);
        model.addAttribute("login", person.login());
        model.addAttribute("secret", secret.replaceAll("(.{4})(?=.)", "$1 "));
        model.addAttribute("qr", QrCode.of(Authenticator.address(secret, person.login())));
        return "identity/second-proof";
    }
}
