// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.use.site.web;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import jp.torokubo.ground.identity.Admits;
import jp.torokubo.ground.identity.Caller;
import jp.torokubo.ground.pages.KnownParameters;
import jp.torokubo.ground.refusal.Refused;
import jp.torokubo.record.register.Basis;
import jp.torokubo.record.register.RegisterEvent;
import jp.torokubo.record.register.RegisterName;
import jp.torokubo.record.register.RegisterReading;
import jp.torokubo.record.register.RegisterReading.EventView;
import jp.torokubo.use.site.SiteRefusal;
import jp.torokubo.use.site.census.Events;
import jp.torokubo.use.site.scheme.Scheme;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What was written into the register and the rulebook, newest first, page by page. */
@Controller
@Admits(Caller.ANYONE)
class ChangesPage {

    static final int ON_A_PAGE = 50;

    /**
     * An entry as the page shows it.
     *
     * @param day from which it has effect; null for an annulment
     * @param why reason or what changed; null where there is none
     * @param annuls whether it is a correction that puts nothing in place
     */
    public record Line(EventView entry, @Nullable LocalDate day, @Nullable String why, boolean annuls) {

        static Line of(EventView entry) {
            return new Line(entry, Events.effectiveOn(entry.event()), Events.why(entry.event()),
                    entry.event() instanceof RegisterEvent.Corrected corrected && corrected.replacement() == null);
        }

        public RegisterEvent.@Nullable Corrected correction() {
            return entry.event() instanceof RegisterEvent.Corrected corrected ? corrected : null;
        }

        public RegisterEvent.@Nullable PublicationLoaded loaded() {
            return entry.event() instanceof RegisterEvent.PublicationLoaded loaded ? loaded : null;
        }

        /** Title, source and place of the publication, or what else it rests on, one after another. */
        public List<String> basis() {
            if (entry.basis() instanceof Basis.Publication publication) {
                return List.of(publication.title(), publication.place());
            }
            if (entry.basis() instanceof Basis.Decision decision) {
                return List.of(decision.meeting(), decision.item(), decision.article());
            }
            return List.of(((Basis.ProviderAct) entry.basis()).what());
        }
    }

    private final ShownDay shownDay;
    private final RegisterReading reading;
    private final Scheme scheme;

    ChangesPage(ShownDay shownDay, RegisterReading reading, Scheme scheme) {
        this.shownDay = shownDay;
        this.reading = reading;
        this.scheme = scheme;
    }

    /**
     * @param of register, or rulebook
     * @param before index of the entry at which the page before ended
     */
    @GetMapping("/changes")
    @KnownParameters({"since", "of", "before"})
    String changes(
            @RequestParam(required = false) @Nullable String since,
            @RequestParam(required = false) @Nullable String of,
            @RequestParam(required = false) @Nullable String before,
            Model model) {
        var day = shownDay.read(since);
        model.addAttribute("menu", "changes");
        model.addAttribute("feed", "/feeds/register.atom");
        model.addAttribute("since", day);
        model.addAttribute("of", "rulebook".equals(of) ? "rulebook" : "register");
        if ("rulebook".equals(of)) {
            model.addAttribute("milestones", scheme.milestones().stream()
                    .filter(milestone -> day == null || !milestone.day().isBefore(day))
                    .sorted(Comparator.comparing(Scheme.Milestone::day).reversed()).toList());
            return "site/changes";
        }
        var found = reading.changes(RegisterName.ISMAP, day, place(before), ON_A_PAGE + 1);
        var lines = found.stream().limit(ON_A_PAGE).map(Line::of).toList();
        model.addAttribute("lines", lines);
        model.addAttribute("older", found.size() > ON_A_PAGE ? lines.get(ON_A_PAGE - 1).entry().index() : null);
        model.addAttribute("first", before == null);
        return "site/changes";
    }

    private static long place(@Nullable String before) {
        if (before == null) {
            return Long.MAX_VALUE;
        }
        if (!before.matches("\\d{1,18}")) {
            throw new Refused(new SiteRefusal.NoSuchPlace(before.length() > 40 ? before.substring(0, 40) + "…" : before));
        }
        return Long.parseLong(before);
    }
}
