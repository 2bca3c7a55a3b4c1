// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity.web;

import jp.torokubo.ground.commands.CommandId;
import jp.torokubo.ground.identity.Ids;
import jp.torokubo.ground.identity.people.OfferFirstSetUp;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Prints the one-time link for the first person, at every start until there is one. */
@Component
class FirstSetUpLine {

    private static final Logger log = LoggerFactory.getLogger(FirstSetUpLine.class);

    private final OfferFirstSetUp offer;
    private final SetUpAddress addresses;
    private final Ids ids;
    private final boolean inAnyCase;

    /** @param inAnyCase also when there are operators: the way back in when all of them have lost their proofs */
    FirstSetUpLine(
            OfferFirstSetUp offer, SetUpAddress addresses, Ids ids,
            @Value("${torokubo.new-operator-link:false}") boolean inAnyCase) {
        this.offer = offer;
        this.addresses = addresses;
        this.ids = ids;
        this.inAnyCase = inAnyCase;
    }

    @EventListener
    void show(ApplicationReadyEvent ready) {
        if (ready.getApplicationContext() instanceof WebServerApplicationContext web && web.getWebServer() != null
                && offer.handle(new OfferFirstSetUp.Command(new CommandId(ids.next()), inAnyCase))
                        instanceof OfferFirstSetUp.Result.Offered offered
                && offered.token() != null) {
            log.info(
                    "最初の運用者の設定（24時間以内に1回だけ使えます） / Set up the first operator (once, within 24 hours): {}",
                    addresses.of(offered.token(), web.getWebServer().getPort()));
        }
    }
}
