// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.torokubo.RewrittenSql;
import jp.torokubo.TorokuboTest;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.ground.identity.Caller;
import jp.torokubo.ground.identity.DossierReading;
import jp.torokubo.ground.identity.Reach;
import jp.torokubo.ground.identity.Walls;
import jp.torokubo.ground.identity.World;
import jp.torokubo.ground.identity.organisations.ReadOrganisations;
import jp.torokubo.ground.identity.store.Dossiers;
import jp.torokubo.ground.identity.store.People;
import jp.torokubo.ground.identity.store.Relations;
import jp.torokubo.ground.identity.web.Routes.Route;
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

/**
 * Takes away one check at a time and looks whether anybody would notice: the checks of the handlers, the rules, the conditions of the
 * program's queries while no policy stands, the policies while the queries have no conditions. A guard whose loss nobody notices guards nothing,
 * or is not tested.
 */
@TorokuboTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RemovedChecksTest {

    private static final Logger log = LoggerFactory.getLogger(RemovedChecksTest.class);

    /** One comparison of a query with a value that was given, or with a role. */
    private static final Pattern CONDITION = Pattern.compile(
            "(?<![\\w.])(?:[a-z_.]+ (?:=|<=|>) (?:any \\(\\?\\)|\\?)|\\? = '[A-Z_]+'|[a-z_.]*ends_at is null(?! or))");

    /** Which of them say who may see a row, and when: not those on what an organisation is called on a day. */
    private static final Pattern ABOUT_REACH =
            Pattern.compile("(?:[a-z_]+\\.)?(?:id|dossier|person|organisation|deputy|role|starts_at|ends_at) .*|\\? = '[A-Z_]+'");

    /** The tables by which it is known who may act, beside the walled ones. */
    private static final List<String> WHO_ACTS = List.of("identity.role", "identity.deputy");

    @Autowired ApplicationContext program;
    @Autowired Walls walls;
    @Autowired DossierReading reading;
    @Autowired Dossiers dossiers;
    @Autowired Relations relations;
    @Autowired People people;
    @Autowired ReadOrganisations organisations;
    @Autowired CurrentRole currentRole;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;

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
    void oneInTenHandlersThatNoLongerAskIsNoticed() {
        var all = handlers();
        assertThat(unnoticedHandlers(all.keySet().stream().filter(handler -> Math.floorMod(handler.toString().hashCode(), 10) == 0).toList()))
                .isEmpty();
    }

    @Test
    @Tag("nightly")
    void everyHandlerThatNoLongerAsksIsNoticed() {
        assertThat(unnoticedHandlers(handlers().keySet())).isEmpty();
    }

    @Test
    void withoutTheDoorTheGatekeeperAloneKeepsStrangersOut() {
        TakenAway.theDoor(program, () -> assertThat(routes.stream().filter(Route::isBehindTheDoor)).allSatisfy(route ->
                assertThat(asked.cell(route, matrix.row(route), "stranger")).as(route.toString())
                        .isEqualTo(matrix.row(route).cells().get("stranger"))));
    }

    @Test
    void aRuleThatAlwaysSaysYesIsNoticed() {
        var rules = List.of("mayAssign.asked", "mayAssign.mayEnd", "mayManage.people", "mayManage.proofsOf");
        var unnoticed = rules.stream().filter(rule -> {
            var parts = rule.split("\\.");
            var where = parts[0].equals("mayAssign") ? "/desk/dossiers/" : "/desk/organisation/";
            return !during(work -> TakenAway.theRule(program, parts[0], parts[1], work),
                    () -> differs(routes.stream().filter(route -> route.path().startsWith(where) && route.method().equals("POST")).toList()));
        });

        assertThat(told("rules", rules.size(), unnoticed.toList())).isEmpty();
    }

    @Test
    @Tag("crash")
    void everyPolicyThatIsGoneIsNoticed() {
        var tables = walled();
        var before = behindEveryWall();
        var unnoticed = new ArrayList<String>();
        for (var table : tables) {
            var policy = jdbc.sql("select policyname, qual from pg_policies where schemaname || '.' || tablename = :table")
                    .param("table", table)
                    .query((row, number) -> Map.entry(row.getString(1), row.getString(2)))
                    .single();
            var put = "create policy %s on %s using (%s)".formatted(policy.getKey(), table, policy.getValue());
            var drop = "drop policy %s on %s".formatted(policy.getKey(), table);
            noticed(table + ": no row level security", "alter table %s disable row level security".formatted(table),
                    "alter table %s enable row level security".formatted(table), before, unnoticed);
            noticed(table + ": no policy", drop, put, before, unnoticed);
            noticed(table + ": a policy that lets everything pass", "alter policy %s on %s using (true)".formatted(policy.getKey(), table),
                    drop + "; " + put, before, unnoticed);
        }

        assertThat(told("policies", tables.size() * 3, unnoticed)).isEmpty();
        assertThat(behindEveryWall()).as("all of them stand again").isEqualTo(before);
    }

    @Test
    void aConditionThatIsGoneWhereDossiersAreReadIsNoticedWithoutPolicies() {
        assertThat(unnoticedConditions(query -> query.contains("identity.dossier"), () -> false)).isEmpty();
    }

    @Test
    @Tag("nightly")
    void everyConditionThatIsGoneIsNoticedWithoutPolicies() {
        assertThat(unnoticedConditions(query -> true, () -> differs(ofTheDesk()))).isEmpty();
    }

    // the handlers

    private Map<Method, List<Route>> handlers() {
        return routes.stream().filter(Route::isBehindTheDoor).collect(Collectors.groupingBy(
                route -> route.handler().getMethod(), LinkedHashMap::new, Collectors.toList()));
    }

    private List<String> unnoticedHandlers(Iterable<Method> some) {
        var tried = 0;
        var unnoticed = new ArrayList<String>();
        var all = handlers();
        for (var handler : some) {
            tried++;
            var his = all.get(handler);
            var anybodySignedIn = his.get(0).callers().contains(Caller.SIGNED_IN);
            // who has signed in is asked twice; the second guard goes as well, so that the first is seen to be enough
            var noticed = during(work -> TakenAway.theGatekeeperAt(
                    program, handler, anybodySignedIn ? () -> TakenAway.theDoor(program, work) : work), () -> differs(his));
            if (!noticed) {
                unnoticed.add(his.toString());
            }
        }
        return told("handlers", tried, unnoticed);
    }

    private boolean differs(List<Route> some) {
        return some.stream().anyMatch(route -> {
            var row = matrix.row(route);
            return matrix.columns().stream().anyMatch(column -> !said(() -> asked.cell(route, row, column)).equals(row.cells().get(column)));
        });
    }

    /** A handler that nobody guards may fail where nobody is signed in; that is noticed as well. */
    private static String said(Supplier<String> asked) {
        try {
            return asked.get();
        } catch (RuntimeException failed) {
            return "failed: " + failed;
        }
    }

    // the policies

    private List<String> walled() {
        return jdbc.sql("""
                        select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                        where c.relforcerowsecurity order by 1
                        """)
                .query(String.class)
                .list();
    }

    private void noticed(String what, String change, String back, Map<String, String> before, List<String> unnoticed) {
        World.said(change);
        try {
            if (behindEveryWall().equals(before)) {
                unnoticed.add(what);
            }
        } finally {
            World.said(back);
        }
    }

    /** What everybody, and the program itself, sees of every walled table by a query without any condition. */
    private Map<String, String> behindEveryWall() {
        var seen = new LinkedHashMap<String, String>();
        var tables = walled();
        var everybody = new LinkedHashMap<>(world.people());
        everybody.put("the program", Actor.program("look"));
        everybody.forEach((column, actor) -> transaction.executeWithoutResult(open -> {
            walls.enter(actor);
            tables.forEach(table -> seen.put(column + " " + table, jdbc.sql(
                            "select count(*) || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') from %s t".formatted(table))
                    .query(String.class)
                    .single()));
        }));
        return seen;
    }

    // the conditions

    /**
     * @param chosen of which queries
     * @param more what else is asked of the program: what it asks of the database is tried, and may notice
     */
    private List<String> unnoticedConditions(Predicate<String> chosen, Supplier<Boolean> more) {
        var before = new AtomicReference<>("");
        var queries = ConcurrentHashMap.<String>newKeySet();
        World.withoutPolicies();
        try {
            RewrittenSql.during(sql -> {
                queries.add(sql);
                return sql;
            }, () -> {
                before.set(seen());
                more.get();
            });
            var tried = 0;
            var unnoticed = new ArrayList<String>();
            for (var query : new TreeSet<>(queries)) {
                var conditions = CONDITION.matcher(query).results().filter(found -> ABOUT_REACH.matcher(found.group()).matches()).toList();
                for (var condition : asksWhoMaySee(query) && chosen.test(query) ? conditions : List.<MatchResult>of()) {
                    tried++;
                    if (!noticed(query, condition, before.get(), more)) {
                        unnoticed.add("%s at %d in %s".formatted(condition.group(), condition.start(), query.replaceAll("\\s+", " ")));
                    }
                }
            }
            return told("conditions", tried, unnoticed);
        } finally {
            World.withPolicies();
        }
    }

    private boolean noticed(String query, MatchResult condition, String before, Supplier<Boolean> more) {
        var without = query.substring(0, condition.start()) + "(" + condition.group() + " or true)" + query.substring(condition.end());
        return during(
                work -> RewrittenSql.during(sql -> sql.equals(query) ? without : sql, work),
                () -> !seen().equals(before) || more.get());
    }

    /** What others than operators are answered; what leads to a thing first. */
    private List<Route> ofTheDesk() {
        return routes.stream()
                .filter(route -> route.path().startsWith("/desk"))
                .sorted(Comparator.comparing((Route route) -> route.variables().isEmpty()))
                .toList();
    }

    private boolean asksWhoMaySee(String query) {
        return query.stripLeading().startsWith("select")
                && Stream.concat(walled().stream(), WHO_ACTS.stream()).anyMatch(query::contains);
    }

    /** What everybody is told by whatever reads behind the walls, asked directly: also of what the page before would already have refused. */
    private String seen() {
        var seen = new StringBuilder();
        var both = List.of(world.dossier, world.rivals);
        world.people().forEach((column, actor) -> {
            seen.append('\n').append(column);
            tell(seen, actor, reach -> new TreeSet<>(reach.dossierArray().length == 0 ? List.of() : Arrays.asList(reach.dossierArray())));
            tell(seen, actor, reading::all);
            both.forEach(dossier -> {
                tell(seen, actor, reach -> walls.enter(actor, dossier).dossiers());
                tell(seen, actor, reach -> reading.find(reach, dossier));
                tell(seen, actor, reach -> reading.assignments(reach, dossier));
                world.assignments.forEach(one -> tell(seen, actor, reach -> dossiers.assignmentForUpdate(reach, dossier, one)));
            });
            tell(seen, actor, reach -> relations.of(actor.person()));
            tell(seen, actor, reach -> people.find(actor.person()));
            world.providers.forEach(provider -> {
                seen.append(said(() -> organisations.named(actor, List.of(provider)).values().toString()));
                seen.append(said(() -> organisations.handle(actor, provider).toString()));
            });
            seen.append(said(() -> organisations.colleagues(actor).toString()));
            seen.append(said(() -> currentRole.choices(actor.person()).toString()));
        });
        return seen.toString();
    }

    private void tell(StringBuilder seen, Actor actor, Function<Reach, Object> question) {
        seen.append("\n  ").append(said(() -> String.valueOf(transaction.<Object>execute(open -> question.apply(walls.enter(actor))))));
    }

    // all of them

    private static boolean during(Consumer<Runnable> takenAway, Supplier<Boolean> noticed) {
        var answer = new AtomicReference<>(false);
        takenAway.accept(() -> answer.set(noticed.get()));
        return answer.get();
    }

    private static List<String> told(String what, int tried, List<String> unnoticed) {
        log.info("{} taken away one at a time: {}; noticed: {}", what, tried, tried - unnoticed.size());
        unnoticed.forEach(one -> log.info("unnoticed: {}", one));
        return List.copyOf(new LinkedHashSet<>(unnoticed));
    }
}
