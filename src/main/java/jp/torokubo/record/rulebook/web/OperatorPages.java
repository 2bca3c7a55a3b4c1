// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.rulebook.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import jp.torokubo.ground.commands.CommandId;
import jp.torokubo.ground.identity.Admits;
import jp.torokubo.ground.identity.Caller;
import jp.torokubo.ground.identity.Confirmations;
import jp.torokubo.ground.identity.CurrentActor;
import jp.torokubo.ground.identity.Ids;
import jp.torokubo.ground.identity.Proof;
import jp.torokubo.ground.japanese.CivilDay;
import jp.torokubo.ground.refusal.Refusal;
import jp.torokubo.ground.refusal.RefusalWords;
import jp.torokubo.ground.refusal.Refused;
import jp.torokubo.record.rulebook.ConfirmEdition;
import jp.torokubo.record.rulebook.Document;
import jp.torokubo.record.rulebook.DraftEdition;
import jp.torokubo.record.rulebook.Edition;
import jp.torokubo.record.rulebook.EditionDraft;
import jp.torokubo.record.rulebook.Editions;
import jp.torokubo.record.rulebook.Kind;
import jp.torokubo.record.rulebook.ProposeEdition;
import jp.torokubo.record.rulebook.Provenance;
import jp.torokubo.record.rulebook.Rulebook;
import jp.torokubo.record.rulebook.RulebookRefusal;
import jp.torokubo.record.rulebook.Source;
import jp.torokubo.record.rulebook.Standing;
import jp.torokubo.record.rulebook.TurnDownEdition;
import jp.torokubo.record.rulebook.store.DraftStore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where operators draft, propose and confirm editions. */
@Controller
@Admits(Caller.OPERATOR)
@RequestMapping("/operator/rulebook")
class OperatorPages {

    /** One text of the form, as it stands in the newest edition or as it was typed. */
    record Field(String name, String value, boolean isLong) {}

    /** What a draft changes, one text a row. */
    record Change(String name, @Nullable String before, @Nullable String after) {}

    private final Rulebook rulebook;
    private final DraftStore drafts;
    private final DraftEdition draftEdition;
    private final ProposeEdition proposeEdition;
    private final ConfirmEdition confirmEdition;
    private final TurnDownEdition turnDownEdition;
    private final Confirmations confirmations;
    private final CurrentActor current;
    private final RefusalWords words;
    private final Ids ids;

    OperatorPages(
            Rulebook rulebook, DraftStore drafts, DraftEdition draftEdition, ProposeEdition proposeEdition, ConfirmEdition confirmEdition,
            TurnDownEdition turnDownEdition, Confirmations confirmations, CurrentActor current, RefusalWords words, Ids ids) {
        this.rulebook = rulebook;
        this.drafts = drafts;
        this.draftEdition = draftEdition;
        this.proposeEdition = proposeEdition;
        this.confirmEdition = confirmEdition;
        this.turnDownEdition = turnDownEdition;
        this.confirmations = confirmations;
        this.current = current;
        this.words = words;
        this.ids = ids;
    }

    @GetMapping
    String list(@RequestParam(required = false) @Nullable Integer done, Model model, Locale locale) {
        model.addAttribute("english", english(locale));
        model.addAttribute("open", drafts.open());
        model.addAttribute("done", done);
        var subjects = new LinkedHashMap<Kind, List<Editions>>();
        for (var kind : Kind.values()) {
            subjects.put(kind, rulebook.all(kind));
        }
        model.addAttribute("subjects", subjects);
        return "rulebook/operator-list";
    }

    @GetMapping("/new")
    String blank(@RequestParam String of, Model model, Locale locale) {
        var kind = kind(of);
        var newest = rulebook.editions(kind, subject(of)).newest();
        return form(kind, subject(of), newest.orElse(null), Map.of(), model, locale);
    }

    @PostMapping("/new")
    String draft(
            @RequestParam UUID commandId, @RequestParam String of, @RequestParam Map<String, String> typed, Model model, Locale locale,
            HttpServletResponse response) {
        var kind = kind(of);
        try {
            var result = draftEdition.handle(command(new CommandId(commandId), kind, subject(of), typed));
            if (result instanceof DraftEdition.Result.Drafted drafted) {
                return "redirect:/operator/rulebook/drafts/" + drafted.draft() + "?cleaned=" + drafted.cleaned();
            }
            refuse(((DraftEdition.Result.Refused) result).why(), model, locale, response);
        } catch (Refused unreadable) {
            refuse(unreadable.why(), model, locale, response);
        }
        return form(kind, subject(of), rulebook.editions(kind, subject(of)).newest().orElse(null), typed, model, locale);
    }

    @GetMapping("/drafts/{id}")
    String draft(@PathVariable UUID id, @RequestParam(defaultValue = "0") int cleaned, Model model, Locale locale) {
        model.addAttribute("cleaned", cleaned);
        return show(id, model, locale);
    }

    @PostMapping("/drafts/{id}/proposal")
    String propose(@PathVariable UUID id, @RequestParam UUID commandId, Model model, Locale locale, HttpServletResponse response) {
        var result = proposeEdition.handle(new ProposeEdition.Command(new CommandId(commandId), current.get(), id));
        if (result instanceof ProposeEdition.Result.Refused refused) {
            refuse(refused.why(), model, locale, response);
            return show(id, model, locale);
        }
        return "redirect:/operator/rulebook/drafts/" + id;
    }

    @PostMapping("/drafts/{id}/confirmation")
    String confirm(
            @PathVariable UUID id, @RequestParam UUID commandId, @RequestParam String hash, Proof proof, Model model,
            Locale locale, HttpServletResponse response) {
        var result = confirmEdition.handle(new ConfirmEdition.Command(new CommandId(commandId), current.get(), proof, id, hash));
        if (result instanceof ConfirmEdition.Result.Refused refused) {
            refuse(refused.why(), model, locale, response);
            if (Proof.fieldOf(refused.why(), "").equals(Proof.FIELD)) {
                model.addAttribute("wrongAt", Map.of(Proof.FIELD, words.of(refused.why()).in(locale)));
            }
            return show(id, model, locale);
        }
        return "redirect:/operator/rulebook?done=" + ((ConfirmEdition.Result.Recorded) result).number();
    }

    @PostMapping("/drafts/{id}/refusal")
    String turnDown(
            @PathVariable UUID id, @RequestParam UUID commandId, @RequestParam(defaultValue = "") String reason, Model model, Locale locale,
            HttpServletResponse response) {
        var result = turnDownEdition.handle(new TurnDownEdition.Command(new CommandId(commandId), current.get(), id, reason));
        if (result instanceof TurnDownEdition.Result.Refused refused) {
            refuse(refused.why(), model, locale, response);
            return show(id, model, locale);
        }
        return "redirect:/operator/rulebook";
    }

    private String form(Kind kind, String subject, @Nullable Edition newest, Map<String, String> typed, Model model, Locale locale) {
        model.addAttribute("english", english(locale));
        model.addAttribute("kind", kind);
        model.addAttribute("subject", subject);
        model.addAttribute("newest", newest);
        model.addAttribute("typed", typed);
        model.addAttribute("commandId", ids.next());
        model.addAttribute("fields", kind.fields().stream()
                .map(name -> new Field(
                        name, typed.getOrDefault(name, newest == null || newest.get(name) == null ? "" : newest.get(name)),
                        name.equals("text")))
                .toList());
        return "rulebook/operator-form";
    }

    private String show(UUID id, Model model, Locale locale) {
        var draft = drafts.find(id).orElseThrow(() -> new Refused(new RulebookRefusal.DraftUnknown(id)));
        var edition = draft.edition();
        var before = rulebook.editions(edition.kind(), edition.subject()).number(edition.number() - 1).orElse(null);
        model.addAttribute("english", english(locale));
        model.addAttribute("draft", draft);
        model.addAttribute("before", before);
        model.addAttribute("changes", edition.kind().fields().stream()
                .filter(name -> !name.equals("text"))
                .map(name -> new Change(name, before == null ? null : before.get(name), edition.get(name)))
                .filter(change -> !Objects.equals(change.before(), change.after()))
                .toList());
        if (edition.kind() == Kind.DOCUMENT && before != null && before.get("text") != null && edition.get("text") != null) {
            var document = new Document(rulebook.editions(Kind.DOCUMENT, edition.subject()));
            model.addAttribute("shown", ShownComparison.of(document, before, edition, false));
        }
        model.addAttribute("text", edition.get("text") == null ? List.of() : edition.get("text").lines().toList());
        model.addAttribute("mine", draft.state() == EditionDraft.State.PROPOSED
                && confirmations.find(Objects.requireNonNull(draft.proposal()))
                        .filter(proposal -> proposal.proposer().equals(current.get().person()))
                        .isPresent());
        model.addAttribute("commandId", ids.next());
        model.addAttribute("otherCommandId", ids.next());
        return "rulebook/operator-draft";
    }

    private DraftEdition.Command command(CommandId id, Kind kind, String subject, Map<String, String> typed) {
        return new DraftEdition.Command(
                id, current.get(), kind, subject, typed,
                Standing.of(typed.getOrDefault("status", "")).orElseThrow(() -> unreadable("status", typed)),
                day("decided", typed), day("effective", typed), day("attested", typed),
                typed.getOrDefault("reasonJa", ""), typed.getOrDefault("reasonEn", ""),
                new Source(
                        Provenance.of(typed.getOrDefault("provenance", "")).orElseThrow(() -> unreadable("provenance", typed)),
                        typed.getOrDefault("sourceJa", ""), typed.getOrDefault("sourceEn", "")));
    }

    private static @Nullable LocalDate day(String name, Map<String, String> typed) {
        var given = typed.getOrDefault(name, "");
        if (given.isBlank()) {
            return null;
        }
        var reading = CivilDay.read(given);
        if (reading instanceof CivilDay.Reading.Refused refused) {
            throw new Refused(refused.why());
        }
        return ((CivilDay.Reading.Read) reading).day().day();
    }

    private static Refused unreadable(String field, Map<String, String> typed) {
        return new Refused(new RulebookRefusal.ValueUnreadable(field, typed.getOrDefault(field, "")));
    }

    private void refuse(Refusal why, Model model, Locale locale, HttpServletResponse response) {
        var said = words.of(why);
        response.setStatus(said.status());
        model.addAttribute("wrong", said.in(locale));
    }

    /** {@code kind:subject}, as the lists of subjects send it. */
    private static Kind kind(String of) {
        return Kind.of(of.split(":", 2)[0]).orElseThrow(() -> new Refused(new RulebookRefusal.SubjectUnknown(of)));
    }

    private static String subject(String of) {
        var parts = of.split(":", 2);
        return parts.length == 2 ? parts[1].strip() : "";
    }

    private static boolean english(Locale locale) {
        return locale.getLanguage().equals("en");
    }
}
