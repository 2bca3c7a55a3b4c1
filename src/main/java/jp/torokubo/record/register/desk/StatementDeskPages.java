// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.register.desk;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.TreeMap;
import java.util.UUID;
import jp.torokubo.ground.commands.CommandId;
import jp.torokubo.ground.identity.Admits;
import jp.torokubo.ground.identity.Caller;
import jp.torokubo.ground.identity.Confirmations;
import jp.torokubo.ground.identity.CurrentActor;
import jp.torokubo.ground.identity.Ids;
import jp.torokubo.ground.identity.Proof;
import jp.torokubo.ground.japanese.SearchKey;
import jp.torokubo.ground.refusal.Refused;
import jp.torokubo.record.register.ConfirmStatement;
import jp.torokubo.record.register.ProposeStatement;
import jp.torokubo.record.register.PublicContent;
import jp.torokubo.record.register.PublicStatementFile;
import jp.torokubo.record.register.RegisterReading;
import jp.torokubo.record.register.RegisterReading.ServiceView;
import jp.torokubo.record.register.RegisterRefusal;
import jp.torokubo.record.register.StatementProposals;
import jp.torokubo.record.register.StatementProposals.Proposed;
import jp.torokubo.record.register.TurnDownStatement;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Public parts of statements: upload the file a provider handed over, look at what it says; a second person confirms. */
@Controller
@Admits(Caller.OPERATOR)
@RequestMapping("/operator/statements")
class StatementDeskPages {

    /** What was typed, to show it again where something is wrong. */
    record Typed(String service, String effectiveOn, String what, String actOn) {}

    private final RegisterReading register;
    private final ProposeStatement propose;
    private final ConfirmStatement confirm;
    private final TurnDownStatement turnDown;
    private final StatementProposals proposals;
    private final CurrentActor current;
    private final Ids ids;
    private final Wrongs wrongs;

    StatementDeskPages(
            RegisterReading register, ProposeStatement propose, ConfirmStatement confirm, TurnDownStatement turnDown,
            StatementProposals proposals, CurrentActor current, Ids ids, Wrongs wrongs) {
        this.register = register;
        this.propose = propose;
        this.confirm = confirm;
        this.turnDown = turnDown;
        this.proposals = proposals;
        this.current = current;
        this.ids = ids;
        this.wrongs = wrongs;
    }

    @GetMapping
    String list(Model model) {
        return list(new Typed("", "", "", ""), model);
    }

    @PostMapping
    String propose(
            @RequestParam UUID commandId, @RequestParam(defaultValue = "") String service,
            @RequestParam(defaultValue = "") String effectiveOn, @RequestParam(defaultValue = "") String what,
            @RequestParam(defaultValue = "") String actOn, @RequestParam(required = false) @Nullable MultipartFile file, Model model,
            HttpServletResponse response) {
        var result = propose.handle(new ProposeStatement.Command(
                current.get(), new CommandId(commandId), sent(file), service, effectiveOn, what, actOn));
        if (result instanceof ProposeStatement.Result.Impossible impossible) {
            wrongs.show(model, response, new TreeMap<>(impossible.fields()));
            return list(new Typed(service, effectiveOn, what, actOn), model);
        }
        return "redirect:/operator/statements/" + ((ProposeStatement.Result.Proposed) result).proposal();
    }

    @GetMapping("/{proposal}")
    String show(@PathVariable UUID proposal, Model model) {
        var proposed = proposals.find(proposal).orElseThrow(() -> new Refused(new RegisterRefusal.ProposalUnknown()));
        boolean stale = register.standing(proposed.register(), null).registerIndex() != proposed.registerIndex();
        boolean waits = proposed.state() == Confirmations.State.WAITING;
        boolean mine = proposed.proposer().equals(current.get().person());
        var content = PublicContent.of(proposed.event().statement());
        var service = service(proposed);
        model.addAttribute("proposed", proposed);
        model.addAttribute("content", content);
        model.addAttribute("service", service);
        model.addAttribute("otherName", service != null && !sameName(content, service));
        model.addAttribute("waits", waits);
        model.addAttribute("stale", waits && stale);
        model.addAttribute("canConfirm", waits && !stale && !mine);
        model.addAttribute("waitsForOther", waits && !stale && mine);
        model.addAttribute("commandId", ids.next());
        return "register/desk-statement";
    }

    @PostMapping("/{proposal}/confirm")
    String confirm(
            @PathVariable UUID proposal, @RequestParam UUID commandId, @RequestParam String hash, Proof proof, Model model,
            HttpServletResponse response) {
        var result = confirm.handle(new ConfirmStatement.Command(current.get(), proof, new CommandId(commandId), proposal, hash));
        if (result instanceof ConfirmStatement.Result.Refused refused) {
            wrongs.show(model, response, Proof.fieldOf(refused.why().get(0), "decide"), refused.why());
            return show(proposal, model);
        }
        return "redirect:/operator/statements/" + proposal;
    }

    @PostMapping("/{proposal}/turn-down")
    String turnDown(
            @PathVariable UUID proposal, @RequestParam UUID commandId, @RequestParam(defaultValue = "") String reason, Model model,
            HttpServletResponse response) {
        var result = turnDown.handle(new TurnDownStatement.Command(current.get(), new CommandId(commandId), proposal, reason));
        if (result instanceof TurnDownStatement.Result.Refused refused) {
            wrongs.show(model, response, "reason", refused.why());
            return show(proposal, model);
        }
        return "redirect:/operator/statements/" + proposal;
    }

    private String list(Typed typed, Model model) {
        model.addAttribute("waiting", proposals.waiting());
        model.addAttribute("typed", typed);
        model.addAttribute("commandId", ids.next());
        return "register/desk-statements";
    }

    /** The service as it is on the day from which the statement would stand. */
    private @Nullable ServiceView service(Proposed proposed) {
        var event = proposed.event();
        return register.service(proposed.register(), event.service().value().toString(), event.effectiveOn(), null).orElse(null);
    }

    private static boolean sameName(PublicContent content, ServiceView service) {
        return SearchKey.of(content.nameJa()).equals(SearchKey.of(service.listed().name()));
    }

    /** One byte more than is allowed is enough to know that it is too large. */
    private static byte @Nullable [] sent(@Nullable MultipartFile file) {
        if (file == null || file.isEmpty() && "".equals(file.getOriginalFilename())) {
            return null;
        }
        try (var stream = file.getInputStream()) {
            return stream.readNBytes(PublicStatementFile.LARGEST + 1);
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        }
    }
}
