// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import jp.torokubo.ground.identity.CurrentActor;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;

/** What somebody is told who is not signed in, or whose form no longer belongs to his session. */
@Component
class SignInFirst implements AuthenticationEntryPoint, AccessDeniedHandler {

    static final String KEPT_FORM = "kept-form";
    static final String FORM_EXPIRED = "/sign-in/form-expired";

    static final String DESK = "/desk";
    private static final int LONGEST = 1_000;

    private final CurrentActor current;
    private final DeskSession session;

    SignInFirst(CurrentActor current, DeskSession session) {
        this.current = current;
        this.session = session;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        answer(request, response);
    }

    /** A form without the token of this session: its session has ended, or another site has made it. */
    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
            throws IOException {
        if (current.find().isEmpty() && isOfTheDesk(DeskForms.path(request))) {
            answer(request, response);
        } else {
            response.sendRedirect(request.getContextPath() + FORM_EXPIRED);
        }
    }

    /** Leads to the sign-in page, and from there back to where he wanted to go, with what he had typed. */
    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var next = DESK;
        var kept = KeptForm.of(request);
        if (kept.isPresent()) {
            session.keep(request, KEPT_FORM, kept.get());
            next = "/desk/kept-form";
        } else if (request.getMethod().equals("GET")) {
            next = DeskForms.path(request) + (request.getQueryString() == null ? "" : "?" + request.getQueryString());
        }
        response.sendRedirect(
                request.getContextPath() + "/sign-in?next=" + URLEncoder.encode(safe(next), StandardCharsets.UTF_8));
    }

    /** Leads nowhere but to the desk: an address from outside must not send anybody elsewhere after signing in. */
    static String safe(String next) {
        var path = next.split("[?#]", 2)[0];
        var plain = next.length() <= LONGEST && next.chars().allMatch(c -> c > ' ' && c != '\\' && c < 127);
        return plain && isOfTheDesk(path) && !path.contains("..") ? next : DESK;
    }

    private static boolean isOfTheDesk(String path) {
        return Stream.of(DESK, "/operator").anyMatch(start -> path.equals(start) || path.startsWith(start + "/"));
    }
}
