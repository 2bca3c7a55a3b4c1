// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.pages;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import jp.torokubo.ground.refusal.Refusal;
import jp.torokubo.ground.refusal.RefusalWords;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes the answer of a refusal: a page for people, a problem document (RFC 9457) in both languages for programs.
 *
 * <p>Under {@code /api/}, {@code /feeds/} and {@code /actuator} the answer is always a problem; elsewhere it is a page unless
 * the request accepts something but not HTML.
 */
@Component
public class RefusalAnswers {

    private final RefusalWords words;
    private final MessageSource messages;
    private final JsonMapper json;

    RefusalAnswers(RefusalWords words, MessageSource messages, JsonMapper json) {
        this.words = words;
        this.messages = messages;
        this.json = json;
    }

    public ModelAndView answer(HttpServletRequest request, Refusal refusal) {
        var said = words.of(refusal);
        var answer = wantsPage(request)
                ? new ModelAndView("pages/refusal", page(said, refusal, request))
                : new ModelAndView(problem(said, refusal));
        answer.setStatus(HttpStatusCode.valueOf(said.status()));
        return answer;
    }

    /** The problem document of a refusal, member by member, in the order in which it is written. */
    public Map<String, Object> problemDocument(Refusal refusal) {
        var said = words.of(refusal);
        var document = new LinkedHashMap<String, Object>();
        document.put("type", "urn:torokubo:problem:" + refusal.code());
        document.put("title", title(said.status(), Locale.JAPANESE));
        document.put("title_en", title(said.status(), Locale.ENGLISH));
        document.put("status", said.status());
        document.put("code", refusal.code());
        document.put("detail", said.japanese());
        document.put("detail_en", said.english());
        document.put("article", refusal.article().isCited()
                ? (refusal.article().document() + " " + refusal.article().number()).strip() : null);
        return document;
    }

    private View problem(RefusalWords.Words said, Refusal refusal) {
        return (model, request, response) -> {
            var bytes = json.writeValueAsString(problemDocument(refusal)).getBytes(StandardCharsets.UTF_8);
            response.setStatus(said.status());
            response.setContentType("application/problem+json");
            response.setCharacterEncoding(StandardCharsets.UTF_8.name());
            response.setContentLength(bytes.length);
            response.getOutputStream().write(bytes);
        };
    }

    private Map<String, Object> page(RefusalWords.Words said, Refusal refusal, HttpServletRequest request) {
        var locale = PageLanguage.of(request).locale();
        var model = new LinkedHashMap<String, Object>();
        model.put("status", said.status());
        model.put("title", title(said.status(), locale));
        model.put("detail", said.in(locale));
        model.put("article", refusal.article());
        model.put("refusal", refusal);
        if (said.status() == HttpStatus.CONTENT_TOO_LARGE.value()) {
            model.put("back", WayBack.of(request));
        }
        return model;
    }

    private String title(int status, Locale locale) {
        var fallback = "pages.status." + (status < 500 ? "400" : "500");
        return messages.getMessage("pages.status." + status, null, messages.getMessage(fallback, null, locale), locale);
    }

    private static boolean wantsPage(HttpServletRequest request) {
        var path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String failed
                ? failed : request.getRequestURI();
        if (!PageAddresses.isPage(path)) {
            return false;
        }
        var accept = request.getHeader(HttpHeaders.ACCEPT);
        if (accept == null) {
            return true;
        }
        try {
            List<MediaType> accepted = MediaType.parseMediaTypes(accept);
            return accepted.isEmpty() || accepted.stream().anyMatch(type -> type.includes(MediaType.TEXT_HTML));
        } catch (InvalidMediaTypeException unreadable) {
            return true;
        }
    }
}
