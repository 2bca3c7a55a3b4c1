// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.ground.identity.CurrentActor;
import jp.torokubo.ground.identity.IdentityRefusal;
import jp.torokubo.ground.identity.issuers.Issuer;
import jp.torokubo.ground.identity.issuers.IssuerCeremony;
import jp.torokubo.ground.refusal.RefusalWords;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.client.RestClientException;

/**
 * Sends people to issuers and remembers in their session that it did.
 *
 * <p>The page leads on by a header and shows the way as a link: a form of ours may not be answered by another site's page.
 */
@Component
class IssuerTrips {

    /** Longer than anybody needs to prove himself there. */
    static final Duration AT_MOST = Duration.ofMinutes(10);

    private static final Logger log = LoggerFactory.getLogger(IssuerTrips.class);
    private static final String TRIP = "issuer.trip";
    private static final String FAILED = "issuer.failed";

    /** Why it came to nothing, in the reader's language, until its page has been shown. */
    record Failed(String said, int status) implements Serializable {}

    private final IssuerCeremony ceremony;
    private final DeskSession session;
    private final SetUpAddress addresses;
    private final CurrentActor current;
    private final RefusalWords words;
    private final InstantSource clock;

    IssuerTrips(
            IssuerCeremony ceremony, DeskSession session, SetUpAddress addresses, CurrentActor current, RefusalWords words,
            InstantSource clock) {
        this.ceremony = ceremony;
        this.session = session;
        this.addresses = addresses;
        this.current = current;
        this.words = words;
        this.clock = clock;
    }

    String leave(
            Issuer issuer, @Nullable String link, String next, Model model, HttpServletRequest request, HttpServletResponse response) {
        var language = request.getContextPath();
        try {
            var asked = ceremony.ask(issuer, addresses.origin(request) + "/sign-in/back/" + issuer.name(), request);
            session.keep(request, TRIP, new IssuerTrip(
                    issuer.name(), asked, link, SignInFirst.safe(next), language, whoIsHere(), clock.millis()));
            response.setHeader("Refresh", "0; url=" + asked.getAuthorizationRequestUri());
            model.addAttribute("to", asked.getAuthorizationRequestUri());
            model.addAttribute("label", issuer.label(LocaleContextHolder.getLocale()));
            return "identity/issuer-leave";
        } catch (RestClientException notReached) {
            log.warn("issuer {} cannot be reached: {}", issuer.name(), notReached.getMessage());
            return failed(request, "", new IdentityRefusal.IssuerUnreachable());
        }
    }

    /** The trip this answer belongs to, unless there is none, or it took too long, or somebody else sits here now. */
    Optional<IssuerTrip> back(String issuer, HttpServletRequest request) {
        return session.taken(request, TRIP) instanceof IssuerTrip trip
                        && trip.issuer().equals(issuer)
                        && Instant.ofEpochMilli(trip.at()).plus(AT_MOST).isAfter(clock.instant())
                        && trip.person().equals(whoIsHere())
                ? Optional.of(trip)
                : Optional.empty();
    }

    /** @param language what stands before the address of the page; empty also where the request's own language is meant */
    String failed(HttpServletRequest request, String language, IdentityRefusal why) {
        var said = words.of(why);
        var english = (request.getContextPath() + language).equals("/en");
        session.keep(request, FAILED, new Failed(english ? said.english() : said.japanese(), said.status()));
        return "redirect:" + language + "/sign-in/failed";
    }

    Optional<Failed> failure(HttpServletRequest request) {
        return session.taken(request, FAILED) instanceof Failed failed ? Optional.of(failed) : Optional.empty();
    }

    private String whoIsHere() {
        return current.find().map(Actor::person).map(person -> person.value().toString()).orElse("");
    }
}
