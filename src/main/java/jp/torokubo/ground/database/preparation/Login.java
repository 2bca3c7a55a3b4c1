// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.database.preparation;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.postgresql.PGConnection;

/**
 * One of the two logins that serve requests. The owner's, the third, appears only in migrations, backup and restore.
 *
 * <p>Neither may do anything until a migration grants it: each module grants {@code usage} on its schema and rights on its tables to
 * {@code torokubo_app}, and {@code select} on what is published, and only on that, to {@code torokubo_public}.
 */
public record Login(String name, String password) {

    public static final String APP = "torokubo_app";
    public static final String PUBLIC = "torokubo_public";

    /** Sees to it that the login exists and that its password is this one. */
    void ensure(Place place) throws SQLException {
        try (var owner = place.connectAsOwner()) {
            if (!exists(owner)) {
                create(owner);
            } else if (opens(place)) {
                return;
            }
            // the password is turned into its SCRAM form here, so that it stands in no server log
            owner.unwrap(PGConnection.class).alterUserPassword(name, password.toCharArray(), "scram-sha-256");
        }
    }

    private boolean exists(Connection owner) throws SQLException {
        try (var asked = owner.prepareStatement("select 1 from pg_roles where rolname = ?")) {
            asked.setString(1, name);
            try (var found = asked.executeQuery()) {
                return found.next();
            }
        }
    }

    private void create(Connection owner) throws SQLException {
        try (var statement = owner.createStatement()) {
            statement.execute("create role %s login nosuperuser nocreatedb nocreaterole".formatted(name));
        } catch (SQLException refused) {
            if (!exists(owner)) {
                throw refused;
            }
            // another instance, starting at the same moment, was faster
        }
    }

    private boolean opens(Place place) {
        try (var connection = DriverManager.getConnection(place.url(), name, password)) {
            return true;
        } catch (SQLException no) {
            return false;
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
