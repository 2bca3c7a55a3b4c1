// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.use.site.web;

import java.time.LocalDate;
import java.util.List;
import jp.torokubo.ground.identity.Admits;
import jp.torokubo.ground.identity.Caller;
import jp.torokubo.ground.pages.KnownParameters;
import jp.torokubo.use.site.downloads.Terms;
import jp.torokubo.use.site.scheme.Scheme;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Glossary, help, accessibility: pages of words. */
@Controller
@Admits(Caller.ANYONE)
@KnownParameters({})
class GuidePages {

    /**
     * Something a reader wants to do.
     *
     * @param key of its words
     * @param steps how many there are
     * @param href the page where it is done, from the root
     */
    public record Task(String key, int steps, String href) {}

    private static final List<Task> TASKS = List.of(
            new Task("find", 3, "/services"),
            new Task("past", 2, "/services"),
            new Task("expiry", 2, "/calendar"),
            new Task("scope", 2, "/about"),
            new Task("take", 3, "/data"),
            new Task("follow", 2, "/changes"),
            new Task("program", 2, "/api"),
            new Task("rules", 2, "/rulebook"),
            new Task("print", 2, "/services"),
            new Task("mistake", 2, "/about"));

    /** When somebody last looked at the pages on a narrow screen and on paper. */
    private static final LocalDate LOOKED = LocalDate.of(2026, 11, 21);

    private final Scheme scheme;
    private final Terms terms;

    GuidePages(Scheme scheme, Terms terms) {
        this.scheme = scheme;
        this.terms = terms;
    }

    @GetMapping("/glossary")
    String glossary(Model model) {
        model.addAttribute("ours", scheme.ours());
        model.addAttribute("words", scheme.words());
        return "site/glossary";
    }

    @GetMapping("/help")
    String help(Model model) {
        model.addAttribute("tasks", TASKS);
        model.addAttribute("terms", terms);
        return "site/help";
    }

    @GetMapping("/accessibility")
    String accessibility(Model model) {
        model.addAttribute("looked", LOOKED);
        model.addAttribute("terms", terms);
        return "site/accessibility";
    }
}
