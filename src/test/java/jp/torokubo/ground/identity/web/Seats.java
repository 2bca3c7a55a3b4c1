// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import java.util.UUID;
import jp.torokubo.ground.identity.Actor;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.session.web.http.SessionRepositoryFilter;

/**
 * Seats at the desk: a session of somebody in one of his roles, as signing in makes it. Whatever is asked with its cookie takes the
 * whole way, so that it is also seen who is let in no more.
 */
final class Seats {

    private final SessionRepositoryFilter<?> sessions;
    private final DeskSession desk;
    private final JdbcClient jdbc;

    Seats(ApplicationContext program) {
        sessions = program.getBean(SessionRepositoryFilter.class);
        desk = program.getBean(DeskSession.class);
        jdbc = program.getBean(JdbcClient.class);
    }

    Cookie of(Actor actor) {
        var answer = new MockHttpServletResponse();
        try {
            sessions.doFilter(new MockHttpServletRequest("POST", "/sign-in/code"), answer, (request, response) -> {
                desk.signIn((HttpServletRequest) request, (HttpServletResponse) response, actor.person(), 0);
                desk.changeRole((HttpServletRequest) request, roleOf(actor));
            });
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
        return Objects.requireNonNull(answer.getCookie("torokubo-desk"), "a cookie");
    }

    private UUID roleOf(Actor actor) {
        return jdbc.sql("select id from identity.role where person = :person and role = :role and organisation = :organisation")
                .param("person", actor.assigned().value())
                .param("role", actor.role().name())
                .param("organisation", actor.organisation().value())
                .query(UUID.class)
                .single();
    }
}
