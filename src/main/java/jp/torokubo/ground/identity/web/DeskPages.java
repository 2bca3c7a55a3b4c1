// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import jp.torokubo.ground.identity.Admits;
import jp.torokubo.ground.identity.Caller;
import jp.torokubo.ground.jobs.FailedJobs;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What has failed, and what somebody had typed when his session ended. The start page itself is the module {@code desk}'s. */
@Controller
@Admits(Caller.OPERATOR)
class DeskPages {

    private final ObjectProvider<FailedJobs> failedJobs;
    private final DeskSession session;

    DeskPages(ObjectProvider<FailedJobs> failedJobs, DeskSession session) {
        this.failedJobs = failedJobs;
        this.session = session;
    }

    @GetMapping("/operator/jobs")
    String jobs(Model model) {
        model.addAttribute("jobs", failedJobs.stream().flatMap(jobs -> jobs.list().stream()).toList());
        return "identity/jobs";
    }

    /** What had been typed when the session ended; the page offers to send it now. */
    @GetMapping("/desk/kept-form")
    @Admits(Caller.SIGNED_IN)
    String keptForm(Model model, HttpServletRequest request) {
        if (!(session.look(request, SignInFirst.KEPT_FORM) instanceof KeptForm kept)) {
            return "redirect:/desk";
        }
        model.addAttribute("kept", kept);
        model.addAttribute("shown", shown(kept));
        return "identity/kept-form";
    }

    private static List<KeptForm.Field> shown(KeptForm kept) {
        return kept.fields().stream()
                .filter(field -> !field.value().isBlank() && !field.name().equals("commandId") && !field.name().equals("hash"))
                .toList();
    }
}
