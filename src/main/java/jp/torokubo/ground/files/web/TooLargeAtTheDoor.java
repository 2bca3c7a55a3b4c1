// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.files.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers 413 to a request that says it is larger than any upload may be, before anybody has read a byte of it.
 *
 * <p>What is no upload is held to far less, and must say how large it is: it is read into memory as a whole.
 *
 * <p>Stands before the guards of forms: these would look for their token inside the upload, and answer that it is missing.
 */
@Component
@Order(-200)
class TooLargeAtTheDoor extends OncePerRequestFilter {

    static final long MOST_BYTES = 21L * 1024 * 1024;
    static final long MOST_BYTES_WITHOUT_FILE = 2L * 1024 * 1024;

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var type = request.getContentType();
        var upload = type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/");
        var bytes = request.getContentLengthLong();
        var unsaid = bytes < 0 && request.getHeader("Transfer-Encoding") != null;
        var most = upload ? MOST_BYTES : MOST_BYTES_WITHOUT_FILE;
        if (bytes > most || unsaid && !upload) {
            // the answer says how much there may be
            response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE, String.valueOf(most / 1024 / 1024));
        } else {
            chain.doFilter(request, response);
        }
    }
}
