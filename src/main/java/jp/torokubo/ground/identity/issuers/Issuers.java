// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity.issuers;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistration.ClientSettings;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;

/**
 * The issuers, and what each says about itself.
 *
 * <p>An issuer is asked for its addresses when somebody first goes there, and not at the start: that it is down must keep nobody else
 * out. What it has answered is kept until the program ends.
 */
@Component
@EnableConfigurationProperties(IssuerSettings.class)
public class Issuers {

    private final List<Issuer> all;
    private final IssuerWire wire;
    private final Map<String, ClientRegistration> known = new ConcurrentHashMap<>();

    Issuers(IssuerSettings settings, IssuerWire wire) {
        this.all = settings.issuers();
        this.wire = wire;
    }

    public List<Issuer> all() {
        return all;
    }

    public Optional<Issuer> find(String name) {
        return all.stream().filter(issuer -> issuer.name().equals(name)).findFirst();
    }

    /** The issuer that is called so in tokens. */
    public Optional<Issuer> at(String address) {
        return all.stream().filter(issuer -> issuer.address().equals(address)).findFirst();
    }

    /** @throws RestClientException where it cannot be reached */
    ClientRegistration registration(Issuer issuer, String redirectUri) {
        return ClientRegistration.withClientRegistration(known.computeIfAbsent(issuer.name(), name -> discovered(issuer)))
                .redirectUri(redirectUri)
                .build();
    }

    private ClientRegistration discovered(Issuer issuer) {
        var said = wire.client().get()
                .uri(issuer.address().replaceAll("/+$", "") + "/.well-known/openid-configuration")
                .retrieve()
                .body(new ParameterizedTypeReference<Map<String, Object>>() {});
        if (said == null || !issuer.address().equals(said.get("issuer"))) {
            throw new RestClientException("what answers at " + issuer.address() + " calls itself another issuer");
        }
        return ClientRegistrations.fromOidcConfiguration(said)
                .registrationId(issuer.name())
                .clientId(issuer.clientId())
                .clientSecret(issuer.clientSecret())
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .clientSettings(ClientSettings.builder().requireProofKey(true).build())
                .scope(issuer.scopes())
                .redirectUri("set for each request")
                .build();
    }
}
