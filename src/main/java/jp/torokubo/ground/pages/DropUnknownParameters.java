// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Sends a reader on to the address without the parameters that {@link KnownParameters} does not name. */
final class DropUnknownParameters implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        var query = request.getQueryString();
        if (query == null || !(handler instanceof HandlerMethod method) || !isRead(request)) {
            return true;
        }
        var known = AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), KnownParameters.class);
        if (known == null) {
            known = AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), KnownParameters.class);
        }
        if (known == null) {
            return true;
        }
        var kept = kept(query, Set.of(known.value()));
        if (kept.equals(query)) {
            return true;
        }
        response.setStatus(HttpServletResponse.SC_FOUND);
        response.setHeader("Location", request.getRequestURI() + (kept.isEmpty() ? "" : "?" + kept));
        return false;
    }

    private static boolean isRead(HttpServletRequest request) {
        return request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
    }

    static String kept(String query, Set<String> known) {
        return Arrays.stream(query.split("&"))
                .filter(pair -> {
                    var at = pair.indexOf('=');
                    return at > 0 && at < pair.length() - 1 && known.contains(decoded(pair.substring(0, at)));
                })
                .collect(Collectors.joining("&"));
    }

    private static String decoded(String name) {
        try {
            return URLDecoder.decode(name, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return "";
        }
    }
}
