// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import jp.torokubo.TorokuboTest;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.ground.identity.Admits;
import jp.torokubo.ground.identity.Caller;
import jp.torokubo.ground.identity.Walls;
import jp.torokubo.ground.identity.web.MarkedWorld.Mark;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;

/** Marks in whatever competing providers write, and a walk through everything as everybody: nobody meets a mark he may not know of. */
@TorokuboTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CanaryCrawlTest {

    private static final Logger log = LoggerFactory.getLogger(CanaryCrawlTest.class);
    private static final int AT_LEAST_IN_THE_NIGHT = 100_000;

    @Autowired ApplicationContext program;
    @Autowired Walls walls;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;

    private MarkedWorld world;

    @BeforeAll
    void aMarkedWorld() {
        world = new MarkedWorld(program);
    }

    @Test
    void nobodyMeetsAMarkHeMayNotKnowOf() {
        var crawl = new Crawl(program, world);
        var marks = List.copyOf(world.marks().values());
        var turn = 0;
        for (var user : everybody().stream().filter(CanaryCrawlTest::isOfTheFew).toList()) {
            crawl.as(user, Stream.concat(Stream.of(ids(turn)), world.idsFor(user).stream()).distinct().toList(), user.equals("operator") ? 100 : 20);
            if (turn % 4 == 0) {
                crawl.searches(user, ids(turn), marks.get((turn * 17) % marks.size()).value());
            }
            turn++;
        }
        crawl.sends("provider-1/manager", ids(2)).sends("provider-1/team-1", ids(1)).sends("operator", ids(0)).readTheLog();
        log.info("{} answers read as {} people", crawl.answers(), turn);

        assertThat(crawl.leaks()).isEmpty();
        assertThat(unmet(crawl).stream().filter(CanaryCrawlTest::isOfTheFew)).as("marks nobody has met, so that nothing is known of them").isEmpty();
        assertThat(crawl.answers()).isGreaterThan(3_000);
    }

    @Test
    @Tag("nightly")
    void nobodyMeetsAMarkHeMayNotKnowOfInAHundredThousandAnswers() {
        var crawl = new Crawl(program, world);
        everybody().forEach(user -> {
            crawl.as(user, world.ids(), 2_000).searchesForCommonWords(user);
            world.ids().forEach(ids -> crawl.sends(user, ids));
        });
        var marks = new ArrayList<>(world.marks().values());
        java.util.Collections.shuffle(marks);
        for (var round = 0; crawl.answers() < AT_LEAST_IN_THE_NIGHT; round++) {
            var mark = marks.get(round % marks.size());
            var ids = ids(round);
            everybody().forEach(user -> crawl.searches(user, ids, mark.value()));
        }
        crawl.readTheLog();
        log.info("{} answers read as {} people", crawl.answers(), everybody().size());

        assertThat(crawl.leaks()).isEmpty();
        assertThat(unmet(crawl)).isEmpty();
    }

    @Test
    void aPageThatTellsOfAnothersDossierIsFoundOut() throws NoSuchMethodException {
        var mapping = Routes.mapping(program);
        var leak = RequestMappingInfo.paths("/desk/dossiers/{dossier}/leak").methods(RequestMethod.GET)
                .options(mapping.getBuilderConfiguration()).build();
        mapping.registerMapping(leak, new Leaking(), Leaking.class.getDeclaredMethod("title", UUID.class));
        try {
            var found = new Crawl(program, world).as("provider-2/author-1", List.of(ids(0)), 0).leaks();

            assertThat(found).isNotEmpty().allSatisfy(one -> {
                assertThat(one.user()).isEqualTo("provider-2/author-1");
                assertThat(one.address()).endsWith("/desk/dossiers/" + ids(0).get("dossier") + "/leak");
                assertThat(one.of()).isEqualTo("provider-1/dossier-1: title");
            });
        } finally {
            mapping.unregisterMapping(leak);
        }
    }

    @Test
    void aLineOfTheLogThatNamesSomethingConfidentialIsFoundOut() {
        var crawl = new Crawl(program, world);
        var title = world.marks().values().stream().filter(mark -> mark.of().endsWith("title")).findFirst().orElseThrow();
        log.warn("cannot read {}", title.value());
        crawl.readTheLog();

        assertThat(crawl.leaks()).containsExactly(new Crawl.Leak("log", CanaryCrawlTest.class.getName(), title.of(), title.value()));
    }

    private List<String> everybody() {
        return Stream.concat(Stream.of("stranger"), world.people().keySet().stream()).toList();
    }

    /** All but those of four providers, whose things are there to be met by the others. */
    private static boolean isOfTheFew(String name) {
        return !name.matches("provider-[2345].*");
    }

    /** Sooner or later everybody's, one's own and others'. */
    private Map<String, String> ids(int turn) {
        return world.ids().get((turn * 3) % world.ids().size());
    }

    /** What was taken back is shown to nobody; all else is shown to somebody. */
    private List<String> unmet(Crawl crawl) {
        return world.marks().values().stream()
                .filter(mark -> !crawl.met().contains(mark.value()) && !mark.of().contains("retracted"))
                .map(Mark::of)
                .toList();
    }

    /** A page as it must never be: it reads as the program and shows it to whoever asks. */
    private final class Leaking {

        @Admits(Caller.SIGNED_IN)
        @ResponseBody
        String title(@PathVariable UUID dossier) {
            return Objects.requireNonNull(transaction.execute(open -> {
                walls.enter(Actor.program("leak"));
                return jdbc.sql("select title from identity.dossier where id = :id").param("id", dossier).query(String.class).single();
            }));
        }
    }
}
