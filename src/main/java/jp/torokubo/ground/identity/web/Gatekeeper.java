// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.ground.identity.Admits;
import jp.torokubo.ground.identity.Caller;
import jp.torokubo.ground.identity.CurrentActor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/**
 * Holds every handler of ours to what its {@link Admits} says.
 *
 * <p>Who is not admitted is answered as if there were no such page, so that forbidden and unknown look the same.
 */
@Component
class Gatekeeper implements HandlerInterceptor {

    private static final String OURS = "jp.torokubo.";

    private final CurrentActor current;
    private final SignInFirst signInFirst;
    private final DeskStrips strips;

    Gatekeeper(CurrentActor current, SignInFirst signInFirst, DeskStrips strips) {
        this.current = current;
        this.signInFirst = signInFirst;
        this.strips = strips;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException, NoResourceFoundException {
        if (!(handler instanceof HandlerMethod method) || !method.getBeanType().getName().startsWith(OURS)) {
            return true;
        }
        var admitted = admitted(method);
        if (admitted.isEmpty()) {
            throw new IllegalStateException(method.getShortLogMessage() + " does not say who may call it");
        }
        if (admitted.contains(Caller.ANYONE) || admitted.contains(Caller.ARRIVING)) {
            return true;
        }
        var actor = current.find();
        if (actor.isEmpty()) {
            signInFirst.answer(request, response);
            return false;
        }
        if (!holds(actor.get(), admitted)) {
            throw new NoResourceFoundException(
                    HttpMethod.valueOf(request.getMethod()), request.getRequestURI(), DeskForms.path(request));
        }
        return true;
    }

    static Set<Caller> admitted(HandlerMethod method) {
        var onMethod = AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), Admits.class);
        var says = onMethod == null ? AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), Admits.class) : onMethod;
        return says == null ? Set.of() : Set.of(says.value());
    }

    /**
     * Says on each page of the desk who acts, in which role, for whom, and fetches the token of its forms: when a long page comes to its
     * first form, it may be too late to begin a session for it.
     */
    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView answer) {
        if (answer == null || answer.getViewName() == null || answer.getViewName().startsWith("redirect:")
                || !Doors.deskPaths().matches(request)) {
            return;
        }
        current.find().ifPresent(actor -> {
            answer.addObject("deskStrip", strips.of(actor, LocaleContextHolder.getLocale()));
            if (request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token) {
                token.getToken();
            }
        });
    }

    private static boolean holds(Actor actor, Set<Caller> asked) {
        return asked.contains(Caller.SIGNED_IN) || asked.contains(actor.role());
    }
}
