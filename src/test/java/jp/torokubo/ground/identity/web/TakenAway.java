// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.mockito.Mockito;
import org.springframework.context.ApplicationContext;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.test.util.AopTestUtils;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;

/** Takes one check out of the running program and puts it back; the program itself has nothing by which that could be done. */
final class TakenAway {

    private TakenAway() {}

    /** Nobody asks any more whether this handler admits the one who calls it. */
    static void theGatekeeperAt(ApplicationContext program, Method handler, Runnable work) {
        @SuppressWarnings("unchecked")
        var interceptors = (List<HandlerInterceptor>) ReflectionTestUtils.getField(Routes.mapping(program), "adaptedInterceptors");
        var gatekeeper = interceptors.stream().filter(Gatekeeper.class::isInstance).findFirst().orElseThrow();
        var place = interceptors.indexOf(gatekeeper);
        interceptors.set(place, new LooksAway(gatekeeper, handler));
        try {
            work.run();
        } finally {
            interceptors.set(place, gatekeeper);
        }
    }

    /** The desk's door lets in whoever comes. */
    static void theDoor(ApplicationContext program, Runnable work) {
        var door = program.getBean("deskDoor", SecurityFilterChain.class).getFilters().stream()
                .filter(AuthorizationFilter.class::isInstance).findFirst().orElseThrow();
        var before = ReflectionTestUtils.getField(door, "authorizationManager");
        AuthorizationManager<HttpServletRequest> anybody = (who, request) -> new AuthorizationDecision(true);
        ReflectionTestUtils.setField(door, "authorizationManager", anybody);
        try {
            work.run();
        } finally {
            ReflectionTestUtils.setField(door, "authorizationManager", before);
        }
    }

    /** A rule of the program answers yes, whatever it is asked. */
    static void theRule(ApplicationContext program, String bean, String method, Runnable work) {
        var real = AopTestUtils.getUltimateTargetObject(program.getBean(bean));
        var yes = Mockito.mock(real.getClass(), Mockito.withSettings().spiedInstance(real).defaultAnswer(
                asked -> asked.getMethod().getName().equals(method) ? Boolean.TRUE : asked.callRealMethod()));
        everywhere(program, real, yes);
        try {
            work.run();
        } finally {
            everywhere(program, yes, real);
        }
    }

    private static void everywhere(ApplicationContext program, Object old, Object replacement) {
        for (var name : program.getBeanDefinitionNames()) {
            if (program.isSingleton(name)) {
                var bean = AopTestUtils.getUltimateTargetObject(program.getBean(name));
                if (bean.getClass().getName().startsWith("jp.torokubo.")) {
                    fieldsOf(bean, field -> {
                        if (ReflectionTestUtils.getField(bean, field) == old) {
                            ReflectionTestUtils.setField(bean, field, replacement);
                        }
                    });
                }
            }
        }
    }

    private static void fieldsOf(Object bean, Consumer<String> each) {
        for (var field : bean.getClass().getDeclaredFields()) {
            if (!Modifier.isStatic(field.getModifiers()) && !field.getType().isPrimitive()) {
                each.accept(field.getName());
            }
        }
    }

    /** As the gatekeeper, but for one handler. */
    private record LooksAway(HandlerInterceptor gatekeeper, Method handler) implements HandlerInterceptor {

        @Override
        public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object called) throws Exception {
            return called instanceof HandlerMethod method && method.getMethod().equals(handler)
                    || gatekeeper.preHandle(request, response, called);
        }

        @Override
        public void postHandle(
                HttpServletRequest request, HttpServletResponse response, Object called, @Nullable ModelAndView answer) throws Exception {
            gatekeeper.postHandle(request, response, called, answer);
        }
    }
}
