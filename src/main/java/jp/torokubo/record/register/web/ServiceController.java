// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.register.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.torokubo.ground.identity.Admits;
import jp.torokubo.ground.identity.Caller;
import jp.torokubo.ground.pages.KnownParameters;
import jp.torokubo.ground.pages.PageDays;
import jp.torokubo.ground.refusal.RefusalWords;
import jp.torokubo.record.register.RegisterEvent;
import jp.torokubo.record.register.RegisterReading;
import jp.torokubo.record.register.RegisterReading.EventView;
import jp.torokubo.record.register.RegisterReading.ServiceView;
import jp.torokubo.record.register.resting.Dependencies;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The pages of one service: what is known of it, its history, its difference between two days. */
@Controller
@Admits(Caller.ANYONE)
class ServiceController {

    private final FindService findService;
    private final ServiceHead head;
    private final Dependencies dependencies;
    private final RegisterReading register;
    private final EventWords eventWords;
    private final CompareDays compareDays;
    private final RefusalWords refusals;
    private final PageDays days;

    ServiceController(
            FindService findService, ServiceHead head, Dependencies dependencies, RegisterReading register, EventWords eventWords,
            CompareDays compareDays, RefusalWords refusals, PageDays days) {
        this.findService = findService;
        this.head = head;
        this.dependencies = dependencies;
        this.register = register;
        this.eventWords = eventWords;
        this.compareDays = compareDays;
        this.refusals = refusals;
        this.days = days;
    }

    @GetMapping("/services/{no}")
    @KnownParameters({"asOf", "knownAt", "formerly"})
    @Nullable String service(
            @PathVariable String no, @RequestParam(required = false) @Nullable String asOf,
            @RequestParam(required = false) @Nullable String knownAt, @RequestParam(required = false) @Nullable String formerly,
            Model model, HttpServletRequest request, HttpServletResponse response) {
        var day = asOf == null ? null : ServiceHead.required(Moment.day(asOf)).day();
        var known = knownAt == null ? null : ServiceHead.required(Moment.time(knownAt));
        var view = findService.handle(no, day == null ? days.today() : day, known);
        if (head.movedTo(no, view, "", request, response)) {
            return null;
        }
        head.put(model, view, day, known, "");
        model.addAttribute("troubled", dependencies.below(view, known).troubled());
        var events = register.events(view.listed().register(), view.listed().id(), known);
        model.addAttribute("entries", events.size());
        model.addAttribute("granted", events.stream().filter(event -> event.index() == view.grantedBy()).findFirst().orElse(null));
        model.addAttribute("formerly", formerly != null && view.formerNumbers().contains(formerly) ? formerly : null);
        model.addAttribute("formerNames", view.facts().alsoKnownAs().stream()
                .filter(other -> other.kind().equals("former-name")).map(other -> other.name().value()).collect(Collectors.joining("、")));
        return "services/service";
    }

    @GetMapping("/services/{no}/history")
    @KnownParameters("knownAt")
    @Nullable String history(
            @PathVariable String no, @RequestParam(required = false) @Nullable String knownAt,
            Model model, HttpServletRequest request, HttpServletResponse response) {
        var known = knownAt == null ? null : ServiceHead.required(Moment.time(knownAt));
        var view = findService.handle(no, days.today(), known);
        if (head.movedTo(no, view, "/history", request, response)) {
            return null;
        }
        head.put(model, view, null, known, "/history");
        var events = register.events(view.listed().register(), view.listed().id(), known);
        Map<Long, EventView> byIndex = events.stream().collect(Collectors.toMap(EventView::index, Function.identity()));
        model.addAttribute("entries", events.size());
        model.addAttribute("history", events.stream()
                .map(event -> line(event, byIndex))
                .sorted(Comparator.comparing(Line::effectiveOn).reversed()
                        .thenComparing(Comparator.comparingLong((Line line) -> line.event().index()).reversed()))
                .toList());
        return "services/history";
    }

    /**
     * One entry as the history shows it.
     *
     * @param corrects the entry it corrects, or null
     * @param annuls whether it takes that entry back without putting another in its place
     */
    record Line(
            EventView event, String type, LocalDate effectiveOn, List<EventWords.Item> items, @Nullable Long corrects, boolean annuls,
            @Nullable String why) {}

    private Line line(EventView view, Map<Long, EventView> byIndex) {
        if (view.event() instanceof RegisterEvent.OfService event) {
            return new Line(view, event.type(), event.effectiveOn(), eventWords.items(event), null, false, null);
        }
        if (view.event() instanceof RegisterEvent.Corrected corrected) {
            var replacement = corrected.replacement();
            return new Line(
                    view, corrected.type(), effectiveOn(corrected, byIndex, view), replacement == null ? List.of() : eventWords.items(replacement),
                    corrected.entry(), replacement == null, corrected.why());
        }
        return new Line(view, view.event().type(), days.day(view.recordedAt()), List.of(), null, false, null);
    }

    /** A correction is of the day its replacement names, or of the entry it annuls. */
    private LocalDate effectiveOn(RegisterEvent.Corrected corrected, Map<Long, EventView> byIndex, EventView view) {
        if (corrected.replacement() != null) {
            return corrected.replacement().effectiveOn();
        }
        var wrong = byIndex.get(corrected.entry());
        if (wrong != null && wrong.event() instanceof RegisterEvent.OfService event) {
            return event.effectiveOn();
        }
        if (wrong != null && wrong.event() instanceof RegisterEvent.Corrected earlier) {
            return effectiveOn(earlier, byIndex, wrong);
        }
        return days.day(view.recordedAt());
    }

    @GetMapping("/services/{no}/diff")
    @KnownParameters({"from", "to", "fromKnown", "toKnown", "all"})
    @Nullable String diff(
            @PathVariable String no, @RequestParam Map<String, String> parameters,
            Model model, Locale locale, HttpServletRequest request, HttpServletResponse response) {
        var wrong = new LinkedHashMap<String, String>();
        var from = read(parameters.get("from"), "from", Moment::day, wrong, locale);
        var to = read(parameters.get("to"), "to", Moment::day, wrong, locale);
        var fromKnown = read(parameters.get("fromKnown"), "fromKnown", Moment::time, wrong, locale);
        var toKnown = read(parameters.get("toKnown"), "toKnown", Moment::time, wrong, locale);
        var latest = findService.handle(no, to == null || to.day().isBefore(days.today()) ? days.today() : to.day(), null);
        if (head.movedTo(no, latest, "/diff", request, response)) {
            return null;
        }
        head.put(model, latest, null, null, "/diff");
        model.addAttribute("asOfStrip", null);
        model.addAttribute("given", parameters);
        model.addAttribute("wrong", wrong);
        model.addAttribute("entries", register.events(latest.listed().register(), latest.listed().id(), null).size());
        if (!wrong.isEmpty()) {
            response.setStatus(400);
            return "services/diff";
        }
        var fromDay = from == null ? latest.listed().registeredOn() : from.day();
        var toDay = to == null ? days.today() : to.day();
        var before = findService.on(no, fromDay, fromKnown).orElse(null);
        var after = findService.on(no, toDay, toKnown).orElse(null);
        var rows = compareDays.handle(before, after);
        model.addAttribute("before", before);
        model.addAttribute("after", after);
        model.addAttribute("fromDay", fromDay);
        model.addAttribute("toDay", toDay);
        model.addAttribute("fromKnown", fromKnown);
        model.addAttribute("toKnown", toKnown);
        model.addAttribute("rows", rows);
        model.addAttribute("changedRows", rows.stream().filter(CompareDays.Row::changed).toList());
        model.addAttribute("all", parameters.containsKey("all"));
        model.addAttribute("allHref", diffHref(latest, fromDay, toDay, fromKnown, toKnown) + "&all=1");
        model.addAttribute("changedHref", diffHref(latest, fromDay, toDay, fromKnown, toKnown));
        return "services/diff";
    }

    private static String diffHref(
            ServiceView view, LocalDate from, LocalDate to, @Nullable Instant fromKnown, @Nullable Instant toKnown) {
        return ServiceHead.path(view, "/diff") + "?from=" + from + "&to=" + to
                + (fromKnown == null ? "" : "&fromKnown=" + fromKnown) + (toKnown == null ? "" : "&toKnown=" + toKnown);
    }

    private <T> @Nullable T read(
            @Nullable String given, String field, Function<String, Moment.Reading<T>> reader, Map<String, String> wrong, Locale locale) {
        if (given == null || given.isBlank()) {
            return null;
        }
        var reading = reader.apply(given);
        if (reading instanceof Moment.Reading.Read<T> read) {
            return read.value();
        }
        wrong.put(field, refusals.of(((Moment.Reading.Refused<T>) reading).why()).in(locale));
        return null;
    }
}
