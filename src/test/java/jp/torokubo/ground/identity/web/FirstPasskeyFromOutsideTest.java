// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import jp.torokubo.FreshDatabase;
import jp.torokubo.NthFailure;
import jp.torokubo.NthFailureOf;
import jp.torokubo.SettableClock;
import jp.torokubo.TorokuboTest;
import jp.torokubo.ground.commands.CommandId;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.ground.identity.Caller;
import jp.torokubo.ground.identity.IdentityRefusal;
import jp.torokubo.ground.identity.Operators;
import jp.torokubo.ground.identity.issuers.Issuer;
import jp.torokubo.ground.identity.issuers.SignInByIssuer;
import jp.torokubo.ground.identity.issuers.Vouched;
import jp.torokubo.ground.identity.people.RegisterPasskey;
import jp.torokubo.ground.identity.proof.PasskeyCeremony;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@TorokuboTest
@FreshDatabase
class FirstPasskeyFromOutsideTest {

    @Autowired SignInByIssuer signInByIssuer;
    @Autowired RegisterPasskey registerPasskey;
    @Autowired PasskeyCeremony ceremony;
    @Autowired SettableClock clock;
    @Autowired JdbcClient jdbc;

    @Test
    @NthFailureOf(RegisterPasskey.class)
    void rightAfterTheArrivalItIsTaken() {
        var command = command(arrived(), clock.instant());

        NthFailure.of(() -> registerPasskey.handle(command)).changesNothingAndARetryTakesEffectOnce();
    }

    @Test
    void fiveMinutesLaterOrInAnotherSessionItIsNot() {
        var outsider = arrived();

        assertThat(registerPasskey.handle(command(outsider, clock.instant().minus(Duration.ofMinutes(5)))))
                .isEqualTo(new RegisterPasskey.Result.Refused(new IdentityRefusal.SignInAnew()));
        assertThat(registerPasskey.handle(command(outsider, null)))
                .isEqualTo(new RegisterPasskey.Result.Refused(new IdentityRefusal.SignInAnew()));
    }

    @Test
    void whoHasAProofOfHisOwnUsesThat() {
        assertThat(registerPasskey.handle(command(Operators.add(jdbc, "山田 花子"), clock.instant())))
                .isEqualTo(new RegisterPasskey.Result.Refused(new IdentityRefusal.ProofNeeded()));
        var outsider = arrived();
        registerPasskey.handle(command(outsider, clock.instant()));

        assertThat(registerPasskey.handle(command(outsider, clock.instant())))
                .isEqualTo(new RegisterPasskey.Result.Refused(new IdentityRefusal.ProofNeeded()));
    }

    private Actor arrived() {
        var gbizid = new Issuer(
                "gbizid", "https://gbizid.example/", Issuer.Kind.GBIZID, "GビズID", "GビズID", "client", "secret", List.of("openid"));
        var in = (SignInByIssuer.Result.SignedIn) signInByIssuer.handle(new SignInByIssuer.Command(
                new CommandId(UUID.randomUUID()),
                new Vouched(gbizid, "s", "甲野 一郎", "k@example.jp", Vouched.Level.PRIME, "7123456789012", "株式会社甲")));
        return new Actor(in.person(), "甲野 一郎", Caller.PROVIDER_MANAGER);
    }

    private RegisterPasskey.AtArrival command(Actor actor, @Nullable Instant arrivedAt) {
        var options = ceremony.toRegister(actor.person());
        var answer = new SoftwareKey("http://localhost:8080", true).register(ceremony.written(options));
        return new RegisterPasskey.AtArrival(actor, arrivedAt, options, answer, "office");
    }
}
