// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.torokubo.ground.commands.CommandId;
import jp.torokubo.ground.identity.Admits;
import jp.torokubo.ground.identity.Caller;
import jp.torokubo.ground.identity.CurrentActor;
import jp.torokubo.ground.identity.Ids;
import jp.torokubo.ground.identity.Independence;
import jp.torokubo.ground.identity.dossiers.DeclareRelation;
import jp.torokubo.ground.identity.dossiers.EndRelation;
import jp.torokubo.ground.identity.dossiers.ReadRelations;
import jp.torokubo.ground.identity.people.Wrong;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What one is tied to: declaring it, and saying that it is over. For those whose independence counts. */
@Controller
@Admits({Caller.AUDITOR, Caller.AUDIT_MANAGER, Caller.REVIEW_LEAD, Caller.REVIEWER, Caller.SECRETARY, Caller.COMMITTEE_MEMBER})
@RequestMapping("/desk/relations")
class RelationPages {

    private final ReadRelations readRelations;
    private final DeclareRelation declareRelation;
    private final EndRelation endRelation;
    private final CurrentActor current;
    private final DeskForms forms;
    private final Ids ids;

    RelationPages(
            ReadRelations readRelations, DeclareRelation declareRelation, EndRelation endRelation, CurrentActor current,
            DeskForms forms, Ids ids) {
        this.readRelations = readRelations;
        this.declareRelation = declareRelation;
        this.endRelation = endRelation;
        this.current = current;
        this.forms = forms;
        this.ids = ids;
    }

    @GetMapping
    String relations(Model model) {
        return page(model, Map.of());
    }

    @PostMapping
    String declare(
            @RequestParam UUID commandId, @RequestParam Independence.Kind kind, @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String corporateNumber, @RequestParam(defaultValue = "") String since,
            @RequestParam(defaultValue = "") String until, Model model, HttpServletResponse response) {
        var begins = GivenDay.read("since", since);
        var ends = GivenDay.read("until", until);
        var wrong = begins.wrong() == null ? ends.wrong() : begins.wrong();
        if (wrong == null) {
            var result = declareRelation.handle(new DeclareRelation.Command(
                    new CommandId(commandId), current.get(), kind, name, corporateNumber, begins.day(), ends.day()));
            if (result instanceof DeclareRelation.Result.Declared) {
                return "redirect:/desk/relations";
            }
            wrong = ((DeclareRelation.Result.Refused) result).wrong();
        }
        forms.refuse(model, response, List.of(wrong), "name");
        return page(model, Map.of(
                "kind", kind.name(), "name", name, "corporateNumber", corporateNumber, "since", since, "until", until));
    }

    @PostMapping("/{relation}/end")
    String end(@PathVariable UUID relation, @RequestParam UUID commandId, Model model, HttpServletResponse response) {
        var result = endRelation.handle(new EndRelation.Command(new CommandId(commandId), current.get(), relation));
        if (result instanceof EndRelation.Result.Refused refused) {
            forms.refuse(model, response, List.of(Wrong.whole(refused.why())), "relations");
            return page(model, Map.of());
        }
        return "redirect:/desk/relations";
    }

    private String page(Model model, Map<String, String> typed) {
        model.addAttribute("relations", readRelations.of(current.get()));
        model.addAttribute("kinds", Arrays.stream(Independence.Kind.values()).filter(Independence.Kind::isDeclared).toList());
        model.addAttribute("typed", typed);
        model.addAttribute("commandId", ids.next());
        return "identity/relations";
    }
}
