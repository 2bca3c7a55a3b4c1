// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.pages;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.RequestDispatcher;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Reads the language from the address: {@code /en/services} is the page {@code /services} in English.
 *
 * <p>{@code /en} is shown to everything behind as the context path. Handlers, links, redirects and security rules then know one
 * address per page and need not know that there are two languages.
 */
final class LanguageFilter extends OncePerRequestFilter {

    private static final String PREFIX = PageLanguage.ENGLISH.prefix();

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var path = request.getRequestURI();
        if (request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String failed) {
            request.setAttribute(PageLanguage.class.getName(), languageOf(failed));
            chain.doFilter(request, response);
        } else if (path.equals(PREFIX)) {
            response.setStatus(HttpServletResponse.SC_MOVED_PERMANENTLY);
            response.setHeader("Location", PREFIX + "/");
        } else if (languageOf(path) == PageLanguage.JAPANESE) {
            request.setAttribute(PageLanguage.class.getName(), PageLanguage.JAPANESE);
            chain.doFilter(request, response);
        } else if (path.startsWith(PREFIX + "//")) {
            // no address of ours; sent on without its language it would name another site. The door refuses it
            request.setAttribute(PageLanguage.class.getName(), PageLanguage.ENGLISH);
            chain.doFilter(request, response);
        } else if (PageAddresses.isPage(path.substring(PREFIX.length()))) {
            request.setAttribute(PageLanguage.class.getName(), PageLanguage.ENGLISH);
            chain.doFilter(new English(request), response);
        } else {
            var query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
            response.setStatus(HttpServletResponse.SC_MOVED_PERMANENTLY);
            response.setHeader("Location", path.substring(PREFIX.length()) + query);
        }
    }

    private static PageLanguage languageOf(String path) {
        return path.startsWith(PREFIX + "/") ? PageLanguage.ENGLISH : PageLanguage.JAPANESE;
    }

    private static final class English extends HttpServletRequestWrapper {

        English(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getContextPath() {
            return PREFIX;
        }

        @Override
        public String getServletPath() {
            var path = super.getServletPath();
            return path.startsWith(PREFIX + "/") ? path.substring(PREFIX.length()) : path;
        }
    }
}
