// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Pattern;
import jp.torokubo.FreshDatabase;
import jp.torokubo.SettableClock;
import jp.torokubo.TestDatabase;
import jp.torokubo.TorokuboTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.util.HtmlUtils;

@TorokuboTest
@FreshDatabase
class TrailTest {

    private static final Pattern LINE = Pattern.compile("<tr role=\"row\"><th role=\"rowheader\"");
    private static final Pattern NEXT = Pattern.compile("rel=\"next\" href=\"([^\"]*)\"");

    @Autowired
    Trail trail;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SettableClock clock;

    @Autowired
    MockMvc mvc;

    private Actor hanako = Actor.SYSTEM;
    private Actor taro = Actor.SYSTEM;

    @BeforeEach
    void thereAreTwoOperators() {
        hanako = Operators.add(jdbc, "山田 花子");
        taro = Operators.add(jdbc, "佐藤 太郎");
    }

    @Test
    void aLineOutsideATransactionIsRefused() {
        assertThatThrownBy(() -> trail.write(hanako, "register.corrected", "s", Map.of(), Map.of()))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void theProgramCanNeitherChangeNorRemoveALine() {
        write(hanako, "register.corrected", "service 1");

        for (var attempt : new String[] {
            "update identity.trail set deed = 'x'", "delete from identity.trail", "truncate identity.trail"
        }) {
            assertThatThrownBy(() -> jdbc.sql(attempt).update()).as(attempt).hasStackTraceContaining("permission denied");
        }
    }

    @Test
    void notEvenTheOwnerCan() throws Exception {
        write(hanako, "register.corrected", "service 1");

        try (var owner = TestDatabase.place().connectAsOwner();
                var statement = owner.createStatement()) {
            for (var attempt : new String[] {
                "update identity.trail set deed = 'x'", "delete from identity.trail", "truncate identity.trail"
            }) {
                assertThatThrownBy(() -> statement.execute(attempt)).as(attempt).hasMessageContaining("append-only");
            }
        }
    }

    @Test
    void linesAreFoundByPersonDeedSubjectAndDay() throws Exception {
        write(hanako, "register.corrected", "service 1");
        write(taro, "register.import-confirmed", "list_2021");
        clock.advance(Duration.ofDays(1));
        write(hanako, "register.import-confirmed", "listX2021");

        assertThat(lines("")).isEqualTo(3);
        assertThat(lines("?person=" + hanako.person().value())).isEqualTo(2);
        assertThat(lines("?deed=register.import-confirmed")).isEqualTo(2);
        assertThat(lines("?subject=service")).isEqualTo(1);
        assertThat(lines("?subject=list_")).isEqualTo(1);
        assertThat(lines("?day=2026-11-21")).isEqualTo(2);
        assertThat(lines("?day=2026-11-22&person=" + hanako.person().value())).isEqualTo(1);
        assertThat(lines("?day=2026-11-23")).isZero();
    }

    @Test
    void aDayIsADayInJapan() throws Exception {
        clock.set(Instant.parse("2026-11-21T14:59:59Z"));
        write(hanako, "register.corrected", "before midnight");
        clock.set(Instant.parse("2026-11-21T15:00:00Z"));
        write(hanako, "register.corrected", "after midnight");

        assertThat(page("/operator/trail?day=2026-11-21")).contains("before midnight").doesNotContain("after midnight");
        assertThat(page("/operator/trail?day=2026-11-22")).contains("after midnight").doesNotContain("before midnight");
    }

    @Test
    void everyLineIsOnExactlyOnePageHoweverManyFallOnOneInstant() throws Exception {
        for (var i = 0; i < 120; i++) {
            write(hanako, "register.corrected", "service-%03d!".formatted(i));
        }

        var seen = new StringBuilder();
        var where = "/operator/trail";
        for (var pages = 0; !where.isEmpty(); pages++) {
            assertThat(pages).isLessThan(4);
            var page = page(where);
            LINE.matcher(page).results().forEach(found -> seen.append('.'));
            Pattern.compile("service-\\d{3}!").matcher(page).results().forEach(found -> seen.append(found.group()));
            var next = NEXT.matcher(page);
            where = next.find() ? HtmlUtils.htmlUnescape(next.group(1)) : "";
        }

        for (var i = 0; i < 120; i++) {
            assertThat(seen).containsOnlyOnce("service-%03d!".formatted(i));
        }
    }

    @Test
    void whatCannotBeReadIsSaidInWords() throws Exception {
        var day = mvc.perform(get("/operator/trail?day=2026-02-30").with(Operators.signedIn(hanako))).andReturn().getResponse();
        var place = mvc.perform(get("/en/operator/trail?after=x").with(Operators.signedIn(hanako))).andReturn().getResponse();

        assertThat(day.getStatus()).isEqualTo(400);
        assertThat(day.getContentAsString()).contains("日付として読み取れません（入力: 2026-02-30）");
        assertThat(place.getStatus()).isEqualTo(400);
        assertThat(place.getContentAsString()).contains("Start again from the first page");
    }

    private void write(Actor actor, String deed, String subject) {
        transaction.executeWithoutResult(open -> trail.write(actor, deed, subject, Map.of(), Map.of("name", "富士通")));
    }

    private long lines(String query) throws Exception {
        return LINE.matcher(page("/operator/trail" + query)).results().count();
    }

    private String page(String path) throws Exception {
        var answer = mvc.perform(get(URI.create(path)).with(Operators.signedIn(hanako))).andReturn().getResponse();
        assertThat(answer.getStatus()).as(path).isEqualTo(200);
        return answer.getContentAsString();
    }
}
