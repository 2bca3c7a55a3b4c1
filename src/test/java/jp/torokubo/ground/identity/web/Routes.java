// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity.web;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jp.torokubo.ground.identity.Caller;
import org.springframework.context.ApplicationContext;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every route of the running program, as the program itself lists them. */
final class Routes {

    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)(?::[^}]*)?}");

    /** @param handler what answers it */
    record Route(String path, String method, HandlerMethod handler) {

        Set<Caller> callers() {
            return Gatekeeper.admitted(handler);
        }

        boolean isOpenToAnyone() {
            return callers().contains(Caller.ANYONE);
        }

        boolean isBehindTheDoor() {
            return callers().stream().noneMatch(caller -> caller == Caller.ANYONE || caller == Caller.ARRIVING);
        }

        List<String> variables() {
            return VARIABLE.matcher(path).results().map(found -> found.group(1)).toList();
        }

        /** @param values by the name of the variable */
        String filled(UnaryOperator<String> values) {
            return VARIABLE.matcher(path).replaceAll((MatchResult found) -> values.apply(found.group(1)));
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    private Routes() {}

    static RequestMappingHandlerMapping mapping(ApplicationContext program) {
        return program.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
    }

    static List<Route> of(ApplicationContext program) {
        return mapping(program).getHandlerMethods().entrySet().stream()
                .filter(entry -> entry.getValue().getBeanType().getName().startsWith("jp.torokubo."))
                .flatMap(entry -> routes(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing(Route::path).thenComparing(Route::method))
                .toList();
    }

    private static Stream<Route> routes(RequestMappingInfo info, HandlerMethod handler) {
        var methods = info.getMethodsCondition().getMethods();
        return info.getPatternValues().stream().flatMap(path -> methods.isEmpty()
                ? Stream.of(new Route(path, "GET", handler))
                : methods.stream().map(method -> new Route(path, method.name(), handler)));
    }
}
