// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import jp.torokubo.ground.commands.CommandId;
import jp.torokubo.ground.identity.Admits;
import jp.torokubo.ground.identity.Caller;
import jp.torokubo.ground.identity.CurrentActor;
import jp.torokubo.ground.identity.DossierId;
import jp.torokubo.ground.identity.Ids;
import jp.torokubo.ground.pages.KnownParameters;
import jp.torokubo.ground.paper.Download;
import jp.torokubo.ground.refusal.Refused;
import jp.torokubo.procedure.statement.AnswerWarning;
import jp.torokubo.procedure.statement.CheckStatement;
import jp.torokubo.procedure.statement.Severity;
import jp.torokubo.procedure.statement.StatementId;
import jp.torokubo.procedure.statement.WarningWord;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What a statement still lacks, for those who write it, and what they say of warnings that stay. */
@Controller
@Admits({Caller.PROVIDER_MANAGER, Caller.PROVIDER_AUTHOR, Caller.ADVISER})
@RequestMapping("/desk/dossiers/{dossier}/statements/{statement}")
class CheckPage {

    private final CheckStatement check;
    private final AnswerWarning answerWarning;
    private final CurrentActor current;
    private final RemarkWords words;
    private final Pages pages;
    private final Ids ids;
    private final MessageSource messages;

    CheckPage(
            CheckStatement check, AnswerWarning answerWarning, CurrentActor current, RemarkWords words, Pages pages, Ids ids,
            MessageSource messages) {
        this.check = check;
        this.answerWarning = answerWarning;
        this.current = current;
        this.words = words;
        this.pages = pages;
        this.ids = ids;
        this.messages = messages;
    }

    @GetMapping("/check")
    @KnownParameters({"severity", "group", "word", "page", "said"})
    String page(
            @PathVariable UUID dossier, @PathVariable UUID statement, @RequestParam(defaultValue = "") String severity,
            @RequestParam(defaultValue = "") String group, @RequestParam(defaultValue = "") String word,
            @RequestParam(defaultValue = "1") int page, @RequestParam(defaultValue = "") String said, Model model, Locale language) {
        model.addAttribute("kept", !said.isEmpty());
        return show(dossier, statement, new CheckFilter(severity, group, word), page, model, language);
    }

    /** The page comes again as it was looked at. */
    @PostMapping("/check")
    String say(
            @PathVariable UUID dossier, @PathVariable UUID statement, @RequestParam UUID commandId,
            @RequestParam(defaultValue = "") String warning, @RequestParam(defaultValue = "") String about,
            @RequestParam(defaultValue = "") String text, @RequestParam(defaultValue = "false") boolean alike,
            @RequestParam(defaultValue = "") String severity,
            @RequestParam(defaultValue = "") String group, @RequestParam(defaultValue = "") String word,
            @RequestParam(defaultValue = "1") int page, Model model, HttpServletResponse response, Locale language) {
        checked(dossier, statement);
        var result = answerWarning.handle(new AnswerWarning.Command(
                new CommandId(commandId), current.get(), new StatementId(statement), warning, about, text, alike));
        var filter = new CheckFilter(severity, group, word);
        if (result instanceof AnswerWarning.Result.Said) {
            var anchor = filter.withoutWord() || about.length() < 16 ? "" : "#" + CheckView.anchor(about);
            return "redirect:" + filter.said(Pages.at(dossier, statement) + "/check", page) + anchor;
        }
        var why = pages.orThrown(((AnswerWarning.Result.Refused) result).why());
        model.addAttribute("typed", text);
        model.addAttribute("typedFor", warning);
        model.addAttribute("typedAlike", alike);
        var template = show(dossier, statement, filter, page, model, language);
        var field = shown(model, warning);
        model.addAttribute("typedApart", field == null);
        pages.show(model, response, Map.of(field == null ? "word" : field, why));
        return template;
    }

    /** Everything it found, for whoever hands out the work. */
    @GetMapping({"/check.csv", "/check.xlsx"})
    @KnownParameters({"severity", "group", "word"})
    void file(
            @PathVariable UUID dossier, @PathVariable UUID statement, @RequestParam(defaultValue = "") String severity,
            @RequestParam(defaultValue = "") String group, @RequestParam(defaultValue = "") String word, Locale language,
            HttpServletRequest request, HttpServletResponse response) throws IOException {
        var checked = checked(dossier, statement);
        var view = new CheckView(checked, words, ids, language);
        var table = new CheckTable(messages, language).of(checked, view.groups(view.chosen(new CheckFilter(severity, group, word))));
        response.setHeader("Cache-Control", "no-store");
        (request.getRequestURI().endsWith(".csv") ? Download.CSV : Download.XLSX).send(table, language, "check", response);
    }

    private String show(UUID dossier, UUID statement, CheckFilter filter, int page, Model model, Locale language) {
        var checked = checked(dossier, statement);
        var view = new CheckView(checked, words, ids, language);
        var chosen = view.chosen(filter);
        // a full last page that has just lost its last line is not an empty one
        int last = Math.max(0, chosen.size() - 1) / CheckView.LINES_ON_A_PAGE;
        int from = Math.min(Math.max(page - 1, 0), last) * CheckView.LINES_ON_A_PAGE;
        int until = Math.min(from + CheckView.LINES_ON_A_PAGE, chosen.size());
        var at = Pages.at(dossier, statement);
        var here = at + "/check";
        model.addAttribute("statement", checked.whole().statement());
        model.addAttribute("on", checked.on());
        model.addAttribute("before", checked.previous());
        model.addAttribute("errors", checked.remarks().count(Severity.ERROR));
        model.addAttribute("warnings", checked.remarks().count(Severity.WARNING));
        model.addAttribute("missing", checked.words().missing());
        model.addAttribute("people", checked.people());
        model.addAttribute("longest", WarningWord.LONGEST_TEXT);
        model.addAttribute("mayNotWrite", checked.mayNotWrite() == null ? null : pages.said(checked.mayNotWrite()));
        model.addAttribute("filter", filter);
        model.addAttribute("page", from / CheckView.LINES_ON_A_PAGE + 1);
        model.addAttribute("choices", view.choices(filter));
        model.addAttribute("count", chosen.size());
        model.addAttribute("from", from + 1);
        model.addAttribute("until", until);
        model.addAttribute("groups", view.groups(chosen.subList(from, until)));
        model.addAttribute("at", at);
        model.addAttribute("here", here);
        model.addAttribute("csv", filter.address(here + ".csv", 1));
        model.addAttribute("xlsx", filter.address(here + ".xlsx", 1));
        model.addAttribute("first", from == 0 ? null : filter.address(here, 1));
        model.addAttribute("next", until == chosen.size() ? null : filter.address(here, from / CheckView.LINES_ON_A_PAGE + 2));
        return "statement/check";
    }

    /** Where the word for a warning is entered on the page that is shown; null where it is not on it. */
    private static @Nullable String shown(Model model, String warning) {
        return ((List<?>) model.getAttribute("groups")).stream()
                .flatMap(group -> ((CheckView.Group) group).lines().stream())
                .map(CheckView.Line::said)
                .filter(said -> said != null && said.warning().equals(warning))
                .findFirst()
                .map(said -> "text-" + said.anchor())
                .orElse(null);
    }

    private CheckStatement.Result.Checked checked(UUID dossier, UUID statement) {
        var result = check.whole(current.get(), new DossierId(dossier), new StatementId(statement));
        if (result instanceof CheckStatement.Result.Refused refused) {
            throw new Refused(refused.why());
        }
        return (CheckStatement.Result.Checked) result;
    }
}
