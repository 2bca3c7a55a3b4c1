// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.desk.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import jp.torokubo.ground.commands.CommandId;
import jp.torokubo.ground.desk.mail.MailSettings;
import jp.torokubo.ground.desk.mail.SendAgain;
import jp.torokubo.ground.desk.store.Mails;
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
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Whether mail goes out, for the operators: what has failed and why, what is tried again and when. */
@Controller
@Admits(Caller.OPERATOR)
class SendingPages {

    /** A mail and to whom; both are empty where he cannot sign in any more. */
    record Sending(
            UUID id, String name, String address, Instant composedAt, int tries, Instant nextTryAt, @Nullable Instant endedAt,
            @Nullable String reply, UUID commandId) {}

    private final DeskReading reading;
    private final MailSettings settings;
    private final SendAgain sendAgain;
    private final Addressees addressees;
    private final CurrentActor current;
    private final Ids ids;

    SendingPages(
            DeskReading reading, MailSettings settings, SendAgain sendAgain, Addressees addressees, CurrentActor current, Ids ids) {
        this.reading = reading;
        this.settings = settings;
        this.sendAgain = sendAgain;
        this.addressees = addressees;
        this.current = current;
        this.ids = ids;
    }

    @GetMapping("/operator/mail")
    @KnownParameters("again")
    String sending(@RequestParam(required = false) @Nullable String again, Model model) {
        model.addAttribute("again", again != null);
        model.addAttribute("missing", settings.missing());
        model.addAttribute("from", settings.from());
        var read = reading.sending(current.get());
        model.addAttribute("counts", read.counts());
        model.addAttribute("failed", shown(read.failed()));
        model.addAttribute("tried", shown(read.tried()));
        return "desk/sending";
    }

    @PostMapping("/operator/mail/{id}/again")
    String again(@PathVariable UUID id, @RequestParam UUID commandId) {
        var result = sendAgain.handle(new SendAgain.Command(new CommandId(commandId), current.get(), id));
        if (result instanceof SendAgain.Result.Refused refused) {
            throw new Refused(refused.why());
        }
        return "redirect:/operator/mail?again=1";
    }

    private List<Sending> shown(List<Mails.Listed> listed) {
        return listed.stream()
                .map(mail -> {
                    var to = addressees.find(mail.person());
                    return new Sending(
                            mail.id(), to.map(Addressees.Addressee::name).orElse(""),
                            to.map(Addressees.Addressee::address).orElse(""), mail.composedAt(), mail.tries(), mail.nextTryAt(),
                            mail.endedAt(), mail.reply(), ids.next());
                })
                .toList();
    }
}
