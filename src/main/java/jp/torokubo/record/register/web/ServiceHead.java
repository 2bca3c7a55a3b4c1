// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.register.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import jp.torokubo.ground.pages.AsOfStrip;
import jp.torokubo.ground.pages.PageDays;
import jp.torokubo.ground.refusal.Refused;
import jp.torokubo.record.register.RegisterReading.ServiceView;
import jp.torokubo.record.register.ServicePage;
import jp.torokubo.record.register.StatementReading;
import jp.torokubo.record.register.resting.Dependencies;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the pages of one service share: its head, its tabs, and the way from whatever number it is called by to its present one. */
@Component
class ServiceHead {

    private final StatementReading statements;
    private final Dependencies dependencies;
    private final PageDays days;
    private final ObjectProvider<ServicePage> pages;

    ServiceHead(StatementReading statements, Dependencies dependencies, PageDays days, ObjectProvider<ServicePage> pages) {
        this.statements = statements;
        this.dependencies = dependencies;
        this.days = days;
        this.pages = pages;
    }

    /** A page of another module. */
    record More(String href, String messageKey) {}

    /** @param page the address below the service's own, or empty */
    void put(Model model, ServiceView view, @Nullable LocalDate day, @Nullable Instant known, String page) {
        var query = ServiceAddress.query(day, known);
        model.addAttribute("menu", "services");
        model.addAttribute("view", view);
        model.addAttribute("here", page);
        model.addAttribute("overviewHref", path(view, "") + query);
        model.addAttribute("historyHref", path(view, "/history") + ServiceAddress.query(null, known));
        var stated = statements.of(view.listed().register(), view.listed().id(), view.asOf(), known).orElse(null);
        model.addAttribute("stated", stated);
        model.addAttribute("restedOn", dependencies.restedOn(view, known));
        model.addAttribute("scopeHref", path(view, "/scope") + query);
        model.addAttribute("controlsHref", path(view, "/controls") + query);
        model.addAttribute("dependenciesHref", path(view, "/dependencies") + query);
        model.addAttribute("morePages", pages.stream().filter(more -> more.isThere().test(view.listed().id()))
                .map(more -> new More(path(view, more.path()), more.messageKey())).toList());
        model.addAttribute("diffHref", path(view, "/diff"));
        model.addAttribute("jsonHref", "/api/v1" + path(view, "") + query);
        model.addAttribute("listHref", "/services" + query);
        model.addAttribute("beyondHorizon", view.completeUntil() == null || view.asOf().isAfter(view.completeUntil()));
        model.addAttribute("horizonHref", path(view, page) + ServiceAddress.query(view.completeUntil(), known));
        model.addAttribute("asOfStrip", new AsOfStrip(
                view.asOf(), view.asOf().isBefore(days.today()), view.completeUntil(), known,
                path(view, "/diff"), path(view, page)));
    }

    /** Sends whoever asks by a former number, or by id, on to the present number. */
    boolean movedTo(
            String called, ServiceView view, String page, HttpServletRequest request, HttpServletResponse response) {
        var number = view.listed().number();
        if (number == null || number.value().equals(called)) {
            return false;
        }
        var former = view.formerNumbers().contains(called);
        var query = request.getQueryString() == null ? "" : "&" + request.getQueryString();
        var note = former && page.isEmpty() ? "&formerly=" + URLEncoder.encode(called, StandardCharsets.UTF_8) : "";
        var rest = (query + note).replaceFirst("^&", "?");
        response.setStatus(former ? HttpServletResponse.SC_MOVED_PERMANENTLY : HttpServletResponse.SC_FOUND);
        response.setHeader("Location", request.getContextPath() + path(view, page) + rest);
        return true;
    }

    static String path(ServiceView view, String page) {
        return ServiceAddress.of(view.listed(), null, null) + page;
    }

    /** @throws Refused where it cannot be read */
    static <T> T required(Moment.Reading<T> reading) {
        if (reading instanceof Moment.Reading.Read<T> read) {
            return read.value();
        }
        throw new Refused(((Moment.Reading.Refused<T>) reading).why());
    }
}
