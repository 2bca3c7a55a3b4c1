// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;

/** What somebody is told who is not signed in, or whose form no longer belongs to his session. */
@Component
class SignInFirst implements AuthenticationEntryPoint, AccessDeniedHandler {

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        answer(request, response);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
            throws IOException {
        response.sendError(HttpStatus.FORBIDDEN.value());
    }

    /** Leads to the sign-in page, and from there back to where he wanted to go. */
    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var query = request.getQueryString();
        var wanted = request.getRequestURI() + (query == null ? "" : "?" + query);
        response.sendRedirect("/sign-in?next=" + URLEncoder.encode(wanted, StandardCharsets.UTF_8));
    }
}
