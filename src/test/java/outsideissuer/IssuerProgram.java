// SPDX-License-Identifier: Apache-2.0
package outsideissuer;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcUserInfo;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.server.authorization.InMemoryOAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationCode;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.web.filter.OncePerRequestFilter;

/** The issuer as a program. Its id token has no name and no e-mail address; whoever wants them asks for the claims. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableWebSecurity
@ImportAutoConfiguration({
    TomcatServletWebServerAutoConfiguration.class, DispatcherServletAutoConfiguration.class, WebMvcAutoConfiguration.class,
    HttpMessageConvertersAutoConfiguration.class, JacksonAutoConfiguration.class, ErrorMvcAutoConfiguration.class,
    SecurityFilterAutoConfiguration.class
})
class IssuerProgram {

    private final OutsideIssuer.Doings doings = new OutsideIssuer.Doings();

    @Bean
    OutsideIssuer.Doings doings() {
        return doings;
    }

    @Bean
    @Order(1)
    SecurityFilterChain protocol(HttpSecurity http) throws Exception {
        var server = new OAuth2AuthorizationServerConfigurer();
        http.securityMatcher(server.getEndpointsMatcher())
                .with(server, configured -> configured
                        .authorizationEndpoint(endpoint -> endpoint.errorResponseHandler((request, response, why) -> {
                            // shown and not sent back, as an issuer does that does not know the way back
                            response.setStatus(400);
                            response.getWriter().print(why.getMessage());
                        }))
                        .oidc(oidc -> oidc.userInfoEndpoint(
                        claims -> claims.userInfoMapper(asked -> claims(asked.getAuthorization().getPrincipalName())))))
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .oauth2ResourceServer(resources -> resources.jwt(Customizer.withDefaults()))
                .exceptionHandling(answers -> answers.authenticationEntryPoint(new LoginUrlAuthenticationEntryPoint("/login")))
                .addFilterBefore(new Moods(), AuthorizationFilter.class)
                .addFilterBefore(new Busy(), org.springframework.security.web.header.HeaderWriterFilter.class);
        return http.build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain people(HttpSecurity http) {
        return http.authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .formLogin(Customizer.withDefaults())
                .build();
    }

    @Bean
    UserDetailsService accounts() {
        return login -> {
            if (!doings.people.containsKey(login)) {
                throw new UsernameNotFoundException(login);
            }
            return User.withUsername(login).password("{noop}" + OutsideIssuer.PASSWORD).roles("PERSON").build();
        };
    }

    @Bean
    RegisteredClientRepository clients(@Value("${issuer.redirect-uri}") String redirectUri) {
        return new InMemoryRegisteredClientRepository(RegisteredClient.withId("1")
                .clientId(OutsideIssuer.CLIENT)
                .clientSecret("{noop}" + OutsideIssuer.SECRET)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri(redirectUri)
                .scopes(scopes -> scopes.addAll(java.util.List.of("openid", "profile", "user", "email")))
                .clientSettings(ClientSettings.builder().requireProofKey(true).requireAuthorizationConsent(false).build())
                .build());
    }

    @Bean
    AuthorizationServerSettings settings(@Value("${server.port}") int port) {
        return AuthorizationServerSettings.builder()
                .issuer("http://localhost:" + port + "/oauth/")
                .oidcUserInfoEndpoint("/userinfo")
                .build();
    }

    @Bean
    OAuth2AuthorizationService authorizations() {
        var kept = new InMemoryOAuth2AuthorizationService();
        return new OAuth2AuthorizationService() {
            @Override
            public void save(OAuth2Authorization authorization) {
                kept.save(doings.fault == Fault.EXPIRED_CODE ? expired(authorization) : authorization);
            }

            @Override
            public void remove(OAuth2Authorization authorization) {
                kept.remove(authorization);
            }

            @Override
            public OAuth2Authorization findById(String id) {
                return kept.findById(id);
            }

            @Override
            public OAuth2Authorization findByToken(
                    String token, org.springframework.security.oauth2.server.authorization.OAuth2TokenType type) {
                return kept.findByToken(token, type);
            }
        };
    }

    private static OAuth2Authorization expired(OAuth2Authorization authorization) {
        var code = authorization.getToken(OAuth2AuthorizationCode.class);
        if (code == null) {
            return authorization;
        }
        var ago = Instant.now().minusSeconds(600);
        return OAuth2Authorization.from(authorization)
                .token(new OAuth2AuthorizationCode(code.getToken().getTokenValue(), ago, ago.plusSeconds(300)))
                .build();
    }

    @Bean
    JWKSource<SecurityContext> keys() {
        return new ImmutableJWKSet<>(new JWKSet(key(pair(), "the-key")));
    }

    @Bean
    JwtEncoder encoder(JWKSource<SecurityContext> keys) {
        var own = new NimbusJwtEncoder(keys);
        var another = new NimbusJwtEncoder(new ImmutableJWKSet<>(new JWKSet(key(pair(), "the-key"))));
        return asked -> {
            var idToken = asked.getClaims().hasClaim("nonce");
            return (idToken && doings.fault == Fault.ANOTHER_KEY ? another : own).encode(asked);
        };
    }

    @Bean
    JwtDecoder decoder(JWKSource<SecurityContext> keys) {
        return NimbusJwtDecoder.withJwkSource(keys).jwsAlgorithm(SignatureAlgorithm.RS256).build();
    }

    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> tokens() {
        return token -> {
            if (!token.getTokenType().getValue().equals("id_token")) {
                return;
            }
            var claims = token.getClaims();
            switch (doings.fault) {
                case WRONG_NONCE -> claims.claim("nonce", "another");
                case ANOTHER_ISSUER -> claims.issuer("https://another.example/oauth/");
                case ANOTHER_AUDIENCE -> claims.audience(java.util.List.of("another-program"));
                case TOO_OLD -> claims.issuedAt(Instant.now().minusSeconds(7_200)).expiresAt(Instant.now().minusSeconds(3_600));
                default -> { }
            }
        };
    }

    private OidcUserInfo claims(String login) {
        var all = new HashMap<String, Object>(doings.people.getOrDefault(login, Map.of()));
        all.put("sub", doings.fault == Fault.CLAIMS_OF_ANOTHER ? "another" : login);
        return new OidcUserInfo(all);
    }

    private static RSAKey key(KeyPair pair, String id) {
        return new RSAKey.Builder((RSAPublicKey) pair.getPublic()).privateKey(pair.getPrivate()).keyID(id).build();
    }

    private static KeyPair pair() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /** The person turns back: the issuer says so in its answer, as the protocol wants it. */
    private final class Moods extends OncePerRequestFilter {
        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            if (doings.denies && request.getRequestURI().endsWith("/authorize")) {
                response.sendRedirect(request.getParameter("redirect_uri") + "?error=access_denied&state=" + request.getParameter("state"));
            } else {
                chain.doFilter(request, response);
            }
        }
    }

    private final class Busy extends OncePerRequestFilter {
        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            if (doings.fault == Fault.BUSY && request.getRequestURI().endsWith("/token")) {
                response.setStatus(503);
            } else {
                chain.doFilter(request, response);
            }
        }
    }
}
