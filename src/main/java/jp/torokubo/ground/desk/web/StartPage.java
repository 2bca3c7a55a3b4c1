// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.desk.web;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import jp.torokubo.ground.desk.KeptDays;
import jp.torokubo.ground.desk.mail.MailSettings;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.ground.identity.Admits;
import jp.torokubo.ground.identity.Caller;
import jp.torokubo.ground.identity.CurrentActor;
import jp.torokubo.ground.identity.Ids;
import jp.torokubo.ground.pages.DeskMenuEntry;
import jp.torokubo.ground.pages.Frame;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Where everybody begins who signs in: what waits for him in his role, what he has been told, and the pages he works on. */
@Controller
@Admits(Caller.SIGNED_IN)
class StartPage {

    /** So many tasks and messages stand on the start page; the rest on pages of their own. */
    private static final int FIRST = 20;

    /** @param count null where nothing ever waits */
    record Entry(String messageKey, String href, @Nullable Long count) {}

    private final DeskReading reading;
    private final WaitingConfirmations confirmations;
    private final MailSettings mail;
    private final Shown shown;
    private final ObjectProvider<KeptDays> kept;
    private final ObjectProvider<DeskMenuEntry> menu;
    private final Frame frame;
    private final CurrentActor current;
    private final Ids ids;

    StartPage(
            DeskReading reading, WaitingConfirmations confirmations, MailSettings mail, Shown shown,
            ObjectProvider<KeptDays> kept, ObjectProvider<DeskMenuEntry> menu, Frame frame, CurrentActor current, Ids ids) {
        this.reading = reading;
        this.confirmations = confirmations;
        this.mail = mail;
        this.shown = shown;
        this.kept = kept;
        this.menu = menu;
        this.frame = frame;
        this.current = current;
        this.ids = ids;
    }

    @GetMapping("/desk")
    String start(Model model, Locale locale) {
        var me = current.get();
        model.addAttribute("commandId", ids.next());
        model.addAttribute("role", Roles.code(me.role()));
        var waiting = reading.tasks(me, null, FIRST);
        model.addAttribute("taskCount", waiting.count());
        model.addAttribute("tasks", shown.tasks(waiting.tasks(), locale));
        model.addAttribute("nearDays", shown.days(kept.stream().flatMap(days -> days.near(me).stream()).toList(), locale));
        model.addAttribute("confirmations", me.role() == Caller.OPERATOR ? confirmations.seenBy(me) : null);
        var told = reading.messages(me, true, null, FIRST);
        model.addAttribute("unread", told.unread());
        model.addAttribute("messages", shown.messages(told.messages(), locale));
        model.addAttribute("entries", entries(me));
        model.addAttribute("pace", mail.on() ? reading.wish(me).pace().code() : null);
        return "desk/start";
    }

    /** The operators' address of old. */
    @GetMapping("/operator")
    @Admits(Caller.OPERATOR)
    String operator() {
        return "redirect:/desk";
    }

    private List<Entry> entries(Actor me) {
        return menu.stream()
                .filter(entry -> entry.isFor(me.role().name()) && frame.has(entry.href()))
                .sorted(Comparator.comparing(DeskMenuEntry::order))
                .map(entry -> new Entry(
                        entry.messageKey(), entry.href(), entry.waiting() == null ? null : entry.waiting().getAsLong()))
                .toList();
    }
}
