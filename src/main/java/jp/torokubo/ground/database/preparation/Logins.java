// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.database.preparation;

import java.sql.SQLException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The two logins that serve requests.
 *
 * @param app the program's own
 * @param forPublic reads what is published, and nothing else
 */
public record Logins(Login app, Login forPublic) {

    /** With these passwords, or, where none is given, with those that follow from the owner's. */
    public static Logins of(Place place, @Nullable String appPassword, @Nullable String publicPassword) {
        return new Logins(
                new Login(Login.APP, Objects.requireNonNullElseGet(appPassword, () -> place.derivedPassword(Login.APP))),
                new Login(Login.PUBLIC, Objects.requireNonNullElseGet(publicPassword, () -> place.derivedPassword(Login.PUBLIC))));
    }

    /** Sees to it that both exist. */
    public void ensure(Place place) throws SQLException {
        app.ensure(place);
        forPublic.ensure(place);
    }
}
