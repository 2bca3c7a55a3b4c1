// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity.web;

import java.util.ArrayList;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderNotFoundException;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.StaticHeadersWriter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * The two doors: one for people who sign in, with a session and form tokens; one for everybody else, with nothing at all.
 *
 * <p>The public door has no filter, so that a public read can never set a cookie or open a session.
 */
@Configuration
@EnableWebSecurity
public class Doors implements WebMvcConfigurer {

    private static final String[] BEHIND_THE_DESK_DOOR = {
        "/desk", "/desk/**", "/operator", "/operator/**", "/sign-in", "/sign-in/**", "/sign-out", "/set-up/**", "/demo"
    };

    private final Gatekeeper gatekeeper;

    Doors(Gatekeeper gatekeeper) {
        this.gatekeeper = gatekeeper;
    }

    /** The paths whose answers may belong to a session. */
    public static RequestMatcher deskPaths() {
        return paths(BEHIND_THE_DESK_DOOR);
    }

    /** @param signInFirst what a stranger is told; the same for a page that exists and for one that does not */
    @Bean
    @Order(1)
    SecurityFilterChain deskDoor(HttpSecurity http, SignInFirst signInFirst, PersonOfTheSession persons) {
        http.securityMatcher(deskPaths());
        http.authorizeHttpRequests(requests -> requests
                .requestMatchers(paths("/desk", "/desk/**", "/operator", "/operator/**")).authenticated()
                .anyRequest().permitAll());
        http.securityContext(context -> context.securityContextRepository(persons));
        http.exceptionHandling(answers -> answers
                .authenticationEntryPoint(signInFirst)
                .accessDeniedHandler(signInFirst));
        // our own pages do the signing in and out; the other headers come with every answer of the program
        http.formLogin(AbstractHttpConfigurer::disable);
        http.httpBasic(AbstractHttpConfigurer::disable);
        http.logout(AbstractHttpConfigurer::disable);
        http.headers(headers -> headers
                .defaultsDisabled()
                .cacheControl(Customizer.withDefaults())
                .addHeaderWriter(new StaticHeadersWriter("X-Robots-Tag", "noindex")));
        http.requestCache(AbstractHttpConfigurer::disable);
        return http.build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain publicDoor() {
        return new DefaultSecurityFilterChain(AnyRequestMatcher.INSTANCE);
    }

    /** Keeps the framework from inventing a user with a password of its own. */
    @Bean
    AuthenticationManager nobodySignsInByTheFramework() {
        return attempt -> {
            throw new ProviderNotFoundException("people sign in on our own pages only");
        };
    }

    /** One cookie for the desk in both languages, out of reach of scripts and of other sites; secure wherever the address is. */
    @Bean
    CookieSerializer deskCookie() {
        var cookie = new DeskCookie();
        cookie.setCookieName("torokubo-desk");
        cookie.setCookiePath("/");
        cookie.setUseHttpOnlyCookie(true);
        cookie.setSameSite("Lax");
        return cookie;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(gatekeeper);
    }

    private static RequestMatcher paths(String... patterns) {
        var matchers = new ArrayList<RequestMatcher>();
        for (var pattern : patterns) {
            matchers.add(PathPatternRequestMatcher.pathPattern(pattern));
        }
        return new OrRequestMatcher(matchers);
    }
}
