// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity.people;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody who is signed in brings along to show that it is still he.
 *
 * @param code of his authenticator, as typed; empty if none
 * @param passkeyAt when he last used a passkey for this purpose; null if never in this session
 * @param address from which he does it
 */
public record Proof(String code, @Nullable Instant passkeyAt, String address) {

    @Override
    public String toString() {
        return "Proof[not shown]";
    }
}
