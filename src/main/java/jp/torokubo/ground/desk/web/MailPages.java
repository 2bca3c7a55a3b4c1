// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.desk.web;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import jp.torokubo.ground.commands.CommandId;
import jp.torokubo.ground.desk.DeskKinds;
import jp.torokubo.ground.desk.mail.ChooseMail;
import jp.torokubo.ground.desk.mail.MailSettings;
import jp.torokubo.ground.desk.mail.Pace;
import jp.torokubo.ground.identity.Addressees;
import jp.torokubo.ground.identity.Admits;
import jp.torokubo.ground.identity.Caller;
import jp.torokubo.ground.identity.CurrentActor;
import jp.torokubo.ground.identity.Ids;
import jp.torokubo.ground.pages.KnownParameters;
import jp.torokubo.ground.refusal.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How often one is written to, in which language, and of what. */
@Controller
@Admits(Caller.SIGNED_IN)
class MailPages {

    /** A kind of task or message, and whether mail speaks of it. */
    record Choice(String kind, String words, boolean wanted) {}

    private final DeskReading reading;
    private final MailSettings settings;
    private final DeskKinds kinds;
    private final ChooseMail chooseMail;
    private final Addressees addressees;
    private final CurrentActor current;
    private final Ids ids;

    MailPages(
            DeskReading reading, MailSettings settings, DeskKinds kinds, ChooseMail chooseMail, Addressees addressees,
            CurrentActor current, Ids ids) {
        this.reading = reading;
        this.settings = settings;
        this.kinds = kinds;
        this.chooseMail = chooseMail;
        this.addressees = addressees;
        this.current = current;
        this.ids = ids;
    }

    @GetMapping("/desk/mail")
    @KnownParameters("chosen")
    String mail(@RequestParam(required = false) @Nullable String chosen, Model model, Locale locale) {
        var me = current.get();
        var wish = reading.wish(me);
        model.addAttribute("commandId", ids.next());
        model.addAttribute("chosen", chosen != null);
        model.addAttribute("on", settings.on());
        model.addAttribute("address", addressees.find(me.person()).map(Addressees.Addressee::address).orElse(""));
        model.addAttribute("wish", wish);
        model.addAttribute("paces", List.of(Pace.values()));
        model.addAttribute("kinds", kinds.all().stream()
                .map(kind -> new Choice(kind.kind(), kinds.words(kind.kind(), locale), !wish.unwanted().contains(kind.kind())))
                .toList());
        return "desk/mail";
    }

    @PostMapping("/desk/mail")
    String choose(
            @RequestParam UUID commandId, @RequestParam(defaultValue = "") String pace,
            @RequestParam(defaultValue = "") String language, @RequestParam(required = false) @Nullable Set<String> wanted) {
        var result = chooseMail.handle(new ChooseMail.Command(
                new CommandId(commandId), current.get(), pace, language, wanted == null ? Set.of() : wanted));
        if (result instanceof ChooseMail.Result.Refused refused) {
            throw new Refused(refused.why());
        }
        return "redirect:/desk/mail?chosen=1";
    }
}
