// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import jp.torokubo.ground.identity.Admits;
import jp.torokubo.ground.identity.Caller;
import jp.torokubo.ground.identity.ConfirmationKind;
import jp.torokubo.ground.identity.Confirmations;
import jp.torokubo.ground.identity.Confirmations.Proposal;
import jp.torokubo.ground.identity.CurrentActor;
import jp.torokubo.ground.identity.Ids;
import jp.torokubo.ground.jobs.FailedJobs;
import jp.torokubo.ground.pages.OperatorMenuEntry;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The operator's desk: what waits for whom, the way to every page of it, and what has failed. */
@Controller
@Admits(Caller.OPERATOR)
class DeskPages {

    /** @param mine whether the reader proposed it himself, and so cannot confirm it */
    record Waiting(String messageKey, String href, String subject, String proposer, Instant at, boolean mine) {}

    /** @param count null where nothing ever waits */
    record Entry(String messageKey, String href, @Nullable Long count) {}

    private final Confirmations confirmations;
    private final ObjectProvider<ConfirmationKind> kinds;
    private final ObjectProvider<OperatorMenuEntry> menu;
    private final ObjectProvider<FailedJobs> failedJobs;
    private final CurrentActor current;
    private final DeskSession session;
    private final Ids ids;

    DeskPages(
            Confirmations confirmations, ObjectProvider<ConfirmationKind> kinds, ObjectProvider<OperatorMenuEntry> menu,
            ObjectProvider<FailedJobs> failedJobs, CurrentActor current, DeskSession session,
            Ids ids) {
        this.confirmations = confirmations;
        this.kinds = kinds;
        this.menu = menu;
        this.failedJobs = failedJobs;
        this.current = current;
        this.session = session;
        this.ids = ids;
    }

    @GetMapping("/operator")
    String desk(Model model) {
        model.addAttribute("commandId", ids.next());
        model.addAttribute("me", current.get());
        model.addAttribute("waiting", confirmations.waiting().stream().map(this::waiting).toList());
        model.addAttribute("entries", menu.stream()
                .sorted(Comparator.comparing(OperatorMenuEntry::order))
                .map(entry -> new Entry(
                        entry.messageKey(), entry.href(), entry.waiting() == null ? null : entry.waiting().getAsLong()))
                .toList());
        return "identity/desk";
    }

    @GetMapping("/operator/jobs")
    String jobs(Model model) {
        model.addAttribute("jobs", failedJobs.stream().flatMap(jobs -> jobs.list().stream()).toList());
        return "identity/jobs";
    }

    /** What had been typed when the session ended; the page offers to send it now. */
    @GetMapping("/operator/kept-form")
    String keptForm(Model model, HttpServletRequest request) {
        if (!(session.look(request, SignInFirst.KEPT_FORM) instanceof KeptForm kept)) {
            return "redirect:/operator";
        }
        model.addAttribute("kept", kept);
        model.addAttribute("shown", shown(kept));
        return "identity/kept-form";
    }

    private Waiting waiting(Proposal proposal) {
        var kind = kinds.stream().filter(known -> known.kind().equals(proposal.kind())).findFirst();
        return new Waiting(
                kind.map(ConfirmationKind::messageKey).orElse("identity.desk.kind-unknown"),
                kind.map(known -> known.href(proposal.id(), proposal.subject())).orElse(""),
                proposal.subject(),
                proposal.proposerName(),
                proposal.proposedAt(),
                proposal.proposer().equals(current.get().person()));
    }

    private static List<KeptForm.Field> shown(KeptForm kept) {
        return kept.fields().stream()
                .filter(field -> !field.value().isBlank() && !field.name().equals("commandId") && !field.name().equals("hash"))
                .toList();
    }
}
