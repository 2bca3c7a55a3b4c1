// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.desk.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import jp.torokubo.ground.desk.DeskRefusal;
import jp.torokubo.ground.desk.ReadMessages;
import jp.torokubo.ground.desk.store.Messages;
import jp.torokubo.ground.desk.store.Tasks;
import jp.torokubo.ground.identity.Admits;
import jp.torokubo.ground.identity.Caller;
import jp.torokubo.ground.identity.CurrentActor;
import jp.torokubo.ground.pages.KnownParameters;
import jp.torokubo.ground.refusal.Refused;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** All open tasks and all messages of the reader, page by page, and putting messages away. */
@Controller
@Admits(Caller.SIGNED_IN)
class ListPages {

    private static final int LINES = 50;

    private final DeskReading reading;
    private final ReadMessages readMessages;
    private final Shown shown;
    private final CurrentActor current;

    ListPages(DeskReading reading, ReadMessages readMessages, Shown shown, CurrentActor current) {
        this.reading = reading;
        this.readMessages = readMessages;
        this.shown = shown;
        this.current = current;
    }

    @GetMapping("/desk/tasks")
    @KnownParameters("after")
    String tasks(@RequestParam(defaultValue = "") String after, Model model, Locale locale) {
        var me = current.get();
        var waiting = reading.tasks(me, after.isBlank() ? null : taskPosition(after), LINES + 1);
        var read = waiting.tasks();
        var page = read.size() > LINES ? read.subList(0, LINES) : read;
        model.addAttribute("role", Roles.code(me.role()));
        model.addAttribute("taskCount", waiting.count());
        model.addAttribute("tasks", shown.tasks(page, locale));
        model.addAttribute("first", after.isBlank() ? null : "/desk/tasks");
        model.addAttribute("next", read.size() > LINES ? "/desk/tasks?after=" + written(page.get(LINES - 1)) : null);
        return "desk/tasks";
    }

    @GetMapping("/desk/messages")
    @KnownParameters("after")
    String messages(@RequestParam(defaultValue = "") String after, Model model, Locale locale) {
        var told = reading.messages(current.get(), false, after.isBlank() ? null : messagePosition(after), LINES + 1);
        var read = told.messages();
        var page = read.size() > LINES ? read.subList(0, LINES) : read;
        model.addAttribute("unread", told.unread());
        model.addAttribute("messages", shown.messages(page, locale));
        model.addAttribute("first", after.isBlank() ? null : "/desk/messages");
        model.addAttribute("next", read.size() > LINES ? "/desk/messages?after=" + written(page.get(LINES - 1)) : null);
        return "desk/messages";
    }

    @PostMapping("/desk/messages/{id}/read")
    String read(@PathVariable UUID id) {
        return answered(readMessages.handle(new ReadMessages.Command.One(current.get(), id)));
    }

    @PostMapping("/desk/messages/read")
    String readAll(@RequestParam Instant until) {
        return answered(readMessages.handle(new ReadMessages.Command.Seen(current.get(), until)));
    }

    private static String answered(ReadMessages.Result result) {
        if (result instanceof ReadMessages.Result.Refused refused) {
            throw new Refused(refused.why());
        }
        return "redirect:/desk";
    }

    private static String written(Tasks.Waiting last) {
        return (last.due() == null ? "-" : last.due()) + "_" + last.askedAt() + "_" + last.id();
    }

    private static String written(Messages.Shown last) {
        return last.toldAt() + "_" + last.id();
    }

    private static Tasks.Position taskPosition(String given) {
        var parts = List.of(given.split("_", 3));
        try {
            return new Tasks.Position(
                    parts.get(0).equals("-") ? null : LocalDate.parse(parts.get(0)), Instant.parse(parts.get(1)),
                    UUID.fromString(parts.get(2)));
        } catch (DateTimeException | IllegalArgumentException | IndexOutOfBoundsException notAPlace) {
            throw new Refused(new DeskRefusal.PlaceNotAPlace());
        }
    }

    private static Messages.Position messagePosition(String given) {
        var parts = List.of(given.split("_", 2));
        try {
            return new Messages.Position(Instant.parse(parts.get(0)), UUID.fromString(parts.get(1)));
        } catch (DateTimeException | IllegalArgumentException | IndexOutOfBoundsException notAPlace) {
            throw new Refused(new DeskRefusal.PlaceNotAPlace());
        }
    }
}
