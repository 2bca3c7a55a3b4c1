// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import jp.torokubo.ground.identity.Admits;
import jp.torokubo.ground.identity.Caller;
import jp.torokubo.ground.identity.CurrentActor;
import jp.torokubo.ground.pages.PageDays;
import jp.torokubo.ground.paper.Download;
import jp.torokubo.ground.paper.PdfPage;
import jp.torokubo.ground.refusal.Refused;
import jp.torokubo.procedure.statement.FetchVersion;
import jp.torokubo.record.criteria.Criteria;
import jp.torokubo.record.register.PublicStatementFile;
import org.springframework.http.ContentDisposition;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;

/** Frozen versions as files: the whole on paper and as a workbook as far as the reader may see it, and the public part by itself. */
@Controller
class VersionFiles {

    private static final String MINE = "/desk/dossiers/{dossier}/statements/{statement}/versions/{version}";
    private static final String RECEIVED = "/desk/disclosed/{version}";

    private final FetchVersion fetchVersion;
    private final VersionTable table;
    private final Criteria criteria;
    private final CurrentActor current;
    private final SpringTemplateEngine templates;
    private final PdfPage paper;
    private final PageDays days;

    VersionFiles(
            FetchVersion fetchVersion, VersionTable table, Criteria criteria, CurrentActor current, SpringTemplateEngine templates,
            PdfPage paper, PageDays days) {
        this.fetchVersion = fetchVersion;
        this.table = table;
        this.criteria = criteria;
        this.current = current;
        this.templates = templates;
        this.paper = paper;
        this.days = days;
    }

    @GetMapping(MINE + ".pdf")
    @Admits({Caller.PROVIDER_MANAGER, Caller.PROVIDER_AUTHOR, Caller.ADVISER, Caller.AUDITOR, Caller.REVIEW_LEAD, Caller.REVIEWER})
    void paper(@PathVariable UUID dossier, @PathVariable UUID statement, @PathVariable String version, Locale language,
            HttpServletResponse response) throws IOException {
        onPaper(fetched(version, "pdf"), language, response);
    }

    @GetMapping(MINE + ".xlsx")
    @Admits({Caller.PROVIDER_MANAGER, Caller.PROVIDER_AUTHOR, Caller.ADVISER, Caller.AUDITOR, Caller.REVIEW_LEAD, Caller.REVIEWER})
    void workbook(@PathVariable UUID dossier, @PathVariable UUID statement, @PathVariable String version, Locale language,
            HttpServletResponse response) throws IOException {
        asWorkbook(fetched(version, "xlsx"), language, response);
    }

    /** For the register: what an operator attaches to the service. */
    @GetMapping(MINE + "/public.json")
    @Admits({Caller.PROVIDER_MANAGER, Caller.PROVIDER_AUTHOR, Caller.ADVISER})
    void publicPart(@PathVariable UUID dossier, @PathVariable UUID statement, @PathVariable String version, HttpServletResponse response)
            throws IOException {
        var part = fetched(version, "public.json").sections().publicPart();
        response.setContentType("application/json;charset=UTF-8");
        named(response, "statement-" + part.version().substring(0, 12) + ".json");
        response.getOutputStream().write(PublicStatementFile.write(part));
    }

    @GetMapping(RECEIVED + ".pdf")
    @Admits({Caller.PROCUREMENT_OFFICER, Caller.PROCUREMENT_APPROVER, Caller.PROVIDER_MANAGER, Caller.PROVIDER_AUTHOR})
    void receivedPaper(@PathVariable String version, Locale language, HttpServletResponse response) throws IOException {
        onPaper(fetched(version, "pdf"), language, response);
    }

    @GetMapping(RECEIVED + ".xlsx")
    @Admits({Caller.PROCUREMENT_OFFICER, Caller.PROCUREMENT_APPROVER, Caller.PROVIDER_MANAGER, Caller.PROVIDER_AUTHOR})
    void receivedWorkbook(@PathVariable String version, Locale language, HttpServletResponse response) throws IOException {
        asWorkbook(fetched(version, "xlsx"), language, response);
    }

    private FetchVersion.Result.Fetched fetched(String version, String form) {
        var result = fetchVersion.handle(new FetchVersion.Command(current.get(), version, form));
        if (result instanceof FetchVersion.Result.Refused refused) {
            throw new Refused(refused.why());
        }
        return (FetchVersion.Result.Fetched) result;
    }

    private void onPaper(FetchVersion.Result.Fetched fetched, Locale language, HttpServletResponse response) throws IOException {
        var shown = ShownVersion.of(fetched.sections(), fetched.whole(), criteria);
        var context = new Context(language);
        context.setVariable("shown", shown);
        context.setVariable("version", fetched.sections().version());
        context.setVariable("title", table.title(shown, language));
        context.setVariable("english", language.getLanguage().equals("en"));
        context.setVariable("days", days);
        response.setContentType("application/pdf");
        named(response, table.title(shown, language) + ".pdf");
        paper.write(templates.process("statement/version-paper", context), response.getOutputStream());
    }

    private void asWorkbook(FetchVersion.Result.Fetched fetched, Locale language, HttpServletResponse response) throws IOException {
        var shown = ShownVersion.of(fetched.sections(), fetched.whole(), criteria);
        response.setHeader("Cache-Control", "no-store");
        Download.XLSX.send(table.of(shown, language), language, table.title(shown, language), response);
    }

    private static void named(HttpServletResponse response, String name) {
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Content-Disposition", ContentDisposition.attachment().filename(name, StandardCharsets.UTF_8).build().toString());
    }
}
