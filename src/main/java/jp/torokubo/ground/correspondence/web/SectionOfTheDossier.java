// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.correspondence.web;

import jp.torokubo.ground.correspondence.CountNotes;
import jp.torokubo.ground.identity.DossierSection;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the page of a dossier leads to. */
@Configuration(proxyBeanMethods = false)
class SectionOfTheDossier {

    @Bean
    DossierSection notesOfTheDossier(CountNotes notes) {
        return new DossierSection("10-notes", "/desk/dossiers/{dossier}/notes", "correspondence.notes", notes::of);
    }
}
