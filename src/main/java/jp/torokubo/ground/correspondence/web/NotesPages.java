// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.correspondence.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import jp.torokubo.ground.commands.CommandId;
import jp.torokubo.ground.correspondence.CorrespondenceRefusal;
import jp.torokubo.ground.correspondence.Note;
import jp.torokubo.ground.correspondence.Place;
import jp.torokubo.ground.correspondence.ReadNotes;
import jp.torokubo.ground.correspondence.RetractNote;
import jp.torokubo.ground.correspondence.SignedNote.Origin;
import jp.torokubo.ground.correspondence.WriteNote;
import jp.torokubo.ground.files.DossierFiles;
import jp.torokubo.ground.identity.Admits;
import jp.torokubo.ground.identity.Caller;
import jp.torokubo.ground.identity.CurrentActor;
import jp.torokubo.ground.identity.Dossier;
import jp.torokubo.ground.identity.DossierId;
import jp.torokubo.ground.identity.Ids;
import jp.torokubo.ground.pages.KnownParameters;
import jp.torokubo.ground.refusal.Refusal;
import jp.torokubo.ground.refusal.RefusalWords;
import jp.torokubo.ground.refusal.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.util.UriComponentsBuilder;

/** The correspondence of a dossier: the list with its form, and each note with what was answered to it. */
@Controller
@Admits({Caller.PROVIDER_MANAGER, Caller.PROVIDER_AUTHOR, Caller.ADVISER, Caller.AUDITOR, Caller.REVIEW_LEAD, Caller.REVIEWER})
@RequestMapping("/desk/dossiers/{dossier}/notes")
class NotesPages {

    private static final int NOTES_ON_A_PAGE = 20;

    private final ReadNotes notes;
    private final WriteNote writeNote;
    private final RetractNote retractNote;
    private final CurrentActor current;
    private final Ids ids;
    private final RefusalWords words;

    NotesPages(ReadNotes notes, WriteNote writeNote, RetractNote retractNote, CurrentActor current, Ids ids, RefusalWords words) {
        this.notes = notes;
        this.writeNote = writeNote;
        this.retractNote = retractNote;
        this.current = current;
        this.ids = ids;
        this.words = words;
    }

    @GetMapping
    @KnownParameters({"q", "before", "sent"})
    String list(
            @PathVariable UUID dossier, @RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "") String before,
            @RequestParam(required = false) @Nullable String sent, Model model, Locale language) {
        model.addAttribute("sent", sent != null);
        return list(dossier, q, before, model, language);
    }

    @PostMapping
    String write(
            @PathVariable UUID dossier, @RequestParam UUID commandId, @RequestParam(defaultValue = "") String text,
            @RequestParam(required = false) @Nullable UUID replyTo, @RequestParam(required = false) @Nullable List<MultipartFile> files,
            Model model, HttpServletResponse response, Locale language) {
        try (var received = ReceivedFiles.of(files)) {
            var result = writeNote.handle(new WriteNote.Command(
                    new CommandId(commandId), current.get(), new DossierId(dossier), text, replyTo, received.files()));
            if (result instanceof WriteNote.Result.Written written) {
                return "redirect:" + at(dossier) + (replyTo == null ? "?sent=1#n-" + written.note() : "/" + replyTo + "?sent=1");
            }
            show(model, response, result instanceof WriteNote.Result.Impossible impossible
                    ? impossible.fields()
                    : Map.of("text", orThrown(((WriteNote.Result.Refused) result).why())));
        }
        model.addAttribute("text", text);
        return replyTo == null ? list(dossier, "", "", model, language) : one(dossier, replyTo, model, language);
    }

    @GetMapping("/{note}")
    @KnownParameters({"sent", "retracted"})
    String one(
            @PathVariable UUID dossier, @PathVariable UUID note, @RequestParam(required = false) @Nullable String sent,
            @RequestParam(required = false) @Nullable String retracted, Model model, Locale language) {
        model.addAttribute("sent", sent != null);
        model.addAttribute("retracted", retracted != null);
        return one(dossier, note, model, language);
    }

    @PostMapping("/{note}/retraction")
    String retract(
            @PathVariable UUID dossier, @PathVariable UUID note, @RequestParam UUID commandId,
            @RequestParam(defaultValue = "") String reason, Model model, HttpServletResponse response, Locale language) {
        var result = retractNote.handle(
                new RetractNote.Command(new CommandId(commandId), current.get(), new DossierId(dossier), note, reason));
        if (result instanceof RetractNote.Result.Retracted) {
            return "redirect:" + at(dossier) + "/" + note + "?retracted=1";
        }
        show(model, response, Map.of("reason", result instanceof RetractNote.Result.Impossible impossible
                ? impossible.reason()
                : orThrown(((RetractNote.Result.Refused) result).why())));
        model.addAttribute("reason", reason);
        return one(dossier, note, model, language);
    }

    private String list(UUID dossier, String q, String before, Model model, Locale language) {
        var place = before.isEmpty() ? null
                : Place.read(before).orElseThrow(() -> new Refused(new CorrespondenceRefusal.PlaceNotAPlace()));
        var result = notes.page(new ReadNotes.Asked(current.get(), new DossierId(dossier), q, place, NOTES_ON_A_PAGE, language));
        if (result instanceof ReadNotes.Result.Refused refused) {
            throw new Refused(refused.why());
        }
        var page = (ReadNotes.Result.Page) result;
        var here = UriComponentsBuilder.fromPath(at(dossier));
        if (!q.isBlank()) {
            here.queryParam("q", q);
        }
        addCommon(model, page.dossier(), null, page.mayNotWrite());
        model.addAttribute("notes", page.notes());
        model.addAttribute("count", page.count());
        model.addAttribute("q", q);
        model.addAttribute("first", place == null ? null : here.cloneBuilder().encode().toUriString());
        model.addAttribute("next", page.next() == null ? null
                : here.cloneBuilder().queryParam("before", page.next().written()).encode().toUriString());
        return "correspondence/notes";
    }

    private String one(UUID dossier, UUID note, Model model, Locale language) {
        var result = notes.one(current.get(), new DossierId(dossier), note, language);
        if (result instanceof ReadNotes.Result.Refused refused) {
            throw new Refused(refused.why());
        }
        var one = (ReadNotes.Result.One) result;
        addCommon(model, one.dossier(), new Origin(note, one.note().author(), one.note().note().at()), one.mayNotWrite());
        model.addAttribute("one", one.note());
        model.addAttribute("replies", one.replies());
        model.addAttribute("retractionId", ids.next());
        return "correspondence/note";
    }

    private void addCommon(Model model, Dossier dossier, @Nullable Origin replyTo, @Nullable Refusal mayNotWrite) {
        model.addAttribute("dossier", dossier);
        model.addAttribute("replyTo", replyTo);
        model.addAttribute("mayNotWrite", mayNotWrite == null ? null : said(mayNotWrite));
        model.addAttribute("commandId", ids.next());
        model.addAttribute("here", at(dossier.id().value()));
        model.addAttribute("longest", Note.LONGEST_TEXT);
        model.addAttribute("mostFiles", Note.MOST_FILES);
        model.addAttribute("megabytes", DossierFiles.MOST_BYTES / 1024 / 1024);
    }

    /** What is not there is a page of its own; everything else is said at the form. */
    private Refusal orThrown(Refusal why) {
        if (words.of(why).status() == 404) {
            throw new Refused(why);
        }
        return why;
    }

    private void show(Model model, HttpServletResponse response, Map<String, Refusal> wrong) {
        var said = new LinkedHashMap<String, String>();
        wrong.forEach((field, why) -> {
            response.setStatus(words.of(why).status());
            said.put(field, said(why));
        });
        model.addAttribute("wrong", said.entrySet());
        model.addAttribute("wrongAt", said);
    }

    private String said(Refusal why) {
        return words.of(why).in(LocaleContextHolder.getLocale());
    }

    private static String at(UUID dossier) {
        return "/desk/dossiers/" + dossier + "/notes";
    }
}
