// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import jp.torokubo.ground.commands.CommandId;
import jp.torokubo.ground.identity.Admits;
import jp.torokubo.ground.identity.Caller;
import jp.torokubo.ground.identity.CurrentActor;
import jp.torokubo.ground.identity.IdentityRefusal;
import jp.torokubo.ground.identity.people.SignInByCode;
import jp.torokubo.ground.identity.people.SignInByPasskey;
import jp.torokubo.ground.identity.people.SignInByPassword;
import jp.torokubo.ground.identity.people.SignOut;
import jp.torokubo.ground.identity.proof.PasskeyCeremony;
import jp.torokubo.ground.refusal.Refused;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** Signing in, by password and code or by passkey, and signing out. */
@Controller
@Admits(Caller.ARRIVING)
class SignInPages {

    private final SignInByPassword byPassword;
    private final SignInByCode byCode;
    private final SignInByPasskey byPasskey;
    private final SignOut signOut;
    private final PasskeyCeremony passkeys;
    private final CurrentActor current;
    private final DeskSession session;
    private final DeskForms forms;

    SignInPages(
            SignInByPassword byPassword, SignInByCode byCode, SignInByPasskey byPasskey, SignOut signOut,
            PasskeyCeremony passkeys, CurrentActor current, DeskSession session, DeskForms forms) {
        this.byPassword = byPassword;
        this.byCode = byCode;
        this.byPasskey = byPasskey;
        this.signOut = signOut;
        this.passkeys = passkeys;
        this.current = current;
        this.session = session;
        this.forms = forms;
    }

    @GetMapping("/sign-in")
    String password(
            @RequestParam(defaultValue = "") String next, @RequestParam(required = false) String left, Model model,
            HttpServletRequest request) {
        if (current.find().isPresent()) {
            return "redirect:" + SignInFirst.safe(next);
        }
        model.addAttribute("left", left != null);
        model.addAttribute("kept", session.look(request, SignInFirst.KEPT_FORM) != null);
        return passwordForm(model, next, "");
    }

    @PostMapping("/sign-in")
    String tryPassword(
            @RequestParam(defaultValue = "") String next, @RequestParam(defaultValue = "") String login,
            @RequestParam(defaultValue = "") String password, Model model, HttpServletRequest request,
            HttpServletResponse response) {
        var result = byPassword.handle(new SignInByPassword.Command(login, password, request.getRemoteAddr()));
        if (result instanceof SignInByPassword.Result.Refused refused) {
            forms.refuse(model, response, refused.why(), "login");
            return passwordForm(model, next, login);
        }
        var right = (SignInByPassword.Result.PasswordRight) result;
        session.passwordRight(request, response, right.person(), right.epoch());
        return "redirect:/sign-in/code?next=" + encoded(next);
    }

    @GetMapping("/sign-in/code")
    String code(@RequestParam(defaultValue = "") String next, Model model, HttpServletRequest request) {
        return session.waitingForCode(request).isPresent() ? codeForm(model, next) : "redirect:/sign-in?next=" + encoded(next);
    }

    @PostMapping("/sign-in/code")
    String tryCode(
            @RequestParam(defaultValue = "") String next, @RequestParam(defaultValue = "") String code, Model model,
            HttpServletRequest request, HttpServletResponse response) {
        var holder = session.waitingForCode(request);
        if (holder.isEmpty()) {
            return "redirect:/sign-in?next=" + encoded(next);
        }
        var result = byCode.handle(new SignInByCode.Command(
                holder.get().person(), holder.get().epoch(), code, request.getRemoteAddr()));
        if (result instanceof SignInByCode.Result.Refused refused) {
            forms.refuse(model, response, refused.why(), "code");
            return codeForm(model, next);
        }
        var in = (SignInByCode.Result.SignedIn) result;
        session.signIn(request, response, in.person(), in.epoch());
        return "redirect:" + SignInFirst.safe(next);
    }

    @PostMapping(path = "/sign-in/passkey/options", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    String passkeyOptions(HttpServletRequest request) {
        var options = passkeys.toSignIn();
        session.askedForPasskey(request, options);
        return passkeys.written(options);
    }

    @PostMapping(path = "/sign-in/passkey", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    Map<String, String> tryPasskey(
            @RequestParam(defaultValue = "") String next, @RequestBody String answer, HttpServletRequest request,
            HttpServletResponse response) {
        var result = byPasskey.handle(new SignInByPasskey.Command(session.askedToSignIn(request), answer, null));
        if (result instanceof SignInByPasskey.Result.Refused refused) {
            return forms.said(response, refused.why());
        }
        var in = (SignInByPasskey.Result.SignedIn) result;
        session.signIn(request, response, in.person(), in.epoch());
        return Map.of("next", request.getContextPath() + SignInFirst.safe(next));
    }

    /** Where a form leads that does not belong to the session it was sent in. */
    @GetMapping(SignInFirst.FORM_EXPIRED)
    String formExpired() {
        throw new Refused(new IdentityRefusal.FormExpired());
    }

    @PostMapping("/sign-out")
    @Admits(Caller.SIGNED_IN)
    String leave(@RequestParam UUID commandId, HttpServletRequest request) {
        signOut.handle(new SignOut.Command(new CommandId(commandId), current.get()));
        session.signOut(request);
        return "redirect:/sign-in?left=1";
    }

    private static String passwordForm(Model model, String next, String login) {
        model.addAttribute("next", SignInFirst.safe(next));
        model.addAttribute("login", login);
        return "identity/sign-in";
    }

    private static String codeForm(Model model, String next) {
        model.addAttribute("next", SignInFirst.safe(next));
        return "identity/sign-in-code";
    }

    private static String encoded(String next) {
        return URLEncoder.encode(SignInFirst.safe(next), StandardCharsets.UTF_8);
    }
}
