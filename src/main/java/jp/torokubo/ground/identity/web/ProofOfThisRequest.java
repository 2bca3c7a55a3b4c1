// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Objects;
import jp.torokubo.ground.identity.CurrentActor;
import jp.torokubo.ground.identity.PersonId;
import jp.torokubo.ground.identity.Proof;
import jp.torokubo.ground.identity.people.Person;
import jp.torokubo.ground.identity.people.ProvenAnew;
import jp.torokubo.ground.identity.store.People;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.thymeleaf.context.LazyContextVariable;

/**
 * Gives handlers of any module the proof that a request brings along, and pages what the part that asks for one must know, so that no
 * other module has to know of sessions and authenticators.
 */
@Component
class ProofOfThisRequest implements HandlerMethodArgumentResolver, HandlerInterceptor, WebMvcConfigurer {

    private final CurrentActor current;
    private final DeskSession session;
    private final People people;
    private final ProvenAnew proven;

    ProofOfThisRequest(CurrentActor current, DeskSession session, People people, ProvenAnew proven) {
        this.current = current;
        this.session = session;
        this.people = people;
        this.proven = proven;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType().equals(Proof.class);
    }

    @Override
    public Proof resolveArgument(
            MethodParameter parameter, @Nullable ModelAndViewContainer model, NativeWebRequest asked,
            @Nullable WebDataBinderFactory binders) {
        var request = Objects.requireNonNull(asked.getNativeRequest(HttpServletRequest.class));
        var code = request.getParameter(Proof.FIELD);
        return new Proof(code == null ? "" : code, session.passkeyUsedAt(request), request.getRemoteAddr());
    }

    /** Asked of the database only by a page that shows the part. */
    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView answer) {
        if (answer == null || answer.getViewName() == null || answer.getViewName().startsWith("redirect:")
                || !Doors.deskPaths().matches(request)) {
            return;
        }
        current.find().ifPresent(actor -> {
            var model = answer.getModelMap();
            model.putIfAbsent("codePossible", new CodePossible(actor.person()));
            model.putIfAbsent("passkeyUsed", proven.counts(session.passkeyUsedAt(request)));
        });
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    private final class CodePossible extends LazyContextVariable<Boolean> {

        private final PersonId person;

        CodePossible(PersonId person) {
            this.person = person;
        }

        @Override
        protected Boolean loadValue() {
            return people.find(person).filter(Person::hasAuthenticator).isPresent();
        }
    }
}
