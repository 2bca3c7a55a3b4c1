// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.grid;

import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import jp.torokubo.ground.commands.CommandId;
import jp.torokubo.ground.identity.Admits;
import jp.torokubo.ground.identity.Caller;
import jp.torokubo.ground.japanese.TokyoDay;
import jp.torokubo.ground.refusal.Refusal;
import jp.torokubo.procedure.statement.ChangeAnswers;
import jp.torokubo.procedure.statement.Deed;
import jp.torokubo.procedure.statement.ReadRows;
import jp.torokubo.procedure.statement.StatementId;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** One row for the script of the list: read before a cell is edited, and written when the cell is left. Whoever has no script uses the page. */
@Controller
@Admits({Caller.PROVIDER_MANAGER, Caller.PROVIDER_AUTHOR, Caller.ADVISER, Caller.AUDITOR, Caller.REVIEW_LEAD, Caller.REVIEWER})
@RequestMapping("/desk/dossiers/{dossier}/statements/{statement}/controls/{control}/cell")
class RowCells {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    /**
     * @param options what can be chosen, by code: for choice, state and owner
     * @param wordings in which language the value of a text is
     */
    record Cell(long version, Map<String, String> values, Map<String, Map<String, String>> options, Map<String, String> wordings) {}

    /** @param outcome {@code saved}, {@code conflict} or {@code refused}. @param shown each cell as the list now shows it. @param findings of the self-check, once saved */
    record Answered(String outcome, String said, long version, Map<String, String> shown, List<RowFindings.Finding> findings) {}

    private final Opened opened;
    private final ChangeAnswers changeAnswers;
    private final RowFindings findings;
    private final MessageSource messages;
    private final InstantSource clock;

    RowCells(Opened opened, ChangeAnswers changeAnswers, RowFindings findings, MessageSource messages, InstantSource clock) {
        this.opened = opened;
        this.changeAnswers = changeAnswers;
        this.findings = findings;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping
    @ResponseBody
    Cell read(
            @PathVariable UUID dossier, @PathVariable UUID statement, @PathVariable String control, HttpServletResponse response,
            Locale language) {
        var row = opened.control(opened.catalogue(dossier, statement), control);
        var one = opened.one(dossier, statement, row.id());
        response.setHeader("Cache-Control", "no-store");
        return CellWords.of(one, row, messages, language);
    }

    @PostMapping
    @ResponseBody
    Answered write(
            @PathVariable UUID dossier, @PathVariable UUID statement, @PathVariable String control, @RequestParam UUID commandId,
            @RequestParam(defaultValue = "") String field, @RequestParam(defaultValue = "") String value, @RequestParam(defaultValue = "ja") String wording,
            @RequestParam(defaultValue = "") String seen,
            HttpServletResponse response, Locale language) {
        var row = opened.control(opened.catalogue(dossier, statement), control);
        var one = opened.one(dossier, statement, row.id());
        response.setHeader("Cache-Control", "no-store");
        try {
            var form = RowForm.of(one.answer(), one.around().colleagues()).withCell(field, value, wording.equals("en"));
            var result = changeAnswers.handle(new ChangeAnswers.Command(
                    new CommandId(commandId), opened.actor(), new StatementId(statement), Deed.EDIT, null,
                    List.of(new ChangeAnswers.Wanted(form.edit(row.id(), one.around().colleagues()), RowForm.seen(seen)))));
            if (result instanceof ChangeAnswers.Result.Changed) {
                var now = opened.one(dossier, statement, row.id());
                var at = clock.instant().atZone(TokyoDay.ZONE).format(CLOCK);
                return new Answered(
                        "saved", messages.getMessage("statement.grid.saved.at", new Object[] {at}, language), now.answer().version(),
                        CellWords.shown(now, row, messages, language), findings.of(now, opened.actor(), language));
            }
            if (result instanceof ChangeAnswers.Result.NotChanged not) {
                var trouble = not.troubles().get(0);
                return trouble.now() == null
                        ? refused(trouble.why().get(0), one, response)
                        : conflict(trouble.why().get(0), trouble.now().version(), response);
            }
            return refused(opened.orThrown(((ChangeAnswers.Result.Refused) result).why()), one, response);
        } catch (Opened.NotRead notRead) {
            return refused(notRead.why(), one, response);
        }
    }

    private Answered refused(Refusal why, ReadRows.One one, HttpServletResponse response) {
        response.setStatus(opened.status(why));
        return new Answered("refused", opened.said(why), one.answer().version(), Map.of(), List.of());
    }

    private Answered conflict(Refusal why, long version, HttpServletResponse response) {
        response.setStatus(HttpStatus.CONFLICT.value());
        return new Answered("conflict", opened.said(why), version, Map.of(), List.of());
    }
}
