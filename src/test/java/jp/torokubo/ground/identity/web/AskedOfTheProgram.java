// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import jakarta.servlet.http.Cookie;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import jp.torokubo.ground.identity.web.AuthorizationMatrix.Row;
import jp.torokubo.ground.identity.web.Routes.Route;
import jp.torokubo.ground.pages.PagesRefusal;
import jp.torokubo.ground.refusal.RefusalWords;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Asks the program what the authorization matrix says of it.
 *
 * <p>What is sent by POST is taken back, whatever it did, so that each cell finds the world as it was prepared. Whoever asks of something
 * that is there also asks of something that is not: a cell says whether the two answers are the same.
 */
final class AskedOfTheProgram {

    /** Where an address of a public page leads to something. */
    private static final Map<String, String> PUBLIC = Map.of(
            "{no}", "C21-0001-2", "{edition}", "2022-04", "{table}", "providers", "{file}", "terms.csv", "{id}", "basic-framework", "{ending}", "csv");

    /** What is answered where there is no page at all. */
    static final String NO_SUCH_PAGE = "·";

    static final Pattern FRESH_IN_EVERY_ANSWER =
            Pattern.compile("(name=\"(?:_csrf|commandId)\" value=\"|name=\"csrf\" content=\"|\"challenge\":\")[^\"]*\"");

    /**
     * What came back, but for what is fresh in every answer and for what the request itself said.
     *
     * @param said status, or where it leads
     */
    private record Answer(String said, Map<String, String> headers, String body) {}

    private final PreparedWorld world;
    private final MockMvc mvc;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Seats seats;
    private final Map<String, Cookie> cookies = new LinkedHashMap<>();
    private final String noSuchPage;

    AskedOfTheProgram(ApplicationContext program, PreparedWorld world) {
        this.world = world;
        mvc = program.getBean(MockMvc.class);
        jdbc = program.getBean(JdbcClient.class);
        transaction = new TransactionTemplate(program.getBean("transactionManager", PlatformTransactionManager.class));
        noSuchPage = program.getBean(RefusalWords.class).of(new PagesRefusal.NotFound()).japanese();
        seats = new Seats(program);
        world.people().forEach((column, actor) -> cookies.put(column, seats.of(actor)));
        world.endRoles();
    }

    /** @return status or where it leads; {@code =} behind it: the same for what is not there */
    String cell(Route route, Row row, String column) {
        var there = answer(route, row, column, this::there);
        if (there.said().equals("404") && there.body().contains(noSuchPage)) {
            return NO_SUCH_PAGE;
        }
        var said = there.said();
        if (!asksOfAThing(route, row)) {
            return said;
        }
        var same = there.equals(answer(route, row, column, this::nowhere));
        return said.equals("404") ? same ? said : "404≠" : same ? said + "=" : said;
    }

    /** What anybody is answered who sends a form without its token. */
    String withoutToken(Route route, Row row, String column) {
        return answered(sent(route, row, column, this::there)).said();
    }

    /** The body of a page, for comparing. */
    String page(Route route, Row row, String column, UnaryOperator<String> values) {
        return answer(route, row, column, values).toString();
    }

    /** Whether the addresses of this route can lead to something of the prepared world. */
    static boolean asksOfAThing(Route route, Row row) {
        return !route.isOpenToAnyone() && (!route.variables().isEmpty() || row.form().contains("{"));
    }

    private Answer answer(Route route, Row row, String column, UnaryOperator<String> values) {
        if (route.method().equals("GET")) {
            return answered(sent(route, row, column, values));
        }
        jdbc.sql("delete from identity.attempt").update();
        return Objects.requireNonNull(transaction.execute(open -> {
            open.setRollbackOnly();
            return answered(sent(route, row, column, values).with(csrf()));
        }));
    }

    private MockHttpServletRequestBuilder sent(Route route, Row row, String column, UnaryOperator<String> values) {
        var request = request(HttpMethod.valueOf(route.method()), URI.create(path(route, values)));
        if (!route.method().equals("GET")) {
            request.contentType("application/x-www-form-urlencoded").param("commandId", UUID.randomUUID().toString());
            row.fields().forEach(field -> request.param(field[0], field[1].startsWith("{")
                    ? values.apply(field[1].substring(1, field[1].length() - 1))
                    : field[1]));
        }
        var cookie = cookie(route, column);
        return cookie == null ? request : request.cookie(cookie);
    }

    /** Leaving ends the session for good, whatever is taken back. */
    private @Nullable Cookie cookie(Route route, String column) {
        return route.path().equals("/sign-out") && world.people().containsKey(column) && !column.equals("ended")
                ? seats.of(world.people().get(column))
                : cookies.get(column);
    }

    private Answer answered(MockHttpServletRequestBuilder request) {
        try {
            var response = mvc.perform(request).andReturn().getResponse();
            return new Answer(said(response), headers(response), plain(response.getContentAsString(UTF_8)));
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    private Map<String, String> headers(MockHttpServletResponse response) {
        var headers = new TreeMap<String, String>();
        response.getHeaderNames().stream().filter(name -> !name.equals("Set-Cookie"))
                .forEach(name -> headers.put(name, plain(String.join(" ", response.getHeaders(name)))));
        return headers;
    }

    /** Without what is fresh in every answer, and with all ids alike, those that are there and those that are not. */
    private String plain(String text) {
        var plain = FRESH_IN_EVERY_ANSWER.matcher(text).replaceAll("$1\"");
        for (var name : world.there().keySet()) {
            plain = plain.replace(world.there().get(name), "{}").replace(world.nowhere(name), "{}");
        }
        return plain;
    }

    private static String path(Route route, UnaryOperator<String> values) {
        return route.filled(name -> value(route, name, values));
    }

    private String there(String name) {
        return world.there().getOrDefault(name, world.nowhere(name));
    }

    private String nowhere(String name) {
        return world.nowhere(name);
    }

    private static String value(Route route, String name, UnaryOperator<String> values) {
        if (!route.isOpenToAnyone()) {
            return values.apply(PreparedWorld.nameOf(route.path(), name));
        }
        return route.path().startsWith("/criteria") && name.equals("id") ? "3.1" : PUBLIC.getOrDefault("{" + name + "}", "x");
    }

    private static String said(MockHttpServletResponse response) {
        var to = String.valueOf(response.getHeader("Location"));
        if (response.getStatus() / 100 != 3) {
            return String.valueOf(response.getStatus());
        }
        return to.startsWith(SignInFirst.FORM_EXPIRED) ? "→expired" : to.startsWith("/sign-in") && !to.contains("left") ? "→sign-in" : "→done";
    }
}
