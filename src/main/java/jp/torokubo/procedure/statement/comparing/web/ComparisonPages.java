// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.comparing.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import jp.torokubo.ground.commands.CommandId;
import jp.torokubo.ground.identity.Admits;
import jp.torokubo.ground.identity.Caller;
import jp.torokubo.ground.identity.CurrentActor;
import jp.torokubo.ground.identity.Ids;
import jp.torokubo.ground.pages.KnownParameters;
import jp.torokubo.ground.pages.PageDays;
import jp.torokubo.ground.paper.Download;
import jp.torokubo.ground.paper.PdfPage;
import jp.torokubo.ground.refusal.Refused;
import jp.torokubo.procedure.statement.ClassifyChange;
import jp.torokubo.procedure.statement.StatementId;
import jp.torokubo.procedure.statement.StatementRefusal;
import jp.torokubo.procedure.statement.comparing.ChangeClass;
import jp.torokubo.procedure.statement.comparing.CompareStatements;
import jp.torokubo.procedure.statement.comparing.CompareStatements.Asked;
import jp.torokubo.procedure.statement.comparing.CompareStatements.Beside;
import jp.torokubo.procedure.statement.comparing.CompareStatements.Other;
import jp.torokubo.procedure.statement.comparing.CompareStatements.Result;
import jp.torokubo.procedure.statement.comparing.CompareStatements.Side;
import jp.torokubo.procedure.statement.comparing.SaidClass;
import jp.torokubo.procedure.statement.web.Pages;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;

/** What differs between a statement and another, or one of their versions: as page, on A4, and as a workbook; and what somebody says it is. */
@Controller
@Admits({Caller.PROVIDER_MANAGER, Caller.PROVIDER_AUTHOR, Caller.ADVISER, Caller.AUDITOR, Caller.REVIEW_LEAD, Caller.REVIEWER})
@RequestMapping("/desk/dossiers/{dossier}/statements/{statement}")
class ComparisonPages {

    private static final int ROWS_ON_A_PAGE = 50;
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    private final CompareStatements compare;
    private final ClassifyChange classify;
    private final CurrentActor current;
    private final Pages pages;
    private final Ids ids;
    private final MessageSource messages;
    private final PageDays days;
    private final SpringTemplateEngine templates;
    private final PdfPage paper;

    ComparisonPages(
            CompareStatements compare, ClassifyChange classify, CurrentActor current, Pages pages, Ids ids, MessageSource messages,
            PageDays days, SpringTemplateEngine templates, PdfPage paper) {
        this.compare = compare;
        this.classify = classify;
        this.current = current;
        this.pages = pages;
        this.ids = ids;
        this.messages = messages;
        this.days = days;
        this.templates = templates;
        this.paper = paper;
    }

    @GetMapping("/diff")
    @KnownParameters({"to", "class", "after", "said"})
    String page(
            @PathVariable UUID dossier, @PathVariable UUID statement, @RequestParam(defaultValue = "") String to,
            @RequestParam(name = "class", defaultValue = "") String kind, @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "") String said, Model model, Locale locale) {
        model.addAttribute("kept", !said.isEmpty());
        return show(dossier, statement, to, kind, after, model, locale);
    }

    /** The page comes again as it was looked at. */
    @PostMapping("/diff")
    @Admits({Caller.PROVIDER_MANAGER, Caller.PROVIDER_AUTHOR, Caller.ADVISER})
    String say(
            @PathVariable UUID dossier, @PathVariable UUID statement, @RequestParam UUID commandId, @RequestParam(defaultValue = "") String to,
            @RequestParam(name = "class", defaultValue = "") String kind, @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "") String control, @RequestParam(defaultValue = "") String was,
            @RequestParam(defaultValue = "") String is, @RequestParam(defaultValue = "") String said,
            @RequestParam(defaultValue = "") String why, Model model, HttpServletResponse response, Locale locale) {
        beside(dossier, statement);
        var result = classify.handle(new ClassifyChange.Command(
                new CommandId(commandId), current.get(), new StatementId(statement), other(to), control, was, is, said, why));
        if (result instanceof ClassifyChange.Result.Said) {
            var address = UriComponentsBuilder.fromPath(Pages.at(dossier, statement) + "/diff").queryParam("to", to);
            ChangeClass.of(kind).ifPresent(one -> address.queryParam("class", one.code()));
            if (!after.isEmpty()) {
                address.queryParam("after", "{after}");
            }
            return "redirect:" + address.queryParam("said", "1").fragment("c-{control}").encode()
                    .buildAndExpand(Map.of("after", after, "control", control)).toUriString();
        }
        var refusal = pages.orThrown(((ClassifyChange.Result.Refused) result).why());
        model.addAttribute("typed", why);
        model.addAttribute("typedFor", control);
        model.addAttribute("typedClass", said);
        var template = show(dossier, statement, to, kind, after.isEmpty() ? null : after, model, locale);
        boolean there = shown(model, control);
        model.addAttribute("typedApart", !there);
        pages.show(model, response, Map.of(!there ? "typed" : refusal instanceof StatementRefusal.TextTooLong ? "why-" + control : "said-" + control, refusal));
        return template;
    }

    private String show(UUID dossier, UUID statement, String to, String kind, @Nullable String after, Model model, Locale locale) {
        var beside = beside(dossier, statement);
        var here = beside.get(0);
        var wanted = to.isEmpty() ? usual(beside) : to;
        model.addAttribute("here", here);
        model.addAttribute("beside", beside);
        model.addAttribute("to", wanted);
        model.addAttribute("kind", kind);
        model.addAttribute("english", locale.getLanguage().equals("en"));
        model.addAttribute("at", Pages.at(dossier, statement));
        if (wanted != null) {
            var shown = shown(statement, wanted, kind, locale);
            var rows = shown.rows(after, ROWS_ON_A_PAGE);
            model.addAttribute("after", after);
            model.addAttribute("mayNotWrite", whyNot(shown));
            model.addAttribute("classes", ChangeClass.said());
            model.addAttribute("longest", SaidClass.LONGEST_TEXT);
            model.addAttribute("shown", shown);
            model.addAttribute("rows", rows);
            model.addAttribute("first", after == null);
            var last = rows.isEmpty() ? null : rows.get(rows.size() - 1).difference().row().number();
            model.addAttribute("next", last == null || shown.rows(last, 1).isEmpty() ? null : last);
        }
        return "statement/comparing-diff";
    }

    /** Whether the page has a form for the row. */
    private static boolean shown(Model model, String control) {
        return model.getAttribute("rows") instanceof List<?> rows && rows.stream().map(ShownComparison.ShownRow.class::cast)
                .map(ShownComparison.ShownRow::form).anyMatch(form -> form != null && form.control().equals(control));
    }

    /** Said to those who could write otherwise; nobody else looks for a form. */
    private @Nullable String whyNot(ShownComparison shown) {
        var why = shown.mayNotWrite();
        return why == null || why instanceof StatementRefusal.OnlyTheProviderWrites ? null : pages.said(why);
    }

    @GetMapping("/diff.pdf")
    @KnownParameters({"to", "class"})
    void onPaper(
            @PathVariable UUID dossier, @PathVariable UUID statement, @RequestParam(defaultValue = "") String to,
            @RequestParam(name = "class", defaultValue = "") String kind, Locale locale, HttpServletResponse response) throws IOException {
        var beside = beside(dossier, statement);
        var shown = shown(statement, to, kind, locale);
        var context = new Context(locale);
        context.setVariable("here", beside.get(0));
        context.setVariable("shown", shown);
        context.setVariable("rows", shown.rows());
        context.setVariable("english", locale.getLanguage().equals("en"));
        context.setVariable("days", days);
        var page = templates.process("statement/comparing-paper", context);
        response.setContentType("application/pdf");
        response.setHeader("Content-Disposition", ContentDisposition.inline().filename("diff.pdf").build().toString());
        paper.write(page, response.getOutputStream());
    }

    @GetMapping("/diff.xlsx")
    @KnownParameters({"to", "class"})
    void asWorkbook(
            @PathVariable UUID dossier, @PathVariable UUID statement, @RequestParam(defaultValue = "") String to,
            @RequestParam(name = "class", defaultValue = "") String kind, Locale locale, HttpServletResponse response) throws IOException {
        var beside = beside(dossier, statement);
        var shown = shown(statement, to, kind, locale);
        var title = word("statement.comparing.diff", locale) + " " + beside.get(0).dossier().title();
        var notes = List.of(
                word("statement.comparing.before", locale) + " " + called(shown.before(), locale),
                word("statement.comparing.after", locale) + " " + called(shown.after(), locale),
                word("statement.comparing.certainty", locale));
        Download.XLSX.send(shown.forWorkbook(title, notes), locale, "diff", response);
    }

    private String called(Side side, Locale locale) {
        var statement = side.whole().statement();
        return statement.title() + " " + (side.version() == null
                ? word("statement.comparing.as-it-stands", locale)
                : word("statement.comparing.version", locale, side.version().number(), side.version().shortHash())) + " "
                + word("statement.comparing.edition", locale, statement.edition());
    }

    private List<Beside> beside(UUID dossier, UUID statement) {
        var beside = compare.beside(current.get(), new StatementId(statement));
        if (beside.isEmpty() || !beside.get(0).dossier().id().value().equals(dossier)) {
            throw new Refused(new StatementRefusal.StatementUnknown());
        }
        return beside;
    }

    /** The one it was carried over from, else its newest version, else the newest other one. */
    private static @Nullable String usual(List<Beside> beside) {
        var here = beside.get(0);
        var from = here.statement().carriedFrom();
        if (from != null && beside.stream().anyMatch(one -> one.statement().id().equals(from))) {
            return from.value().toString();
        }
        if (!here.versions().isEmpty()) {
            return here.versions().get(0).hash();
        }
        return beside.size() > 1 ? beside.get(1).statement().id().value().toString() : null;
    }

    private ShownComparison shown(UUID statement, String to, String kind, Locale locale) {
        var result = compare.handle(new Asked(current.get(), new StatementId(statement), other(to)));
        if (result instanceof Result.Refused refused) {
            throw new Refused(refused.why());
        }
        return new ShownComparison((Result.Compared) result, ChangeClass.of(kind).orElse(null), messages, days, ids::next, locale);
    }

    private static Other other(String to) {
        if (HASH.matcher(to).matches()) {
            return new Other.Frozen(to);
        }
        try {
            return new Other.AsItStands(new StatementId(UUID.fromString(to)));
        } catch (IllegalArgumentException neither) {
            throw new Refused(new StatementRefusal.StatementUnknown());
        }
    }

    private String word(String key, Locale locale, Object... of) {
        return messages.getMessage(key, of, locale);
    }
}
