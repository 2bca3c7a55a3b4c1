// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity.web;

import java.util.List;
import java.util.Locale;
import jp.torokubo.ground.identity.issuers.Issuers;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Tells the pages on which somebody may go to an issuer which there are. */
@ControllerAdvice(assignableTypes = {SignInPages.class, SetUpPages.class, AccountPages.class})
class IssuerButtons {

    /** @param name in the address to which its button leads */
    record Button(String name, String label) {}

    private final Issuers issuers;

    IssuerButtons(Issuers issuers) {
        this.issuers = issuers;
    }

    @ModelAttribute("issuers")
    List<Button> issuers(Locale locale) {
        return issuers.all().stream().map(issuer -> new Button(issuer.name(), issuer.label(locale))).toList();
    }
}
