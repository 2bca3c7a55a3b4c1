// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.pages;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import jp.torokubo.ground.refusal.Refusal;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Component;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;

/**
 * Answers what no handler answered: refusals of filters and of the server itself, which the server passes on to
 * {@code /error}.
 */
@Component("/error")
class LastAnswer implements HttpRequestHandler, ErrorController {

    private final RefusalAnswers answers;
    private final ViewResolver views;

    LastAnswer(RefusalAnswers answers, @Qualifier("thymeleafViewResolver") ViewResolver views) {
        this.answers = answers;
        this.views = views;
    }

    @Override
    public void handleRequest(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        var answer = answers.answer(request, refusalFor(request));
        response.setStatus(Objects.requireNonNull(answer.getStatus()).value());
        // what would have been kept for a year is not what was sent
        response.setHeader("Cache-Control", "no-store");
        try {
            var view = answer.getView() == null
                    ? Objects.requireNonNull(views.resolveViewName(
                            Objects.requireNonNull(answer.getViewName()), PageLanguage.of(request).locale()))
                    : (View) answer.getView();
            view.render(answer.getModel(), request, response);
        } catch (IOException | ServletException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }

    private static Refusal refusalFor(HttpServletRequest request) {
        var status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 404;
        return switch (status) {
            case 400 -> new PagesRefusal.Unreadable();
            case 401 -> new PagesRefusal.SignInNeeded();
            case 403 -> new PagesRefusal.Forbidden();
            case 404 -> new PagesRefusal.NotFound();
            case 405 -> new PagesRefusal.MethodNotAllowed(request.getMethod(), "GET");
            case 413 -> tooLarge(request.getAttribute(RequestDispatcher.ERROR_MESSAGE));
            case 415 -> new PagesRefusal.UnsupportedType(String.valueOf(request.getContentType()));
            case 429 -> new PagesRefusal.TooManyRequests();
            case 503 -> new PagesRefusal.Unavailable();
            case 416 -> new PagesRefusal.RangeOutside();
            default -> status < 500 || request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof InvalidParameterException
                    ? new PagesRefusal.Unreadable()
                    : ExceptionAnswers.failed(
                            request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable thrown
                                    ? thrown : new IllegalStateException("status " + status), request);
        };
    }

    /** @param limit megabytes, where whoever turned it down said how many */
    private static Refusal tooLarge(@Nullable Object limit) {
        return limit instanceof String said && said.matches("[1-9][0-9]{0,5}")
                ? new PagesRefusal.TooLarge(Long.parseLong(said)) : new PagesRefusal.MoreThanTaken();
    }
}
