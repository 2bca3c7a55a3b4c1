// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.web;

import jp.torokubo.ground.identity.Admits;
import jp.torokubo.ground.identity.Caller;
import jp.torokubo.ground.identity.CurrentActor;
import jp.torokubo.ground.refusal.Refused;
import jp.torokubo.procedure.statement.ReadVersions;
import jp.torokubo.procedure.statement.StatementRefusal;
import jp.torokubo.record.criteria.Criteria;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** The statements that providers have disclosed to the reader's organisation. */
@Controller
@Admits({Caller.PROCUREMENT_OFFICER, Caller.PROCUREMENT_APPROVER, Caller.PROVIDER_MANAGER, Caller.PROVIDER_AUTHOR})
@RequestMapping("/desk/disclosed")
class ReceivedPages {

    private final ReadVersions versions;
    private final Criteria criteria;
    private final CurrentActor current;

    ReceivedPages(ReadVersions versions, Criteria criteria, CurrentActor current) {
        this.versions = versions;
        this.criteria = criteria;
        this.current = current;
    }

    @GetMapping
    String list(Model model) {
        model.addAttribute("received", versions.received(current.get()));
        return "statement/received";
    }

    @GetMapping("/{version}")
    String one(@PathVariable String version, Model model) {
        var found = versions.received(current.get(), version)
                .orElseThrow(() -> new Refused(new StatementRefusal.VersionUnknown()));
        model.addAttribute("version", found.sections().version());
        model.addAttribute("shown", ShownVersion.of(found.sections(), found.whole(), criteria));
        return "statement/received-one";
    }
}
