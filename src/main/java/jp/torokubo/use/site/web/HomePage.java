// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.use.site.web;

import java.time.LocalDate;
import java.util.Set;
import jp.torokubo.ground.identity.Admits;
import jp.torokubo.ground.identity.Caller;
import jp.torokubo.ground.pages.KnownParameters;
import jp.torokubo.record.ledger.Ledger;
import jp.torokubo.record.register.RegisterName;
import jp.torokubo.record.register.RegisterReading;
import jp.torokubo.record.register.Status;
import jp.torokubo.use.site.census.LatestChanges;
import jp.torokubo.use.site.census.TakeCensus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The first page: what can be done here, how many there are, what happened last. */
@Controller
@Admits(Caller.ANYONE)
@KnownParameters({})
class HomePage {

    /** For so long a suspension or a cancellation stands above everything else. */
    private static final int EMERGENCY_DAYS = 30;

    private static final int MONTHS_AHEAD = 6;

    private final ShownDay shownDay;
    private final TakeCensus census;
    private final LatestChanges latest;
    private final RegisterReading reading;
    private final Ledger ledger;

    HomePage(ShownDay shownDay, TakeCensus census, LatestChanges latest, RegisterReading reading, Ledger ledger) {
        this.shownDay = shownDay;
        this.census = census;
        this.latest = latest;
        this.reading = reading;
        this.ledger = ledger;
    }

    @GetMapping("/")
    String home(Model model) {
        var today = shownDay.today();
        var ismap = census.handle(RegisterName.ISMAP, today);
        var liu = census.handle(RegisterName.LIU, today);
        model.addAttribute("census", ismap);
        model.addAttribute("liu", liu);
        model.addAttribute("expiring", ismap.expiringUntil(today.plusMonths(MONTHS_AHEAD)));
        model.addAttribute("stopped", stopped(today));
        model.addAttribute("emergencies", latest.stoppedSince(today.minusDays(EMERGENCY_DAYS)));
        model.addAttribute("changes", latest.handle());
        model.addAttribute("head", ledger.last(RegisterName.ISMAP.log()).orElse(null));
        model.addAttribute("root", ismap.isEmpty() ? null : ledger.root(RegisterName.ISMAP.log(), ismap.registerIndex() + 1));
        return "site/home";
    }

    private long stopped(LocalDate today) {
        var question = new RegisterReading.ListQuestion(RegisterName.ISMAP, today, null, "",
                Set.of(Status.SUSPENDED, Status.CANCELLED), null, null, RegisterReading.Order.NUMBER, false, 1, null);
        return reading.list(question).total();
    }
}
