// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.pages;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import jp.torokubo.ground.refusal.Refusal;
import jp.torokubo.ground.refusal.RefusalWords;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers what the server turns down before any filter has seen it: an address that is none, headers without end. Also what is left
 * when the page of an error itself fails.
 *
 * <p>It knows neither language nor frame, so it says the same in both, in a page as small as can be.
 */
final class AnswerBeforeAnyPage extends ErrorReportValve {

    private final RefusalAnswers answers;
    private final RefusalWords words;
    private final JsonMapper json;

    AnswerBeforeAnyPage(RefusalAnswers answers, RefusalWords words, JsonMapper json) {
        this.answers = answers;
        this.words = words;
        this.json = json;
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable thrown) {
        var status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        var refusal = refusal(status, request.getMethod());
        try {
            HeadersFilter.put(response.getResponse(), request.isSecure());
            response.setHeader("Cache-Control", "no-store");
            var path = request.getRequestURI();
            var isPage = path == null || PageAddresses.isPage(path);
            response.setContentType(isPage ? "text/html;charset=UTF-8" : "application/problem+json;charset=UTF-8");
            var said = isPage ? page(refusal) : json.writeValueAsString(answers.problemDocument(refusal));
            response.getOutputStream().write(said.getBytes(StandardCharsets.UTF_8));
            response.finishResponse();
        } catch (IOException | IllegalStateException gone) {
            container.getLogger().debug("nobody is left to be told", gone);
        }
    }

    private static Refusal refusal(int status, @Nullable String method) {
        return switch (status) {
            case 404 -> new PagesRefusal.NotFound();
            case 405, 501 -> new PagesRefusal.MethodNotAllowed(method == null ? "?" : method, "GET");
            case 413 -> new PagesRefusal.MoreThanTaken();
            default -> status < 500 ? new PagesRefusal.Unreadable() : new PagesRefusal.Unavailable();
        };
    }

    private String page(Refusal refusal) {
        var said = words.of(refusal);
        return """
                <!doctype html>
                <html lang="ja"><head><meta charset="utf-8"><title>登録簿 Torokubo</title></head>
                <body><h1>登録簿 Torokubo</h1>
                <p>%s</p>
                <p lang="en">%s</p>
                <p><a href="/">ホーム</a> <a href="/en/" lang="en">Home</a></p></body></html>
                """.formatted(HtmlUtils.htmlEscape(said.japanese()), HtmlUtils.htmlEscape(said.english()));
    }
}
