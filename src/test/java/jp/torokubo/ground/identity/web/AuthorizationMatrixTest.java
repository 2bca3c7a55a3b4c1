// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.torokubo.TorokuboTest;
import jp.torokubo.ground.identity.Caller;
import jp.torokubo.ground.identity.web.AuthorizationMatrix.Row;
import jp.torokubo.ground.identity.web.Routes.Route;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.test.web.servlet.MockMvc;

/**
 * Every route of the program against {@code authorization-matrix.tsv}, both ways and cell by cell. Whoever adds a route adds its line
 * there, where all can read at a glance who is answered what; the failing test prints the line. With
 * {@code -Dauthorization.write=true} the file is written as the program answers, for review.
 */
@TorokuboTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuthorizationMatrixTest {

    /** Variables of addresses that lead to nothing of the prepared world, and why not. */
    private static final Map<String, String> NOT_IN_THE_WORLD = Map.of(
            "proposal", "the operators' own; nobody else gets as far as to ask for one",
            "name", "an issuer of identities, as the settings call it; none is set here");

    /** Where somebody is told 404 of a thing that he knows is there, and why that is right. */
    private static final Map<String, String> KNOWN_ALL_THE_SAME = Map.of(
            "POST /desk/organisation/roles/{role}/new-proofs to manager", "his colleague, on whose proofs another organisation relies too",
            "POST /operator/organisations/{organisation}/roles/{role}/end to operator", "operators see everybody and end managers' roles only");

    @Autowired ApplicationContext program;
    @Autowired MockMvc mvc;

    private final AuthorizationMatrix matrix = AuthorizationMatrix.read();
    private List<Route> routes = List.of();
    private PreparedWorld world;
    private AskedOfTheProgram asked;

    @BeforeAll
    void aPreparedWorld() {
        routes = Routes.of(program);
        world = new PreparedWorld(program);
        asked = new AskedOfTheProgram(program, world);
    }

    @Test
    void everyRouteAnswersEverybodyAsItsLineSays() {
        var real = new ArrayList<Row>();
        var differing = new ArrayList<String>();
        for (var route : routes) {
            var row = matrix.row(route);
            var cells = new LinkedHashMap<String, String>();
            // what is sent is taken back one after the other, what is read is read at once
            var columns = route.method().equals("GET") ? matrix.columns().parallelStream() : matrix.columns().stream();
            var answered = columns.collect(Collectors.toConcurrentMap(column -> column, column -> asked.cell(route, row, column)));
            matrix.columns().forEach(column -> cells.put(column, answered.get(column)));
            real.add(row.with(cells));
            if (!row.cells().isEmpty()) {
                cells.forEach((column, cell) -> {
                    if (!cell.equals(row.cells().get(column))) {
                        differing.add("%s to %s: written %s, answered %s".formatted(route, column, row.cells().get(column), cell));
                    }
                });
            }
        }
        if (Boolean.getBoolean("authorization.write")) {
            matrix.write(real);
            return;
        }
        var missing = real.stream().filter(row -> !matrix.rows().containsKey(row.key())).toList();
        assertThat(missing).as("routes without a line; to be checked and put into the file:\n%s", matrix.written(missing)).isEmpty();
        assertThat(differing).isEmpty();
    }

    @Test
    void everyLineHasItsRoute() {
        var real = routes.stream().map(Route::toString).collect(Collectors.toCollection(TreeSet::new));

        assertThat(matrix.rows().keySet()).allSatisfy(line -> assertThat(real).contains(line));
    }

    @Test
    void everybodyOfThePreparedWorldHasAColumnAndEveryRoleIsAmongThem() {
        var columns = new ArrayList<>(List.of("stranger"));
        columns.addAll(world.people().keySet());

        assertThat(matrix.columns()).containsExactlyElementsOf(columns);
        assertThat(world.people().values().stream().map(actor -> actor.role()).collect(Collectors.toSet()))
                .isEqualTo(Stream.of(Caller.values()).filter(Caller::isRole).collect(Collectors.toSet()));
    }

    @Test
    void whatLiesBeyondAWallIsNowhereToldFromWhatIsNotThere() {
        var told = matrix.rows().values().stream()
                .flatMap(row -> row.cells().entrySet().stream()
                        .filter(cell -> cell.getValue().equals("404≠"))
                        .map(cell -> row.key() + " to " + cell.getKey()));

        assertThat(told).containsExactlyInAnyOrderElementsOf(KNOWN_ALL_THE_SAME.keySet());
    }

    @Test
    void everyAddressBehindTheDoorLeadsToSomethingOfThePreparedWorld() {
        assertThat(routes.stream().filter(Route::isBehindTheDoor)).allSatisfy(route ->
                assertThat(route.variables()).as(route.toString())
                        .allMatch(name -> world.there().containsKey(PreparedWorld.nameOf(route.path(), name)) || NOT_IN_THE_WORLD.containsKey(name)));
    }

    @Test
    void noFormIsTakenWithoutItsToken() {
        assertThat(routes.stream().filter(route -> !route.isOpenToAnyone() && !route.method().equals("GET"))).isNotEmpty().allSatisfy(route ->
                assertThat(List.of("stranger", "operator", "manager", "auditor")).allSatisfy(column ->
                        assertThat(asked.withoutToken(route, matrix.row(route), column)).as("%s by %s", route, column)
                                .isEqualTo(column.equals("stranger") && route.path().matches("/(desk|operator)(/.*)?") ? "→sign-in" : "→expired")));
    }

    @Test
    void whatIsOpenToAnyoneIsOutsideTheDesksDoorAndEverythingElseIsBehindIt() {
        assertThat(routes).isNotEmpty().allSatisfy(route -> {
            var request = new MockHttpServletRequest(route.method(), filled(route));
            request.setServletPath(filled(route));

            assertThat(route.callers()).as(route.toString()).isNotEmpty();
            assertThat(Doors.deskPaths().matches(request)).as(route.toString()).isEqualTo(!route.isOpenToAnyone());
        });
    }

    @Test
    void whoeverIsNotAdmittedIsAnsweredAsWhereThereIsNoPage() {
        assertThat(routes.stream().filter(Route::isBehindTheDoor).filter(route -> !route.callers().contains(Caller.SIGNED_IN)))
                .isNotEmpty()
                .allSatisfy(route -> world.people().forEach((column, actor) -> {
                    if (!column.equals("ended") && matrix.rows().containsKey(route.toString())) {
                        assertThat(matrix.row(route).cells().get(column).equals(AskedOfTheProgram.NO_SUCH_PAGE)).as("%s to %s", route, column)
                                .isEqualTo(!route.callers().contains(actor.role()));
                    }
                }));
    }

    @Test
    void aStrangerIsShownNothingOfTheDesk() {
        assertThat(routes.stream().filter(Route::isBehindTheDoor)).isNotEmpty().allSatisfy(route -> {
            var answer = mvc.perform(request(HttpMethod.valueOf(route.method()), URI.create(filled(route)))).andReturn().getResponse();

            assertThat(answer.getStatus()).as(route.toString()).isEqualTo(302);
            assertThat(answer.getHeader("Location")).as(route.toString()).startsWith("/sign-in");
            assertThat(answer.getContentAsString()).as(route.toString()).isEmpty();
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
                routes.stream().filter(route -> route.isOpenToAnyone() && route.method().equals("GET")).map(AuthorizationMatrixTest::filled),
                Stream.of("/", "/en/", "/assets/torokubo.css", "/assets/passkey.js", "/actuator/health", "/nothing", "/robots.txt"));

        assertThat(open).isNotEmpty().allSatisfy(path -> {
            var result = mvc.perform(request(HttpMethod.GET, URI.create(path))).andReturn();

            assertThat(result.getResponse().getCookies()).as(path).isEmpty();
            assertThat(result.getResponse().getHeaders("Set-Cookie")).as(path).isEmpty();
            assertThat(result.getRequest().getSession(false)).as(path).isNull();
        });
    }

    private static String filled(Route route) {
        return route.filled(name -> Set.of("id", "dossier").contains(name) ? "01930000-0000-7000-8000-000000000001" : "x");
    }
}
