// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.correspondence.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static jp.torokubo.ground.correspondence.Correspondents.file;
import static jp.torokubo.ground.correspondence.Correspondents.note;
import static jp.torokubo.ground.correspondence.Correspondents.written;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.torokubo.FreshDatabase;
import jp.torokubo.TestDatabase;
import jp.torokubo.TorokuboTest;
import jp.torokubo.ground.commands.CommandId;
import jp.torokubo.ground.correspondence.Correspondents;
import jp.torokubo.ground.correspondence.RetractNote;
import jp.torokubo.ground.correspondence.WriteNote;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.ground.identity.DossierId;
import jp.torokubo.ground.identity.Operators;
import jp.torokubo.ground.identity.Walls;
import jp.torokubo.ground.identity.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What strangers can learn of a dossier's correspondence on any way into it: nothing, not even that there is one. */
@TorokuboTest
@FreshDatabase
class CorrespondenceWallsTest {

    private static final String MARK = "KaNaRia7f3e91c2";
    private static final String MARK_OF_NAMES = "KaNaRia0d4b8a65";
    private static final List<String> WALLED = List.of("correspondence.note", "correspondence.attachment", "files.dossier_file");

    /** Which guard stands. */
    enum Guard {
        BOTH,
        THE_PROGRAM_ALONE
    }

    /** The ids an address is filled in with. */
    private record Ids(DossierId dossier, UUID note, UUID attachment) {

        static Ids random(DossierId dossier) {
            return new Ids(dossier, UUID.randomUUID(), UUID.randomUUID());
        }

        String in(String pattern) {
            return pattern.replace("{dossier}", dossier.value().toString()).replace("{note}", note.toString())
                    .replace("{attachment}", attachment.toString());
        }

        String without(String text) {
            return text.replace(dossier.value().toString(), "{dossier}").replace(note.toString(), "{note}")
                    .replace(attachment.toString(), "{attachment}");
        }
    }

    @Autowired WriteNote writeNote;
    @Autowired RetractNote retractNote;
    @Autowired Walls walls;
    @Autowired TransactionTemplate transaction;
    @Autowired JdbcClient jdbc;
    @Autowired MockMvc mvc;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    private Correspondents they;
    private Ids ofAlpha;
    private Ids ofBeta;

    @BeforeEach
    void twoDossiersWithOneNoteEach() {
        they = new Correspondents();
        ofAlpha = filled(they.yuki, they.ofAlpha, MARK);
        ofBeta = filled(they.ben, they.ofBeta, "ベータの連絡");
    }

    @ParameterizedTest
    @EnumSource(Guard.class)
    void toAStrangerADossierThatIsThereLooksLikeOneThatIsNot(Guard guard) {
        take(guard);
        var nothing = Ids.random(new DossierId(UUID.randomUUID()));

        for (var stranger : they.strangers()) {
            for (var route : routes()) {
                var real = seen(stranger, route, ofAlpha);

                assertThat(real).as(stranger.name() + " " + route).isEqualTo(seen(stranger, route, nothing));
                assertThat(real.get("status")).as(stranger.name() + " " + route).isEqualTo("404");
            }
        }
        assertThat(count("correspondence.note")).isEqualTo(2 * 2);
    }

    @ParameterizedTest
    @EnumSource(Guard.class)
    void insideOnesOwnDossierWhatIsOfAnotherLooksLikeWhatIsNotThere(Guard guard) {
        take(guard);

        for (var stranger : List.of(they.ben, they.saburo)) {
            for (var route : routes().stream().filter(route -> route.contains("{note}") || route.contains("{attachment}")).toList()) {
                var real = seen(stranger, route, new Ids(they.ofBeta, ofAlpha.note(), ofAlpha.attachment()));

                assertThat(real).as(stranger.name() + " " + route).isEqualTo(seen(stranger, route, Ids.random(they.ofBeta)));
                assertThat(real.get("status")).as(stranger.name() + " " + route).isEqualTo("404");
            }
        }
    }

    @Test
    void withoutAnyConditionOfTheProgramTheDatabaseShowsEachHisOwnOnly() {
        for (var table : WALLED) {
            for (var stranger : they.strangers()) {
                assertThat(dossiersIn(table, stranger)).as(stranger.name() + " " + table).doesNotContain(they.ofAlpha.value());
            }
            assertThat(dossiersIn(table, they.jiro)).as(table).containsOnly(they.ofAlpha.value());
            assertThat(dossiersIn(table, they.saburo)).as(table).containsOnly(they.ofBeta.value());
        }
    }

    @Test
    void nobodyWritesOverAWallWhateverTheProgramSays() {
        for (var table : WALLED) {
            var columns = jdbc.sql("select string_agg(attname, ', ' order by attnum) from pg_attribute "
                            + "where attrelid = cast(:table as regclass) and attnum > 0")
                    .param("table", table).query(String.class).single();
            var elsewhere = columns.replaceFirst("^dossier", "cast('" + they.ofAlpha.value() + "' as uuid)");

            assertThatThrownBy(() -> inside(they.ben, () ->
                            jdbc.sql("insert into %s (%s) select %s from %s".formatted(table, columns, elsewhere, table)).update()))
                    .as(table)
                    .hasStackTraceContaining("row-level security");
        }
    }

    /** Names of organisations and of their people the operator knows, who keeps them, and each those of his own. */
    @ParameterizedTest
    @EnumSource(Guard.class)
    void nothingOfOneProviderIsInAnythingAStrangerCanFetch(Guard guard) throws Exception {
        World.said("update identity.person set name = ? where id = ?", MARK_OF_NAMES + "由紀", they.yuki.person().value());
        World.said("update identity.organisation_name set name_ja = ? where organisation = ?", MARK_OF_NAMES, they.alpha.value());
        World.said("update identity.dossier set title = ? where id = ?", MARK + "の件", they.ofAlpha.value());
        take(guard);
        var looked = 0;

        for (var stranger : they.strangers()) {
            for (var address : addresses()) {
                for (var ids : List.of(
                        ofAlpha, ofBeta, new Ids(they.ofBeta, ofAlpha.note(), ofAlpha.attachment()),
                        new Ids(they.ofAlpha, ofBeta.note(), ofBeta.attachment()))) {
                    var fetched = everythingIn(fetched(stranger, HttpMethod.GET, ids.in(address)));
                    looked++;

                    assertThat(fetched).as(stranger.name() + " " + address).doesNotContain(MARK);
                    if (!List.of(they.operator, they.akira).contains(stranger)) {
                        assertThat(fetched).as(stranger.name() + " " + address).doesNotContain(MARK_OF_NAMES);
                    }
                }
            }
        }
        assertThat(looked).isGreaterThan(1_000);
        for (var route : List.of("notes", "notes/{note}", "notes.xlsx", "notes.zip", "attachments/{attachment}")) {
            var path = ofAlpha.in("/desk/dossiers/{dossier}/" + route);
            assertThat(everythingIn(fetched(they.jiro, HttpMethod.GET, path))).as(path).contains(MARK);
        }
    }

    @Test
    void noTableWithoutAWallHoldsAnythingOfWhatWasWritten() throws Exception {
        var refused = new MockMultipartFile("files", MARK + ".txt", "text/plain", new byte[0]);
        var answer = mvc.perform(multipart("/desk/dossiers/{id}/notes", they.ofAlpha.value()).file(refused).param("text", MARK)
                .param("commandId", UUID.randomUUID().toString()).with(Operators.signedIn(they.yuki)).with(csrf())).andReturn();
        assertThat(answer.getResponse().getStatus()).isEqualTo(422);

        try (var owner = TestDatabase.place().connectAsOwner()) {
            assertThat(TestDatabase.tables(owner)).isNotEmpty();
            for (var table : TestDatabase.tables(owner)) {
                assertThat(asTheProgramsLogin(table)).as(table).doesNotContain(MARK);
            }
        }
    }

    private Ids filled(Actor author, DossierId dossier, String mark) {
        var note = written(writeNote.handle(note(author, dossier, mark + " 本文", file(mark + ".txt", mark + " 中身"))));
        retractNote.handle(new RetractNote.Command(new CommandId(UUID.randomUUID()), author, dossier, note, mark + " 理由"));
        var attachment = inside(author, () -> jdbc.sql("select id from correspondence.attachment where note = :note")
                .param("note", note).query(UUID.class).single());
        return new Ids(dossier, note, attachment);
    }

    private static void take(Guard guard) {
        if (guard == Guard.THE_PROGRAM_ALONE) {
            World.withoutPolicies();
        }
    }

    /** Every route of this module, as method and pattern. */
    private List<String> routes() {
        var routes = mapping.getHandlerMethods().entrySet().stream()
                .filter(entry -> entry.getValue().getBeanType().getPackageName().equals(getClass().getPackageName()))
                .flatMap(entry -> entry.getKey().getMethodsCondition().getMethods().stream()
                        .flatMap(method -> entry.getKey().getPatternValues().stream().map(pattern -> method + " " + pattern)))
                .toList();
        assertThat(routes).hasSize(7);
        return routes;
    }

    /** Every page and file of the whole program that is fetched by a GET, in both languages, and some that are not there. */
    private List<String> addresses() {
        var patterns = mapping.getHandlerMethods().keySet().stream()
                .filter(info -> info.getMethodsCondition().getMethods().contains(RequestMethod.GET))
                .flatMap(info -> info.getPatternValues().stream())
                .filter(pattern -> !pattern.contains("sign-out"))
                .map(pattern -> pattern.replace("{id}", "{dossier}").replaceAll("\\{(?!dossier|note|attachment)[^}]*}", "{note}"));
        var all = new ArrayList<>(patterns.toList());
        all.addAll(List.of(
                "/desk/dossiers/{dossier}/notes?q=" + MARK.substring(0, 4), "/desk/dossiers/{dossier}/notes?q=txt",
                "/operator/trail?subject=dossier%20{dossier}", "/desk/dossiers/{dossier}/nothing", "/desk/dossiers/{note}/notes"));
        return all.stream().flatMap(address -> Stream.of(address, "/en" + address)).toList();
    }

    /** Status, each header and the body, without the ids that were asked for. */
    private Map<String, String> seen(Actor actor, String route, Ids ids) {
        var parts = route.split(" ");
        var answer = fetched(actor, HttpMethod.valueOf(parts[0]), ids.in(parts[1]));
        var seen = new LinkedHashMap<String, String>();
        seen.put("status", Integer.toString(answer.getStatus()));
        answer.getHeaderNames().stream().sorted().forEach(name -> seen.put(name, ids.without(answer.getHeaders(name).toString())));
        // the id of a session that has just been begun is another each time
        seen.computeIfPresent("Set-Cookie", (name, cookie) -> cookie.replaceAll("torokubo-desk=\\w+", "torokubo-desk=…"));
        seen.put("body", ids.without(new String(answer.getContentAsByteArray(), UTF_8)));
        return seen;
    }

    private MockHttpServletResponse fetched(Actor actor, HttpMethod method, String path) {
        try {
            var asked = method.equals(HttpMethod.POST) ? posted(path) : request(method, URI.create(path));
            return mvc.perform(asked.with(Operators.signedIn(actor))).andReturn().getResponse();
        } catch (Exception failed) {
            throw new IllegalStateException(path, failed);
        }
    }

    private static MockHttpServletRequestBuilder posted(String path) {
        return ((MockHttpServletRequestBuilder) request(HttpMethod.POST, URI.create(path)))
                .param("commandId", UUID.randomUUID().toString()).param("text", "x").param("reason", "x").with(csrf());
    }

    private static String everythingIn(MockHttpServletResponse answer) throws IOException {
        var headers = answer.getHeaderNames().stream().map(name -> name + ": " + answer.getHeaders(name)).collect(Collectors.joining("\n"));
        return headers + "\n" + unpacked(answer.getContentAsByteArray());
    }

    private static String unpacked(byte[] content) throws IOException {
        if (content.length < 4 || content[0] != 'P' || content[1] != 'K') {
            return new String(content, UTF_8);
        }
        return Unpacked.of(content).toString();
    }

    private List<UUID> dossiersIn(String table, Actor actor) {
        return inside(actor, () -> jdbc.sql("select distinct dossier from " + table).query(UUID.class).list());
    }

    private String asTheProgramsLogin(String table) {
        try {
            return jdbc.sql("select coalesce(string_agg(t::text, ' '), '') from " + table + " t").query(String.class).single();
        } catch (DataAccessException mayNotRead) {
            return "";
        }
    }

    private long count(String table) {
        return inside(Actor.program("count"), () -> jdbc.sql("select count(*) from " + table).query(Long.class).single());
    }

    private <A> A inside(Actor actor, Supplier<A> asked) {
        return transaction.execute(open -> {
            walls.enter(actor);
            return asked.get();
        });
    }
}
