// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.ground.identity.Admits;
import jp.torokubo.ground.identity.Caller;
import jp.torokubo.ground.identity.IdentityRefusal;
import jp.torokubo.ground.identity.OrganisationKind;
import jp.torokubo.ground.identity.demo.LoadDemo;
import jp.torokubo.ground.identity.organisations.ReadOrganisations;
import jp.torokubo.ground.identity.proof.Authenticator;
import jp.torokubo.ground.identity.store.People;
import jp.torokubo.ground.identity.store.Roles;
import jp.torokubo.ground.refusal.Refused;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Everybody of the demo world, each a click away. There is no such page outside the demo. */
@Controller
@Profile("demo")
@Admits(Caller.ARRIVING)
class DemoPages {

    /** @param role id of the role in which he is signed in */
    record Somebody(UUID role, String name, String roleKey) {}

    record Group(String kindKey, String organisation, List<Somebody> people) {}

    private final ReadOrganisations organisations;
    private final Roles roles;
    private final People people;
    private final DeskSession session;
    private final Authenticator authenticator;
    private final InstantSource clock;

    DemoPages(
            ReadOrganisations organisations, Roles roles, People people, DeskSession session, Authenticator authenticator,
            InstantSource clock) {
        this.organisations = organisations;
        this.roles = roles;
        this.people = people;
        this.session = session;
        this.authenticator = authenticator;
        this.clock = clock;
    }

    @GetMapping("/demo")
    String everybody(Model model, Locale locale) {
        model.addAttribute("groups", List.of(OrganisationKind.values()).stream()
                .flatMap(kind -> organisations.all(Actor.program("demo"), kind).stream())
                .map(organisation -> new Group(
                        organisation.kind().messageKey(), organisation.name(locale),
                        roles.colleagues(organisation.id()).stream()
                                .map(one -> new Somebody(one.role(), one.name(), one.as().messageKey()))
                                .toList()))
                .toList());
        model.addAttribute("code", authenticator.code(LoadDemo.SECRET, clock.instant()));
        return "identity/demo";
    }

    @PostMapping("/demo")
    String become(@RequestParam UUID role, HttpServletRequest request, HttpServletResponse response) {
        var held = roles.find(role).orElseThrow(() -> new Refused(new IdentityRefusal.PersonUnknown()));
        var person = people.find(held.holder()).orElseThrow();
        session.signIn(request, response, person.id(), person.epoch());
        session.changeRole(request, role);
        return "redirect:" + SignInFirst.DESK;
    }
}
