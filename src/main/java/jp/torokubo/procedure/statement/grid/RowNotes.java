// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.grid;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.torokubo.ground.commands.CommandId;
import jp.torokubo.ground.identity.Admits;
import jp.torokubo.ground.identity.Caller;
import jp.torokubo.ground.identity.DossierId;
import jp.torokubo.ground.identity.PersonId;
import jp.torokubo.ground.refusal.Refusal;
import jp.torokubo.ground.refusal.Refused;
import jp.torokubo.procedure.statement.FetchEvidence;
import jp.torokubo.procedure.statement.RemoveEvidence;
import jp.torokubo.procedure.statement.StatementId;
import jp.torokubo.procedure.statement.WriteComment;
import jp.torokubo.record.criteria.Control;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** What hangs on a row: comments for colleagues, and the evidence that it is realised. */
@Controller
@Admits({Caller.PROVIDER_MANAGER, Caller.PROVIDER_AUTHOR, Caller.ADVISER, Caller.AUDITOR, Caller.REVIEW_LEAD, Caller.REVIEWER})
@RequestMapping("/desk/dossiers/{dossier}/statements/{statement}")
class RowNotes {

    private final Opened opened;
    private final RowOnPage rowOnPage;
    private final WriteComment writeComment;
    private final EvidenceForm form;
    private final RemoveEvidence removeEvidence;
    private final FetchEvidence fetchEvidence;

    RowNotes(
            Opened opened, RowOnPage rowOnPage, WriteComment writeComment, EvidenceForm form, RemoveEvidence removeEvidence,
            FetchEvidence fetchEvidence) {
        this.opened = opened;
        this.rowOnPage = rowOnPage;
        this.writeComment = writeComment;
        this.form = form;
        this.removeEvidence = removeEvidence;
        this.fetchEvidence = fetchEvidence;
    }

    @PostMapping("/controls/{control}/comments")
    String comment(
            @PathVariable UUID dossier, @PathVariable UUID statement, @PathVariable String control, @RequestParam UUID commandId,
            @RequestParam(defaultValue = "") String text, @RequestParam(required = false) @Nullable List<UUID> mention,
            @RequestParam(defaultValue = "") String back, Model model, HttpServletResponse response) {
        var row = opened.control(opened.catalogue(dossier, statement), control);
        var mentions = mention == null ? Set.<PersonId>of() : mention.stream().map(PersonId::new).collect(Collectors.toSet());
        var result = writeComment.handle(new WriteComment.Command(
                new CommandId(commandId), opened.actor(), new StatementId(statement), row.id(), text, mentions));
        var address = GridAddress.read(back);
        if (result instanceof WriteComment.Result.Written written) {
            return "redirect:" + address.href(at(dossier, statement, row), Map.of("told", String.valueOf(written.told()))) + "#comments";
        }
        model.addAttribute("commentText", text);
        model.addAttribute("mentioned", mention == null ? List.of() : mention);
        return again(dossier, statement, row, address, "comment", ((WriteComment.Result.Refused) result).why(), model, response);
    }

    @PostMapping("/controls/{control}/evidence")
    String evidence(
            @PathVariable UUID dossier, @PathVariable UUID statement, @PathVariable String control, @RequestParam UUID commandId,
            @RequestParam Map<String, String> sent, @RequestParam(required = false) @Nullable UUID replaces,
            @RequestParam(required = false) @Nullable MultipartFile file, Model model, HttpServletResponse response) {
        var row = opened.control(opened.catalogue(dossier, statement), control);
        var one = opened.one(dossier, statement, row.id());
        var address = GridAddress.read(sent.getOrDefault("back", ""));
        var why = form.send(
                commandId, new StatementId(statement), one.around().colleagues(), replaces, sent, file, row.id()).orElse(null);
        if (why == null) {
            return "redirect:" + address.href(at(dossier, statement, row), Map.of("saved", "1")) + "#evidence";
        }
        model.addAttribute("typedEvidence", new LinkedHashMap<>(sent));
        return again(dossier, statement, row, address, "evidence", why, model, response);
    }

    @PostMapping("/controls/{control}/evidence/{evidence}/removal")
    String removal(
            @PathVariable UUID dossier, @PathVariable UUID statement, @PathVariable String control, @PathVariable UUID evidence,
            @RequestParam UUID commandId, @RequestParam(defaultValue = "") String back, Model model, HttpServletResponse response) {
        var row = opened.control(opened.catalogue(dossier, statement), control);
        var address = GridAddress.read(back);
        var result = removeEvidence.handle(new RemoveEvidence.Command(
                new CommandId(commandId), opened.actor(), new StatementId(statement), evidence));
        if (result instanceof RemoveEvidence.Result.Removed) {
            return "redirect:" + address.href(at(dossier, statement, row), Map.of("saved", "1")) + "#evidence";
        }
        return again(dossier, statement, row, address, "evidence", ((RemoveEvidence.Result.Refused) result).why(), model, response);
    }

    @GetMapping("/evidence/{evidence}")
    void file(
            @PathVariable UUID dossier, @PathVariable UUID statement, @PathVariable UUID evidence, HttpServletResponse response)
            throws IOException {
        var result = fetchEvidence.handle(new FetchEvidence.Command(
                opened.actor(), new DossierId(dossier), new StatementId(statement), evidence));
        if (result instanceof FetchEvidence.Result.Refused refused) {
            throw new Refused(refused.why());
        }
        var fetched = (FetchEvidence.Result.Fetched) result;
        response.setHeader("Cache-Control", "no-store");
        // whatever it is: no browser opens it
        response.setContentType("application/octet-stream");
        response.setHeader("Content-Disposition",
                ContentDisposition.attachment().filename(fetched.name(), StandardCharsets.UTF_8).build().toString());
        response.setContentLengthLong(fetched.content().length);
        response.getOutputStream().write(fetched.content());
    }

    private String again(
            UUID dossier, UUID statement, Control row, GridAddress address, String field, Refusal why, Model model,
            HttpServletResponse response) {
        opened.show(model, response, field, opened.orThrown(why));
        return rowOnPage.show(opened.one(dossier, statement, row.id()), row, null, address, false, model);
    }

    private static String at(UUID dossier, UUID statement, Control row) {
        return Opened.at(dossier, statement) + "/" + row.id();
    }
}
