// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.criteria.rest;

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
import java.util.Set;
import jp.torokubo.ground.identity.Admits;
import jp.torokubo.ground.identity.Caller;
import jp.torokubo.record.criteria.Criteria;
import jp.torokubo.record.criteria.CriteriaEdition;
import jp.torokubo.record.criteria.FindControls;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The criteria, for programs. */
@RestController
@Admits(Caller.ANYONE)
@Tag(name = "criteria", description = "管理基準。The control criteria.")
class CriteriaApi {

    private static final String PROBLEM = "application/problem+json";

    private final Criteria criteria;
    private final FindControls find;

    CriteriaApi(Criteria criteria, FindControls find) {
        this.criteria = criteria;
        this.find = find;
    }

    @GetMapping("/api/v1/criteria")
    @Operation(summary = "管理基準の版 / Editions of the control criteria",
            description = "取り込んだ版を古い順に返します。より新しい版が適用されているかもしれません。 "
                    + "The editions that are loaded, oldest first. A newer one may be in force.")
    @Parameter(name = "asOf", in = ParameterIn.QUERY,
            description = "この日に適用され得る版だけ。改定の日が分からない月には複数あります。Only editions that may stand on this day; several where the day of a revision is not known.",
            schema = @Schema(type = "string", format = "date"), example = "2024-07-15")
    @ApiResponse(responseCode = "200", description = "版の一覧。The editions.", content =
            @Content(mediaType = MediaType.APPLICATION_JSON_VALUE, schema = @Schema(implementation = CriteriaAnswers.Editions.class)))
    @ApiResponse(responseCode = "304", description = "変わっていない。Not modified.", content = @Content)
    @ApiResponse(responseCode = "400", description = "読み取れないパラメーター。A parameter that cannot be read.", content = @Content(mediaType = PROBLEM))
    void editions(@Parameter(hidden = true) HttpServletRequest request, @Parameter(hidden = true) HttpServletResponse response)
            throws IOException {
        var day = ControlParameters.only(request, Set.of("asOf")).day("asOf");
        TaggedAnswer.send(
                new CriteriaAnswers.Editions((day == null ? criteria.editions() : criteria.standingOn(day)).stream()
                        .map(CriteriaEdition::id)
                        .map(find::catalogue)
                        .map(CriteriaAnswers.Edition::of)
                        .toList()),
                request, response);
    }

    @GetMapping("/api/v1/criteria/{edition}/controls")
    @Operation(summary = "1つの版の管理策 / Controls of one edition",
            description = "番号の順に返します。題名は要約か規格の箇所を示すもので、基準の本文ではありません（title_basis）。 "
                    + "In natural order. Titles are summaries or name a place in a standard; they are not the text of the criteria (title_basis).")
    @Parameter(name = "chapter", in = ParameterIn.QUERY, description = "章。Chapter.", schema = @Schema(type = "string"), example = "9")
    @Parameter(name = "tier", in = ParameterIn.QUERY, description = "段。繰返し可。Tier, repeatable.",
            array = @ArraySchema(schema = @Schema(type = "string", allowableValues = {
                "chapter", "category", "heading", "governance", "management", "objective", "detail"})))
    @Parameter(name = "suffix", in = ParameterIn.QUERY, description = "記号。none は記号なし。繰返し可。Suffix, repeatable; none: without one.",
            array = @ArraySchema(schema = @Schema(type = "string", allowableValues = {"none", "P", "B", "PB"})))
    @Parameter(name = "obligation", in = ParameterIn.QUERY, description = "言明書での扱い。繰返し可。What a statement must do about it, repeatable.",
            array = @ArraySchema(schema = @Schema(type = "string", allowableValues = {"none", "mandatory", "selectable"})))
    @Parameter(name = "q", in = ParameterIn.QUERY, description = "番号、または題名・規格に含まれる語。A number, or words in titles and references.",
            schema = @Schema(type = "string", maxLength = 200), example = "9.2.3.11")
    @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1頁の件数。Rows of a page.",
            schema = @Schema(type = "integer", minimum = "1", maximum = "2000", defaultValue = "100"))
    @Parameter(name = "cursor", in = ParameterIn.QUERY, description = "前の頁の next_cursor。next_cursor of the page before.", schema = @Schema(type = "string"))
    @ApiResponse(responseCode = "200", description = "管理策。The controls.", content =
            @Content(mediaType = MediaType.APPLICATION_JSON_VALUE, schema = @Schema(implementation = CriteriaAnswers.ControlList.class)))
    @ApiResponse(responseCode = "304", description = "変わっていない。Not modified.", content = @Content)
    @ApiResponse(responseCode = "400", description = "読み取れないパラメーター。A parameter that cannot be read.", content = @Content(mediaType = PROBLEM))
    @ApiResponse(responseCode = "404", description = "その版は無い。There is no such edition.", content = @Content(mediaType = PROBLEM))
    void controls(
            @Parameter(description = "版。The edition.", example = "2024-07") @PathVariable String edition,
            @Parameter(hidden = true) HttpServletRequest request, @Parameter(hidden = true) HttpServletResponse response)
            throws IOException {
        var question = ControlParameters.strictly(request).question(edition, ControlParameters.USUAL);
        TaggedAnswer.send(CriteriaAnswers.ControlList.of(find.handle(question)), request, response);
    }
}
