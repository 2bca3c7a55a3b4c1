// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.use.site.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import jp.torokubo.ground.identity.Admits;
import jp.torokubo.ground.identity.Caller;
import jp.torokubo.ground.pages.AsOfStrip;
import jp.torokubo.ground.pages.KnownParameters;
import jp.torokubo.ground.paper.Download;
import jp.torokubo.ground.refusal.Refused;
import jp.torokubo.record.register.RegisterName;
import jp.torokubo.use.site.SiteRefusal;
import jp.torokubo.use.site.census.TakeCensus;
import jp.torokubo.use.site.scheme.Scheme;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Numbers as pictures, tables and files; all three from one census. */
@Controller
@Admits(Caller.ANYONE)
@KnownParameters("asOf")
class StatsPage {

    static final int MONTHS = 24;

    private final ShownDay shownDay;
    private final TakeCensus census;
    private final Scheme scheme;
    private final StatsPictures pictures;
    private final StatsTables tables;

    StatsPage(ShownDay shownDay, TakeCensus census, Scheme scheme, StatsPictures pictures, StatsTables tables) {
        this.shownDay = shownDay;
        this.census = census;
        this.scheme = scheme;
        this.pictures = pictures;
        this.tables = tables;
    }

    @GetMapping("/stats")
    String stats(@RequestParam(required = false) @Nullable String asOf, Model model, Locale language) {
        var day = shownDay.orToday(asOf);
        var counted = census.handle(RegisterName.ISMAP, day);
        var counts = scheme.counts();
        model.addAttribute("menu", "stats");
        model.addAttribute("census", counted);
        model.addAttribute("counts", counts);
        model.addAttribute("months", counted.expiringByMonth(MONTHS));
        model.addAttribute("pictures", pictures.of(counted, counts, language));
        model.addAttribute("asOfParameter", asOf == null ? null : day);
        model.addAttribute("asOfStrip", new AsOfStrip(
                day, day.isBefore(shownDay.today()), counted.completeUntil(), null, "/services", "/stats"));
        return "site/stats";
    }

    @GetMapping("/stats/{table}.csv")
    void csv(
            @PathVariable String table, @RequestParam(required = false) @Nullable String asOf, Locale language,
            HttpServletResponse response) throws IOException {
        var counted = census.handle(RegisterName.ISMAP, shownDay.orToday(asOf));
        var found = tables.of(table, counted, language)
                .orElseThrow(() -> new Refused(new SiteRefusal.NoSuchFile(table + ".csv")));
        Download.CSV.send(found, language, table + "-" + counted.asOf(), response);
    }
}
