// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity.issuers;

import java.util.List;
import java.util.UUID;
import jp.torokubo.FreshDatabase;
import jp.torokubo.NthFailure;
import jp.torokubo.NthFailureOf;
import jp.torokubo.TorokuboTest;
import jp.torokubo.ground.commands.CommandId;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.ground.identity.Caller;
import jp.torokubo.ground.identity.Operators;
import jp.torokubo.ground.identity.OrganisationId;
import jp.torokubo.ground.identity.people.InvitePerson;
import jp.torokubo.ground.identity.people.Token;
import jp.torokubo.ground.identity.store.ExternalAccounts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whichever call to the database fails, somebody from outside has come in once or not at all. */
@TorokuboTest
@FreshDatabase
class OnceOrNotAtAllByIssuerTest {

    private static final Issuer GBIZID = issuer("gbizid", Issuer.Kind.GBIZID);
    private static final Issuer MINISTRY = issuer("ministry", Issuer.Kind.GENERIC);

    @Autowired SignInByIssuer signInByIssuer;
    @Autowired AcceptByIssuer acceptByIssuer;
    @Autowired LinkIssuer linkIssuer;
    @Autowired UnlinkIssuer unlinkIssuer;
    @Autowired InvitePerson invitePerson;
    @Autowired ExternalAccounts accounts;
    @Autowired JdbcClient jdbc;

    private final CommandId id = new CommandId(UUID.fromString("01930000-0000-7000-8000-000000000004"));

    @Test
    @NthFailureOf(SignInByIssuer.class)
    void theHeadOfACompanyAndTheCompany() {
        var command = new SignInByIssuer.Command(id, prime());

        NthFailure.of(() -> signInByIssuer.handle(command)).changesNothingAndARetryTakesEffectOnce();
    }

    @Test
    @NthFailureOf(SignInByIssuer.class)
    void somebodyWhoIsKnown() {
        signInByIssuer.handle(new SignInByIssuer.Command(new CommandId(UUID.randomUUID()), prime()));
        var command = new SignInByIssuer.Command(id, prime());

        NthFailure.of(() -> signInByIssuer.handle(command)).changesNothingAndARetryTakesEffectOnce();
    }

    @Test
    @NthFailureOf(AcceptByIssuer.class)
    void anInvitation() {
        var command = new AcceptByIssuer.Command(id, officer(), invitation(Operators.add(jdbc, "山田 花子")).hash());

        NthFailure.of(() -> acceptByIssuer.handle(command)).changesNothingAndARetryTakesEffectOnce();
    }

    @Test
    @NthFailureOf({LinkIssuer.class, UnlinkIssuer.class})
    void aLinkAndItsEnd() {
        var hanako = Operators.add(jdbc, "山田 花子");
        var command = new LinkIssuer.Command(id, hanako, Operators.PROVEN, officer(), null);
        NthFailure.of(() -> linkIssuer.handle(command)).changesNothingAndARetryTakesEffectOnce();

        jdbc.sql("update identity.person set password = 'set'").update();
        var end = new UnlinkIssuer.Command(
                new CommandId(UUID.randomUUID()), hanako, Operators.PROVEN, accounts.of(hanako.person()).get(0).id());
        NthFailure.of(() -> unlinkIssuer.handle(end)).changesNothingAndARetryTakesEffectOnce();
    }

    private Token invitation(Actor by) {
        var invited = (InvitePerson.Result.Invited) invitePerson.handle(new InvitePerson.Command(
                new CommandId(UUID.randomUUID()), by, Operators.PROVEN, "佐藤 太郎", OrganisationId.OPERATOR, Caller.OPERATOR));
        return java.util.Objects.requireNonNull(invited.token());
    }

    private static Vouched prime() {
        return vouched(GBIZID, Vouched.Level.PRIME, "7123456789012");
    }

    private static Vouched officer() {
        return vouched(MINISTRY, Vouched.Level.UNSAID, null);
    }

    private static Vouched vouched(Issuer issuer, Vouched.Level level, @Nullable String number) {
        return new Vouched(issuer, "a subject", "甲野 一郎", "ichiro@example.jp", level, number, "株式会社甲");
    }

    private static Issuer issuer(String name, Issuer.Kind kind) {
        return new Issuer(name, "https://" + name + ".example/", kind, name, name, "client", "secret", List.of("openid"));
    }
}
