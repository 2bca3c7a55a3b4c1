// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.rulebook.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import jp.torokubo.ground.identity.Admits;
import jp.torokubo.ground.identity.Caller;
import jp.torokubo.ground.japanese.CivilDay;
import jp.torokubo.ground.pages.KnownParameters;
import jp.torokubo.ground.pages.PageDays;
import jp.torokubo.ground.paper.Download;
import jp.torokubo.ground.paper.PdfPage;
import jp.torokubo.ground.refusal.Refused;
import jp.torokubo.record.rulebook.CitedArticle;
import jp.torokubo.record.rulebook.Document;
import jp.torokubo.record.rulebook.Edition;
import jp.torokubo.record.rulebook.Kind;
import jp.torokubo.record.rulebook.Rulebook;
import jp.torokubo.record.rulebook.RulebookRefusal;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;

/** The documents of the scheme on any day, their editions, and the comparison table of any two of them. */
@Controller
@Admits(Caller.ANYONE)
class RulebookPages {

    /** @param standing on the day, or null where none is known for it */
    record Row(Document document, @Nullable Edition standing) {}

    private static final LocalDate FIRST_DAY = LocalDate.of(2020, 1, 1);

    private final Rulebook rulebook;
    private final PageDays days;
    private final MessageSource messages;
    private final SpringTemplateEngine templates;
    private final PdfPage paper;

    RulebookPages(Rulebook rulebook, PageDays days, MessageSource messages, SpringTemplateEngine templates, PdfPage paper) {
        this.rulebook = rulebook;
        this.days = days;
        this.messages = messages;
        this.templates = templates;
        this.paper = paper;
    }

    @GetMapping("/rulebook")
    @KnownParameters("asOf")
    String documents(@RequestParam(defaultValue = "") String asOf, Model model, Locale locale) {
        var day = day(asOf);
        var documents = rulebook.documents();
        frame(model, locale, day);
        model.addAttribute("tree", DocumentTree.of(
                documents, document -> document.editions().standingOn(day).isPresent(), messages, locale));
        model.addAttribute("treeInWords", DocumentTree.inWords(documents, english(locale)));
        model.addAttribute("rows", rows(documents.stream().filter(document -> !document.group().equals("decision")).toList(), day));
        model.addAttribute("decisions", rows(documents.stream().filter(document -> document.group().equals("decision")).toList(), day));
        model.addAttribute("statements", rulebook.all(Kind.STATEMENT).stream().flatMap(one -> one.newest().stream()).toList());
        return "rulebook/documents";
    }

    @GetMapping("/rulebook/{id}")
    @KnownParameters({"asOf", "edition"})
    String document(
            @PathVariable String id, @RequestParam(defaultValue = "") String asOf,
            @RequestParam(required = false) @Nullable Integer edition, Model model, Locale locale) {
        var day = day(asOf);
        var document = found(id);
        var standing = document.editions().standingOn(day);
        var shown = edition == null
                ? standing
                : Optional.of(document.editions().number(edition).orElseThrow(
                        () -> new Refused(new RulebookRefusal.EditionUnknown(document.shortName(english(locale)), edition.toString()))));
        frame(model, locale, day);
        model.addAttribute("document", document);
        model.addAttribute("standing", standing.orElse(null));
        model.addAttribute("shown", shown.orElse(null));
        model.addAttribute("text", shown.map(one -> one.get("text")).map(text -> text.lines().toList()).orElse(List.of()));
        model.addAttribute("history", document.editions().list().stream().sorted((one, other) -> other.number() - one.number()).toList());
        model.addAttribute("articles", articles(id));
        model.addAttribute("parent", document.parent() == null ? null : rulebook.document(document.parent()).orElse(null));
        return "rulebook/document";
    }

    @GetMapping("/rulebook/{id}/comparison")
    @KnownParameters({"from", "to", "whole"})
    String comparison(
            @PathVariable String id, @RequestParam(required = false) @Nullable Integer from,
            @RequestParam(required = false) @Nullable Integer to, @RequestParam(defaultValue = "") String whole, Model model, Locale locale) {
        frame(model, locale, days.today());
        model.addAttribute("bodyClass", "tb-print-wide");
        model.addAttribute("whole", whole.equals("1"));
        model.addAttribute("shown", ShownComparison.of(found(id), from, to, whole.equals("1")));
        return "rulebook/comparison";
    }

    @GetMapping("/rulebook/{id}/comparison.pdf")
    @KnownParameters({"from", "to", "whole"})
    void comparisonOnPaper(
            @PathVariable String id, @RequestParam(required = false) @Nullable Integer from,
            @RequestParam(required = false) @Nullable Integer to, @RequestParam(defaultValue = "") String whole, Locale locale,
            HttpServletResponse response) throws IOException {
        var shown = ShownComparison.of(found(id), from, to, whole.equals("1"));
        var context = new Context(locale);
        context.setVariable("shown", shown);
        context.setVariable("english", english(locale));
        context.setVariable("days", days);
        var page = templates.process("rulebook/comparison-paper", context);
        response.setContentType("application/pdf");
        response.setHeader("Content-Disposition", ContentDisposition.inline().filename(fileName(shown) + ".pdf").build().toString());
        paper.write(page, response.getOutputStream());
    }

    @GetMapping("/rulebook/{id}/comparison.xlsx")
    @KnownParameters({"from", "to", "whole"})
    void comparisonAsWorkbook(
            @PathVariable String id, @RequestParam(required = false) @Nullable Integer from,
            @RequestParam(required = false) @Nullable Integer to, @RequestParam(defaultValue = "") String whole, Locale locale,
            HttpServletResponse response) throws IOException {
        var shown = ShownComparison.of(found(id), from, to, whole.equals("1"));
        var english = english(locale);
        var notes = List.of(
                word("rulebook.old", locale) + " " + word("rulebook.edition", locale, shown.before().number()) + " "
                        + shown.before().source().words(english),
                word("rulebook.new", locale) + " " + word("rulebook.edition", locale, shown.after().number()) + " "
                        + shown.after().source().words(english));
        var title = word("rulebook.comparison", locale) + " " + shown.document().name(english);
        Download.XLSX.send(shown.forWorkbook(locale, title, notes), locale, fileName(shown), response);
    }

    @GetMapping("/rulebook/bodies")
    @KnownParameters("asOf")
    String bodies(@RequestParam(defaultValue = "") String asOf, Model model, Locale locale) {
        var day = day(asOf);
        frame(model, locale, day);
        model.addAttribute("bodies", rulebook.bodies(day));
        model.addAttribute("names", rulebook.all(Kind.BODY));
        return "rulebook/bodies";
    }

    @GetMapping("/rulebook/periods")
    @KnownParameters("asOf")
    String periods(@RequestParam(defaultValue = "") String asOf, Model model, Locale locale) {
        var day = day(asOf);
        frame(model, locale, day);
        model.addAttribute("periods", rulebook.all(Kind.PERIOD).stream()
                .filter(period -> period.standingOn(day).isPresent())
                .map(period -> rulebook.period(period.subject(), day))
                .toList());
        model.addAttribute("patterns", rulebook.all(Kind.NUMBER_PATTERN).stream()
                .filter(pattern -> pattern.standingOn(day).isPresent())
                .map(pattern -> rulebook.numberPattern(pattern.subject(), day))
                .toList());
        model.addAttribute("counts", rulebook.counts());
        return "rulebook/periods";
    }

    @GetMapping("/rulebook/low-impact")
    @KnownParameters({})
    String lowImpact(Model model, Locale locale) {
        frame(model, locale, days.today());
        model.addAttribute("statements", rulebook.all(Kind.STATEMENT).stream().flatMap(one -> one.list().stream()).toList());
        model.addAttribute("businesses", newest(Kind.TARGET_BUSINESS));
        model.addAttribute("measures", rulebook.all(Kind.INTERIM_MEASURE).stream().flatMap(one -> one.list().stream()).toList());
        model.addAttribute("schedule", newest(Kind.SCHEDULE));
        return "rulebook/low-impact";
    }

    @GetMapping("/rulebook/terms")
    @KnownParameters({})
    String terms(Model model, Locale locale) {
        frame(model, locale, days.today());
        model.addAttribute("terms", rulebook.terms());
        return "rulebook/terms";
    }

    private List<Edition> newest(Kind kind) {
        return rulebook.all(kind).stream().flatMap(one -> one.newest().stream()).toList();
    }

    private List<CitedArticle> articles(String document) {
        return newest(Kind.ARTICLE).stream()
                .filter(edition -> document.equals(edition.get("document")))
                .map(edition -> rulebook.article(document, String.valueOf(edition.get("number"))))
                .toList();
    }

    private static List<Row> rows(List<Document> documents, LocalDate day) {
        return documents.stream().map(document -> new Row(document, document.editions().standingOn(day).orElse(null))).toList();
    }

    private void frame(Model model, Locale locale, LocalDate day) {
        model.addAttribute("menu", "rulebook");
        model.addAttribute("english", english(locale));
        model.addAttribute("day", day);
        model.addAttribute("past", !day.equals(days.today()));
    }

    private Document found(String id) {
        return rulebook.document(id).orElseThrow(() -> new Refused(new RulebookRefusal.DocumentUnknown(id)));
    }

    private LocalDate day(String given) {
        if (given.isEmpty()) {
            return days.today();
        }
        var reading = CivilDay.read(given);
        if (reading instanceof CivilDay.Reading.Refused refused) {
            throw new Refused(refused.why());
        }
        var day = ((CivilDay.Reading.Read) reading).day().day();
        if (day.isBefore(FIRST_DAY)) {
            throw new Refused(new RulebookRefusal.DayTooEarly(day, FIRST_DAY));
        }
        return day;
    }

    private static String fileName(ShownComparison shown) {
        return "comparison-" + shown.document().id() + "-" + shown.before().number() + "-" + shown.after().number();
    }

    private String word(String key, Locale locale, Object... parts) {
        return messages.getMessage(key, parts, locale);
    }

    private static boolean english(Locale locale) {
        return locale.getLanguage().equals("en");
    }
}
