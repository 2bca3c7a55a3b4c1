// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity.web;

import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import jp.torokubo.SettableClock;
import jp.torokubo.ground.commands.CommandId;
import jp.torokubo.ground.identity.people.OfferFirstSetUp;
import jp.torokubo.ground.identity.proof.Authenticator;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.test.web.servlet.MockMvc;

/** The ways people come in, done on the pages as they do them. */
@TestComponent
class Arrivals {

    static final String PASSWORD = "correct horse battery";
    static final String HANAKO = "hanako@example.jp";
    static final String TARO = "taro@example.jp";

    private final OfferFirstSetUp offer;
    private final Authenticator authenticator;
    private final SettableClock clock;
    private final MockMvc mvc;

    Arrivals(OfferFirstSetUp offer, Authenticator authenticator, SettableClock clock, MockMvc mvc) {
        this.offer = offer;
        this.authenticator = authenticator;
        this.clock = clock;
        this.mvc = mvc;
    }

    /** Somebody with his browser and his authenticator. */
    record Arrived(Visitor visitor, String secret) {}

    String firstLink() {
        var offered = (OfferFirstSetUp.Result.Offered) offer.handle(
                new OfferFirstSetUp.Command(new CommandId(UUID.randomUUID()), false));
        return "/set-up/" + Objects.requireNonNull(offered.token()).value();
    }

    Arrived first() {
        return setUp(firstLink(), "山田 花子", HANAKO);
    }

    Arrived setUp(String link, String name, String login) {
        var visitor = new Visitor(mvc);
        visitor.open(link).send(link, "name", name, "login", login, "password", PASSWORD, "passwordAgain", PASSWORD);
        var secret = visitor.byId("totp-secret").replace(" ", "");
        visitor.send(link + "/second-proof", "code", code(secret));
        return new Arrived(visitor, secret);
    }

    /** A link that the first operator has made for the second. */
    String invitationFrom(Arrived operator) {
        operator.visitor().open("/operator/people/invitation")
                .send("/operator/people/invitation", "note", "佐藤 太郎", "code", nextCode(operator.secret()));
        return operator.visitor().byId("new-link").replaceFirst("http://localhost(:\\d+)?", "");
    }

    Visitor signIn(String login, String password, String code) {
        return new Visitor(mvc).open("/sign-in").send("/sign-in", "login", login, "password", password)
                .send("/sign-in/code", "code", code);
    }

    String code(String secret) {
        return authenticator.code(secret, clock.instant());
    }

    /** Waits for the next code: the one before has been used. */
    String nextCode(String secret) {
        clock.advance(Duration.ofSeconds(30));
        return code(secret);
    }

    Visitor stranger() {
        return new Visitor(mvc);
    }
}
