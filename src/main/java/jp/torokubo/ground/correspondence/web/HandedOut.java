// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.correspondence.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import jp.torokubo.ground.correspondence.ExportNotes;
import jp.torokubo.ground.correspondence.ExportNotes.Form;
import jp.torokubo.ground.correspondence.Note.Attachment;
import jp.torokubo.ground.correspondence.ReadAttachment;
import jp.torokubo.ground.correspondence.export.NotesArchive;
import jp.torokubo.ground.correspondence.export.NotesTable;
import jp.torokubo.ground.identity.Admits;
import jp.torokubo.ground.identity.Caller;
import jp.torokubo.ground.identity.CurrentActor;
import jp.torokubo.ground.identity.DossierId;
import jp.torokubo.ground.japanese.TokyoDay;
import jp.torokubo.ground.paper.Download;
import jp.torokubo.ground.refusal.Refused;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** What leaves a dossier as files. No browser opens any of it, and nothing on the way keeps it. */
@Controller
@Admits({Caller.PROVIDER_MANAGER, Caller.PROVIDER_AUTHOR, Caller.ADVISER, Caller.AUDITOR, Caller.REVIEW_LEAD, Caller.REVIEWER})
@RequestMapping("/desk/dossiers/{dossier}")
class HandedOut {

    private final ReadAttachment readAttachment;
    private final ExportNotes exportNotes;
    private final NotesTable table;
    private final NotesArchive archive;
    private final CurrentActor current;
    private final MessageSource words;

    HandedOut(
            ReadAttachment readAttachment, ExportNotes exportNotes, NotesTable table, NotesArchive archive, CurrentActor current,
            MessageSource words) {
        this.readAttachment = readAttachment;
        this.exportNotes = exportNotes;
        this.table = table;
        this.archive = archive;
        this.current = current;
        this.words = words;
    }

    @GetMapping("/attachments/{attachment}")
    void attachment(@PathVariable UUID dossier, @PathVariable UUID attachment, HttpServletResponse response) throws IOException {
        var result = readAttachment.handle(new ReadAttachment.Command(current.get(), new DossierId(dossier), attachment));
        if (result instanceof ReadAttachment.Result.Refused refused) {
            throw new Refused(refused.why());
        }
        var read = (ReadAttachment.Result.Read) result;
        keptByNobody(response);
        response.setContentType(read.file().mediaType() + (read.file().mediaType().startsWith("text/") ? ";charset=UTF-8" : ""));
        response.setHeader("Content-Disposition", named(read.file().name()));
        response.setContentLengthLong(read.content().length);
        response.getOutputStream().write(read.content());
    }

    @GetMapping("/notes.xlsx")
    void workbook(@PathVariable UUID dossier, HttpServletResponse response, Locale language) throws IOException {
        var begun = begun(dossier, Form.XLSX);
        keptByNobody(response);
        Download.XLSX.send(
                table.of(current.get(), begun.dossier(), begun.until(), language, Attachment::name), language, name(begun, language),
                response);
    }

    @GetMapping("/notes.zip")
    void archive(@PathVariable UUID dossier, HttpServletResponse response, Locale language) throws IOException {
        var begun = begun(dossier, Form.ZIP);
        keptByNobody(response);
        response.setContentType("application/zip");
        response.setHeader("Content-Disposition", named(name(begun, language) + ".zip"));
        archive.write(current.get(), begun.dossier(), begun.until(), language, response.getOutputStream());
    }

    private ExportNotes.Result.Begun begun(UUID dossier, Form form) {
        var result = exportNotes.handle(new ExportNotes.Command(current.get(), new DossierId(dossier), form));
        if (result instanceof ExportNotes.Result.Refused refused) {
            throw new Refused(refused.why());
        }
        return (ExportNotes.Result.Begun) result;
    }

    private String name(ExportNotes.Result.Begun begun, Locale language) {
        return words.getMessage("correspondence.notes", null, language) + "-" + TokyoDay.of(begun.until());
    }

    private static String named(String name) {
        return ContentDisposition.attachment().filename(name, StandardCharsets.UTF_8).build().toString();
    }

    private static void keptByNobody(HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
    }
}
