// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.web;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import jp.torokubo.ground.identity.Admits;
import jp.torokubo.ground.identity.Caller;
import jp.torokubo.ground.identity.CurrentActor;
import jp.torokubo.ground.refusal.Refused;
import jp.torokubo.procedure.statement.Part;
import jp.torokubo.procedure.statement.StatementId;
import jp.torokubo.procedure.statement.comparing.ComparePartVersions;
import jp.torokubo.procedure.statement.comparing.web.DifferingPart;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** A part as somebody once left it, and what the version after it says differently. */
@Controller
@Admits({Caller.PROVIDER_MANAGER, Caller.PROVIDER_AUTHOR, Caller.ADVISER, Caller.AUDITOR, Caller.REVIEW_LEAD, Caller.REVIEWER})
class PartVersionPages {

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,10}");

    private final ComparePartVersions versions;
    private final Pages pages;
    private final MessageSource messages;
    private final CurrentActor current;

    PartVersionPages(ComparePartVersions versions, Pages pages, MessageSource messages, CurrentActor current) {
        this.versions = versions;
        this.pages = pages;
        this.messages = messages;
        this.current = current;
    }

    @GetMapping("/desk/dossiers/{dossier}/statements/{statement}/parts/{part}/versions/{number}")
    String show(
            @PathVariable UUID dossier, @PathVariable UUID statement, @PathVariable String part, @PathVariable String number,
            Model model, Locale locale) {
        pages.head(dossier, statement, model);
        var which = Part.of(part).orElseThrow(() -> new Refused(new PageRefusal.PartUnknown()));
        var read = (NUMBER.matcher(number).matches()
                        ? versions.read(current.get(), new StatementId(statement), which, Long.parseLong(number))
                        : Optional.<ComparePartVersions.Read>empty())
                .orElseThrow(() -> new Refused(new PageRefusal.PartVersionUnknown()));
        model.addAttribute("part", which);
        model.addAttribute("version", read.version());
        model.addAttribute("next", read.next());
        model.addAttribute("people", read.people());
        model.addAttribute("differing", read.difference() == null ? null : DifferingPart.of(read.difference(), messages, locale));
        model.addAttribute("fields", new PartForm(which).show(read.version().content()));
        return "statement/part-version";
    }
}
