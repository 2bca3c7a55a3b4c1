// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jp.torokubo.ground.identity.CurrentActor;
import jp.torokubo.ground.identity.Ids;
import jp.torokubo.ground.identity.Proof;
import jp.torokubo.ground.identity.people.Person;
import jp.torokubo.ground.identity.store.People;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What a form needs that asks somebody to prove himself anew, and what he has brought along. */
@Component
class ProofForms {

    private final People people;
    private final CurrentActor current;
    private final DeskSession session;
    private final Ids ids;

    ProofForms(People people, CurrentActor current, DeskSession session, Ids ids) {
        this.people = people;
        this.current = current;
        this.session = session;
        this.ids = ids;
    }

    String form(Model model, HttpServletRequest request, String template) {
        model.addAttribute("commandId", ids.next());
        model.addAttribute("codePossible", people.find(current.get().person()).filter(Person::hasAuthenticator).isPresent());
        model.addAttribute("passkeyUsed", session.passkeyUsedAt(request) != null);
        return template;
    }

    Proof proof(HttpServletRequest request, String code) {
        return new Proof(code, session.passkeyUsedAt(request), request.getRemoteAddr());
    }
}
