// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity.issuers;

import java.time.Instant;
import java.util.UUID;
import jp.torokubo.ground.identity.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * By what somebody is known at an issuer.
 *
 * @param issuer its address, as in tokens
 * @param number 法人番号 of the company he came for; null: the issuer did not say
 */
public record ExternalAccount(
        UUID id, String issuer, String subject, PersonId person, @Nullable String number, Instant linkedAt, Instant lastUsedAt) {

    @Override
    public String toString() {
        return "ExternalAccount[" + id + "]";
    }
}
