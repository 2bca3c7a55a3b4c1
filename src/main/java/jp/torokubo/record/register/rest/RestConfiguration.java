// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.register.rest;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** Puts what is kept right behind the headers that every answer gets, before languages, sessions and security: none of them matter to it. */
@Configuration(proxyBeanMethods = false)
class RestConfiguration {

    @Bean
    static FilterRegistrationBean<AnswersKept> answersKept(RegisterPulse pulse) {
        var registration = new FilterRegistrationBean<>(new AnswersKept(pulse));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 15);
        registration.addUrlPatterns("/api/v1/*", "/feeds/register.atom", "/calendar/days.ics");
        return registration;
    }
}
