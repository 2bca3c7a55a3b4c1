// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity.people;

import java.time.Instant;
import jp.torokubo.ground.identity.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * Somebody known to the program.
 *
 * @param login e-mail address in lower case; mail of the desk goes there, where mail is set up
 * @param usableSince when the second proof was enrolled; null: not yet, and then nobody can sign in
 * @param epoch grows with every reset; a session of an older epoch is over
 * @param password encoded; null until set
 * @param totpSecret base 32; null until an authenticator has been offered
 * @param operator whether the role of operator is held now
 * @param active whether any role is held now; without one nobody gets in
 */
public record Person(
        PersonId id, String name, String login, @Nullable Instant usableSince, int epoch, @Nullable String password,
        @Nullable String totpSecret, boolean totpConfirmed, boolean operator, boolean active) {

    public boolean usable() {
        return usableSince != null;
    }

    /** Whether he can prove himself by a code. */
    public boolean hasAuthenticator() {
        return totpSecret != null && totpConfirmed;
    }

    @Override
    public String toString() {
        return "Person[" + id.value() + "]";
    }
}
