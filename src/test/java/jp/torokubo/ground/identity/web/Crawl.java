// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import jakarta.servlet.http.Cookie;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.ground.identity.web.Routes.Route;
import jp.torokubo.ground.pages.KnownParameters;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationContext;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.util.HtmlUtils;

/**
 * Walks through the whole program as somebody and reads every answer to its last byte, and the log: no mark may turn up before one who may not know of it.
 */
final class Crawl {

    private static final Pattern LINK = Pattern.compile("(?:href|src)=\"(/[^\"#]*)");
    private static final Pattern LINK_IN_LISTS = Pattern.compile("https?://localhost(?::\\d+)?(/[!-~&&[^\"<#]]*)");
    private static final List<String> COMMON_WORDS = List.of("株式会社", "監査", "a", "件", "%", "'");
    private static final List<String> ASTRAY = List.of(
            "/desk/nothing", "/desk/dossiers/none", "/desk/dossiers/", "/operator/organisations/none", "/nothing", "/desk/dossiers?x=1",
            "/operator/trail?deed=identity.person-invited");

    /** Somebody saw a mark that he may not know of. */
    record Leak(String user, String address, String of, String mark) {}

    private final MarkedWorld world;
    private final ApplicationContext program;
    private final AuthorizationMatrix matrix;
    private final MockMvc mvc;
    private final TransactionTemplate transaction;
    private final Seats seats;
    private final List<Leak> leaks = new ArrayList<>();
    private final Set<String> met = new TreeSet<>();
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private int answers;

    Crawl(ApplicationContext program, MarkedWorld world) {
        this.program = program;
        this.world = world;
        matrix = AuthorizationMatrix.read();
        mvc = program.getBean(MockMvc.class);
        transaction = new TransactionTemplate(program.getBean("transactionManager", PlatformTransactionManager.class));
        seats = new Seats(program);
        log.start();
        ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).addAppender(log);
    }

    List<Leak> leaks() {
        return leaks;
    }

    int answers() {
        return answers;
    }

    /** The marks that somebody saw who may: a crawl that has not seen what is there has proven nothing. */
    Set<String> met() {
        return met;
    }

    /** No mark stands in the log, whoever caused the line. */
    void readTheLog() {
        ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).detachAppender(log);
        for (var line : List.copyOf(log.list)) {
            var text = line.getFormattedMessage() + ThrowableProxyUtil.asString(line.getThrowableProxy());
            MarkedWorld.MARK.matcher(text).results().map(found -> world.marks().get(found.group())).filter(mark -> mark != null)
                    .forEach(mark -> leaks.add(new Leak("log", line.getLoggerName(), mark.of(), mark.value())));
        }
    }

    /**
     * @param user his name in the world; any other name: a stranger
     * @param ids whose ids the addresses are filled with
     * @param atMost so many pages behind links
     */
    Crawl as(String user, Collection<Map<String, String>> ids, int atMost) {
        var actor = world.people().get(user);
        var cookie = actor == null ? null : seats.of(actor);
        var waiting = new ArrayDeque<String>();
        var known = new LinkedHashSet<String>();
        for (var address : addresses(actor, ids)) {
            if (known.add(address)) {
                waiting.add(address);
            }
        }
        var left = known.size() + atMost;
        while (!waiting.isEmpty() && left-- > 0) {
            var address = waiting.poll();
            var answer = look(user, actor, cookie, address, get(URI.create(address)));
            for (var link : links(answer)) {
                if (known.add(link)) {
                    waiting.add(link);
                }
            }
        }
        return this;
    }

    /** Searches everything that can be searched, also within these things, for a word. */
    Crawl searches(String user, Map<String, String> ids, String word) {
        var actor = world.people().get(user);
        var cookie = actor == null ? null : seats.of(actor);
        var mark = world.marks().get(word);
        for (var route : Routes.of(program)) {
            if (!route.method().equals("GET") || actor == null && route.isBehindTheDoor()) {
                continue;
            }
            var path = route.filled(name -> ids.getOrDefault(name, "x"));
            for (var parameter : parameters(route)) {
                var found = looked(user, actor, cookie, path, parameter, word);
                // not to be known of, and not to be there, must look the same
                if (mark != null && (actor == null || !mark.mayKnow().test(actor))) {
                    // an id beside an id: a word that is none may be refused where an id is asked for
                    var other = word.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}") ? UUID.randomUUID().toString() : MarkedWorld.fresh();
                    if (!found.replace(word, "").equals(looked(user, actor, cookie, path, parameter, other).replace(other, ""))) {
                        leaks.add(new Leak(user, path + "?" + parameter + "=" + word, mark.of(), word));
                    }
                }
            }
        }
        return this;
    }

    Crawl searchesForCommonWords(String user) {
        world.ids().forEach(ids -> COMMON_WORDS.forEach(word -> searches(user, ids, word)));
        return this;
    }

    /** Sends every form there is about these things; whatever it does is taken back. */
    Crawl sends(String user, Map<String, String> ids) {
        var actor = world.people().get(user);
        var cookie = actor == null ? null : seats.of(actor);
        for (var route : Routes.of(program)) {
            if (route.method().equals("GET") || route.path().equals("/sign-out") || route.path().startsWith("/sign-in")) {
                continue;
            }
            var address = route.filled(name -> ids.getOrDefault(name, UUID.randomUUID().toString()));
            var form = post(URI.create(address)).param("commandId", UUID.randomUUID().toString()).with(csrf());
            matrix.row(route).fields().forEach(field -> form.param(field[0], field[1].startsWith("{")
                    ? ids.getOrDefault(field[1].substring(1, field[1].length() - 1), "") : field[1]));
            transaction.executeWithoutResult(open -> {
                open.setRollbackOnly();
                look(user, actor, cookie, "POST " + address, form);
            });
        }
        return this;
    }

    private List<String> addresses(@Nullable Actor actor, Collection<Map<String, String>> ids) {
        var all = new ArrayList<String>();
        for (var route : Routes.of(program)) {
            if (route.method().equals("GET") && (actor == null) == !route.isBehindTheDoor()) {
                for (var values : route.variables().isEmpty() ? List.of(Map.<String, String>of()) : ids) {
                    all.add(route.filled(name -> values.getOrDefault(name, "x")));
                }
            }
        }
        all.addAll(ASTRAY);
        all.addAll(all.stream().map(address -> "/en" + address).toList());
        return all;
    }

    private static List<String> parameters(Route route) {
        var method = AnnotatedElementUtils.findMergedAnnotation(route.handler().getMethod(), KnownParameters.class);
        var known = method == null ? AnnotatedElementUtils.findMergedAnnotation(route.handler().getBeanType(), KnownParameters.class) : method;
        return known == null ? List.of("q") : List.of(known.value());
    }

    private String looked(String user, @Nullable Actor actor, @Nullable Cookie cookie, String path, String parameter, String word) {
        var answer = look(user, actor, cookie, path + "?" + parameter + "=" + word, get(path).queryParam(parameter, word));
        return AskedOfTheProgram.FRESH_IN_EVERY_ANSWER.matcher(text(answer)).replaceAll("").replaceAll("Set-Cookie: [^\n]*", "");
    }

    private MockHttpServletResponse look(
            String user, @Nullable Actor actor, @Nullable Cookie cookie, String address, MockHttpServletRequestBuilder request) {
        try {
            var answer = mvc.perform(cookie == null ? request : request.cookie(cookie)).andReturn().getResponse();
            answers++;
            read(user, actor, address, text(answer));
            return answer;
        } catch (Exception failed) {
            throw new IllegalStateException(user + " at " + address, failed);
        }
    }

    private void read(String user, @Nullable Actor actor, String address, String text) {
        MarkedWorld.MARK.matcher(text.toLowerCase(Locale.ROOT)).results().map(found -> found.group()).distinct().forEach(value -> {
            var mark = world.marks().get(value);
            if (mark == null || address.contains(value)) {
                return; // nobody's, or what he has said himself
            }
            if (actor == null || !mark.mayKnow().test(actor)) {
                leaks.add(new Leak(user, address, mark.of(), value));
            } else {
                met.add(value);
            }
        });
    }

    /** Headers and body; of an archive everything that is in it. */
    private static String text(MockHttpServletResponse answer) {
        var text = new StringBuilder();
        answer.getHeaderNames().forEach(name -> text.append(name).append(": ").append(answer.getHeaders(name)).append('\n'));
        unpack(answer.getContentAsByteArray(), text);
        return text.toString();
    }

    private static void unpack(byte[] content, StringBuilder text) {
        if (content.length < 4 || content[0] != 'P' || content[1] != 'K') {
            text.append(new String(content, UTF_8));
            return;
        }
        try (var archive = ZipFile.builder().setByteArray(content).get()) {
            for (var entry : Collections.list(archive.getEntries())) {
                text.append('\n').append(entry.getName()).append('\n');
                unpack(archive.getInputStream(entry).readAllBytes(), text);
            }
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static List<String> links(MockHttpServletResponse answer) {
        var type = answer.getContentType();
        var to = answer.getHeader("Location");
        if (to != null && to.startsWith("/")) {
            return List.of(to);
        }
        if (type == null || !type.contains("html") && !type.contains("xml")) {
            return List.of();
        }
        var page = new String(answer.getContentAsByteArray(), UTF_8);
        return Pattern.compile(LINK.pattern() + "|" + LINK_IN_LISTS.pattern()).matcher(page).results()
                .map(found -> HtmlUtils.htmlUnescape(found.group(1) == null ? found.group(2) : found.group(1)))
                .filter(link -> !link.startsWith("/assets/"))
                .toList();
    }
}
