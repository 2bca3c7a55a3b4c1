// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.Callable;
import jp.torokubo.FreshDatabase;
import jp.torokubo.NthFailure;
import jp.torokubo.NthFailureOf;
import jp.torokubo.SettableClock;
import jp.torokubo.TestDatabase;
import jp.torokubo.TorokuboTest;
import jp.torokubo.ground.commands.CommandId;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.ground.identity.Caller;
import jp.torokubo.ground.identity.Operators;
import jp.torokubo.ground.identity.OrganisationId;
import jp.torokubo.ground.identity.Proof;
import jp.torokubo.ground.identity.people.EndRole;
import jp.torokubo.ground.identity.people.EnrolAuthenticator;
import jp.torokubo.ground.identity.people.InvitePerson;
import jp.torokubo.ground.identity.people.OfferFirstSetUp;
import jp.torokubo.ground.identity.people.RegisterPasskey;
import jp.torokubo.ground.identity.people.ResetProofs;
import jp.torokubo.ground.identity.people.SetUpAccount;
import jp.torokubo.ground.identity.people.SignInByCode;
import jp.torokubo.ground.identity.people.SignInByPasskey;
import jp.torokubo.ground.identity.people.SignOut;
import jp.torokubo.ground.identity.people.Token;
import jp.torokubo.ground.identity.proof.Authenticator;
import jp.torokubo.ground.identity.proof.PasskeyCeremony;
import jp.torokubo.ground.identity.store.People;
import jp.torokubo.ground.identity.store.Roles;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whichever call to the database fails, a deed has happened once or not at all. Attempts are counted in any case. */
@TorokuboTest
@FreshDatabase
class OnceOrNotAtAllTest {

    private static final String PASSWORD = "correct horse battery";

    @Autowired OfferFirstSetUp offerFirstSetUp;
    @Autowired SetUpAccount setUpAccount;
    @Autowired EnrolAuthenticator enrolAuthenticator;
    @Autowired RegisterPasskey registerPasskey;
    @Autowired InvitePerson invitePerson;
    @Autowired ResetProofs resetProofs;
    @Autowired EndRole endRole;
    @Autowired SignInByCode signInByCode;
    @Autowired SignInByPasskey signInByPasskey;
    @Autowired SignOut signOut;
    @Autowired PasskeyCeremony ceremony;
    @Autowired Authenticator authenticator;
    @Autowired People people;
    @Autowired Roles roles;
    @Autowired SettableClock clock;
    @Autowired JdbcClient jdbc;

    private final CommandId id = new CommandId(UUID.fromString("01930000-0000-7000-8000-000000000003"));

    @Test
    @NthFailureOf(OfferFirstSetUp.class)
    void theFirstLink() {
        tried(() -> offerFirstSetUp.handle(new OfferFirstSetUp.Command(id, false)));
    }

    @Test
    @NthFailureOf(SetUpAccount.class)
    void nameAndPassword() {
        var token = link();

        tried(() -> setUpAccount.handle(new SetUpAccount.Command(token, "山田 花子", "hanako@example.jp", PASSWORD, PASSWORD)));
    }

    @Test
    @NthFailureOf(EnrolAuthenticator.class)
    void theFirstCode() {
        var token = halfSetUp();
        var code = code(jdbc.sql("select totp_secret from identity.person").query(String.class).single());

        tried(() -> enrolAuthenticator.handle(new EnrolAuthenticator.Command(token, code, "::1")));
    }

    @Test
    @NthFailureOf({RegisterPasskey.class, SignInByPasskey.class})
    void aPasskeyAndSigningInByIt() {
        var key = new SoftwareKey("http://localhost:8080", true);
        var token = halfSetUp();
        var person = people.findByLogin("hanako@example.jp").orElseThrow().id();
        var options = ceremony.toRegister(person);
        var answer = key.register(ceremony.written(options));

        tried(() -> registerPasskey.handle(new RegisterPasskey.WithLink(token, options, answer, "office")));

        var asked = ceremony.toSignIn();
        var signed = key.signIn(ceremony.written(asked));
        tried(() -> signInByPasskey.handle(new SignInByPasskey.Command(asked, signed, null)));
    }

    @Test
    @NthFailureOf(RegisterPasskey.class)
    void aFurtherPasskey() {
        var hanako = Operators.add(jdbc, "山田 花子");
        var options = ceremony.toRegister(hanako.person());
        var answer = new SoftwareKey("http://localhost:8080", true).register(ceremony.written(options));

        tried(() -> registerPasskey.handle(new RegisterPasskey.SignedIn(hanako, proof(), options, answer, "home")));
    }

    @Test
    @NthFailureOf(InvitePerson.class)
    void anInvitation() {
        var hanako = Operators.add(jdbc, "山田 花子");

        tried(() -> invitePerson.handle(new InvitePerson.Command(
                id, hanako, proof(), "佐藤 太郎", OrganisationId.OPERATOR, Caller.OPERATOR)));
    }

    @Test
    @NthFailureOf(ResetProofs.class)
    void aReset() {
        var hanako = Operators.add(jdbc, "山田 花子");
        var taro = Operators.add(jdbc, "佐藤 太郎");

        tried(() -> resetProofs.handle(new ResetProofs.Command(id, hanako, proof(), taro.person())));
    }

    @Test
    @NthFailureOf(EndRole.class)
    void theEndOfARole() {
        var hanako = Operators.add(jdbc, "山田 花子");
        var taro = Operators.add(jdbc, "佐藤 太郎");

        var role = roleOf(taro);

        tried(() -> endRole.handle(new EndRole.Command(id, hanako, proof(), role)));
    }

    @Test
    @NthFailureOf(SignInByCode.class)
    void signingInByCode() {
        var hanako = Operators.add(jdbc, "山田 花子");
        var code = code(Operators.SECRET);

        tried(() -> signInByCode.handle(new SignInByCode.Command(hanako.person(), 0, code, "::1")));
    }

    @Test
    @NthFailureOf(SignOut.class)
    void signingOut() {
        var hanako = Operators.add(jdbc, "山田 花子");

        tried(() -> signOut.handle(new SignOut.Command(id, hanako)));
    }

    @Test
    void anInvitationSentTwiceIsMadeOnceAndItsLinkShownOnce() {
        Actor hanako = Operators.add(jdbc, "山田 花子");
        var command = new InvitePerson.Command(
                id, hanako, proof(), "佐藤 太郎", OrganisationId.OPERATOR, Caller.OPERATOR);

        var first = (InvitePerson.Result.Invited) invitePerson.handle(command);
        var second = (InvitePerson.Result.Invited) invitePerson.handle(command);

        assertThat(first.token()).isNotNull();
        assertThat(second).isEqualTo(new InvitePerson.Result.Invited(first.until(), null));
        assertThat(jdbc.sql("select string_agg(a::text, '') from commands.answer a").query(String.class).single())
                .doesNotContain(first.token().value());
        assertThat(jdbc.sql("select count(*) from identity.link").query(Integer.class).single()).isEqualTo(1);
    }

    private UUID roleOf(Actor actor) {
        return roles.of(actor.person()).get(0).id();
    }

    private static void tried(Callable<?> deed) {
        NthFailure.of(() -> {
                    forgetAttempts();
                    return deed.call();
                })
                .ignoring("identity.attempt")
                .changesNothingAndARetryTakesEffectOnce();
    }

    /** Each failure counts as an attempt; here there are more of them than anybody is allowed. */
    private static void forgetAttempts() throws SQLException {
        try (var owner = TestDatabase.place().connectAsOwner();
                var statement = owner.createStatement()) {
            statement.execute("delete from identity.attempt");
        }
    }

    private Token link() {
        var offered = (OfferFirstSetUp.Result.Offered)
                offerFirstSetUp.handle(new OfferFirstSetUp.Command(new CommandId(UUID.randomUUID()), false));
        assertThat(offered.token()).isNotNull();
        return offered.token();
    }

    private Token halfSetUp() {
        var token = link();
        setUpAccount.handle(new SetUpAccount.Command(token, "山田 花子", "hanako@example.jp", PASSWORD, PASSWORD));
        return token;
    }

    private Proof proof() {
        return new Proof(code(Operators.SECRET), null, "::1");
    }

    private String code(String secret) {
        return authenticator.code(secret, clock.instant());
    }
}
