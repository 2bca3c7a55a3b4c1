// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import jp.torokubo.FreshDatabase;
import jp.torokubo.TorokuboTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@TorokuboTest
@FreshDatabase
@Import(Arrivals.class)
class PasskeyTest {

    private static final String HERE = "http://localhost:8080";

    @Autowired
    Arrivals arrivals;

    @Autowired
    JdbcClient jdbc;

    @Test
    void aPasskeyIsASecondProofAndThenSignsInAlone() {
        var key = new SoftwareKey(HERE, true);
        var link = arrivals.firstLink();
        var visitor = halfSetUp(link);

        visitor.ask(link + "/passkey?label=office", key.register(visitor.ask(link + "/passkey/options", "{}").page()));

        assertThat(visitor.page()).contains("\"next\":\"/desk\"");
        assertThat(visitor.open("/operator").heading()).isEqualTo("運用者の画面");
        assertThat(signInWith(key).open("/operator").heading()).isEqualTo("運用者の画面");
        assertThat(jdbc.sql("select label from identity.passkey").query(String.class).single()).isEqualTo("office");
    }

    @Test
    void anAnswerCountsOnce() {
        var key = registered();
        var visitor = arrivals.stranger().open("/sign-in");
        var answer = key.signIn(visitor.ask("/sign-in/passkey/options", "{}").page());
        visitor.ask("/sign-in/passkey", answer);

        var thief = arrivals.stranger().open("/sign-in");
        thief.ask("/sign-in/passkey/options", "{}");
        thief.ask("/sign-in/passkey", answer);

        assertThat(thief.status()).isEqualTo(401);
        assertThat(thief.open("/operator").heading()).isEqualTo("ログイン");
    }

    @Test
    void aKeyThatDoesNotVerifyItsHolderIsNotEnough() {
        var key = new SoftwareKey(HERE, false);
        var link = arrivals.firstLink();
        var visitor = halfSetUp(link);

        visitor.ask(link + "/passkey", key.register(visitor.ask(link + "/passkey/options", "{}").page()));

        assertThat(visitor.status()).isEqualTo(422);
        assertThat(visitor.page()).contains("パスキーを確認できませんでした");
    }

    @Test
    void aKeyUsedOnAnotherSiteIsNotAccepted() {
        var key = new SoftwareKey("http://localhost.example:8080", true);
        var link = arrivals.firstLink();
        var visitor = halfSetUp(link);

        visitor.ask(link + "/passkey", key.register(visitor.ask(link + "/passkey/options", "{}").page()));

        assertThat(visitor.status()).isEqualTo(422);
    }

    @Test
    void anotherKeyOrAnAnswerToNothingSignsNobodyIn() {
        registered();

        assertThat(signInWith(new SoftwareKey(HERE, true)).status()).isEqualTo(401);
        assertThat(arrivals.stranger().open("/sign-in").ask("/sign-in/passkey", "{}").status()).isEqualTo(401);
        assertThat(arrivals.stranger().open("/sign-in").ask("/sign-in/passkey", "not json").status()).isEqualTo(401);
    }

    @Test
    void whoHasOnlyAPasskeyProvesHimselfAnewByIt() {
        var key = new SoftwareKey(HERE, true);
        var link = arrivals.firstLink();
        var visitor = halfSetUp(link);
        visitor.ask(link + "/passkey", key.register(visitor.ask(link + "/passkey/options", "{}").page()));

        visitor.open("/operator/people/invitation").send("/operator/people/invitation", "note", "佐藤 太郎");
        assertThat(visitor.page()).contains("もう一度本人確認が必要です");
        visitor.ask("/desk/account/proof", key.signIn(visitor.ask("/desk/account/proof/options", "{}").page()));
        visitor.open("/operator/people/invitation").send("/operator/people/invitation", "note", "佐藤 太郎");

        assertThat(visitor.byId("new-link")).contains("/set-up/");
    }

    private Visitor halfSetUp(String link) {
        return arrivals.stranger().open(link).send(
                link, "name", "山田 花子", "login", Arrivals.HANAKO, "password", Arrivals.PASSWORD, "passwordAgain",
                Arrivals.PASSWORD);
    }

    private SoftwareKey registered() {
        var key = new SoftwareKey(HERE, true);
        var link = arrivals.firstLink();
        var visitor = halfSetUp(link);
        visitor.ask(link + "/passkey", key.register(visitor.ask(link + "/passkey/options", "{}").page()));
        assertThat(visitor.status()).isEqualTo(200);
        return key;
    }

    private Visitor signInWith(SoftwareKey key) {
        var visitor = arrivals.stranger().open("/sign-in");
        return visitor.ask("/sign-in/passkey", key.signIn(visitor.ask("/sign-in/passkey/options", "{}").page()));
    }
}
