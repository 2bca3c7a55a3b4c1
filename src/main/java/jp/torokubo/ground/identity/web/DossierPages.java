// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.torokubo.ground.commands.CommandId;
import jp.torokubo.ground.identity.Admits;
import jp.torokubo.ground.identity.Caller;
import jp.torokubo.ground.identity.CurrentActor;
import jp.torokubo.ground.identity.DossierId;
import jp.torokubo.ground.identity.IdentityRefusal;
import jp.torokubo.ground.identity.Ids;
import jp.torokubo.ground.identity.Part;
import jp.torokubo.ground.identity.dossiers.AssignPerson;
import jp.torokubo.ground.identity.dossiers.EndAssignment;
import jp.torokubo.ground.identity.dossiers.OpenDossier;
import jp.torokubo.ground.identity.dossiers.ReadDossier;
import jp.torokubo.ground.identity.people.Wrong;
import jp.torokubo.ground.japanese.TokyoDay;
import jp.torokubo.ground.refusal.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Dossiers: those one may know of, a new one, who works on one and until when. */
@Controller
@Admits({Caller.PROVIDER_MANAGER, Caller.PROVIDER_AUTHOR, Caller.ADVISER, Caller.AUDITOR, Caller.REVIEW_LEAD, Caller.REVIEWER})
@RequestMapping("/desk/dossiers")
class DossierPages {

    private static final int LONGEST_LOGIN = 254;

    private final ReadDossier readDossier;
    private final OpenDossier openDossier;
    private final AssignPerson assignPerson;
    private final EndAssignment endAssignment;
    private final CurrentActor current;
    private final DeskForms forms;
    private final Ids ids;
    private final InstantSource clock;

    DossierPages(
            ReadDossier readDossier, OpenDossier openDossier, AssignPerson assignPerson, EndAssignment endAssignment,
            CurrentActor current, DeskForms forms, Ids ids, InstantSource clock) {
        this.readDossier = readDossier;
        this.openDossier = openDossier;
        this.assignPerson = assignPerson;
        this.endAssignment = endAssignment;
        this.current = current;
        this.forms = forms;
        this.ids = ids;
        this.clock = clock;
    }

    @GetMapping
    String list(Model model) {
        model.addAttribute("dossiers", readDossier.all(current.get()));
        model.addAttribute("mayOpen", current.get().role() == Caller.PROVIDER_MANAGER);
        return "identity/dossiers";
    }

    @GetMapping("/new")
    @Admits(Caller.PROVIDER_MANAGER)
    String newOne(Model model) {
        return newForm(model, "");
    }

    @PostMapping
    @Admits(Caller.PROVIDER_MANAGER)
    String open(
            @RequestParam UUID commandId, @RequestParam(defaultValue = "") String title, Model model,
            HttpServletResponse response) {
        var result = openDossier.handle(new OpenDossier.Command(new CommandId(commandId), current.get(), title));
        if (result instanceof OpenDossier.Result.Refused refused) {
            forms.refuse(model, response, refused.why(), "title");
            return newForm(model, title);
        }
        return to(((OpenDossier.Result.Opened) result).dossier());
    }

    @GetMapping("/{dossier}")
    String dossier(@PathVariable UUID dossier, Model model) {
        return page(model, new DossierId(dossier), Map.of());
    }

    @PostMapping("/{dossier}/assignments")
    String assign(
            @PathVariable UUID dossier, @RequestParam UUID commandId, @RequestParam(defaultValue = "") String login,
            @RequestParam(required = false) @Nullable Part part, @RequestParam(defaultValue = "false") boolean mayAssign,
            @RequestParam(defaultValue = "") String from, @RequestParam(defaultValue = "") String until, Model model,
            HttpServletResponse response) {
        var id = new DossierId(dossier);
        var begins = GivenDay.read("from", from);
        var ends = GivenDay.read("until", until);
        var typed = Map.of("login", login.length() <= LONGEST_LOGIN ? login : "", "part", part == null ? "" : part.name(), "mayAssign", String.valueOf(mayAssign), "from", from, "until", until);
        var wrong = begins.wrong() == null ? ends.wrong() : begins.wrong();
        if (part == null) {
            wrong = new Wrong("part", new IdentityRefusal.PartMissing());
        } else if (wrong == null) {
            var result = assignPerson.handle(new AssignPerson.Command(
                    new CommandId(commandId), current.get(), id, login, part, mayAssign,
                    begins.day() == null || !begins.day().isAfter(today()) ? null : TokyoDay.startOf(begins.day()),
                    ends.day() == null ? null : TokyoDay.endOf(ends.day())));
            if (result instanceof AssignPerson.Result.Assigned) {
                return to(id);
            }
            wrong = ((AssignPerson.Result.Refused) result).wrong();
        }
        return refused(model, response, id, wrong, typed);
    }

    @PostMapping("/{dossier}/assignments/{assignment}/end")
    String end(
            @PathVariable UUID dossier, @PathVariable UUID assignment, @RequestParam UUID commandId, Model model,
            HttpServletResponse response) {
        var id = new DossierId(dossier);
        var result = endAssignment.handle(new EndAssignment.Command(new CommandId(commandId), current.get(), id, assignment));
        if (result instanceof EndAssignment.Result.Refused refused) {
            return refused(model, response, id, Wrong.whole(refused.why()), Map.of());
        }
        // he may have taken out himself: then the dossier is no longer there for him
        return readDossier.handle(current.get(), id).isPresent() ? to(id) : "redirect:/desk/dossiers";
    }

    private String refused(Model model, HttpServletResponse response, DossierId id, Wrong wrong, Map<String, String> typed) {
        if (wrong.why() instanceof IdentityRefusal.DossierUnknown unknown) {
            throw new Refused(unknown);
        }
        forms.refuse(model, response, List.of(wrong), "members");
        return page(model, id, typed);
    }

    private String page(Model model, DossierId id, Map<String, String> typed) {
        var opened = readDossier.handle(current.get(), id).orElseThrow(() -> new Refused(new IdentityRefusal.DossierUnknown()));
        model.addAttribute("opened", opened);
        model.addAttribute("typed", typed);
        model.addAttribute("commandId", ids.next());
        return "identity/dossier";
    }

    private String newForm(Model model, String title) {
        model.addAttribute("title", title);
        model.addAttribute("commandId", ids.next());
        return "identity/dossier-new";
    }

    private LocalDate today() {
        return TokyoDay.today(clock);
    }

    private static String to(DossierId id) {
        return "redirect:/desk/dossiers/" + id.value();
    }
}
