// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity.web;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.torokubo.ground.identity.Admits;
import jp.torokubo.ground.identity.Caller;
import jp.torokubo.ground.jobs.FailedJobs;
import jp.torokubo.ground.pages.DeskMenuEntry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** This module's entries in the desk's menu; they stand behind those of the register's daily work. */
@Configuration(proxyBeanMethods = false)
class DeskMenu {

    @Bean
    DeskMenuEntry jobsInTheMenu(ObjectProvider<FailedJobs> failed) {
        return DeskMenuEntry.forOperators(
                "80-jobs", "/operator/jobs", "identity.menu.jobs",
                () -> failed.stream().mapToLong(jobs -> jobs.list().size()).sum());
    }

    @Bean
    DeskMenuEntry organisationsInTheMenu() {
        return DeskMenuEntry.forOperators("84-organisations", "/operator/organisations", "identity.menu.organisations");
    }

    @Bean
    DeskMenuEntry peopleInTheMenu() {
        return DeskMenuEntry.forOperators("85-people", "/operator/people", "identity.menu.people");
    }

    @Bean
    DeskMenuEntry trailInTheMenu() {
        return DeskMenuEntry.forOperators("90-trail", "/operator/trail", "identity.menu.trail");
    }

    @Bean
    DeskMenuEntry accountInTheMenu() {
        return DeskMenuEntry.forEverybody("95-account", "/desk/account", "identity.menu.account");
    }

    @Bean
    DeskMenuEntry dossiersInTheMenu() {
        return entryAsAdmitted("40-dossiers", "/desk/dossiers", "identity.menu.dossiers", DossierPages.class);
    }

    @Bean
    DeskMenuEntry relationsInTheMenu() {
        return entryAsAdmitted("70-relations", "/desk/relations", "identity.menu.relations", RelationPages.class);
    }

    @Bean
    DeskMenuEntry ownOrganisationInTheMenu() {
        return DeskMenuEntry.forEverybody("92-organisation", "/desk/organisation", "identity.menu.organisation");
    }

    @Bean
    DeskMenuEntry deputiesInTheMenu() {
        return DeskMenuEntry.forEverybody("93-deputies", "/desk/deputies", "identity.menu.deputies");
    }

    /** For those whom the pages admit, so that the two cannot differ. */
    private static DeskMenuEntry entryAsAdmitted(String order, String href, String messageKey, Class<?> pages) {
        var roles = Stream.of(pages.getAnnotation(Admits.class).value()).map(Caller::name).collect(Collectors.toSet());
        return new DeskMenuEntry(order, href, messageKey, roles, null);
    }
}
