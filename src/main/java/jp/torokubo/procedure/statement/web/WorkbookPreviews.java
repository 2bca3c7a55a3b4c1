// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import jp.torokubo.ground.commands.CommandId;
import jp.torokubo.ground.identity.Admits;
import jp.torokubo.ground.identity.Caller;
import jp.torokubo.ground.identity.CurrentActor;
import jp.torokubo.ground.identity.Ids;
import jp.torokubo.ground.pages.KnownParameters;
import jp.torokubo.ground.refusal.RefusalWords;
import jp.torokubo.ground.refusal.Refused;
import jp.torokubo.procedure.statement.CommitWorkbook;
import jp.torokubo.procedure.statement.PreviewWorkbook;
import jp.torokubo.procedure.statement.StatementId;
import jp.torokubo.procedure.statement.workbook.ColumnChoice;
import jp.torokubo.procedure.statement.workbook.MendingWorkbook;
import jp.torokubo.procedure.statement.workbook.WorkbookPreview.Kind;
import jp.torokubo.procedure.statement.workbook.WorkbookReading.ColumnUse;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What a workbook would change, and its taking in. */
@Controller
@Admits({Caller.PROVIDER_MANAGER, Caller.PROVIDER_AUTHOR, Caller.ADVISER})
@RequestMapping("/desk/dossiers/{dossier}/statements/{statement}")
class WorkbookPreviews {

    private static final int SHOWN_ROWS = 300;

    private final PreviewWorkbook previewWorkbook;
    private final CommitWorkbook commitWorkbook;
    private final Pages pages;
    private final RefusalWords words;
    private final MessageSource messages;
    private final CurrentActor current;
    private final Ids ids;

    WorkbookPreviews(
            PreviewWorkbook previewWorkbook, CommitWorkbook commitWorkbook, Pages pages, RefusalWords words, MessageSource messages,
            CurrentActor current, Ids ids) {
        this.previewWorkbook = previewWorkbook;
        this.commitWorkbook = commitWorkbook;
        this.pages = pages;
        this.words = words;
        this.messages = messages;
        this.current = current;
        this.ids = ids;
    }

    @GetMapping("/workbook/{book}")
    @KnownParameters({"as"})
    String confirm(
            @PathVariable UUID dossier, @PathVariable UUID statement, @PathVariable String book,
            @RequestParam(defaultValue = "") List<String> as, Model model) {
        return preview(dossier, statement, book, as, model);
    }

    @PostMapping("/workbook/{book}/commit")
    String commit(
            @PathVariable UUID dossier, @PathVariable UUID statement, @PathVariable String book, @RequestParam UUID commandId,
            @RequestParam(defaultValue = "") List<String> as, @RequestParam(defaultValue = "") String seen,
            @RequestParam(defaultValue = "") List<String> overriding, @RequestParam(defaultValue = "false") boolean leaving, Model model, HttpServletResponse response) {
        var result = commitWorkbook.handle(new CommitWorkbook.Command(
                new CommandId(commandId), current.get(), new StatementId(statement), book, ColumnChoice.of(as), seen, Set.copyOf(overriding), leaving));
        if (result instanceof CommitWorkbook.Result.Taken taken) {
            return "redirect:" + Pages.at(dossier, statement) + "/workbook?taken=" + taken.changed();
        }
        pages.show(model, response, Map.of("commit", pages.orThrown(((CommitWorkbook.Result.Refused) result).why())));
        return preview(dossier, statement, book, as, model);
    }

    @GetMapping("/workbook/{book}/errors.xlsx")
    @KnownParameters({"as"})
    void errors(
            @PathVariable UUID dossier, @PathVariable UUID statement, @PathVariable String book,
            @RequestParam(defaultValue = "") List<String> as, Locale language,
            HttpServletResponse response) throws IOException {
        var previewed = previewed(statement, book, as);
        WorkbookFile.send("errors.xlsx", MendingWorkbook.write(
                previewed.sheets(), previewed.preview().allProblems(), new StatementId(statement), previewed.numbers(), ColumnChoice.of(as), words,
                language.getLanguage().equals("en")), response);
    }

    private String preview(UUID dossier, UUID statement, String book, List<String> as, Model model) {
        pages.head(dossier, statement, model);
        var previewed = previewed(statement, book, as);
        var preview = previewed.preview();
        var shown = ShownPreview.of(previewed, messages, LocaleContextHolder.getLocale());
        model.addAttribute("book", book);
        model.addAttribute("as", ColumnChoice.of(as).stream().map(ColumnChoice::written).toList());
        model.addAttribute("choosable", ColumnChoice.fields());
        model.addAttribute("kinds", Arrays.stream(Kind.values()).map(kind -> Map.entry(kind, shown.count(kind))).toList());
        model.addAttribute("sheets", shown.sheets());
        model.addAttribute("converted", shown.converted());
        model.addAttribute("rows", shown.rows(SHOWN_ROWS));
        model.addAttribute("takeable", preview.of(Kind.NEW).size() + preview.of(Kind.CHANGED).size());
        model.addAttribute("conflicts", preview.of(Kind.CONFLICT).size());
        model.addAttribute("problemCount", preview.allProblems().size());
        model.addAttribute("problems", preview.allProblems().stream().limit(SHOWN_ROWS)
                .map(problem -> Map.entry(problem, pages.said(problem))).toList());
        model.addAttribute("doubtful", previewed.reading().doubtful().stream().map(ColumnUse::called).distinct().toList());
        model.addAttribute("seen", CommitWorkbook.shown(preview));
        model.addAttribute("commandId", ids.next());
        return "statement/workbook-preview";
    }

    private PreviewWorkbook.Result.Previewed previewed(UUID statement, String book, List<String> as) {
        var result = previewWorkbook.of(current.get(), new StatementId(statement), book, ColumnChoice.of(as));
        if (result instanceof PreviewWorkbook.Result.Refused refused) {
            throw new Refused(refused.why());
        }
        return (PreviewWorkbook.Result.Previewed) result;
    }
}
