// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.register.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import jp.torokubo.ground.identity.Admits;
import jp.torokubo.ground.identity.Caller;
import jp.torokubo.ground.pages.PageLanguage;
import jp.torokubo.ground.paper.Download;
import jp.torokubo.ground.paper.Table;
import jp.torokubo.ground.refusal.Refused;
import jp.torokubo.record.register.ObjectiveTitles;
import jp.torokubo.record.register.PublicStatementFile;
import jp.torokubo.record.register.RegisterName;
import jp.torokubo.record.register.RegisterReading;
import jp.torokubo.record.register.RegisterReading.ServiceView;
import jp.torokubo.record.register.RegisterRefusal;
import jp.torokubo.record.register.StatementReading;
import jp.torokubo.record.register.StatementReading.Stated;
import jp.torokubo.record.register.resting.Dependencies;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** What is public of a service's statement, for programs and as files. */
@RestController
@Admits(Caller.ANYONE)
@Tag(name = "statements", description = "言明書の公開部分。What is public of statements.")
class StatementDownloads {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<RegisterName> WITH_SERVICES = List.of(RegisterName.ISMAP, RegisterName.LIU);

    private final RegisterReading reading;
    private final StatementReading statements;
    private final Dependencies dependencies;
    private final ObjectiveTitles titles;
    private final Today today;

    StatementDownloads(
            RegisterReading reading, StatementReading statements, Dependencies dependencies, ObjectiveTitles titles, Today today) {
        this.reading = reading;
        this.statements = statements;
        this.dependencies = dependencies;
        this.titles = titles;
        this.today = today;
    }

    private record Found(ServiceView view, Stated stated) {

        /** For the name of a file. */
        static String key(ServiceView view) {
            var number = view.listed().number();
            return number == null ? view.listed().id().value().toString() : number.value();
        }
    }

    @GetMapping("/api/v1/services/{no}/statement")
    @Operation(summary = "言明書の公開部分 / The public part of a service's statement",
            description = "statement の各行から、その版のハッシュ値（version）を計算し直せます。 "
                    + "From the rows of statement anybody can recompute its version, a hash.")
    @Parameter(name = "asOf", in = ParameterIn.QUERY, description = "日（無ければ今日）。Day, in Tokyo; today if not given.",
            schema = @Schema(type = "string", format = "date"))
    @Parameter(name = "knownAt", in = ParameterIn.QUERY, description = "記録時点（無ければ現在）。What had been recorded by then.",
            schema = @Schema(type = "string", format = "date-time"))
    @Parameter(name = "register", in = ParameterIn.QUERY, description = "登録簿。The register.",
            schema = @Schema(type = "string", allowableValues = {"ismap", "liu", "audit-bodies"}, defaultValue = "ismap"))
    @ApiResponse(responseCode = "200", description = "公開部分。The public part.",
            content = @Content(mediaType = MediaType.APPLICATION_JSON_VALUE, schema = @Schema(implementation = Answers.Statement.class)))
    @ApiResponse(responseCode = "404", description = "その日の登録簿に無いか、言明書が示されていない。Not in the register of that day, or no statement has been stated.",
            content = @Content(mediaType = "application/problem+json"))
    void statement(
            @Parameter(description = "登録番号またはID。Registration number or id.", example = "C21-0004-2") @PathVariable String no,
            @Parameter(hidden = true) HttpServletRequest request, @Parameter(hidden = true) HttpServletResponse response)
            throws IOException {
        var parameters = Parameters.of(request, "asOf", "knownAt", "register");
        var found = found(no, parameters, List.of(parameters.register()));
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.getOutputStream().write(JSON.writeValueAsBytes(AnswerWriter.statement(found.view(), found.stated())));
    }

    /** The file itself, from which the hash is recomputed; whoever has another copy can lay them side by side. */
    @GetMapping("/services/{no}/statement.json")
    @Operation(hidden = true)
    void file(@PathVariable String no, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var found = found(no, Parameters.of(request, "asOf", "knownAt"), WITH_SERVICES);
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setHeader("Content-Disposition", "attachment; filename=\"statement-"
                + found.stated().statement().version().substring(0, 8) + ".json\"");
        response.getOutputStream().write(PublicStatementFile.write(found.stated().statement()));
    }

    @GetMapping("/services/{no}/scope.{ending:csv|xlsx|json}")
    @Operation(hidden = true)
    void scope(@PathVariable String no, @PathVariable String ending, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        send(no, ending, "scope", request, response, (found, language) -> StatementTables.scope(found.stated(), language));
    }

    @GetMapping("/services/{no}/controls.{ending:csv|xlsx|json}")
    @Operation(hidden = true)
    void controls(@PathVariable String no, @PathVariable String ending, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        send(no, ending, "controls", request, response, (found, language) -> StatementTables.controls(found.stated(), titles, language));
    }

    /** Also of a service without a statement: others may name it. */
    @GetMapping("/services/{no}/dependencies.{ending:csv|xlsx|json}")
    @Operation(hidden = true)
    void dependencies(@PathVariable String no, @PathVariable String ending, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var parameters = ofAFile(request);
        var download = download(ending, parameters);
        var view = view(no, parameters, WITH_SERVICES);
        var known = parameters.instant("knownAt");
        var table = StatementTables.dependencies(
                view.listed().name(), dependencies.below(view, known), dependencies.above(view, known), language(parameters, request));
        download.send(table, language(parameters, request), "dependencies-" + Found.key(view), response);
    }

    private interface Rows {
        Table of(Found found, Locale language);
    }

    private void send(String no, String ending, String name, HttpServletRequest request, HttpServletResponse response, Rows rows)
            throws IOException {
        var parameters = ofAFile(request);
        var download = download(ending, parameters);
        var found = found(no, parameters, WITH_SERVICES);
        var language = language(parameters, request);
        download.send(rows.of(found, language), language, name + "-" + Found.key(found.view()), response);
    }

    private static Parameters ofAFile(HttpServletRequest request) {
        return Parameters.of(request, "asOf", "knownAt", "enc", "lang");
    }

    private static Download download(String ending, Parameters parameters) {
        return Download.of(ending, parameters.text("enc"))
                .orElseThrow(() -> new Refused(new RegisterRefusal.ParameterUnknown("enc=" + parameters.text("enc"), "utf8, sjis")));
    }

    private static Locale language(Parameters parameters, HttpServletRequest request) {
        return "en".equals(parameters.text("lang")) ? Locale.ENGLISH : PageLanguage.of(request).locale();
    }

    private Found found(String no, Parameters parameters, List<RegisterName> registers) {
        var view = view(no, parameters, registers);
        return new Found(view, statements.of(view.listed().register(), view.listed().id(), view.asOf(), parameters.instant("knownAt"))
                .orElseThrow(() -> new Refused(new RegisterRefusal.NoStatement(no, view.asOf()))));
    }

    private ServiceView view(String no, Parameters parameters, List<RegisterName> registers) {
        LocalDate named = parameters.day("asOf");
        var day = named == null ? today.get() : named;
        @Nullable Instant known = parameters.instant("knownAt");
        return registers.stream().flatMap(register -> reading.service(register, no, day, known).stream()).findFirst()
                .orElseThrow(() -> new Refused(new RegisterRefusal.ServiceUnknown(no, day)));
    }
}
