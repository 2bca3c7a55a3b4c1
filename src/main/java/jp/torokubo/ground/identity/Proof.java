// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity;

import java.time.Instant;
import jp.torokubo.ground.refusal.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * What somebody who is signed in brings along to show that it is still he.
 *
 * <p>A handler of any module that takes one as a parameter is given that of the request: the form shows the fragment {@code proof} of
 * {@code identity/parts}, and the handler hands the proof to its use case in the command.
 *
 * @param code of his authenticator, as typed; empty if none
 * @param passkeyAt when he last used a passkey for this purpose; null if never in this session
 * @param address from which he does it
 */
public record Proof(String code, @Nullable Instant passkeyAt, String address) {

    /** Name and id of the form's field in which the code is typed. */
    public static final String FIELD = "code";

    /** The field of a form to which a refusal leads the reader: that of the proof, or else the one given. */
    public static String fieldOf(Refusal why, String otherwise) {
        return why instanceof IdentityRefusal.ProofNeeded || why instanceof IdentityRefusal.CodeWrong
                        || why instanceof IdentityRefusal.TooManyAttempts
                ? FIELD
                : otherwise;
    }

    @Override
    public String toString() {
        return "Proof[not shown]";
    }
}
