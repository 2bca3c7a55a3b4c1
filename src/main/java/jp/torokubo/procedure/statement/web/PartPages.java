// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import jp.torokubo.ground.commands.CommandId;
import jp.torokubo.ground.identity.Admits;
import jp.torokubo.ground.identity.Caller;
import jp.torokubo.ground.identity.CurrentActor;
import jp.torokubo.ground.identity.Ids;
import jp.torokubo.ground.pages.KnownParameters;
import jp.torokubo.ground.refusal.Refused;
import jp.torokubo.procedure.statement.Content;
import jp.torokubo.procedure.statement.Part;
import jp.torokubo.procedure.statement.PartVersion;
import jp.torokubo.procedure.statement.ReadStatement;
import jp.torokubo.procedure.statement.SavePart;
import jp.torokubo.procedure.statement.StatementId;
import jp.torokubo.procedure.statement.StatementRefusal;
import jp.torokubo.record.register.RegisterName;
import jp.torokubo.record.register.RegisterReading;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The form of each part of a statement. */
@Controller
@Admits({Caller.PROVIDER_MANAGER, Caller.PROVIDER_AUTHOR, Caller.ADVISER, Caller.AUDITOR, Caller.REVIEW_LEAD, Caller.REVIEWER})
@RequestMapping("/desk/dossiers/{dossier}/statements/{statement}/parts/{part}")
class PartPages {

    private final ReadStatement statements;
    private final SavePart savePart;
    private final RegisterReading register;
    private final PublicVersions versions;
    private final Pages pages;
    private final MessageSource messages;
    private final CurrentActor current;
    private final Ids ids;

    PartPages(
            ReadStatement statements, SavePart savePart, RegisterReading register, PublicVersions versions, Pages pages,
            MessageSource messages, CurrentActor current, Ids ids) {
        this.statements = statements;
        this.savePart = savePart;
        this.register = register;
        this.versions = versions;
        this.pages = pages;
        this.messages = messages;
        this.current = current;
        this.ids = ids;
    }

    @GetMapping
    @KnownParameters({"saved"})
    String form(
            @PathVariable UUID dossier, @PathVariable UUID statement, @PathVariable String part,
            @RequestParam(required = false) @Nullable String saved, Model model) {
        var head = pages.head(dossier, statement, model);
        var which = part(part);
        var version = head.parts().get(which);
        model.addAttribute("saved", saved != null);
        model.addAttribute("fields", form(which).show(version == null ? Content.empty(which) : version.content()));
        return form(which, version, statement, model);
    }

    @PostMapping
    String save(
            @PathVariable UUID dossier, @PathVariable UUID statement, @PathVariable String part, @RequestParam UUID commandId,
            @RequestParam(defaultValue = "0") long seen, @RequestParam MultiValueMap<String, String> typed, Model model,
            HttpServletResponse response) {
        pages.head(dossier, statement, model);
        var which = part(part);
        var form = form(which);
        var content = form.read(typed).orElse(null);
        if (content == null) {
            pages.show(model, response, form.wrong());
            model.addAttribute("fields", form.show(typed));
            return again(which, seen, statement, model);
        }
        var result = savePart.handle(new SavePart.Command(
                new CommandId(commandId), current.get(), new StatementId(statement), seen, content));
        if (result instanceof SavePart.Result.Saved) {
            return "redirect:" + Pages.at(dossier, statement) + "/parts/" + part + "?saved=1";
        }
        model.addAttribute("fields", form.show(typed));
        if (result instanceof SavePart.Result.Conflict conflict) {
            var name = messages.getMessage(which.messageKey(), null, LocaleContextHolder.getLocale());
            pages.show(model, response, Map.of("form", new StatementRefusal.ChangedMeanwhile(name)));
            model.addAttribute("theirs", form.show(conflict.now().content()));
            return again(which, conflict.now().version(), statement, model);
        }
        pages.show(model, response, Map.of("form", pages.orThrown(((SavePart.Result.Refused) result).why())));
        return again(which, seen, statement, model);
    }

    private String again(Part part, long seen, UUID statement, Model model) {
        form(part, null, statement, model);
        model.addAttribute("seen", seen);
        return "statement/part";
    }

    private String form(Part part, @Nullable PartVersion version, UUID statement, Model model) {
        model.addAttribute("part", part);
        model.addAttribute("seen", version == null ? 0 : version.version());
        var history = statements.versions(current.get(), new StatementId(statement), part);
        model.addAttribute("history", history);
        model.addAttribute("authors", statements.authors(history));
        model.addAttribute("commandId", ids.next());
        return "statement/part";
    }

    private PartForm form(Part part) {
        return new PartForm(part, typed -> register.find(RegisterName.ISMAP, typed, null).map(service -> service.value()), versions::of);
    }

    private static Part part(String code) {
        return Part.of(code).orElseThrow(() -> new Refused(new PageRefusal.PartUnknown()));
    }
}
