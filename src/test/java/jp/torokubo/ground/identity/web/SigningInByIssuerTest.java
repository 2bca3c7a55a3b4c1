// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.torokubo.FreshDatabase;
import jp.torokubo.SettableClock;
import jp.torokubo.TorokuboTest;
import jp.torokubo.ground.commands.CommandId;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.ground.identity.Caller;
import jp.torokubo.ground.identity.Operators;
import jp.torokubo.ground.identity.OrganisationId;
import jp.torokubo.ground.identity.OrganisationKind;
import jp.torokubo.ground.identity.World;
import jp.torokubo.ground.identity.people.InvitePerson;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import outsideissuer.Fault;
import outsideissuer.OutsideIssuer;

/** The way to an issuer and back, by real HTTP between a browser, the program and an authorization server. */
@TorokuboTest
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT,
        properties = {"torokubo.first-load=false", "torokubo.pool-size=20"})
@FreshDatabase
class SigningInByIssuerTest {

    private static final String NUMBER = "7123456789012";
    private static final String OTHER_NUMBER = "4011001098993";
    private static final int PORT = freePort();
    private static final String HERE = "http://localhost:" + PORT;
    private static final OutsideIssuer gbizid = OutsideIssuer.started(freePort(), HERE + "/sign-in/back/gbizid");
    private static final OutsideIssuer ministry = OutsideIssuer.started(freePort(), HERE + "/sign-in/back/ministry");

    @Autowired JdbcClient jdbc;
    @Autowired SettableClock clock;
    @Autowired InvitePerson invitePerson;

    @DynamicPropertySource
    static void configured(DynamicPropertyRegistry properties) {
        properties.add("server.port", () -> PORT);
        issuer(properties, "gbizid", gbizid.address(), "gbizid");
        issuer(properties, "ministry", ministry.address(), "generic");
        // no way back to this one is registered at the issuer
        issuer(properties, "strayed", gbizid.address(), "generic");
        issuer(properties, "gone", "http://localhost:1/", "generic");
    }

    private static void issuer(DynamicPropertyRegistry properties, String name, String address, String kind) {
        var prefix = "torokubo.oidc." + name + ".";
        properties.add(prefix + "issuer", () -> address);
        properties.add(prefix + "client-id", () -> OutsideIssuer.CLIENT);
        properties.add(prefix + "client-secret", () -> OutsideIssuer.SECRET);
        properties.add(prefix + "kind", () -> kind);
        properties.add(prefix + "label_ja", () -> name + "の入口");
        properties.add(prefix + "label_en", () -> "Door of " + name);
    }

    @AfterAll
    static void closed() {
        gbizid.close();
        ministry.close();
    }

    @BeforeEach
    void theIssuerTellsTheTruthAndTheClocksAgree() {
        clock.set(Instant.now());
        gbizid.fault(Fault.NONE);
        gbizid.denies(false);
        gbizid.person("prime", company("2", NUMBER, "株式会社甲", "prime@example.jp", "甲野", "一郎"));
        gbizid.person("member", company("3", NUMBER, "株式会社甲", "member@example.jp", "乙野", "二郎"));
        gbizid.person("entry", company("1", NUMBER, "株式会社甲", "entry@example.jp", "丙野", "三郎"));
        gbizid.person("sole", company("2", "", "丁野商店", "sole@example.jp", "丁野", "四郎", "2"));
        ministry.person("officer", Map.of("name", "戊野 五郎", "email", "officer@example.go.jp"));
    }

    @Test
    void theHeadOfACompanyBringsItAlongAndIsItsManager() {
        var browser = signIn("gbizid", "prime");

        assertThat(browser.open("/desk/account").page()).contains("甲野 一郎", "prime@example.jp", "gbizidの入口");
        assertThat(roles("prime@example.jp")).containsExactly("PROVIDER_MANAGER");
        assertThat(organisations()).containsExactly(NUMBER + " 株式会社甲");
        assertThat(deeds()).contains("identity.organisation-registered", "identity.account-by-issuer", "identity.signed-in");
        assertThat(tokensAnywhere()).as("no token is kept").isZero();
    }

    @Test
    void whoIsKnownComesInAgainAsTheSame() {
        signIn("gbizid", "prime");

        assertThat(signIn("gbizid", "prime").open("/desk/account").page()).contains("甲野 一郎");
        assertThat(people()).isEqualTo(1);
        assertThat(organisations()).hasSize(1);
    }

    @Test
    void aFurtherHeadOfACompanyThatIsHereJoinsIt() {
        World.organisation(OrganisationKind.PROVIDER, "甲（運用者の登録）", NUMBER);

        signIn("gbizid", "prime");

        assertThat(organisations()).containsExactly(NUMBER + " 甲（運用者の登録）");
        assertThat(roles("prime@example.jp")).containsExactly("PROVIDER_MANAGER");
    }

    @Test
    void anEmployeeComesInOnceHisCompanyIsHere() {
        assertThat(refused(signIn("gbizid", "member"))).contains("法人番号 " + NUMBER + " の事業者はまだ登録されていません");
        assertThat(people()).isZero();
        signIn("gbizid", "prime");

        signIn("gbizid", "member");

        assertThat(roles("member@example.jp")).containsExactly("PROVIDER_AUTHOR");
    }

    @Test
    void whoHasNotBeenCheckedOrActsForNoCompanyIsRefusedWithTheReason() {
        assertThat(refused(signIn("gbizid", "entry"))).contains("GビズIDエントリー");
        assertThat(refused(signIn("gbizid", "sole"))).contains("正しい法人番号がない");
        assertThat(people()).isZero();
        assertThat(organisations()).isEmpty();
    }

    @Test
    void aCompanyThatHasChangedIsRefusedAndSaid() {
        signIn("gbizid", "prime");
        gbizid.person("prime", company("2", OTHER_NUMBER, "株式会社他", "prime@example.jp", "甲野", "一郎"));

        assertThat(refused(signIn("gbizid", "prime"))).contains(NUMBER, OTHER_NUMBER);
        assertThat(organisations()).hasSize(1);
    }

    @Test
    void whatTheIssuerSaysLaterChangesNoRole() {
        signIn("gbizid", "prime");
        gbizid.person("prime", company("3", NUMBER, "改名した甲", "prime@example.jp", "甲野", "一郎"));

        signIn("gbizid", "prime");

        assertThat(roles("prime@example.jp")).containsExactly("PROVIDER_MANAGER");
        assertThat(organisations()).containsExactly(NUMBER + " 株式会社甲");
    }

    @Test
    void whoseRoleHasEndedStaysOut() {
        signIn("gbizid", "prime");
        World.said("update identity.role set ends_at = now() + interval '1 day'");

        assertThat(refused(signIn("gbizid", "prime"))).contains("利用できる人は登録されていません");
    }

    @Test
    void aStrangerOfAnIssuerThatSaysNothingOfCompaniesNeedsAnInvitation() {
        assertThat(refused(signIn("ministry", "officer"))).contains("利用できる人は登録されていません");
        assertThat(people()).isZero();

        var agency = World.organisation(OrganisationKind.MINISTRY, "省");
        var browser = accepted("ministry", "officer", agency, Caller.PROCUREMENT_OFFICER);

        assertThat(browser.open("/desk/account").page()).contains("戊野 五郎");
        assertThat(roles("officer@example.go.jp")).containsExactly("PROCUREMENT_OFFICER");
        assertThat(signIn("ministry", "officer").open("/desk/account").page()).contains("戊野 五郎");
    }

    @Test
    void theSameSubjectOfAnotherIssuerIsSomebodyElse() {
        signIn("gbizid", "prime");
        ministry.person("prime", Map.of("name", "甲野 一郎", "email", "prime@example.jp"));

        assertThat(refused(signIn("ministry", "prime"))).contains("利用できる人は登録されていません");
    }

    @Test
    void anAccountIsNeverFoundByItsAddress() {
        var operator = Operators.add(jdbc, "山田 花子");
        var address = World.loginOf(operator.person());
        gbizid.person("thief", company("2", NUMBER, "株式会社甲", address, "山田", "花子"));

        assertThat(refused(signIn("gbizid", "thief"))).contains("メールアドレスが同じだけでは結び付けません");
        assertThat(externals()).isZero();
    }

    @Test
    void anInvitationIsTakenUpOnce() {
        var agency = World.organisation(OrganisationKind.MINISTRY, "省");
        var link = invitation(agency, Caller.PROCUREMENT_OFFICER);
        ministry.person("second", Map.of("name", "己野 六郎", "email", "second@example.go.jp"));
        var late = new Browser(HERE).open(link);
        var waiting = late.press(link + "/with/ministry").link("on");

        arrive(new Browser(HERE).open(link).press(link + "/with/ministry"), "officer");
        late.open(waiting);
        logIn(late, "second");

        assertThat(refused(late)).contains("このリンクは使えません");
        assertThat(people()).isEqualTo(2);
    }

    @Test
    void whoIsSignedInLinksAfterProvingAnewAndUnlinksAsLongAsAnotherWayIsLeft() {
        var agency = World.organisation(OrganisationKind.MINISTRY, "省");
        var browser = accepted("ministry", "officer", agency, Caller.PROCUREMENT_OFFICER);
        var own = jdbc.sql("select id from identity.external_account").query(UUID.class).single();
        var end = "/desk/account/external/" + own + "/end";
        withAuthenticator("officer@example.go.jp");

        assertThat(browser.open(end).press(end, "code", code()).page()).contains("ログインする方法がなくなります");
        gbizid.person("officer", Map.of("email", "else@example.jp"));
        browser.open("/desk/account").press("/desk/account/issuers/gbizid");
        arrive(browser, "officer");
        assertThat(browser.path()).isEqualTo("/desk/account/link");
        assertThat(browser.press("/desk/account/link").page()).contains("もう一度本人確認が必要です");
        assertThat(externals()).isEqualTo(1);
        browser.press("/desk/account/link", "code", code()).follow();
        assertThat(externals()).isEqualTo(2);
        assertThat(browser.open(end).press(end).page()).contains("もう一度本人確認が必要です");
        clock.advance(Duration.ofSeconds(30));
        assertThat(browser.open(end).press(end, "code", code()).status()).isEqualTo(302);

        assertThat(externals()).isEqualTo(1);
        assertThat(deeds()).contains("identity.issuer-linked", "identity.issuer-unlinked");
        assertThat(refused(signIn("ministry", "officer"))).contains("利用できる人は登録されていません");
        assertThat(signIn("gbizid", "officer").open("/desk/account").page()).contains("戊野 五郎");
    }

    @Test
    void anInvitationOfSomebodyWhoIsSignedInComesToTheAccountHeHas() {
        var agency = World.organisation(OrganisationKind.MINISTRY, "省");
        var browser = accepted("ministry", "officer", agency, Caller.PROCUREMENT_OFFICER);
        withAuthenticator("officer@example.go.jp");
        var link = invitation(agency, Caller.PROCUREMENT_APPROVER);
        gbizid.person("officer", Map.of("email", "else@example.jp"));

        arrive(browser.open(link).press(link + "/with/gbizid"), "officer");
        browser.press("/desk/account/link", "code", code()).follow();

        assertThat(roles("officer@example.go.jp")).containsExactlyInAnyOrder("PROCUREMENT_OFFICER", "PROCUREMENT_APPROVER");
        assertThat(externals()).isEqualTo(2);
    }

    @Test
    void whatBelongsToAnotherIsNotLinked() {
        signIn("gbizid", "prime");
        var agency = World.organisation(OrganisationKind.MINISTRY, "省");
        var browser = accepted("ministry", "officer", agency, Caller.PROCUREMENT_OFFICER);
        withAuthenticator("officer@example.go.jp");

        browser.open("/desk/account").press("/desk/account/issuers/gbizid");
        arrive(browser, "prime");

        assertThat(browser.press("/desk/account/link", "code", code()).page()).contains("ほかの人のアカウントに結び付いています");
        assertThat(externals()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(value = Fault.class, names = {"NONE", "BUSY"}, mode = EnumSource.Mode.EXCLUDE)
    void nobodyIsLetInByAnAnswerThatIsWrong(Fault fault) {
        gbizid.fault(fault);

        assertThat(refused(signIn("gbizid", "prime"))).contains("ログイン先からの応答を確かめられませんでした");
        assertThat(people()).isZero();
    }

    @Test
    void anIssuerThatIsDownKeepsNobodyElseOut() {
        var browser = new Browser(HERE).open("/sign-in");
        browser.press("/sign-in/with/gone").follow();
        assertThat(browser.status()).isEqualTo(502);
        assertThat(browser.byId("said")).contains("ログイン先が応答しません");

        gbizid.fault(Fault.BUSY);
        assertThat(refused(signIn("gbizid", "prime"))).isNotEmpty();
        gbizid.fault(Fault.NONE);
        assertThat(signIn("gbizid", "prime").open("/desk/account").page()).contains("甲野 一郎");
    }

    @Test
    void whoTurnsBackAtTheIssuerIsToldSoInHisLanguage() {
        gbizid.denies(true);
        var browser = new Browser(HERE).open("/en/sign-in");
        browser.press("/en/sign-in/with/gbizid");
        browser.open(browser.link("on"));

        assertThat(browser.path()).isEqualTo("/en/sign-in/failed");
        assertThat(browser.byId("said")).contains("not completed at the issuer (access_denied)");
        assertThat(browser.open("/en/sign-in/failed").path()).as("said once").isEqualTo("/en/sign-in");
    }

    @Test
    void anAnswerWithAnotherStateIsNone() {
        var browser = new Browser(HERE).open("/sign-in");
        var back = backFrom(browser.press("/sign-in/with/gbizid"), "prime");

        browser.open(back.replaceFirst("state=[^&]*", "state=another"));

        assertThat(refused(browser)).contains("ここで始めたものではないか");
        assertThat(browser.open(back).path()).as("the trip is over").isEqualTo("/sign-in/failed");
    }

    @Test
    void anAnswerIsTakenOnceAndInTheSessionThatAskedForIt() {
        var browser = new Browser(HERE).open("/sign-in");
        var back = backFrom(browser.press("/sign-in/with/gbizid"), "prime");

        assertThat(refused(new Browser(HERE).open(back))).as("another browser").contains("ここで始めたものではないか");
        assertThat(browser.open(back).open("/desk/account").page()).contains("甲野 一郎");
        assertThat(refused(browser.open(back))).as("sent again").contains("ここで始めたものではないか");
        assertThat(people()).isEqualTo(1);
    }

    @Test
    void aCodeThatWasUsedBeforeIsRefusedByTheIssuer() {
        var browser = new Browser(HERE).open("/sign-in");
        var used = backFrom(browser.press("/sign-in/with/gbizid"), "prime");
        browser.open(used).open("/desk/account");
        var code = used.replaceFirst(".*code=([^&]*).*", "$1");
        var other = new Browser(HERE).open("/sign-in");
        var fresh = backFrom(other.press("/sign-in/with/gbizid"), "prime");

        other.open(fresh.replaceFirst("code=[^&]*", "code=" + code));

        assertThat(refused(other)).contains("ログイン先からの応答を確かめられませんでした");
    }

    @Test
    void anAnswerOfOneIssuerIsNoneOfAnother() {
        var browser = new Browser(HERE).open("/sign-in");
        var back = backFrom(browser.press("/sign-in/with/gbizid"), "prime");

        browser.open(back.replace("/back/gbizid", "/back/ministry"));

        assertThat(refused(browser)).contains("ここで始めたものではないか");
    }

    @Test
    void anAnswerThatComesTooLateIsNone() {
        var browser = new Browser(HERE).open("/sign-in");
        var back = backFrom(browser.press("/sign-in/with/gbizid"), "prime");
        clock.advance(IssuerTrips.AT_MOST);

        assertThat(refused(browser.open(back))).contains("時間が過ぎたか");
    }

    @Test
    void aWayBackThatTheIssuerDoesNotKnowLeadsNowhere() {
        var browser = new Browser(HERE).open("/sign-in").press("/sign-in/with/strayed");

        browser.open(browser.link("on"));
        if (browser.path().endsWith("/login")) {
            logIn(browser, "prime");
        }

        assertThat(browser.status()).isEqualTo(400);
        assertThat(browser.page()).contains("redirect_uri");
    }

    @Test
    void theRequestSaysScopesStateNonceAndProofKey() {
        var browser = new Browser(HERE).open("/sign-in").press("/sign-in/with/gbizid");

        assertThat(browser.link("on")).contains(
                "response_type=code", "scope=openid%20profile%20user%20email", "state=", "nonce=", "code_challenge_method=S256",
                "prompt=login", "redirect_uri=" + HERE + "/sign-in/back/gbizid");
        assertThat(browser.answer().headers().firstValue("Refresh")).contains("0; url=" + browser.link("on"));
    }

    @Test
    void aSessionThatSomebodyElsePreparedOpensNothing() {
        var thief = new Browser(HERE).open("/sign-in");
        var prepared = thief.cookie("torokubo-desk");
        var victim = new Browser(HERE);
        victim.take("torokubo-desk", prepared);
        arrive(victim.open("/sign-in").press("/sign-in/with/gbizid"), "prime");

        assertThat(victim.cookie("torokubo-desk")).isNotEqualTo(prepared);
        assertThat(victim.open("/desk/account").path()).isEqualTo("/desk/account");
        assertThat(thief.open("/desk/account").path()).isEqualTo("/sign-in");
    }

    @Test
    void thePublicPagesStayWithoutACookie() {
        for (var address : List.of("/", "/en/", "/services", "/help")) {
            assertThat(new Browser(HERE).look(address).answer().headers().allValues("Set-Cookie")).as(address).isEmpty();
        }
    }

    @Test
    void theFirstPasskeyOfSomebodyFromOutsideIsOfferedRightAfterHisArrival() {
        var browser = signIn("gbizid", "prime");

        assertThat(browser.open("/desk/account").page()).contains("最初のパスキーを登録してください").doesNotContain("name=\"code\"");
    }

    private Browser signIn(String issuer, String login) {
        return arrive(new Browser(HERE).open("/sign-in").press("/sign-in/with/" + issuer), login);
    }

    private Browser accepted(String issuer, String login, OrganisationId organisation, Caller role) {
        var link = invitation(organisation, role);
        return arrive(new Browser(HERE).open(link).press(link + "/with/" + issuer), login);
    }

    private String invitation(OrganisationId organisation, Caller role) {
        Actor operator = role.manages() ? Operators.add(jdbc, "運用者") : World.person("責任者", Caller.PROCUREMENT_APPROVER, organisation);
        var invited = (InvitePerson.Result.Invited) invitePerson.handle(new InvitePerson.Command(
                new CommandId(UUID.randomUUID()), operator, Operators.PROVEN, "招待", organisation, role));
        return "/set-up/" + invited.token().value();
    }

    /** From the page that leads to the issuer, over its login, back to where the program leads him. */
    private static Browser arrive(Browser browser, String login) {
        browser.open(browser.link("on"));
        return logIn(browser, login);
    }

    private static Browser logIn(Browser browser, String login) {
        return browser.press("/oauth/login", "username", login, "password", OutsideIssuer.PASSWORD).follow();
    }

    /** The address by which the issuer sends him back, not opened yet. */
    private static String backFrom(Browser browser, String login) {
        browser.open(browser.link("on"));
        browser.press("/oauth/login", "username", login, "password", OutsideIssuer.PASSWORD);
        while (!browser.leadsTo().startsWith(HERE)) {
            browser.look(browser.leadsTo());
        }
        var back = browser.leadsTo();
        browser.look(HERE + "/help");
        return back;
    }

    private static String refused(Browser browser) {
        assertThat(browser.path()).as(browser.page()).isEqualTo("/sign-in/failed");
        assertThat(browser.status() / 100).isNotEqualTo(2);
        assertThat(browser.page()).doesNotContain("??");
        return browser.byId("said");
    }

    private static Map<String, Object> company(
            String account, String number, String name, String email, String last, String first, String... corpType) {
        var claims = new HashMap<String, Object>();
        claims.put("account_type", account);
        claims.put("corp_type", corpType.length == 0 ? "1" : corpType[0]);
        claims.put("corporate_number", number);
        claims.put("name", name);
        claims.put("email", email);
        claims.put("user_last_nm", last);
        claims.put("user_first_nm", first);
        return claims;
    }

    private void withAuthenticator(String login) {
        jdbc.sql("update identity.person set totp_secret = :secret, totp_confirmed = true where login = :login")
                .param("secret", Operators.SECRET)
                .param("login", login)
                .update();
    }

    private String code() {
        return Operators.code(clock.instant());
    }

    private List<String> roles(String login) {
        return jdbc.sql("""
                        select r.role from identity.role r join identity.person p on p.id = r.person
                        where p.login = :login and r.ends_at is null
                        """)
                .param("login", login)
                .query(String.class)
                .list();
    }

    private List<String> organisations() {
        try (var owner = jp.torokubo.TestDatabase.place().connectAsOwner();
                var statement = owner.createStatement();
                var rows = statement.executeQuery("""
                        select o.corporate_number || ' ' || n.name_ja from identity.organisation o
                        join identity.organisation_name n on n.organisation = o.id where o.corporate_number is not null
                        """)) {
            var found = new java.util.ArrayList<String>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        } catch (java.sql.SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private List<String> deeds() {
        return jdbc.sql("select deed from identity.trail").query(String.class).list();
    }

    private int people() {
        return jdbc.sql("select count(*) from identity.person").query(Integer.class).single();
    }

    private int externals() {
        return jdbc.sql("select count(*) from identity.external_account").query(Integer.class).single();
    }

    /** Of tokens in the form of this issuer, wherever sessions and answers are kept. */
    private int tokensAnywhere() {
        return jdbc.sql("""
                        select (select count(*) from identity.session_attributes where encode(attribute_bytes, 'escape') like '%eyJ%')
                             + (select count(*) from commands.answer where answer like '%eyJ%')
                        """)
                .query(Integer.class)
                .single();
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
