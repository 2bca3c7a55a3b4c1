// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import jp.torokubo.ground.identity.Admits;
import jp.torokubo.ground.identity.Caller;
import jp.torokubo.ground.identity.CurrentActor;
import jp.torokubo.ground.identity.Proof;
import jp.torokubo.ground.identity.people.Person;
import jp.torokubo.ground.identity.people.RegisterPasskey;
import jp.torokubo.ground.identity.people.SignInByPasskey;
import jp.torokubo.ground.identity.proof.PasskeyCeremony;
import jp.torokubo.ground.identity.store.Passkeys;
import jp.torokubo.ground.identity.store.People;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** One's own account: its passkeys, a further one, and proving oneself anew by one. */
@Controller
@Admits(Caller.SIGNED_IN)
@RequestMapping("/desk/account")
class AccountPages {

    private final People people;
    private final Passkeys kept;
    private final PasskeyCeremony passkeys;
    private final RegisterPasskey registerPasskey;
    private final SignInByPasskey byPasskey;
    private final CurrentActor current;
    private final DeskSession session;
    private final DeskForms forms;
    private final OwnIssuers ownIssuers;

    AccountPages(
            People people, Passkeys kept, PasskeyCeremony passkeys, RegisterPasskey registerPasskey,
            SignInByPasskey byPasskey, CurrentActor current, DeskSession session, DeskForms forms,
            OwnIssuers ownIssuers) {
        this.people = people;
        this.kept = kept;
        this.passkeys = passkeys;
        this.registerPasskey = registerPasskey;
        this.byPasskey = byPasskey;
        this.current = current;
        this.session = session;
        this.forms = forms;
        this.ownIssuers = ownIssuers;
    }

    @GetMapping
    String account(Model model, HttpServletRequest request) {
        var me = current.get().person();
        var person = people.find(me).orElseThrow();
        model.addAttribute("person", person);
        model.addAttribute("passkeys", kept.of(me));
        model.addAttribute("codePossible", person.hasAuthenticator());
        model.addAttribute("passkeyUsed", session.passkeyUsedAt(request) != null);
        model.addAttribute("external", ownIssuers.of(me, LocaleContextHolder.getLocale()));
        model.addAttribute("firstProof", hasNoProofYet(person));
        return "identity/account";
    }

    @PostMapping(path = "/passkey/options", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    String optionsToRegister(HttpServletRequest request) {
        var options = passkeys.toRegister(current.get().person());
        session.askedForPasskey(request, options);
        return passkeys.written(options);
    }

    @PostMapping(path = "/passkey", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    Map<String, String> register(
            @RequestParam(defaultValue = "") String label, @RequestParam(defaultValue = "") String code,
            @RequestBody String answer, HttpServletRequest request, HttpServletResponse response) {
        var me = current.get();
        var asked = session.askedToRegister(request);
        var result = hasNoProofYet(people.find(me.person()).orElseThrow())
                ? registerPasskey.handle(
                        new RegisterPasskey.AtArrival(me, session.arrivedByIssuerAt(request), asked, answer, label))
                : registerPasskey.handle(new RegisterPasskey.SignedIn(
                        me, new Proof(code, session.passkeyUsedAt(request), request.getRemoteAddr()), asked, answer, label));
        return result instanceof RegisterPasskey.Result.Refused refused
                ? forms.said(response, refused.why())
                : Map.of("next", request.getContextPath() + "/desk/account");
    }

    @PostMapping(path = "/proof/options", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    String optionsToProve(HttpServletRequest request) {
        var options = passkeys.toSignIn();
        session.askedForPasskey(request, options);
        return passkeys.written(options);
    }

    /** For the next five minutes the deeds that ask for a new proof are content with this one. */
    @PostMapping(path = "/proof", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    Map<String, String> prove(
            @RequestParam(defaultValue = "") String next, @RequestBody String answer, HttpServletRequest request,
            HttpServletResponse response) {
        var result = byPasskey.handle(
                new SignInByPasskey.Command(session.askedToSignIn(request), answer, current.get().person()));
        if (result instanceof SignInByPasskey.Result.Refused refused) {
            return forms.said(response, refused.why());
        }
        session.passkeyUsed(request);
        return Map.of("next", request.getContextPath() + SignInFirst.safe(next));
    }

    /** Came in by an issuer, and has nothing else to prove himself by. */
    private boolean hasNoProofYet(Person person) {
        return !person.hasAuthenticator() && kept.of(person.id()).isEmpty();
    }
}
