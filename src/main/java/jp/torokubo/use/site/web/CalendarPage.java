// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.use.site.web;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import jp.torokubo.ground.identity.Admits;
import jp.torokubo.ground.identity.Caller;
import jp.torokubo.ground.pages.KnownParameters;
import jp.torokubo.record.register.RegisterEvent;
import jp.torokubo.record.register.RegisterName;
import jp.torokubo.record.register.RegisterReading;
import jp.torokubo.use.site.census.Census;
import jp.torokubo.use.site.census.TakeCensus;
import jp.torokubo.use.site.scheme.Scheme;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Days to come and days that were. */
@Controller
@Admits(Caller.ANYONE)
@KnownParameters({})
class CalendarPage {

    private static final int ENTRIES = 2_000;

    /** A day that was. @param kind register, publication, rulebook, body or count */
    public record PastDay(
            LocalDate day, String kind, String what, @Nullable String href, String provenance, @Nullable String source) {}

    private final ShownDay shownDay;
    private final TakeCensus census;
    private final RegisterReading reading;
    private final Scheme scheme;
    private final MessageSource messages;

    CalendarPage(ShownDay shownDay, TakeCensus census, RegisterReading reading, Scheme scheme, MessageSource messages) {
        this.shownDay = shownDay;
        this.census = census;
        this.reading = reading;
        this.scheme = scheme;
        this.messages = messages;
    }

    @GetMapping("/calendar")
    String calendar(Model model, Locale language) {
        var today = shownDay.today();
        var counted = census.handle(RegisterName.ISMAP, today);
        model.addAttribute("menu", "calendar");
        model.addAttribute("census", counted);
        model.addAttribute("coming", reading.comingDays(RegisterName.ISMAP, today));
        model.addAttribute("months", byMonth(past(counted, today, language)));
        return "site/calendar";
    }

    private List<PastDay> past(Census counted, LocalDate today, Locale language) {
        var days = new ArrayList<PastDay>();
        for (var batch : counted.batches()) {
            days.add(new PastDay(batch.day(), "register",
                    messages.getMessage("site.calendar.granted", new Object[] {batch.added()}, language),
                    "/services?asOf=" + batch.day(), "official", null));
        }
        for (var entry : reading.changes(RegisterName.ISMAP, null, Long.MAX_VALUE, ENTRIES)) {
            if (entry.event() instanceof RegisterEvent.PublicationLoaded loaded) {
                days.add(new PastDay(loaded.completeUntil(), "publication",
                        messages.getMessage("site.calendar.complete", new Object[] {loaded.title()}, language),
                        "/services?asOf=" + loaded.completeUntil(), "official", null));
            }
        }
        for (var milestone : scheme.milestones()) {
            days.add(new PastDay(milestone.day(), milestone.kind(), milestone.what().in(language), milestone.href(),
                    milestone.provenance(), milestone.source().in(language)));
        }
        days.removeIf(day -> day.day().isAfter(today));
        days.sort(Comparator.comparing(PastDay::day).reversed());
        return days;
    }

    private static Map<YearMonth, List<PastDay>> byMonth(List<PastDay> days) {
        var months = new LinkedHashMap<YearMonth, List<PastDay>>();
        days.forEach(day -> months.computeIfAbsent(YearMonth.from(day.day()), month -> new ArrayList<>()).add(day));
        return months;
    }
}
