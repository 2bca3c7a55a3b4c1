// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.UUID;
import java.util.function.Supplier;
import jp.torokubo.ground.commands.CommandId;
import jp.torokubo.ground.identity.Admits;
import jp.torokubo.ground.identity.Caller;
import jp.torokubo.ground.identity.CurrentActor;
import jp.torokubo.ground.identity.IdentityRefusal;
import jp.torokubo.ground.identity.PersonId;
import jp.torokubo.ground.identity.issuers.AcceptByIssuer;
import jp.torokubo.ground.identity.issuers.Issuer;
import jp.torokubo.ground.identity.issuers.IssuerCeremony;
import jp.torokubo.ground.identity.issuers.Issuers;
import jp.torokubo.ground.identity.issuers.SignInByIssuer;
import jp.torokubo.ground.identity.issuers.Vouched;
import jp.torokubo.ground.identity.people.Link;
import jp.torokubo.ground.identity.people.Token;
import jp.torokubo.ground.identity.store.Links;
import jp.torokubo.ground.refusal.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** To an issuer and back: signing in there, or taking up an invitation with the account one has there. */
@Controller
@Admits(Caller.ARRIVING)
class IssuerPages {

    private final Issuers issuers;
    private final IssuerCeremony ceremony;
    private final IssuerTrips trips;
    private final OwnIssuers ownIssuers;
    private final SignInByIssuer signInByIssuer;
    private final AcceptByIssuer acceptByIssuer;
    private final Links links;
    private final CurrentActor current;
    private final DeskSession session;
    private final InstantSource clock;

    IssuerPages(
            Issuers issuers, IssuerCeremony ceremony, IssuerTrips trips, OwnIssuers ownIssuers, SignInByIssuer signInByIssuer,
            AcceptByIssuer acceptByIssuer, Links links, CurrentActor current, DeskSession session, InstantSource clock) {
        this.issuers = issuers;
        this.ceremony = ceremony;
        this.trips = trips;
        this.ownIssuers = ownIssuers;
        this.signInByIssuer = signInByIssuer;
        this.acceptByIssuer = acceptByIssuer;
        this.links = links;
        this.current = current;
        this.session = session;
        this.clock = clock;
    }

    @PostMapping("/sign-in/with/{name}")
    String leave(
            @PathVariable String name, @RequestParam(defaultValue = "") String next, Model model, HttpServletRequest request,
            HttpServletResponse response) throws NoResourceFoundException {
        return current.find().isPresent()
                ? "redirect:" + SignInFirst.safe(next)
                : trips.leave(issuer(name), null, next, model, request, response);
    }

    @PostMapping("/set-up/{token}/with/{name}")
    String leaveWithInvitation(
            @PathVariable String token, @PathVariable String name, Model model, HttpServletRequest request,
            HttpServletResponse response) throws NoResourceFoundException {
        var hash = new Token(token).hash();
        links.findOpen(hash, clock.instant())
                .filter(link -> link.purpose() == Link.Purpose.INVITATION && link.person() == null)
                .orElseThrow(() -> new Refused(new IdentityRefusal.LinkNotUsable()));
        return trips.leave(issuer(name), hash, "", model, request, response);
    }

    /** A further way in for somebody who is signed in. */
    @PostMapping("/desk/account/issuers/{name}")
    @Admits(Caller.SIGNED_IN)
    String leaveToLink(
            @PathVariable String name, Model model, HttpServletRequest request, HttpServletResponse response)
            throws NoResourceFoundException {
        return trips.leave(issuer(name), null, "/desk/account", model, request, response);
    }

    @GetMapping("/sign-in/back/{name}")
    String back(
            @PathVariable String name, @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String code, @RequestParam(required = false) @Nullable String error,
            HttpServletRequest request, HttpServletResponse response) throws NoResourceFoundException {
        var issuer = issuer(name);
        var found = trips.back(name, request);
        if (found.isEmpty()) {
            return trips.failed(request, "", new IdentityRefusal.IssuerNotAsked());
        }
        var trip = found.get();
        var result = ceremony.answered(issuer, trip.asked(), new IssuerCeremony.Answer(state, code, error));
        if (result instanceof IssuerCeremony.Result.Refused refused) {
            return trips.failed(request, trip.language(), refused.why());
        }
        var vouched = ((IssuerCeremony.Result.Known) result).vouched();
        if (!trip.person().isEmpty()) {
            ownIssuers.keep(request, vouched, trip.link());
            return "redirect:" + trip.language() + "/desk/account/link";
        }
        return arrived(trip, vouched, request, response);
    }

    /** Whatever went wrong on the way. Without a failure to tell of it leads back to the beginning. */
    @GetMapping("/sign-in/failed")
    String failed(Model model, HttpServletRequest request, HttpServletResponse response) {
        return trips.failure(request)
                .map(failed -> {
                    response.setStatus(failed.status());
                    model.addAttribute("said", failed.said());
                    return "identity/issuer-failed";
                })
                .orElse("redirect:/sign-in");
    }

    private String arrived(IssuerTrip trip, Vouched vouched, HttpServletRequest request, HttpServletResponse response) {
        // a state is answered once: it names the command
        var id = new CommandId(UUID.nameUUIDFromBytes(
                String.valueOf(trip.asked().getState()).getBytes(StandardCharsets.UTF_8)));
        if (trip.link() == null) {
            var result = twice(() -> signInByIssuer.handle(new SignInByIssuer.Command(id, vouched)));
            return result instanceof SignInByIssuer.Result.Refused refused
                    ? trips.failed(request, trip.language(), refused.why())
                    : in(trip, request, response, (SignInByIssuer.Result.SignedIn) result);
        }
        var result = twice(() -> acceptByIssuer.handle(new AcceptByIssuer.Command(id, vouched, trip.link())));
        if (result instanceof AcceptByIssuer.Result.Refused refused) {
            return trips.failed(request, trip.language(), refused.why());
        }
        var in = (AcceptByIssuer.Result.SignedIn) result;
        return in(trip, request, response, new SignInByIssuer.Result.SignedIn(in.person(), in.epoch()));
    }

    private String in(IssuerTrip trip, HttpServletRequest request, HttpServletResponse response, SignInByIssuer.Result.SignedIn in) {
        PersonId person = in.person();
        session.signIn(request, response, person, in.epoch());
        session.arrivedByIssuer(request);
        return "redirect:" + trip.language() + SignInFirst.safe(trip.next());
    }

    /** Who comes in for the first time in two windows at once is known when the second asks again. */
    private static <R> R twice(Supplier<R> deed) {
        try {
            return deed.get();
        } catch (DuplicateKeyException madeMeanwhile) {
            return deed.get();
        }
    }

    private Issuer issuer(String name) throws NoResourceFoundException {
        var found = issuers.find(name);
        if (found.isEmpty()) {
            throw new NoResourceFoundException(HttpMethod.GET, "/sign-in/with/" + name, name);
        }
        return found.get();
    }
}
