// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.register.desk;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import jp.torokubo.ground.commands.CommandId;
import jp.torokubo.ground.identity.Admits;
import jp.torokubo.ground.identity.Caller;
import jp.torokubo.ground.identity.Confirmations;
import jp.torokubo.ground.identity.CurrentActor;
import jp.torokubo.ground.identity.Ids;
import jp.torokubo.ground.identity.Proof;
import jp.torokubo.ground.pages.KnownParameters;
import jp.torokubo.ground.refusal.Refused;
import jp.torokubo.record.register.Basis;
import jp.torokubo.record.register.ConfirmCorrection;
import jp.torokubo.record.register.ProposeCorrection;
import jp.torokubo.record.register.RegisterEvent;
import jp.torokubo.record.register.RegisterName;
import jp.torokubo.record.register.RegisterReading.EventView;
import jp.torokubo.record.register.RegisterReading;
import jp.torokubo.record.register.RegisterRefusal;
import jp.torokubo.record.register.ServiceFacts.OtherName;
import jp.torokubo.record.register.TurnDownCorrection;
import jp.torokubo.record.register.WaitingCorrections;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Corrections of entries of the register: choose one, say what is right and why; a second person confirms. */
@Controller
@Admits(Caller.OPERATOR)
@RequestMapping("/operator/corrections")
class CorrectionPages {

    private static final int SHOWN = 50;

    /** @param before and after as words, field by field; after is empty where the entry is annulled */
    record Side(long entry, EventView view, Map<String, String> before, @Nullable Map<String, String> after) {}

    private final RegisterReading register;
    private final ProposeCorrection propose;
    private final ConfirmCorrection confirm;
    private final TurnDownCorrection turnDown;
    private final WaitingCorrections waiting;
    private final CurrentActor current;
    private final Ids ids;
    private final Wrongs wrongs;

    CorrectionPages(
            RegisterReading register, ProposeCorrection propose, ConfirmCorrection confirm, TurnDownCorrection turnDown,
            WaitingCorrections waiting, CurrentActor current, Ids ids, Wrongs wrongs) {
        this.register = register;
        this.propose = propose;
        this.confirm = confirm;
        this.turnDown = turnDown;
        this.waiting = waiting;
        this.current = current;
        this.ids = ids;
        this.wrongs = wrongs;
    }

    @GetMapping
    @KnownParameters({"before"})
    String list(@RequestParam(required = false) @Nullable Long before, Model model) {
        var entries = register.changes(RegisterName.ISMAP, null, before == null ? Long.MAX_VALUE : before, SHOWN);
        model.addAttribute("waiting", waiting.waiting());
        model.addAttribute("entries", entries);
        model.addAttribute("older", entries.size() < SHOWN ? null : entries.get(entries.size() - 1).index());
        return "register/desk-corrections";
    }

    @GetMapping("/new")
    @KnownParameters({"entry"})
    String form(@RequestParam(defaultValue = "-1") long entry, Model model) {
        var view = entry(entry);
        var fields = new LinkedHashMap<>(CorrectionForm.fields(view.event()));
        if (view.basis() instanceof Basis.Publication publication) {
            fields.put("complete_until", publication.completeUntil().toString());
        }
        return form(view, fields, null, model);
    }

    @PostMapping
    String propose(
            @RequestParam UUID commandId, @RequestParam long entry, @RequestParam Map<String, String> typed,
            @RequestParam(defaultValue = "") List<String> keep, Model model, HttpServletResponse response) {
        var view = entry(entry);
        var form = CorrectionForm.typed(view.event(), typed, keep);
        var correction = form.correction(entry);
        var basis = form.basis(view.basis());
        if (!form.wrong().isEmpty()) {
            wrongs.show(model, response, form.wrong());
            return form(view, typed, keep, model);
        }
        var result = propose.handle(new ProposeCorrection.Command(
                current.get(), new CommandId(commandId), RegisterName.ISMAP, List.of(correction), basis));
        if (result instanceof ProposeCorrection.Result.Refused refused) {
            wrongs.show(model, response, "how", refused.why());
            return form(view, typed, keep, model);
        }
        return "redirect:/operator/corrections/" + ((ProposeCorrection.Result.Proposed) result).proposal();
    }

    @GetMapping("/{proposal}")
    String show(@PathVariable UUID proposal, Model model) {
        var proposed = waiting.find(proposal).orElseThrow(() -> new Refused(new RegisterRefusal.ProposalUnknown()));
        boolean stale = register.standing(proposed.register(), null).registerIndex() != proposed.registerIndex();
        boolean waits = proposed.state() == Confirmations.State.WAITING;
        boolean mine = proposed.proposer().equals(current.get().person());
        model.addAttribute("proposed", proposed);
        model.addAttribute("sides", proposed.corrections().stream().map(this::side).toList());
        model.addAttribute("waits", waits);
        model.addAttribute("stale", waits && stale);
        model.addAttribute("canConfirm", waits && !stale && !mine);
        model.addAttribute("waitsForOther", waits && !stale && mine);
        model.addAttribute("commandId", ids.next());
        return "register/desk-correction";
    }

    @PostMapping("/{proposal}/confirm")
    String confirm(
            @PathVariable UUID proposal, @RequestParam UUID commandId, @RequestParam String hash, Proof proof, Model model,
            HttpServletResponse response) {
        var result = confirm.handle(new ConfirmCorrection.Command(current.get(), proof, new CommandId(commandId), proposal, hash));
        if (result instanceof ConfirmCorrection.Result.Refused refused) {
            wrongs.show(model, response, Proof.fieldOf(refused.why().get(0), "decide"), refused.why());
            return show(proposal, model);
        }
        return "redirect:/operator/corrections/" + proposal;
    }

    @PostMapping("/{proposal}/turn-down")
    String turnDown(
            @PathVariable UUID proposal, @RequestParam UUID commandId, @RequestParam(defaultValue = "") String reason, Model model,
            HttpServletResponse response) {
        var result = turnDown.handle(new TurnDownCorrection.Command(current.get(), new CommandId(commandId), proposal, reason));
        if (result instanceof TurnDownCorrection.Result.Refused refused) {
            wrongs.show(model, response, "reason", refused.why());
            return show(proposal, model);
        }
        return "redirect:/operator/corrections/" + proposal;
    }

    private String form(EventView view, Map<String, String> typed, @Nullable List<String> keep, Model model) {
        var facts = CorrectionForm.facts(view.event());
        model.addAttribute("view", view);
        model.addAttribute("fields", CorrectionForm.fields(view.event()).keySet());
        model.addAttribute("says", words(view.event()));
        model.addAttribute("typed", typed);
        model.addAttribute("names", facts == null ? List.of() : facts.alsoKnownAs());
        model.addAttribute("keep", keep);
        model.addAttribute("hasFacts", facts != null);
        model.addAttribute("replaceable", view.event() instanceof RegisterEvent.OfService);
        model.addAttribute("commandId", ids.next());
        return "register/desk-correct";
    }

    private Side side(RegisterEvent.Corrected correction) {
        var view = entry(correction.entry());
        return new Side(correction.entry(), view, words(view.event()),
                correction.replacement() == null ? null : words(correction.replacement()));
    }

    /** An event field by field, its other names last. */
    private static Map<String, String> words(RegisterEvent event) {
        var words = new LinkedHashMap<>(CorrectionForm.fields(event));
        if (event instanceof RegisterEvent.PublicationLoaded loaded) {
            words.put("title", loaded.title());
            words.put("complete_until", loaded.completeUntil().toString());
        } else if (event instanceof RegisterEvent.StatementStated stated) {
            words.put("statement", stated.statement().version());
        } else if (event instanceof RegisterEvent.Corrected corrected) {
            if (corrected.replacement() != null) {
                words.putAll(words(corrected.replacement()));
            }
            words.put("reason", corrected.why());
        }
        var facts = CorrectionForm.facts(event);
        if (facts != null) {
            if (facts.number() != null) {
                words.put("registration_no", facts.number().value() + " [" + facts.number().provenance().code() + "]");
            }
            words.put("also_known_as", String.join("、", facts.alsoKnownAs().stream().map(CorrectionPages::said).toList()));
        }
        return words;
    }

    private static String said(OtherName name) {
        return name.name().value() + " [" + name.kind() + ", " + name.of() + ", " + name.name().provenance().code() + "]";
    }

    private EventView entry(long index) {
        return Stream.of(index).filter(asked -> asked >= 0 && asked < Long.MAX_VALUE)
                .flatMap(asked -> register.changes(RegisterName.ISMAP, null, asked + 1, 1).stream())
                .filter(view -> view.index() == index)
                .findFirst()
                .orElseThrow(() -> new Refused(new RegisterRefusal.EntryUnknown(index)));
    }
}
