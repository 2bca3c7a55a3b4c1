// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import jp.torokubo.FreshDatabase;
import jp.torokubo.SettableClock;
import jp.torokubo.TorokuboTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@TorokuboTest
@FreshDatabase
@Import(Arrivals.class)
class FromTheFirstLinkToTheSecondOperatorTest {

    @Autowired
    Arrivals arrivals;

    @Autowired
    SettableClock clock;

    @Autowired
    JdbcClient jdbc;

    @Test
    void theFirstPersonSetsUpSignsOutSignsInAndInvitesTheSecond() {
        var hanako = arrivals.first();
        assertThat(hanako.visitor().heading()).isEqualTo("運用者の画面");
        hanako.visitor().send("/sign-out");
        assertThat(hanako.visitor().page()).contains("ログアウトしました。");
        assertThat(hanako.visitor().open("/operator").heading()).isEqualTo("ログイン");

        var again = arrivals.signIn(Arrivals.HANAKO, Arrivals.PASSWORD, arrivals.nextCode(hanako.secret()));
        assertThat(again.heading()).isEqualTo("運用者の画面");
        var link = arrivals.invitationFrom(new Arrivals.Arrived(again, hanako.secret()));
        var taro = arrivals.setUp(link, "佐藤 太郎", Arrivals.TARO);

        assertThat(taro.visitor().heading()).isEqualTo("運用者の画面");
        assertThat(taro.visitor().open("/operator/people").page()).contains("山田 花子", "佐藤 太郎");
        assertThat(jdbc.sql("select deed from identity.trail order by at, id").query(String.class).list())
                .containsExactly(
                        "identity.first-link-offered", "identity.account-set-up", "identity.signed-out",
                        "identity.signed-in", "identity.person-invited", "identity.account-set-up");
    }

    @Test
    void anAccountWithoutASecondProofCannotBeUsed() {
        var link = arrivals.firstLink();
        arrivals.stranger().open(link).send(
                link, "name", "山田 花子", "login", Arrivals.HANAKO, "password", Arrivals.PASSWORD, "passwordAgain",
                Arrivals.PASSWORD);

        var visitor = arrivals.stranger().open("/sign-in").send(
                "/sign-in", "login", Arrivals.HANAKO, "password", Arrivals.PASSWORD);

        assertThat(visitor.status()).isEqualTo(401);
        assertThat(visitor.open("/operator").heading()).isEqualTo("ログイン");
    }

    @Test
    void aLinkWorksOnce() {
        var link = arrivals.firstLink();
        arrivals.setUp(link, "山田 花子", Arrivals.HANAKO);

        var second = arrivals.stranger().open(link);

        assertThat(second.status()).isEqualTo(404);
        assertThat(second.page()).contains("このリンクは使えません");
    }

    @Test
    void aLinkEndsAfterTwentyFourHoursAndWithTheNextOne() {
        var expired = arrivals.firstLink();
        clock.advance(Duration.ofHours(24).minusSeconds(1));
        assertThat(arrivals.stranger().open(expired).status()).isEqualTo(200);
        clock.advance(Duration.ofSeconds(1));
        assertThat(arrivals.stranger().open(expired).status()).isEqualTo(404);

        var replaced = arrivals.firstLink();
        arrivals.firstLink();

        assertThat(arrivals.stranger().open(replaced).status()).isEqualTo(404);
    }

    @Test
    void aLinkIsKeptOnlyAsItsHash() {
        var token = arrivals.firstLink().replace("/set-up/", "");

        var kept = jdbc.sql("select l::text from identity.link l").query(String.class).single();

        assertThat(kept).doesNotContain(token);
    }

    @Test
    void aFormIsShownAgainWithWhatWasTypedAndWhatIsWrong() {
        var link = arrivals.firstLink();

        var visitor = arrivals.stranger().open("/en" + link).send(
                "/en" + link, "name", "Hanako", "login", "hanako", "password", "short", "passwordAgain", "short");

        assertThat(visitor.status()).isEqualTo(422);
        assertThat(visitor.page())
                .contains("value=\"Hanako\"", "value=\"hanako\"", "2 to correct", "href=\"#login\"", "href=\"#password\"",
                        "at least 12 characters (entered: 5)")
                .doesNotContain("value=\"short\"");
    }

    @Test
    void anInvitationIsShownOnceAndNeedsTheCodeShownNow() {
        var hanako = arrivals.first();
        var visitor = hanako.visitor().open("/operator/people/invitation");

        visitor.send("/operator/people/invitation", "note", "佐藤 太郎");
        assertThat(visitor.page()).contains("もう一度本人確認が必要です");
        visitor.send("/operator/people/invitation", "note", "佐藤 太郎", "code", arrivals.code(hanako.secret()));
        assertThat(visitor.page()).contains("確認コードが正しくありません");
        assertThat(jdbc.sql("select count(*) from identity.link where purpose = 'INVITATION'").query(Integer.class).single()).isZero();

        var link = arrivals.invitationFrom(hanako);

        assertThat(link).startsWith("/set-up/");
        assertThat(visitor.open("/operator/people/link").address()).isEqualTo("/operator/people");
    }
}
