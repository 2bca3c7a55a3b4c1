// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.use.site.web;

import jakarta.servlet.http.HttpServletRequest;
import jp.torokubo.ground.identity.Admits;
import jp.torokubo.ground.identity.Caller;
import jp.torokubo.ground.pages.KnownParameters;
import jp.torokubo.use.site.openapi.ApiDocument;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The API for people: its own document as a page, without a script. */
@Controller
@Admits(Caller.ANYONE)
@KnownParameters({})
class ApiPage {

    private final ApiDocument api;

    ApiPage(ApiDocument api) {
        this.api = api;
    }

    @GetMapping("/api")
    String api(Model model, HttpServletRequest request) {
        var document = api.read(request);
        model.addAttribute("menu", "data");
        model.addAttribute("operations", api.operations(document));
        model.addAttribute("shapes", api.shapes(document));
        model.addAttribute("document", ApiDocument.ADDRESS);
        model.addAttribute("version", document.path("info").path("version").asString(""));
        model.addAttribute("openapi", document.path("openapi").asString(""));
        model.addAttribute("base", base(request));
        return "site/api";
    }

    /** Scheme and host as the reader wrote them: the commands shown can be copied. */
    private static String base(HttpServletRequest request) {
        return request.getRequestURL().toString().replaceFirst("^(https?://[^/]+).*", "$1");
    }
}
