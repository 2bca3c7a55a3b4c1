// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import jp.torokubo.FreshDatabase;
import jp.torokubo.TorokuboTest;
import jp.torokubo.ground.identity.Operators;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@TorokuboTest
@FreshDatabase
@Import(Arrivals.class)
class PeopleTest {

    @Autowired
    Arrivals arrivals;

    @Autowired
    JdbcClient jdbc;

    private Arrivals.Arrived hanako = new Arrivals.Arrived(new Visitor(null), "");

    @BeforeEach
    void thereIsAnOperator() {
        hanako = arrivals.first();
    }

    @Test
    void theLastOperatorCannotRemoveHimself() {
        var end = "/operator/people/" + idOf(Arrivals.HANAKO) + "/end";

        hanako.visitor().open(end).send(end, "code", arrivals.nextCode(hanako.secret()));

        assertThat(hanako.visitor().status()).isEqualTo(409);
        assertThat(hanako.visitor().page()).contains("最後の運用者の役割は終了できません");
        assertThat(hanako.visitor().open("/operator").heading()).isEqualTo("運用者の画面");
    }

    @Test
    void whoseRoleHasEndedIsOutAtOnceAndHisOpenInvitationsWithHim() {
        var taro = arrivals.setUp(arrivals.invitationFrom(hanako), "佐藤 太郎", Arrivals.TARO);
        var invitation = arrivals.invitationFrom(taro);
        var end = "/operator/people/" + idOf(Arrivals.TARO) + "/end";

        hanako.visitor().open(end).send(end, "code", arrivals.nextCode(hanako.secret()));

        assertThat(hanako.visitor().page()).contains("運用者の役割を終了しました。");
        assertThat(taro.visitor().open("/operator").heading()).isEqualTo("ログイン");
        assertThat(arrivals.stranger().open(invitation).status()).isEqualTo(404);
    }

    @Test
    void aRoleIsNotEndedWithoutTheCodeShownNow() {
        arrivals.setUp(arrivals.invitationFrom(hanako), "佐藤 太郎", Arrivals.TARO);
        var end = "/operator/people/" + idOf(Arrivals.TARO) + "/end";

        hanako.visitor().open(end).send(end);

        assertThat(hanako.visitor().status()).isEqualTo(422);
        assertThat(jdbc.sql("select count(*) from identity.role where ends_at is null").query(Integer.class).single()).isEqualTo(2);
    }

    @Test
    void aResetEndsTheOldProofsAtOnceAndANewLinkEnrolsNewOnes() {
        var taro = arrivals.setUp(arrivals.invitationFrom(hanako), "佐藤 太郎", Arrivals.TARO);
        var reset = "/operator/people/" + idOf(Arrivals.TARO) + "/new-proofs";

        hanako.visitor().open(reset).send(reset, "code", arrivals.nextCode(hanako.secret()));
        var link = hanako.visitor().byId("new-link").replaceFirst("http://localhost(:\\d+)?", "");

        assertThat(taro.visitor().open("/operator").heading()).isEqualTo("ログイン");
        assertThat(arrivals.stranger().open("/sign-in").send("/sign-in", "login", Arrivals.TARO, "password", Arrivals.PASSWORD).status())
                .isEqualTo(401);
        var again = arrivals.stranger().open(link)
                .send(link, "password", "another horse battery", "passwordAgain", "another horse battery");
        var secret = again.byId("totp-secret").replace(" ", "");
        assertThat(secret).isNotEqualTo(taro.secret());
        assertThat(again.send(link + "/second-proof", "code", arrivals.code(secret)).heading()).isEqualTo("運用者の画面");
        assertThat(jdbc.sql("select count(*) from identity.role where ends_at is null").query(Integer.class).single()).isEqualTo(2);
    }

    @Test
    void nobodyResetsHisOwnProofs() {
        var reset = "/operator/people/" + idOf(Arrivals.HANAKO) + "/new-proofs";

        hanako.visitor().open(reset).send(reset, "code", arrivals.nextCode(hanako.secret()));

        assertThat(hanako.visitor().status()).isEqualTo(409);
        assertThat(hanako.visitor().page()).contains("別の運用者に依頼してください");
    }

    @Test
    void whatWasTypedWhenTheSessionEndedIsOfferedAgain() {
        var visitor = hanako.visitor().open("/operator/people/invitation");
        Operators.add(jdbc, "鈴木 一郎");
        jdbc.sql("delete from identity.session").update();

        visitor.send("/operator/people/invitation", "note", "佐藤 太郎 <係長>", "code", "123456");
        assertThat(visitor.page()).contains("入力した内容は残してあります");
        visitor.send("/sign-in", "login", Arrivals.HANAKO, "password", Arrivals.PASSWORD)
                .send("/sign-in/code", "code", arrivals.nextCode(hanako.secret()));

        assertThat(visitor.heading()).isEqualTo("入力した内容の送信");
        assertThat(visitor.page()).contains("佐藤 太郎 &lt;係長&gt;").doesNotContain("123456");
        visitor.send("/operator/people/invitation", "note", visitor.field("note"));
        assertThat(visitor.page()).contains("佐藤 太郎 &lt;係長&gt;", "もう一度本人確認が必要です");
    }

    @Test
    void aFormWithoutTheTokenOfTheSessionChangesNothing() {
        var visitor = hanako.visitor().open("/operator/people");

        visitor.send("/operator/people/invitation", "note", "佐藤 太郎", "_csrf", "guessed");

        assertThat(visitor.status()).isEqualTo(403);
        assertThat(visitor.page()).contains("何も変更していません");
    }

    private String idOf(String login) {
        return jdbc.sql("select id::text from identity.person where login = :login").param("login", login).query(String.class).single();
    }
}
