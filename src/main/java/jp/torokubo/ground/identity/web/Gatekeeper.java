// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.ground.identity.Admits;
import jp.torokubo.ground.identity.Caller;
import jp.torokubo.ground.identity.CurrentActor;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
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

    Gatekeeper(CurrentActor current, SignInFirst signInFirst) {
        this.current = current;
        this.signInFirst = signInFirst;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException, NoResourceFoundException {
        if (!(handler instanceof HandlerMethod method) || !method.getBeanType().getName().startsWith(OURS)) {
            return true;
        }
        var admitted = admitted(method);
        if (admitted == null) {
            throw new IllegalStateException(method.getShortLogMessage() + " does not say who may call it");
        }
        if (admitted == Caller.ANYONE || admitted == Caller.ARRIVING) {
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

    static @Nullable Caller admitted(HandlerMethod method) {
        var onMethod = AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), Admits.class);
        if (onMethod != null) {
            return onMethod.value();
        }
        var onType = AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), Admits.class);
        return onType == null ? null : onType.value();
    }

    private static boolean holds(Actor actor, Caller asked) {
        return asked == Caller.SIGNED_IN || actor.role() == asked;
    }
}
