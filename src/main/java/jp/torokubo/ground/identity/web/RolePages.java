// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.ground.identity.Admits;
import jp.torokubo.ground.identity.Caller;
import jp.torokubo.ground.identity.CurrentActor;
import jp.torokubo.ground.identity.IdentityRefusal;
import jp.torokubo.ground.identity.organisations.ReadOrganisations;
import jp.torokubo.ground.identity.people.HeldRole;
import jp.torokubo.ground.identity.people.Person;
import jp.torokubo.ground.identity.store.People;
import jp.torokubo.ground.refusal.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The roles somebody has, and changing from one to another. */
@Controller
@Admits(Caller.SIGNED_IN)
class RolePages {

    /** @param standsInFor null for a role of his own */
    record Choice(
            UUID id, String roleKey, String organisation, @Nullable String standsInFor, @Nullable Instant until, boolean current) {}

    private final CurrentRole roles;
    private final ReadOrganisations organisations;
    private final People people;
    private final CurrentActor current;
    private final DeskSession session;

    RolePages(
            CurrentRole roles, ReadOrganisations organisations, People people, CurrentActor current, DeskSession session) {
        this.roles = roles;
        this.organisations = organisations;
        this.people = people;
        this.current = current;
        this.session = session;
    }

    @GetMapping("/desk/role")
    String choose(Model model, Locale locale) {
        model.addAttribute("choices", choices(locale));
        return "identity/role";
    }

    @PostMapping("/desk/role")
    String change(@RequestParam UUID role, HttpServletRequest request) {
        var his = roles.choices(current.get().person()).stream().anyMatch(choice -> choice.id().equals(role));
        if (!his) {
            throw new Refused(new IdentityRefusal.RoleNotYours());
        }
        session.changeRole(request, role);
        return "redirect:" + SignInFirst.DESK;
    }

    private List<Choice> choices(Locale locale) {
        var actor = current.get();
        var choices = roles.choices(actor.person());
        // each is named as its own holder knows it: the reader need not have met the others
        return choices.stream()
                .map(choice -> new Choice(
                        choice.id(), choice.role().messageKey(), organisation(choice, locale),
                        choice.holder().equals(actor.person()) ? null : people.find(choice.holder()).map(Person::name).orElse(""),
                        choice.deputyUntil(), isCurrent(choice)))
                .toList();
    }

    private boolean isCurrent(HeldRole choice) {
        var actor = current.get();
        return choice.role() == actor.role() && choice.organisation().equals(actor.organisation())
                && choice.holder().equals(actor.assigned());
    }

    private String organisation(HeldRole choice, Locale locale) {
        var asIfThere = new Actor(
                current.get().person(), current.get().name(), choice.role(), choice.organisation(), null);
        var named = organisations.named(asIfThere, List.of(choice.organisation())).get(choice.organisation());
        return named == null ? "" : named.name(locale);
    }
}
