// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import jp.torokubo.FreshDatabase;
import jp.torokubo.SettableClock;
import jp.torokubo.TorokuboTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

@TorokuboTest
@FreshDatabase
@Import(Arrivals.class)
class SigningInTest {

    private static final String COOKIE = "torokubo-desk";

    @Autowired
    Arrivals arrivals;

    @Autowired
    SettableClock clock;

    @Autowired
    SessionRepository<?> sessions;

    @Autowired
    JdbcClient jdbc;

    private Arrivals.Arrived hanako = new Arrivals.Arrived(new Visitor(null), "");

    @BeforeEach
    void thereIsAnOperator() {
        hanako = arrivals.first();
    }

    @Test
    void anUnknownAccountAndAWrongPasswordGetTheSameAnswer() {
        var unknown = password("nobody@example.jp", "wrong horse battery");
        var wrong = password(Arrivals.HANAKO, "wrong horse battery");

        assertThat(unknown.status()).isEqualTo(401).isEqualTo(wrong.status());
        assertThat(withoutWhatDiffers(unknown)).isEqualTo(withoutWhatDiffers(wrong));
    }

    @Test
    void aCookieThatIsNoIdOfASessionIsAsNoCookieAtAll() {
        for (var value : new String[] {"AAAA", "ACcnOwo=", "%00", "x".repeat(4_000)}) {
            var visitor = arrivals.stranger();
            visitor.take(new Cookie(COOKIE, value));

            assertThat(visitor.open("/services").status()).isEqualTo(200);
            assertThat(visitor.open("/operator").heading()).isEqualTo("ログイン");
        }
    }

    @Test
    void aPasswordAloneOpensNothing() {
        var visitor = password(Arrivals.HANAKO, Arrivals.PASSWORD);

        assertThat(visitor.heading()).isEqualTo("確認コードの入力");
        assertThat(visitor.open("/operator").heading()).isEqualTo("ログイン");
    }

    @Test
    void aCodeWorksOnce() {
        var code = arrivals.nextCode(hanako.secret());
        assertThat(arrivals.signIn(Arrivals.HANAKO, Arrivals.PASSWORD, code).heading()).isEqualTo("運用者の画面");

        var replayed = arrivals.signIn(Arrivals.HANAKO, Arrivals.PASSWORD, code);

        assertThat(replayed.status()).isEqualTo(422);
        assertThat(replayed.page()).contains("一度使ったコードは使えません");
    }

    @Test
    void theCodeMustComeWithinFiveMinutes() {
        var visitor = password(Arrivals.HANAKO, Arrivals.PASSWORD);
        clock.advance(Duration.ofMinutes(5));

        visitor.send("/sign-in/code", "code", arrivals.code(hanako.secret()));

        assertThat(visitor.heading()).isEqualTo("ログイン");
    }

    @Test
    void afterFiveWrongPasswordsEvenTheRightOneWaits() {
        for (var i = 0; i < 5; i++) {
            assertThat(password(Arrivals.HANAKO, "wrong horse " + i).status()).isEqualTo(401);
        }

        assertThat(password(Arrivals.HANAKO, Arrivals.PASSWORD).status()).isEqualTo(429);
        assertThat(password(Arrivals.HANAKO, Arrivals.PASSWORD).page()).contains("15分後にもう一度");
        clock.advance(Duration.ofMinutes(15));
        assertThat(password(Arrivals.HANAKO, Arrivals.PASSWORD).heading()).isEqualTo("確認コードの入力");
    }

    @Test
    void afterFiveWrongCodesEvenTheRightOneWaits() {
        var visitor = password(Arrivals.HANAKO, Arrivals.PASSWORD);
        for (var i = 0; i < 5; i++) {
            assertThat(visitor.send("/sign-in/code", "code", "00000" + i).status()).isEqualTo(422);
        }

        visitor.send("/sign-in/code", "code", arrivals.nextCode(hanako.secret()));

        assertThat(visitor.status()).isEqualTo(429);
    }

    @Test
    void oneAddressThatTriesManyAccountsIsSlowedDownToo() {
        for (var i = 0; i < 30; i++) {
            password("somebody" + i + "@example.jp", "wrong horse battery");
        }

        assertThat(password(Arrivals.HANAKO, Arrivals.PASSWORD).status()).isEqualTo(429);
    }

    @Test
    void aSessionKnownFromBeforeIsNotTheOneThatIsSignedIn() {
        var planted = arrivals.stranger().open("/sign-in");
        var known = new Cookie(COOKIE, planted.cookie(COOKIE));
        var victim = arrivals.stranger();
        victim.take(known);

        victim.open("/sign-in").send("/sign-in", "login", Arrivals.HANAKO, "password", Arrivals.PASSWORD)
                .send("/sign-in/code", "code", arrivals.nextCode(hanako.secret()));

        assertThat(victim.heading()).isEqualTo("運用者の画面");
        assertThat(victim.cookie(COOKIE)).isNotEqualTo(known.getValue());
        var attacker = arrivals.stranger();
        attacker.take(known);
        assertThat(attacker.open("/operator").heading()).isEqualTo("ログイン");
    }

    /** The picture of the page, say, that the browser was still fetching when the button was pressed. */
    @Test
    void aRequestThatBeganBeforeSigningInAndEndsAfterItTakesNothingBack() {
        var visitor = password(Arrivals.HANAKO, Arrivals.PASSWORD);
        var before = visitor.cookie(COOKIE);
        var meanwhile = begun(sessions, before, "of the picture");

        visitor.send("/sign-in/code", "code", arrivals.nextCode(hanako.secret()));
        meanwhile.run();

        assertThat(visitor.open("/operator").heading()).isEqualTo("運用者の画面");
        var late = arrivals.stranger();
        late.take(new Cookie(COOKIE, before));
        assertThat(late.open("/operator").heading()).isEqualTo("ログイン");
    }

    @Test
    void twoTabsThatOpenAtOnceBothKeepWhatTheyNeed() {
        var cookie = hanako.visitor().cookie(COOKIE);
        var one = begun(sessions, cookie, "of the first");
        var other = begun(sessions, cookie, "of the second");

        one.run();
        other.run();

        assertThat(sessions.findById(idIn(cookie)).<String>getAttribute("something")).isEqualTo("of the second");
    }

    @Test
    void whatIsPublicNeitherLooksUpNorProlongsASession() {
        var seen = jdbc.sql("select last_access_time from identity.session where session_id = :id")
                .param("id", idIn(hanako.visitor().cookie(COOKIE)));
        var before = seen.query(Long.class).single();

        for (var address : new String[] {"/", "/en/services", "/assets/favicon.svg", "/favicon.ico", "/api/v1/services", "/nowhere"}) {
            hanako.visitor().open(address);
        }

        assertThat(seen.query(Long.class).single()).isEqualTo(before);
        hanako.visitor().open("/en/operator");
        assertThat(seen.query(Long.class).single()).isGreaterThan(before);
    }

    @Test
    void aSessionEndsAfterThirtyIdleMinutesAndAfterTwelveHoursInAnyCase() {
        clock.advance(Duration.ofMinutes(29));
        assertThat(hanako.visitor().open("/operator").heading()).isEqualTo("運用者の画面");
        clock.advance(Duration.ofMinutes(30));
        assertThat(hanako.visitor().open("/operator").heading()).isEqualTo("ログイン");

        var again = arrivals.signIn(Arrivals.HANAKO, Arrivals.PASSWORD, arrivals.nextCode(hanako.secret()));
        for (var i = 0; i < 35; i++) {
            clock.advance(Duration.ofMinutes(20));
            assertThat(again.open("/operator").heading()).isEqualTo("運用者の画面");
        }
        clock.advance(Duration.ofMinutes(20));
        assertThat(again.open("/operator").heading()).isEqualTo("ログイン");
    }

    @Test
    void signingOutEndsTheSessionForWhoeverKeptItsCookie() {
        var kept = new Cookie(COOKIE, hanako.visitor().cookie(COOKIE));
        hanako.visitor().open("/operator").send("/sign-out");

        var other = arrivals.stranger();
        other.take(kept);

        assertThat(other.open("/operator").heading()).isEqualTo("ログイン");
    }

    @Test
    void theCookieIsOutOfReachOfScriptsAndOtherSites() {
        var cookie = hanako.visitor().cookies().iterator().next();

        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(cookie.getAttribute("SameSite")).isEqualToIgnoringCase("lax");
        assertThat(cookie.getPath()).isEqualTo("/");
        assertThat(hanako.visitor().open("/operator").answer().getHeader("Cache-Control")).contains("no-store");
    }

    @Test
    void signingInLeadsBackToTheDeskAndNowhereElse() {
        assertThat(SignInFirst.safe("/operator/trail?day=2026-11-21")).isEqualTo("/operator/trail?day=2026-11-21");
        for (var elsewhere : new String[] {
            "https://example.com/", "//example.com/operator", "/\\example.com", "/operatorx", "/operator/../services",
            "/operator\r\nSet-Cookie: a=b", "javascript:alert(1)", "", "/services"
        }) {
            assertThat(SignInFirst.safe(elsewhere)).as(elsewhere).isEqualTo("/desk");
        }
    }

    private Visitor password(String login, String password) {
        return arrivals.stranger().open("/sign-in").send("/sign-in", "login", login, "password", password);
    }

    /** @return how a request ends that has begun with this cookie */
    private static <S extends Session> Runnable begun(SessionRepository<S> sessions, String cookie, String keeps) {
        var session = sessions.findById(idIn(cookie));
        session.setLastAccessedTime(session.getLastAccessedTime().plusSeconds(1));
        session.setAttribute("something", keeps);
        return () -> sessions.save(session);
    }

    private static String idIn(String cookie) {
        return new String(Base64.getDecoder().decode(cookie), StandardCharsets.US_ASCII);
    }

    private static String withoutWhatDiffers(Visitor visitor) {
        return visitor.page().replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "").replaceAll("[a-z]+@example.jp", "");
    }
}
