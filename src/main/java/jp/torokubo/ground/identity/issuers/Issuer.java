// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity.issuers;

import java.util.List;
import java.util.Locale;

/**
 * Who vouches for people from outside, as configured.
 *
 * @param name in addresses and in the trail
 * @param address as it stands in tokens, to the letter
 */
public record Issuer(
        String name, String address, Kind kind, String labelJa, String labelEn, String clientId, String clientSecret,
        List<String> scopes) {

    /** What its statements are good for. */
    public enum Kind {
        /** GビズID: says for which company somebody acts, and how well that was checked. */
        GBIZID(List.of("openid", "profile", "user", "email")),
        /** Says who somebody is and nothing else. */
        GENERIC(List.of("openid", "profile", "email"));

        private final List<String> scopes;

        Kind(List<String> scopes) {
            this.scopes = scopes;
        }

        /** Asked for where nothing is configured. Always stated: GビズID gives all it has to whoever states none. */
        public List<String> scopes() {
            return scopes;
        }
    }

    /** Its name for a reader of this language. */
    public String label(Locale locale) {
        return locale.getLanguage().equals("en") ? labelEn : labelJa;
    }

    @Override
    public String toString() {
        return "Issuer[" + name + "]";
    }
}
