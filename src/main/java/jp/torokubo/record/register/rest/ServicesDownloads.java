// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.register.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import jp.torokubo.ground.identity.Admits;
import jp.torokubo.ground.identity.Caller;
import jp.torokubo.ground.pages.PageLanguage;
import jp.torokubo.ground.paper.Download;
import jp.torokubo.ground.refusal.Refused;
import jp.torokubo.record.register.RegisterReading;
import jp.torokubo.record.register.RegisterReading.ListQuestion;
import jp.torokubo.record.register.RegisterRefusal;
import jp.torokubo.record.register.rest.ServiceListTable.Column;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The page {@code /services} as a file: its question, its columns, all its rows. */
@RestController
@Admits(Caller.ANYONE)
@Tag(name = "downloads", description = "一覧の画面と同じ内容のファイル。The list as it is on the page, as a file.")
class ServicesDownloads {

    private static final String[] KNOWN = {
        "asOf", "knownAt", "register", "q", "status", "provider", "registeredOn", "sort", "limit", "cursor", "columns", "enc", "lang"
    };

    private static final Map<String, Column> COLUMNS = Map.of(
            "provider", Column.PROVIDER, "registeredOn", Column.REGISTERED_ON, "validUntil", Column.VALID_UNTIL, "status", Column.STATUS);

    private final RegisterReading reading;
    private final ServicesApi api;
    private final ServiceListTable table;

    ServicesDownloads(RegisterReading reading, ServicesApi api, ServiceListTable table) {
        this.reading = reading;
        this.api = api;
        this.table = table;
    }

    @GetMapping("/services.{ending:csv|xlsx|json}")
    @Operation(summary = "一覧のファイル / The list as a file",
            description = "画面 /services と同じパラメーター。enc=utf8（BOMなし）または enc=sjis（CP932）。 Parameters as of the page /services.")
    void file(
            @PathVariable String ending, @Parameter(hidden = true) HttpServletRequest request,
            @Parameter(hidden = true) HttpServletResponse response) throws IOException {
        var parameters = Parameters.of(request, KNOWN);
        var question = everything(api.question(parameters, 0));
        var download = Download.of(ending, parameters.text("enc"))
                .orElseThrow(() -> new Refused(new RegisterRefusal.ParameterUnknown("enc=" + parameters.text("enc"), "utf8, sjis")));
        if (download == Download.JSON) {
            response.setContentType(MediaType.APPLICATION_JSON_VALUE);
            response.getOutputStream().write(table.json(question));
            return;
        }
        var language = "en".equals(parameters.text("lang")) ? Locale.ENGLISH : PageLanguage.of(request).locale();
        download.send(
                table.table(reading.page(question), columns(parameters.text("columns")), language), language,
                "services-" + question.asOf(), response);
    }

    /** What {@code /services} answers to whoever asks for it as CSV or JSON. */
    @GetMapping(path = "/services", produces = {"text/csv", MediaType.APPLICATION_JSON_VALUE})
    @Operation(hidden = true)
    void negotiated(@Parameter(hidden = true) HttpServletRequest request, @Parameter(hidden = true) HttpServletResponse response)
            throws IOException {
        response.addHeader("Vary", "Accept");
        api.list(request, response);
    }

    private static ListQuestion everything(ListQuestion page) {
        return new ListQuestion(
                page.register(), page.asOf(), page.knownAt(), page.text(), page.statuses(), page.provider(), page.registeredOn(),
                page.order(), page.descending(), 0, null);
    }

    private static Set<Column> columns(@org.jspecify.annotations.Nullable String given) {
        if (given == null) {
            return EnumSet.allOf(Column.class);
        }
        var shown = EnumSet.noneOf(Column.class);
        List<String> codes = Arrays.asList(given.split("\\."));
        codes.stream().filter(COLUMNS::containsKey).forEach(code -> shown.add(COLUMNS.get(code)));
        return shown;
    }
}
