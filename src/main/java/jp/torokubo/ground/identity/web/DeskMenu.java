// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity.web;

import jp.torokubo.ground.jobs.FailedJobs;
import jp.torokubo.ground.pages.OperatorMenuEntry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** This module's entries in the desk's menu; they stand behind those of the register's daily work. */
@Configuration(proxyBeanMethods = false)
class DeskMenu {

    @Bean
    OperatorMenuEntry jobsInTheMenu(ObjectProvider<FailedJobs> failed) {
        return new OperatorMenuEntry(
                "80-jobs", "/operator/jobs", "identity.menu.jobs",
                () -> failed.stream().mapToLong(jobs -> jobs.list().size()).sum());
    }

    @Bean
    OperatorMenuEntry organisationsInTheMenu() {
        return new OperatorMenuEntry("84-organisations", "/operator/organisations", "identity.menu.organisations");
    }

    @Bean
    OperatorMenuEntry peopleInTheMenu() {
        return new OperatorMenuEntry("85-people", "/operator/people", "identity.menu.people");
    }

    @Bean
    OperatorMenuEntry trailInTheMenu() {
        return new OperatorMenuEntry("90-trail", "/operator/trail", "identity.menu.trail");
    }

    @Bean
    OperatorMenuEntry accountInTheMenu() {
        return new OperatorMenuEntry("95-account", "/desk/account", "identity.menu.account");
    }
}
