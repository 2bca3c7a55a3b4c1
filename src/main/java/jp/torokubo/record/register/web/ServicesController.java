// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.register.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import jakarta.servlet.http.HttpServletResponse;
import jp.torokubo.ground.identity.Admits;
import jp.torokubo.ground.identity.Caller;
import jp.torokubo.ground.pages.AsOfStrip;
import jp.torokubo.ground.pages.KnownParameters;
import jp.torokubo.ground.pages.PageDays;
import jp.torokubo.ground.pages.PageLanguage;
import jp.torokubo.ground.refusal.RefusalWords;
import jp.torokubo.record.register.RegisterName;
import jp.torokubo.record.register.RegisterReading;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of services on any day. What a program asks for at the same address, and the files, are in {@code rest}. */
@Controller
@Admits(Caller.ANYONE)
class ServicesController {

    private final ReadList readList;
    private final RegisterReading register;
    private final RefusalWords refusals;
    private final PageDays days;

    ServicesController(ReadList readList, RegisterReading register, RefusalWords refusals, PageDays days) {
        this.readList = readList;
        this.register = register;
        this.refusals = refusals;
        this.days = days;
    }

    @GetMapping("/services")
    @KnownParameters({
        "q", "asOf", "knownAt", "register", "status", "provider", "registeredOn", "sort", "limit", "cursor", "columns"
    })
    String list(@RequestParam MultiValueMap<String, String> parameters, Model model, Locale locale, HttpServletResponse response) {
        response.addHeader("Vary", "Accept");
        var address = ListAddress.read(parameters);
        var state = address.state();
        model.addAttribute("menu", "services");
        model.addAttribute("given", address.given());
        model.addAttribute("wrong", address.wrong().entrySet().stream().collect(Collectors.toMap(
                wrong -> wrong.getKey(), wrong -> refusals.of(wrong.getValue()).in(locale))));
        model.addAttribute("carried", carried(state));
        model.addAttribute("batches", register.grantsByDay(state.register(), state.knownAt()).stream()
                .map(batch -> new Batch(batch.day(), batch.count(), state.withAsOf(batch.day()).href()))
                .toList());
        if (!address.wrong().isEmpty()) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            return "services/list";
        }
        if (address.asOf() != null && !address.asOf().day().toString().equals(address.given().get("asOf"))) {
            model.addAttribute("readBack", PageLanguage.ENGLISH.locale().equals(locale)
                    ? address.asOf().readBackInEnglish() : address.asOf().readBackInJapanese());
        }
        var page = readList.handle(state);
        model.addAttribute("page", page);
        model.addAttribute("registers", registers(state));
        model.addAttribute("asOfStrip", new AsOfStrip(
                page.day(), page.day().isBefore(days.today()), page.list().completeUntil(), state.knownAt(),
                state.href() + "#asof", state.withAsOf(null).withKnownAt(null).href()));
        return "services/list";
    }

    /** A batch of registrations on one day, and the list as it stood then. */
    record Batch(java.time.LocalDate day, long count, String href) {}

    /** Another register that holds something. */
    record Other(RegisterName register, boolean chosen, String href) {}

    /** What the search form must carry so that searching loses no filter. */
    record Carried(String name, String value) {}

    private List<Other> registers(ListState state) {
        return Arrays.stream(RegisterName.values())
                .filter(name -> name != RegisterName.AUDIT_BODIES)
                .filter(name -> name == state.register() || register.standing(name, state.knownAt()).registerIndex() >= 0)
                .map(name -> new Other(name, name == state.register(), state.withRegister(name).href()))
                .toList();
    }

    private static List<Carried> carried(ListState state) {
        var query = state.withQ("").withAsOf(null).withKnownAt(null).query();
        return query.isEmpty() ? List.of() : Arrays.stream(query.substring(1).split("&"))
                .map(pair -> pair.split("=", 2))
                .map(pair -> new Carried(pair[0], java.net.URLDecoder.decode(pair[1], java.nio.charset.StandardCharsets.UTF_8)))
                .toList();
    }
}
