// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.UUID;
import jp.torokubo.ground.commands.CommandId;
import jp.torokubo.ground.identity.Admits;
import jp.torokubo.ground.identity.Caller;
import jp.torokubo.ground.identity.CurrentActor;
import jp.torokubo.ground.pages.KnownParameters;
import jp.torokubo.ground.refusal.Refused;
import jp.torokubo.procedure.statement.ExportWorkbook;
import jp.torokubo.procedure.statement.StatementId;
import jp.torokubo.procedure.statement.UndoDeed;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A statement as a workbook: handed out, and what was taken in undone. */
@Controller
@Admits({Caller.PROVIDER_MANAGER, Caller.PROVIDER_AUTHOR, Caller.ADVISER})
@RequestMapping("/desk/dossiers/{dossier}/statements/{statement}")
class WorkbookPages {

    private final ExportWorkbook exportWorkbook;
    private final UndoDeed undoDeed;
    private final WorkbookFront front;
    private final CurrentActor current;

    WorkbookPages(
            ExportWorkbook exportWorkbook, UndoDeed undoDeed, WorkbookFront front, CurrentActor current) {
        this.exportWorkbook = exportWorkbook;
        this.undoDeed = undoDeed;
        this.front = front;
        this.current = current;
    }

    @GetMapping("/workbook")
    @KnownParameters({"taken", "undone", "left"})
    String show(
            @PathVariable UUID dossier, @PathVariable UUID statement, @RequestParam(required = false) @Nullable Integer taken,
            @RequestParam(required = false) @Nullable Integer undone, @RequestParam(required = false) @Nullable Integer left, Model model) {
        model.addAttribute("taken", taken);
        model.addAttribute("undone", undone);
        model.addAttribute("left", left);
        return front.show(dossier, statement, model);
    }

    @GetMapping("/workbook.xlsx")
    @KnownParameters({"chapter"})
    void export(
            @PathVariable UUID dossier, @PathVariable UUID statement, @RequestParam(defaultValue = "") String chapter, Locale language,
            HttpServletResponse response) throws IOException {
        var result = exportWorkbook.handle(new ExportWorkbook.Command(
                current.get(), new StatementId(statement), chapter, language.getLanguage().equals("en")));
        if (result instanceof ExportWorkbook.Result.Refused refused) {
            throw new Refused(refused.why());
        }
        var exported = (ExportWorkbook.Result.Exported) result;
        WorkbookFile.send(exported.statement().title() + ".xlsx", exported.workbook(), response);
    }

    @PostMapping("/workbook/undo")
    String undo(@PathVariable UUID dossier, @PathVariable UUID statement, @RequestParam UUID commandId, @RequestParam UUID batch) {
        var result = undoDeed.handle(new UndoDeed.Command(new CommandId(commandId), current.get(), new StatementId(statement), batch));
        if (result instanceof UndoDeed.Result.Refused refused) {
            throw new Refused(refused.why());
        }
        var undone = (UndoDeed.Result.Undone) result;
        return "redirect:" + Pages.at(dossier, statement) + "/workbook?undone=" + undone.changed() + "&left=" + undone.left().size();
    }
}
