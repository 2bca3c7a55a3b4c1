// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.register.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import jp.torokubo.ground.identity.Admits;
import jp.torokubo.ground.identity.Caller;
import jp.torokubo.ground.pages.KnownParameters;
import jp.torokubo.ground.pages.PageDays;
import jp.torokubo.record.register.ObjectiveTitles;
import jp.torokubo.record.register.ObjectiveTitles.Title;
import jp.torokubo.record.register.RegisterReading;
import jp.torokubo.record.register.RegisterReading.ServiceView;
import jp.torokubo.record.register.StatementReading;
import jp.torokubo.record.register.StatementReading.Stated;
import jp.torokubo.record.register.resting.Dependencies;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What is public of a service's statement: its scope by function, its objectives, the services below and above it. */
@Controller
@Admits(Caller.ANYONE)
class StatementPages {

    private final FindService findService;
    private final ServiceHead head;
    private final RegisterReading register;
    private final StatementReading statements;
    private final Dependencies dependencies;
    private final ObjectiveTitles titles;
    private final PageDays days;

    StatementPages(
            FindService findService, ServiceHead head, RegisterReading register, StatementReading statements, Dependencies dependencies,
            ObjectiveTitles titles, PageDays days) {
        this.findService = findService;
        this.head = head;
        this.register = register;
        this.statements = statements;
        this.dependencies = dependencies;
        this.titles = titles;
        this.days = days;
    }

    /** What was asked for, of which day, as known when. */
    private record Asked(ServiceView view, @Nullable LocalDate day, @Nullable Instant known) {}

    @GetMapping("/services/{no}/scope")
    @KnownParameters({"asOf", "knownAt", "standing", "q"})
    @Nullable String scope(
            @PathVariable String no, @RequestParam(required = false) @Nullable String asOf,
            @RequestParam(required = false) @Nullable String knownAt, @RequestParam(defaultValue = "") String standing,
            @RequestParam(defaultValue = "") String q, Model model, HttpServletRequest request, HttpServletResponse response) {
        var asked = asked(no, asOf, knownAt, "/scope", model, request, response);
        if (asked == null) {
            return null;
        }
        stated(asked).ifPresent(stated -> model.addAttribute("scope", ScopeOfStatement.of(stated.content(), standing, q)));
        model.addAttribute("fileHref", ServiceHead.path(asked.view(), "/scope"));
        return "services/scope";
    }

    @GetMapping("/services/{no}/controls")
    @KnownParameters({"asOf", "knownAt", "choice"})
    @Nullable String controls(
            @PathVariable String no, @RequestParam(required = false) @Nullable String asOf,
            @RequestParam(required = false) @Nullable String knownAt, @RequestParam(defaultValue = "") String choice, Model model,
            Locale locale, HttpServletRequest request, HttpServletResponse response) {
        var asked = asked(no, asOf, knownAt, "/controls", model, request, response);
        if (asked == null) {
            return null;
        }
        boolean english = locale.getLanguage().equals(Locale.ENGLISH.getLanguage());
        stated(asked).ifPresent(stated -> {
            var shown = ObjectivesOfStatement.of(stated.content(), titles(stated, english), choice);
            model.addAttribute("objectives", shown);
            model.addAttribute("strip", ObjectiveStrip.of(shown.chapters()));
            since(asked, stated, english, model);
        });
        model.addAttribute("fileHref", ServiceHead.path(asked.view(), "/controls"));
        return "services/controls";
    }

    private Function<String, @Nullable Title> titles(Stated stated, boolean english) {
        return number -> titles.title(stated.statement().edition(), number, english).orElse(null);
    }

    /** Beside the statement that stands, what was otherwise in the one of the period before. */
    private void since(Asked asked, Stated stated, boolean english, Model model) {
        var service = asked.view().listed();
        var before = ObjectivesSince.before(
                stated, one -> statements.before(service.register(), service.id(), one.on(), asked.known()));
        before.map(one -> ObjectivesSince.of(one, stated, of -> titles(of, english))).ifPresent(since -> {
            model.addAttribute("since", since);
            model.addAttribute("beforeHref", ServiceHead.path(asked.view(), "/controls")
                    + ServiceAddress.query(since.before().on(), asked.known()));
            model.addAttribute("bothEditionsKnown",
                    titles.knows(since.before().statement().edition()) && titles.knows(stated.statement().edition()));
        });
    }

    @GetMapping("/services/{no}/dependencies")
    @KnownParameters({"asOf", "knownAt"})
    @Nullable String dependencies(
            @PathVariable String no, @RequestParam(required = false) @Nullable String asOf,
            @RequestParam(required = false) @Nullable String knownAt, Model model, HttpServletRequest request,
            HttpServletResponse response) {
        var asked = asked(no, asOf, knownAt, "/dependencies", model, request, response);
        if (asked == null) {
            return null;
        }
        model.addAttribute("below", dependencies.below(asked.view(), asked.known()));
        model.addAttribute("above", dependencies.above(asked.view(), asked.known()));
        model.addAttribute("fileHref", ServiceHead.path(asked.view(), "/dependencies"));
        model.addAttribute("addresses", new Addresses(asked.day(), asked.known()));
        return "services/dependencies";
    }

    /** Where other services of the same question are found. */
    record Addresses(@Nullable LocalDate day, @Nullable Instant known) {
        public String of(RegisterReading.ListedService service) {
            return ServiceAddress.of(service, null, null) + "/dependencies" + ServiceAddress.query(day, known);
        }
    }

    /** @return null where the reader is sent on to the service's present address */
    private @Nullable Asked asked(
            String no, @Nullable String asOf, @Nullable String knownAt, String page, Model model, HttpServletRequest request,
            HttpServletResponse response) {
        var day = asOf == null ? null : ServiceHead.required(Moment.day(asOf)).day();
        var known = knownAt == null ? null : ServiceHead.required(Moment.time(knownAt));
        var view = findService.handle(no, day == null ? days.today() : day, known);
        if (head.movedTo(no, view, page, request, response)) {
            return null;
        }
        head.put(model, view, day, known, page);
        model.addAttribute("entries", register.events(view.listed().register(), view.listed().id(), known).size());
        model.addAttribute("proofHref", ServiceHead.path(view, "/statement.json") + ServiceAddress.query(day, known));
        model.addAttribute("carried", carried(day, known));
        model.addAttribute("dayQuery", ServiceAddress.query(day, known));
        return new Asked(view, day, known);
    }

    /** The question's two times, for the forms and links of a page. */
    private static List<Carried> carried(@Nullable LocalDate day, @Nullable Instant known) {
        var carried = new java.util.ArrayList<Carried>();
        if (day != null) {
            carried.add(new Carried("asOf", day.toString()));
        }
        if (known != null) {
            carried.add(new Carried("knownAt", known.toString()));
        }
        return carried;
    }

    record Carried(String name, String value) {}

    private java.util.Optional<Stated> stated(Asked asked) {
        return statements.of(asked.view().listed().register(), asked.view().listed().id(), asked.view().asOf(), asked.known());
    }
}
