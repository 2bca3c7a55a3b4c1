// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.criteria.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import jp.torokubo.ground.identity.Admits;
import jp.torokubo.ground.identity.Caller;
import jp.torokubo.ground.pages.PageLanguage;
import jp.torokubo.ground.paper.Download;
import jp.torokubo.ground.refusal.Refused;
import jp.torokubo.record.criteria.CriteriaRefusal;
import jp.torokubo.record.criteria.FindControls;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The page of an edition as a file: its question, all its rows. */
@RestController
@Admits(Caller.ANYONE)
@Tag(name = "downloads", description = "一覧の画面と同じ内容のファイル。The list as it is on the page, as a file.")
class CriteriaDownloads {

    private final FindControls find;
    private final ControlTable table;

    CriteriaDownloads(FindControls find, ControlTable table) {
        this.find = find;
        this.table = table;
    }

    @GetMapping("/criteria/{edition:[0-9x-]+}.{ending:csv|xlsx|json}")
    @Operation(summary = "管理基準のファイル / The control criteria as a file",
            description = "画面 /criteria/{edition} と同じパラメーター。enc=utf8（BOMなし）または enc=sjis（CP932）。 Parameters as of the page /criteria/{edition}.")
    @Parameter(name = "enc", in = ParameterIn.QUERY, description = "CSVの文字コード。無ければ BOM 付き UTF-8。Encoding of CSV; UTF-8 with a mark if not given.",
            schema = @Schema(type = "string", allowableValues = {"utf8", "sjis"}))
    @Parameter(name = "lang", in = ParameterIn.QUERY, description = "見出しの言語。Language of the headings.",
            schema = @Schema(type = "string", allowableValues = {"ja", "en"}, defaultValue = "ja"))
    void file(
            @Parameter(description = "版。The edition.", example = "2024-07") @PathVariable String edition, @Parameter(description = "形。The form.", example = "csv") @PathVariable String ending,
            @Parameter(hidden = true) HttpServletRequest request, @Parameter(hidden = true) HttpServletResponse response)
            throws IOException {
        var parameters = ControlParameters.strictly(request, "enc", "lang");
        var found = find.handle(parameters.question(edition, 0).unpaged());
        var download = Download.of(ending, parameters.text("enc")).orElseThrow(
                () -> new Refused(new CriteriaRefusal.ValueUnknown("enc", String.valueOf(parameters.text("enc")), "utf8, sjis")));
        if (download == Download.JSON) {
            TaggedAnswer.send(CriteriaAnswers.ControlList.of(found), request, response);
            return;
        }
        var language = "en".equals(parameters.text("lang")) ? Locale.ENGLISH : PageLanguage.of(request).locale();
        download.send(table.of(found, language), language, "criteria-" + edition, response);
    }
}
