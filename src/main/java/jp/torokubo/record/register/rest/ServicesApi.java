// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.register.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import jp.torokubo.ground.identity.Admits;
import jp.torokubo.ground.identity.Caller;
import jp.torokubo.ground.paper.Download;
import jp.torokubo.ground.paper.Table;
import jp.torokubo.ground.refusal.Refused;
import jp.torokubo.record.register.RegisterReading;
import jp.torokubo.record.register.RegisterReading.ListQuestion;
import jp.torokubo.record.register.RegisterReading.ServiceView;
import jp.torokubo.record.register.RegisterRefusal;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** The services of a register, for programs. */
@RestController
@Admits(Caller.ANYONE)
@Tag(name = "services", description = "登録簿のサービス。Services of the register.")
class ServicesApi {

    static final String[] LIST = {
        "asOf", "knownAt", "register", "q", "status", "provider", "registeredOn", "sort", "limit", "cursor"
    };

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String CSV = "text/csv";
    private static final String PROBLEM = "application/problem+json";

    private final RegisterReading reading;
    private final ServiceListTable table;
    private final Today today;

    ServicesApi(RegisterReading reading, ServiceListTable table, Today today) {
        this.reading = reading;
        this.table = table;
        this.today = today;
    }

    @GetMapping("/api/v1/services")
    @Operation(summary = "サービスの一覧（任意の日・任意の記録時点） / List the services of any day, as known at any time",
            description = "text/csv を求めると、limit が無ければ全件を返します。次の頁は Link ヘッダーで示します。 "
                    + "As text/csv without limit: all rows; the next page is named in the Link header.")
    @Parameter(name = "asOf", in = ParameterIn.QUERY, description = "日（無ければ今日）。Day, in Tokyo; today if not given.",
            schema = @Schema(type = "string", format = "date"), example = "2021-09-13")
    @Parameter(name = "knownAt", in = ParameterIn.QUERY, description = "記録時点（無ければ現在）。What had been recorded by then.",
            schema = @Schema(type = "string", format = "date-time"))
    @Parameter(name = "register", in = ParameterIn.QUERY, description = "登録簿。The register.",
            schema = @Schema(type = "string", allowableValues = {"ismap", "liu", "audit-bodies"}, defaultValue = "ismap"))
    @Parameter(name = "q", in = ParameterIn.QUERY, description = "名称・事業者・番号・読み・旧称に含まれる語。Words in names, providers, numbers, readings, former names.",
            schema = @Schema(type = "string", maxLength = 200), example = "富士通")
    @Parameter(name = "status", in = ParameterIn.QUERY, description = "状態。繰返し可。無ければ一覧に載るもの。Status, repeatable; if not given, what is listed.",
            array = @ArraySchema(schema = @Schema(type = "string", allowableValues = {
                "registered", "renewing", "suspended", "expired", "cancelled", "withdrawn", "no-longer-listed", "unknown"})))
    @Parameter(name = "provider", in = ParameterIn.QUERY, description = "事業者名（完全一致）。Exact name of the provider.", schema = @Schema(type = "string"))
    @Parameter(name = "registeredOn", in = ParameterIn.QUERY, description = "登録日。Day of registration.", schema = @Schema(type = "string", format = "date"))
    @Parameter(name = "sort", in = ParameterIn.QUERY, description = "並べ替え。先頭に - を付けると逆順。Order; a leading - reverses it.",
            schema = @Schema(type = "string", allowableValues = {"number", "name", "provider", "registeredOn", "validUntil",
                "-number", "-name", "-provider", "-registeredOn", "-validUntil"}, defaultValue = "number"))
    @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1頁の件数。Rows of a page.",
            schema = @Schema(type = "integer", minimum = "1", maximum = "2000", defaultValue = "100"))
    @Parameter(name = "cursor", in = ParameterIn.QUERY, description = "前の頁の next_cursor。next_cursor of the page before.", schema = @Schema(type = "string"))
    @ApiResponse(responseCode = "200", description = "一覧。The list.", content = {
        @Content(mediaType = MediaType.APPLICATION_JSON_VALUE, schema = @Schema(implementation = Answers.ServiceList.class)),
        @Content(mediaType = CSV, schema = @Schema(type = "string"))})
    @ApiResponse(responseCode = "304", description = "変わっていない。Not modified.", content = @Content)
    @ApiResponse(responseCode = "400", description = "読み取れないパラメーター。A parameter that cannot be read.", content = @Content(mediaType = PROBLEM))
    void list(@Parameter(hidden = true) HttpServletRequest request, @Parameter(hidden = true) HttpServletResponse response)
            throws IOException {
        var csv = AnswersKept.wantsCsv(request);
        var question = question(Parameters.of(request, LIST), csv ? 0 : Parameters.USUAL);
        if (!csv) {
            send(table.json(question), response);
            return;
        }
        var list = reading.page(question);
        if (list.nextCursor() != null) {
            linkNext(request, list.nextCursor(), response);
        }
        send(table.table(list, java.util.EnumSet.allOf(ServiceListTable.Column.class), Locale.JAPANESE), response);
    }

    /** The question of an address. A cursor whose day the address does not name brings its own. */
    ListQuestion question(Parameters parameters, int usualLimit) {
        var cursor = parameters.text("cursor");
        var named = parameters.day("asOf");
        var day = named != null ? named : cursor != null ? reading.dayOf(cursor) : today.get();
        var text = parameters.text("q");
        return new ListQuestion(
                parameters.register(), day, parameters.instant("knownAt"), text == null ? "" : text, parameters.statuses(),
                parameters.text("provider"), parameters.day("registeredOn"), parameters.order(), parameters.descending(),
                parameters.limit(usualLimit), cursor);
    }

    @GetMapping("/api/v1/services/{no}")
    @Operation(summary = "1つのサービス / One service", description = "以前の登録番号で尋ねると 301 で今の番号を示します。A former number is answered with 301.")
    @Parameter(name = "asOf", in = ParameterIn.QUERY, description = "日（無ければ今日）。Day, in Tokyo; today if not given.",
            schema = @Schema(type = "string", format = "date"))
    @Parameter(name = "knownAt", in = ParameterIn.QUERY, description = "記録時点（無ければ現在）。What had been recorded by then.",
            schema = @Schema(type = "string", format = "date-time"))
    @Parameter(name = "register", in = ParameterIn.QUERY, description = "登録簿。The register.",
            schema = @Schema(type = "string", allowableValues = {"ismap", "liu", "audit-bodies"}, defaultValue = "ismap"))
    @ApiResponse(responseCode = "200", description = "サービス。The service.",
            content = @Content(mediaType = MediaType.APPLICATION_JSON_VALUE, schema = @Schema(implementation = Answers.Service.class)))
    @ApiResponse(responseCode = "301", description = "今の番号はこちら。The present number.", content = @Content)
    @ApiResponse(responseCode = "404", description = "その日の登録簿に無い。Not in the register of that day.", content = @Content(mediaType = PROBLEM))
    void service(
            @Parameter(description = "登録番号またはID。Registration number or id.", example = "C21-0004-2") @PathVariable String no,
            @Parameter(hidden = true) HttpServletRequest request, @Parameter(hidden = true) HttpServletResponse response)
            throws IOException {
        var parameters = Parameters.of(request, "asOf", "knownAt", "register");
        var view = view(no, parameters);
        if (view.formerNumbers().contains(no)) {
            moved(view, "", request, response);
            return;
        }
        send(JSON.writeValueAsBytes(AnswerWriter.service(view)), response);
    }

    @GetMapping("/api/v1/services/{no}/events")
    @Operation(summary = "1つのサービスについて記録されたすべて / Everything recorded of a service",
            description = "訂正されたものも含め、記録の順に返します。In the order of the entries, corrections and what they corrected included.")
    @Parameter(name = "knownAt", in = ParameterIn.QUERY, description = "記録時点（無ければ現在）。What had been recorded by then.",
            schema = @Schema(type = "string", format = "date-time"))
    @Parameter(name = "register", in = ParameterIn.QUERY, description = "登録簿。The register.",
            schema = @Schema(type = "string", allowableValues = {"ismap", "liu", "audit-bodies"}, defaultValue = "ismap"))
    @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1頁の件数。Rows of a page.",
            schema = @Schema(type = "integer", minimum = "1", maximum = "2000", defaultValue = "100"))
    @Parameter(name = "cursor", in = ParameterIn.QUERY, description = "前の頁の next_cursor。next_cursor of the page before.", schema = @Schema(type = "string"))
    @ApiResponse(responseCode = "200", description = "出来事。Events.", content = {
        @Content(mediaType = MediaType.APPLICATION_JSON_VALUE, schema = @Schema(implementation = Answers.EventList.class)),
        @Content(mediaType = CSV, schema = @Schema(type = "string"))})
    @ApiResponse(responseCode = "404", description = "登録簿に無い。Not in the register.", content = @Content(mediaType = PROBLEM))
    void events(
            @Parameter(description = "登録番号またはID。Registration number or id.", example = "C21-0004-2") @PathVariable String no,
            @Parameter(hidden = true) HttpServletRequest request, @Parameter(hidden = true) HttpServletResponse response)
            throws IOException {
        var parameters = Parameters.of(request, "knownAt", "register", "limit", "cursor");
        var csv = AnswersKept.wantsCsv(request);
        var known = reading.standing(parameters.register(), parameters.instant("knownAt"));
        var service = reading.find(parameters.register(), no, parameters.instant("knownAt"))
                .orElseThrow(() -> new Refused(new RegisterRefusal.ServiceUnknown(no, today.get())));
        var cursor = parameters.text("cursor") == null ? null : EventCursor.of(parameters.text("cursor"), service);
        var all = reading.events(parameters.register(), service, known.knownAt());
        var rest = all.stream().filter(event -> cursor == null || event.index() > cursor.after()).toList();
        var limit = parameters.limit(csv ? Integer.MAX_VALUE : Parameters.USUAL);
        var page = rest.size() > limit ? rest.subList(0, limit) : rest;
        var next = rest.size() > limit ? new EventCursor(page.get(page.size() - 1).index()).text(service) : null;
        if (csv) {
            if (next != null) {
                linkNext(request, next, response);
            }
            send(EventTable.of(page), response);
            return;
        }
        send(JSON.writeValueAsBytes(new Answers.EventList(
                service.value().toString(), AnswerWriter.instant(known.knownAt()), known.registerIndex(), all.size(),
                AnswerWriter.events(page), next)), response);
    }

    private ServiceView view(String no, Parameters parameters) {
        LocalDate named = parameters.day("asOf");
        var day = named == null ? today.get() : named;
        return reading.service(parameters.register(), no, day, parameters.instant("knownAt"))
                .orElseThrow(() -> new Refused(new RegisterRefusal.ServiceUnknown(no, day)));
    }

    private static void moved(ServiceView view, String below, HttpServletRequest request, HttpServletResponse response) {
        var number = view.listed().number();
        var key = number == null ? view.listed().id().value().toString() : number.value();
        var query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
        response.setStatus(HttpServletResponse.SC_MOVED_PERMANENTLY);
        response.setHeader("Location", "/api/v1/services/" + URLEncoder.encode(key, StandardCharsets.UTF_8) + below + query);
    }

    private static void linkNext(HttpServletRequest request, String cursor, HttpServletResponse response) {
        var kept = request.getQueryString() == null
                ? List.<String>of()
                : List.of(request.getQueryString().split("&")).stream().filter(pair -> !pair.startsWith("cursor=")).toList();
        var query = kept.isEmpty() ? "cursor=" + cursor : String.join("&", kept) + "&cursor=" + cursor;
        response.setHeader("Link", "<" + request.getRequestURI() + "?" + query + ">; rel=\"next\"");
    }

    private static void send(byte[] json, HttpServletResponse response) throws IOException {
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.getOutputStream().write(json);
    }

    private static void send(Table rows, HttpServletResponse response) throws IOException {
        response.setContentType(Download.CSV.contentType());
        Download.CSV.write(rows, Locale.JAPANESE, response.getOutputStream());
    }
}
