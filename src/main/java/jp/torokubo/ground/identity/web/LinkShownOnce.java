// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.time.Instant;
import jp.torokubo.ground.identity.people.Token;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** A link to be handed over, from the moment it was made until its page has been shown. Whoever opens the page again finds nothing. */
@Component
class LinkShownOnce {

    private static final String LINK = "new-link";

    /** @param back address of the page from which it was asked for */
    record NewLink(String token, Instant until, String name, String back) implements Serializable {}

    private final DeskSession session;
    private final SetUpAddress addresses;

    LinkShownOnce(DeskSession session, SetUpAddress addresses) {
        this.session = session;
        this.addresses = addresses;
    }

    /** @param token null where the same command was answered before: then there is nothing to show any more */
    void keep(HttpServletRequest request, @Nullable Token token, Instant until, String name, String back) {
        if (token != null) {
            session.keep(request, LINK, new NewLink(token.value(), until, name, back));
        }
    }

    /** @return false if there is none */
    boolean show(HttpServletRequest request, Model model) {
        if (!(session.taken(request, LINK) instanceof NewLink link)) {
            return false;
        }
        model.addAttribute("link", addresses.of(new Token(link.token()), request));
        model.addAttribute("until", link.until());
        model.addAttribute("name", link.name());
        model.addAttribute("back", link.back());
        return true;
    }
}
