// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.buyers.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.torokubo.ground.commands.CommandId;
import jp.torokubo.ground.identity.Admits;
import jp.torokubo.ground.identity.Caller;
import jp.torokubo.ground.identity.CurrentActor;
import jp.torokubo.ground.identity.DossierId;
import jp.torokubo.ground.identity.Ids;
import jp.torokubo.ground.pages.KnownParameters;
import jp.torokubo.ground.refusal.Refusal;
import jp.torokubo.ground.refusal.Refused;
import jp.torokubo.procedure.statement.DiscloseSheet;
import jp.torokubo.procedure.statement.EndSheetDisclosure;
import jp.torokubo.procedure.statement.PublishSheet;
import jp.torokubo.procedure.statement.ReadSheets;
import jp.torokubo.procedure.statement.SaveSheet;
import jp.torokubo.procedure.statement.StatementRefusal;
import jp.torokubo.procedure.statement.Visibility;
import jp.torokubo.procedure.statement.Wording;
import jp.torokubo.procedure.statement.buyers.BuyersQuestions;
import jp.torokubo.procedure.statement.buyers.Sheet.SheetAnswer;
import jp.torokubo.procedure.statement.buyers.SheetRefusal;
import jp.torokubo.procedure.statement.web.Pages;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The buyer's sheet of a dossier for its provider: the draft, its editions, to whom one is disclosed. */
@Controller
@Admits({Caller.PROVIDER_MANAGER, Caller.PROVIDER_AUTHOR, Caller.ADVISER})
@RequestMapping("/desk/dossiers/{dossier}/buyers-sheet")
class SheetPages {

    private final ReadSheets sheets;
    private final SaveSheet saveSheet;
    private final PublishSheet publishSheet;
    private final DiscloseSheet discloseSheet;
    private final EndSheetDisclosure endDisclosure;
    private final ServicesOfSheets services;
    private final Pages pages;
    private final CurrentActor current;
    private final Ids ids;

    SheetPages(
            ReadSheets sheets, SaveSheet saveSheet, PublishSheet publishSheet, DiscloseSheet discloseSheet, EndSheetDisclosure endDisclosure,
            ServicesOfSheets services, Pages pages, CurrentActor current, Ids ids) {
        this.sheets = sheets;
        this.saveSheet = saveSheet;
        this.publishSheet = publishSheet;
        this.discloseSheet = discloseSheet;
        this.endDisclosure = endDisclosure;
        this.services = services;
        this.pages = pages;
        this.current = current;
        this.ids = ids;
    }

    /** What somebody typed, to be shown again. */
    private record Typed(String service, Map<String, SheetAnswer> answers) {}

    @GetMapping
    @KnownParameters({"saved"})
    String draft(@PathVariable UUID dossier, @RequestParam(required = false) @Nullable String saved, Model model) {
        model.addAttribute("saved", saved != null);
        return shown(dossier, null, model);
    }

    @PostMapping
    String save(
            @PathVariable UUID dossier, @RequestParam UUID commandId, @RequestParam(defaultValue = "0") long seen,
            @RequestParam(defaultValue = "") String service, @RequestParam Map<String, String> sent, Model model,
            HttpServletResponse response) {
        desk(dossier);
        var answers = new LinkedHashMap<String, SheetAnswer>();
        BuyersQuestions.newest().all().forEach(question -> answers.put(question.code(), new SheetAnswer(
                Visibility.of(sent.getOrDefault(question.code() + ".for", "")).orElse(Visibility.RESTRICTED),
                new Wording(sent.getOrDefault(question.code() + ".ja", ""), sent.getOrDefault(question.code() + ".en", "")))));
        var result = saveSheet.handle(new SaveSheet.Command(
                new CommandId(commandId), current.get(), new DossierId(dossier), seen, service, answers));
        if (result instanceof SaveSheet.Result.Refused refused) {
            pages.show(model, response, Map.of(
                    refused.field().isEmpty() ? "draft" : refused.field(), pages.orThrown(refused.why())));
            return shown(dossier, new Typed(service, answers), model);
        }
        return "redirect:" + at(dossier) + "?saved=1";
    }

    @PostMapping("/editions")
    String publish(
            @PathVariable UUID dossier, @RequestParam UUID commandId, @RequestParam(defaultValue = "0") long seen, Model model,
            HttpServletResponse response) {
        desk(dossier);
        var result = publishSheet.handle(new PublishSheet.Command(new CommandId(commandId), current.get(), new DossierId(dossier), seen));
        if (result instanceof PublishSheet.Result.Refused refused) {
            pages.show(model, response, Map.of("publish", pages.orThrown(refused.why())));
            return shown(dossier, null, model);
        }
        return "redirect:" + at(dossier) + "/editions/" + ((PublishSheet.Result.Published) result).hash() + "?published=1";
    }

    @GetMapping("/editions/{sheet}")
    @KnownParameters({"published", "disclosed", "ended"})
    String edition(
            @PathVariable UUID dossier, @PathVariable String sheet, @RequestParam(required = false) @Nullable String published,
            @RequestParam(required = false) @Nullable String disclosed, @RequestParam(required = false) @Nullable String ended, Model model) {
        model.addAttribute("done", published != null ? "published" : disclosed != null ? "disclosed" : ended != null ? "ended" : null);
        return edition(dossier, sheet, "", "", model);
    }

    @PostMapping("/editions/{sheet}/disclosures")
    String disclose(
            @PathVariable UUID dossier, @PathVariable String sheet, @RequestParam UUID commandId, @RequestParam(defaultValue = "") String receiver,
            @RequestParam(defaultValue = "") String named, Model model, HttpServletResponse response) {
        found(dossier, sheet);
        var result = discloseSheet.handle(new DiscloseSheet.Command(
                new CommandId(commandId), current.get(), new DossierId(dossier), sheet, receiver, named));
        if (result instanceof DiscloseSheet.Result.Refused refused) {
            var field = refused.why() instanceof StatementRefusal.ReceiverNotNamed ? "named" : "receiver";
            pages.show(model, response, Map.of(field, pages.orThrown(refused.why())));
            return edition(dossier, sheet, receiver, named, model);
        }
        return "redirect:" + at(dossier) + "/editions/" + sheet + "?disclosed=1";
    }

    @PostMapping("/editions/{sheet}/disclosures/{sheetDisclosure}/end")
    String end(@PathVariable UUID dossier, @PathVariable String sheet, @PathVariable UUID sheetDisclosure, @RequestParam UUID commandId) {
        var result = endDisclosure.handle(new EndSheetDisclosure.Command(
                new CommandId(commandId), current.get(), new DossierId(dossier), sheet, sheetDisclosure));
        if (result instanceof EndSheetDisclosure.Result.Refused refused) {
            throw new Refused(refused.why());
        }
        return "redirect:" + at(dossier) + "/editions/" + sheet + "?ended=1";
    }

    private String shown(UUID dossier, @Nullable Typed typed, Model model) {
        var desk = desk(dossier);
        var draft = desk.draft();
        var questions = BuyersQuestions.newest();
        model.addAttribute("desk", desk);
        model.addAttribute("topics", Line.of(questions, typed == null ? draft.sheet().answers() : typed.answers()));
        model.addAttribute("questions", questions);
        model.addAttribute("service", typed == null ? services.number(draft.sheet().service()) : typed.service());
        common(dossier, desk.mayNotWrite(), model);
        return "statement/sheet";
    }

    private String edition(UUID dossier, String sheet, String receiver, String named, Model model) {
        var read = found(dossier, sheet);
        var desk = desk(dossier);
        model.addAttribute("one", read);
        model.addAttribute("topics", Line.of(BuyersQuestions.of(read.edition().questions()).orElseThrow(), read.sheet().answers()));
        model.addAttribute("service", services.number(read.edition().service()));
        model.addAttribute("receiver", receiver);
        model.addAttribute("named", named);
        common(dossier, desk.mayNotWrite(), model);
        return "statement/sheet-edition";
    }

    private void common(UUID dossier, @Nullable Refusal mayNotWrite, Model model) {
        model.addAttribute("dossier", dossier);
        model.addAttribute("here", at(dossier));
        model.addAttribute("mayNotWrite", mayNotWrite == null ? null : pages.said(mayNotWrite));
        model.addAttribute("mayPublish", mayNotWrite == null && current.get().role() == Caller.PROVIDER_MANAGER);
        model.addAttribute("visibilities", List.of(Visibility.RESTRICTED, Visibility.AGENCIES, Visibility.PUBLIC));
        model.addAttribute("commandId", ids.next());
    }

    private ReadSheets.Desk desk(UUID dossier) {
        return sheets.desk(current.get(), new DossierId(dossier)).orElseThrow(() -> new Refused(new SheetRefusal.SheetUnknown()));
    }

    private ReadSheets.Read found(UUID dossier, String sheet) {
        return sheets.find(current.get(), new DossierId(dossier), sheet).orElseThrow(() -> new Refused(new SheetRefusal.SheetUnknown()));
    }

    private static String at(UUID dossier) {
        return "/desk/dossiers/" + dossier + "/buyers-sheet";
    }
}
