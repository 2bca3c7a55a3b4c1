// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.desk.web;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.torokubo.ground.identity.Caller;
import jp.torokubo.ground.pages.DeskMenuEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * This module's entries in the menu of the start pages. For the roles that have no pages of their own yet they are the ways into the public
 * pages, which is where their work begins today.
 */
@Configuration(proxyBeanMethods = false)
class OnTheDesk {

    @Bean
    DeskMenuEntry servicesInTheMenu() {
        return new DeskMenuEntry("60-services", "/services", "pages.menu.services", everyRoleButOperators(), null);
    }

    @Bean
    DeskMenuEntry calendarInTheMenu() {
        return new DeskMenuEntry("61-calendar", "/calendar", "pages.menu.calendar", everyRoleButOperators(), null);
    }

    @Bean
    DeskMenuEntry rulesInTheMenu() {
        return new DeskMenuEntry("62-rulebook", "/rulebook", "pages.menu.rulebook", everyRoleButOperators(), null);
    }

    @Bean
    DeskMenuEntry sendingInTheMenu(DeskReading reading) {
        return DeskMenuEntry.forOperators("82-mail", "/operator/mail", "desk.menu.sending", reading::countFailed);
    }

    @Bean
    DeskMenuEntry mailInTheMenu() {
        return DeskMenuEntry.forEverybody("94-mail", "/desk/mail", "desk.menu.mail");
    }

    private static Set<String> everyRoleButOperators() {
        return Stream.of(Caller.values())
                .filter(role -> role.isRole() && role != Caller.OPERATOR)
                .map(Caller::name)
                .collect(Collectors.toUnmodifiableSet());
    }
}
