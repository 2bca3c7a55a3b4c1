// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.UUID;
import jp.torokubo.ground.commands.CommandId;
import jp.torokubo.ground.identity.Admits;
import jp.torokubo.ground.identity.Caller;
import jp.torokubo.ground.identity.CurrentActor;
import jp.torokubo.ground.identity.IdentityRefusal;
import jp.torokubo.ground.identity.Ids;
import jp.torokubo.ground.identity.Proof;
import jp.torokubo.ground.identity.issuers.LinkIssuer;
import jp.torokubo.ground.identity.issuers.UnlinkIssuer;
import jp.torokubo.ground.refusal.Refused;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Linking one's own account to one at an issuer, after coming back from there, and removing such a link. Both ask for a new proof. */
@Controller
@Admits(Caller.SIGNED_IN)
@RequestMapping("/desk/account")
class OwnIssuerPages {

    private final OwnIssuers own;
    private final LinkIssuer linkIssuer;
    private final UnlinkIssuer unlinkIssuer;
    private final CurrentActor current;
    private final DeskForms forms;
    private final Ids ids;

    OwnIssuerPages(
            OwnIssuers own, LinkIssuer linkIssuer, UnlinkIssuer unlinkIssuer, CurrentActor current, DeskForms forms, Ids ids) {
        this.own = own;
        this.linkIssuer = linkIssuer;
        this.unlinkIssuer = unlinkIssuer;
        this.current = current;
        this.forms = forms;
        this.ids = ids;
    }

    @GetMapping("/link")
    String link(Model model, HttpServletRequest request, Locale locale) {
        var waiting = own.toLink(request);
        if (waiting.isEmpty()) {
            return "redirect:/desk/account";
        }
        model.addAttribute("waiting", waiting.get());
        model.addAttribute("label", own.vouched(waiting.get()).map(vouched -> vouched.issuer().label(locale)).orElse(""));
        model.addAttribute("commandId", ids.next());
        return "identity/issuer-link";
    }

    @PostMapping("/link")
    String linkNow(
            @RequestParam UUID commandId, Proof proof, Model model, HttpServletRequest request, HttpServletResponse response,
            Locale locale) {
        var waiting = own.toLink(request);
        var vouched = waiting.flatMap(own::vouched);
        if (vouched.isEmpty()) {
            throw new Refused(new IdentityRefusal.FormExpired());
        }
        var result = linkIssuer.handle(new LinkIssuer.Command(
                new CommandId(commandId), current.get(), proof, vouched.get(), waiting.get().link()));
        if (result instanceof LinkIssuer.Result.Refused refused) {
            forms.refuse(model, response, refused.why(), Proof.FIELD);
            return link(model, request, locale);
        }
        own.done(request);
        return "redirect:/desk/account";
    }

    @GetMapping("/external/{id}/end")
    String unlink(@PathVariable UUID id, Model model, Locale locale) {
        model.addAttribute("account", own.of(current.get().person(), locale).stream()
                .filter(account -> account.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new Refused(new IdentityRefusal.ExternalUnknown())));
        model.addAttribute("commandId", ids.next());
        return "identity/issuer-unlink";
    }

    @PostMapping("/external/{id}/end")
    String unlinkNow(
            @PathVariable UUID id, @RequestParam UUID commandId, Proof proof, Model model, HttpServletResponse response,
            Locale locale) {
        var result = unlinkIssuer.handle(new UnlinkIssuer.Command(new CommandId(commandId), current.get(), proof, id));
        if (result instanceof UnlinkIssuer.Result.Refused refused) {
            forms.refuse(model, response, refused.why(), Proof.FIELD);
            return unlink(id, model, locale);
        }
        return "redirect:/desk/account";
    }
}
