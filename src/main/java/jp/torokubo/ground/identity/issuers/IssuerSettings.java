// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity.issuers;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The issuers as {@code torokubo.oidc.<name>.…} names them; none unless configured.
 *
 * @param oidc by the name that stands in addresses
 */
@ConfigurationProperties("torokubo")
record IssuerSettings(@DefaultValue Map<String, One> oidc) {

    private static final Set<String> OWN_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    record One(
            @Nullable String issuer, @Nullable String clientId, @Nullable String clientSecret, @DefaultValue("generic") String kind,
            @Nullable String labelJa, @Nullable String labelEn, @Nullable List<String> scopes) {

        @Override
        public String toString() {
            return "IssuerSettings.One[" + issuer + "]";
        }
    }

    /** In the order of their names. A mistake stops the program at its start and not somebody at the door. */
    List<Issuer> issuers() {
        return new TreeMap<>(oidc).entrySet().stream().map(entry -> issuer(entry.getKey(), entry.getValue())).toList();
    }

    private static Issuer issuer(String name, One given) {
        if (!name.matches("[a-z0-9][a-z0-9-]{0,31}")) {
            throw new IllegalStateException("torokubo.oidc." + name + ": a name has small letters, digits and hyphens, at most 32");
        }
        var kind = kind(name, given.kind());
        var japanese = given.labelJa() == null ? name : given.labelJa();
        return new Issuer(
                name, address(name, given(name, "issuer", given.issuer())), kind, japanese,
                given.labelEn() == null ? japanese : given.labelEn(), given(name, "client-id", given.clientId()),
                given(name, "client-secret", given.clientSecret()), given.scopes() == null ? kind.scopes() : given.scopes());
    }

    private static String given(String name, String what, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw new IllegalStateException("torokubo.oidc." + name + "." + what + " is missing");
        }
        return value;
    }

    private static Issuer.Kind kind(String name, String given) {
        try {
            return Issuer.Kind.valueOf(given.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw new IllegalStateException("torokubo.oidc." + name + ".kind is gbizid or generic, not " + given, unknown);
        }
    }

    /** What an issuer says is believed because nobody else can answer at its address. */
    private static String address(String name, String given) {
        var uri = URI.create(given);
        var safe = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme()) && OWN_MACHINE.contains(uri.getHost());
        if (!safe) {
            throw new IllegalStateException("torokubo.oidc." + name + ".issuer must begin with https:// (given: " + given + ")");
        }
        return given;
    }
}
