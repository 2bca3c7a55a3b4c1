// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity.issuers;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.stream.Stream;
import jp.torokubo.ground.identity.IdentityRefusal;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.client.authentication.OAuth2LoginAuthenticationToken;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.userinfo.DefaultOAuth2UserService;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;

/**
 * Sends somebody to an issuer, and finds out who he is from what he brings back.
 *
 * <p>Authorization code only, with state, nonce and PKCE. The issuer is asked to have him prove himself there and then: whoever signs
 * out here has not signed out there, and the next at the same desk must not be let in as him. Tokens are forgotten here.
 */
@Component
public class IssuerCeremony {

    private static final Logger log = LoggerFactory.getLogger(IssuerCeremony.class);

    /** What came back by the browser; null for what did not. */
    public record Answer(@Nullable String state, @Nullable String code, @Nullable String error) {}

    public sealed interface Result {
        record Known(Vouched vouched) implements Result {}

        record Refused(IdentityRefusal why) implements Result {}
    }

    private final Issuers issuers;
    private final OidcAuthorizationCodeAuthenticationProvider exchange;
    private final IssuerWire wire;
    private final InstantSource clock;

    IssuerCeremony(Issuers issuers, IssuerWire wire, InstantSource clock) {
        this.issuers = issuers;
        this.wire = wire;
        this.clock = clock;
        var tokens = new RestClientAuthorizationCodeTokenResponseClient();
        tokens.setRestClient(wire.forTokens());
        var claims = new DefaultOAuth2UserService();
        claims.setRestOperations(wire.forClaims());
        var users = new OidcUserService();
        users.setOauth2UserService(claims);
        users.setRetrieveUserInfo(asked ->
                asked.getClientRegistration().getProviderDetails().getUserInfoEndpoint().getUri() != null);
        this.exchange = new OidcAuthorizationCodeAuthenticationProvider(tokens, users);
        this.exchange.setJwtDecoderFactory(this::decoder);
    }

    /** @throws RestClientException where the issuer cannot be reached */
    public OAuth2AuthorizationRequest ask(Issuer issuer, String redirectUri, HttpServletRequest request) {
        var registration = issuers.registration(issuer, redirectUri);
        var resolver = new DefaultOAuth2AuthorizationRequestResolver(name -> registration);
        resolver.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce()
                .andThen(asked -> asked.additionalParameters(parameters -> parameters.put("prompt", "login"))));
        return Objects.requireNonNull(resolver.resolve(request, issuer.name()));
    }

    /** @param asked what he was sent away with, in the same session */
    public Result answered(Issuer issuer, OAuth2AuthorizationRequest asked, Answer answer) {
        if (!same(asked.getState(), answer.state())) {
            return new Result.Refused(new IdentityRefusal.IssuerNotAsked());
        }
        if (answer.error() != null) {
            return new Result.Refused(new IdentityRefusal.IssuerRefused(shown(answer.error())));
        }
        if (answer.code() == null) {
            return new Result.Refused(new IdentityRefusal.IssuerAnswerWrong());
        }
        try {
            var registration = issuers.registration(issuer, asked.getRedirectUri());
            var back = OAuth2AuthorizationResponse.success(answer.code())
                    .redirectUri(asked.getRedirectUri())
                    .state(answer.state())
                    .build();
            var known = exchange.authenticate(
                    new OAuth2LoginAuthenticationToken(registration, new OAuth2AuthorizationExchange(asked, back)));
            var user = (OidcUser) Objects.requireNonNull(Objects.requireNonNull(known).getPrincipal());
            return new Result.Known(Vouched.of(issuer, user.getSubject(), user.getClaims()));
        } catch (RestClientException notReached) {
            log.warn("issuer {} cannot be reached: {}", issuer.name(), notReached.getMessage());
            return new Result.Refused(new IdentityRefusal.IssuerUnreachable());
        } catch (OAuth2AuthenticationException wrong) {
            log.warn("issuer {}: {} {}", issuer.name(), wrong.getError().getErrorCode(), wrong.getError().getDescription());
            return new Result.Refused(
                    isOutage(wrong) ? new IdentityRefusal.IssuerUnreachable() : new IdentityRefusal.IssuerAnswerWrong());
        }
    }

    private JwtDecoder decoder(ClientRegistration registration) {
        var keys = Objects.requireNonNull(registration.getProviderDetails().getJwkSetUri());
        var decoder = NimbusJwtDecoder.withJwkSetUri(keys)
                .jwsAlgorithm(SignatureAlgorithm.RS256)
                .restOperations(wire.template())
                .build();
        var validator = new OidcIdTokenValidator(registration);
        validator.setClock(clock.withZone(ZoneOffset.UTC));
        decoder.setJwtValidator(validator);
        return decoder;
    }

    private static boolean same(@Nullable String sent, @Nullable String returned) {
        return sent != null && returned != null
                && MessageDigest.isEqual(sent.getBytes(StandardCharsets.UTF_8), returned.getBytes(StandardCharsets.UTF_8));
    }

    private static boolean isOutage(Throwable failed) {
        return Stream.iterate(failed, Objects::nonNull, Throwable::getCause).anyMatch(IOException.class::isInstance);
    }

    /** The code of an error, as far as it is one: the address it comes in can be written by anybody. */
    private static String shown(String error) {
        return error.matches("[a-z_]{1,40}") ? error : "error";
    }
}
