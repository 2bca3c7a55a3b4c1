// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jp.torokubo.ground.identity.people.Person;
import jp.torokubo.ground.identity.store.People;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/** Finds out on every request who is signed in: the session says who, the database says whether he still may. */
@Component
class PersonOfTheSession implements SecurityContextRepository {

    private final DeskSession session;
    private final People people;
    private final CurrentRole currentRole;

    PersonOfTheSession(DeskSession session, People people, CurrentRole currentRole) {
        this.session = session;
        this.people = people;
        this.currentRole = currentRole;
    }

    @Override
    public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
        return new Found(request);
    }

    @Override
    @SuppressWarnings("deprecation")
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        return read(holder.getRequest());
    }

    /** Nothing to keep: who signs in is written down by {@link DeskSession}. */
    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {}

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return session.holder(request).isPresent();
    }

    private SecurityContext read(HttpServletRequest request) {
        return session.holder(request)
                .flatMap(holder -> people.find(holder.person())
                        .filter(Person::usable)
                        .filter(person -> person.epoch() == holder.epoch()))
                .flatMap(person -> currentRole.of(person, session.role(request)))
                .<SecurityContext>map(actor -> new SecurityContextImpl(new SignedIn(actor)))
                .orElseGet(SecurityContextHolder::createEmptyContext);
    }

    /** Asked at most once per request, and only if somebody wants to know. */
    private final class Found implements DeferredSecurityContext {

        private final HttpServletRequest request;
        private SecurityContext context = SecurityContextHolder.createEmptyContext();
        private boolean asked;

        Found(HttpServletRequest request) {
            this.request = request;
        }

        @Override
        public SecurityContext get() {
            if (!asked) {
                context = read(request);
                asked = true;
            }
            return context;
        }

        @Override
        public boolean isGenerated() {
            return get().getAuthentication() == null;
        }
    }
}
