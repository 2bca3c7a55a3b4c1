// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import java.io.IOException;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.torokubo.TorokuboTest;
import jp.torokubo.ground.identity.Caller;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every route of the program against {@code who-may-call.tsv}, both ways. Whoever adds a route adds its line there, where all can
 * read at a glance what is open to whom.
 */
@TorokuboTest
class WhoMayCallTest {

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    @Autowired
    MockMvc mvc;

    /** A line of the file. */
    private record Route(String path, String method, Set<Caller> callers) {
        String line() {
            return path + "\t" + method + "\t" + callers.stream().sorted().map(Caller::name).collect(Collectors.joining(" "));
        }
    }

    @Test
    void everyRouteHasItsLineAndEveryLineItsRoute() throws IOException {
        var real = new TreeSet<>(routes().map(Route::line).toList());

        assertThat(String.join("\n", real)).isEqualTo(String.join("\n", new TreeSet<>(written())));
    }

    @Test
    void whatIsOpenToAnyoneIsOutsideTheDesksDoorAndEverythingElseIsBehindIt() {
        assertThat(routes()).isNotEmpty().allSatisfy(route -> {
            var request = new MockHttpServletRequest(route.method(), filled(route.path()));
            request.setServletPath(filled(route.path()));

            assertThat(Doors.deskPaths().matches(request)).as(route.line()).isEqualTo(!route.callers().contains(Caller.ANYONE));
        });
    }

    @Test
    void aStrangerIsShownNothingOfTheDesk() {
        assertThat(routes().filter(WhoMayCallTest::isBehindTheDoor))
                .isNotEmpty()
                .allSatisfy(route -> {
                    var answer = mvc.perform(request(HttpMethod.valueOf(route.method()), URI.create(filled(route.path()))))
                            .andReturn()
                            .getResponse();

                    assertThat(answer.getStatus()).as(route.line()).isEqualTo(302);
                    assertThat(answer.getHeader("Location")).as(route.line()).startsWith("/sign-in");
                    assertThat(answer.getContentAsString()).as(route.line()).isEmpty();
                });
    }

    @Test
    void anUnknownPageOfTheDeskLooksToAStrangerLikeAKnownOne() throws Exception {
        var known = mvc.perform(request(HttpMethod.GET, URI.create("/operator/trail"))).andReturn().getResponse();
        var unknown = mvc.perform(request(HttpMethod.GET, URI.create("/operator/nothing"))).andReturn().getResponse();

        assertThat(unknown.getStatus()).isEqualTo(known.getStatus());
        assertThat(unknown.getHeader("Location")).isEqualTo(known.getHeader("Location").replace("trail", "nothing"));
    }

    @Test
    void publicPagesSetNoCookieAndOpenNoSession() {
        var open = Stream.concat(
                routes().filter(route -> route.callers().contains(Caller.ANYONE) && route.method().equals("GET")).map(Route::path),
                Stream.of("/", "/en/", "/assets/torokubo.css", "/assets/passkey.js", "/actuator/health", "/nothing", "/robots.txt"));

        assertThat(open.map(WhoMayCallTest::filled)).isNotEmpty().allSatisfy(path -> {
            var result = mvc.perform(request(HttpMethod.GET, URI.create(path))).andReturn();

            assertThat(result.getResponse().getCookies()).as(path).isEmpty();
            assertThat(result.getResponse().getHeaders("Set-Cookie")).as(path).isEmpty();
            assertThat(result.getRequest().getSession(false)).as(path).isNull();
        });
    }

    private static boolean isBehindTheDoor(Route route) {
        return route.callers().stream().noneMatch(caller -> caller == Caller.ANYONE || caller == Caller.ARRIVING);
    }

    private Stream<Route> routes() {
        return mapping.getHandlerMethods().entrySet().stream()
                .filter(entry -> entry.getValue().getBeanType().getName().startsWith("jp.torokubo."))
                .flatMap(entry -> routes(entry.getKey(), entry.getValue()));
    }

    private static Stream<Route> routes(RequestMappingInfo info, HandlerMethod handler) {
        var callers = Gatekeeper.admitted(handler);
        assertThat(callers).as(handler.toString()).isNotEmpty();
        var methods = info.getMethodsCondition().getMethods();
        return info.getPatternValues().stream().flatMap(path -> methods.isEmpty()
                ? Stream.of(new Route(path, "GET", callers))
                : methods.stream().map(method -> new Route(path, method.name(), callers)));
    }

    private static List<String> written() throws IOException {
        var text = new ClassPathResource("who-may-call.tsv").getContentAsString(UTF_8);
        return Arrays.stream(text.split("\n")).filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
    }

    private static String filled(String pattern) {
        return pattern.replaceAll("\\{id}", "01930000-0000-7000-8000-000000000001").replaceAll("\\{[^}]*}", "x");
    }
}
