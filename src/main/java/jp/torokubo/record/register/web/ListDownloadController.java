// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.register.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import jp.torokubo.ground.identity.Admits;
import jp.torokubo.ground.identity.Caller;
import jp.torokubo.ground.pages.PageDays;
import jp.torokubo.ground.pages.PagesRefusal;
import jp.torokubo.ground.paper.Download;
import jp.torokubo.ground.refusal.Refused;
import jp.torokubo.record.register.RegisterReading;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Hands out what the list shows, all its pages, as a file. */
@Controller
@Admits(Caller.ANYONE)
class ListDownloadController {

    private final RegisterReading register;
    private final PageDays days;

    ListDownloadController(RegisterReading register, PageDays days) {
        this.register = register;
        this.days = days;
    }

    /** @param enc for CSV: {@code utf8} without the mark, {@code sjis}, or nothing */
    @GetMapping("/services.{ending:csv|json|xlsx}")
    void download(
            @PathVariable String ending, @RequestParam MultiValueMap<String, String> parameters,
            @RequestParam(required = false) @Nullable String enc, Locale locale, HttpServletResponse response) throws IOException {
        var address = ListAddress.read(parameters);
        if (!address.wrong().isEmpty()) {
            throw new Refused(address.wrong().values().iterator().next());
        }
        var form = Download.of(ending, enc).orElseThrow(() -> new Refused(new PagesRefusal.MalformedParameter("enc", String.valueOf(enc))));
        send(address.state(), form, locale, response);
    }

    void send(ListState state, Download form, Locale locale, HttpServletResponse response) throws IOException {
        var list = register.page(state.question(days.today(), 0, null));
        form.send(ListTable.of(list, locale), locale, "services-" + list.asOf(), response);
    }
}
