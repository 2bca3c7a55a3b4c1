// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.database.backup;

import java.sql.Connection;
import java.sql.SQLException;

/** One moment of the database, and values written out the same way by every engine. */
final class Snapshot {

    private Snapshot() {}

    static void begin(Connection connection) throws SQLException {
        sayValuesPlainly(connection);
        connection.setAutoCommit(false);
        connection.setReadOnly(true);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    }

    static void sayValuesPlainly(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("set timezone = 'UTC'");
            statement.execute("set datestyle = 'ISO, YMD'");
            statement.execute("set intervalstyle = 'iso_8601'");
            statement.execute("set extra_float_digits = 3");
            statement.execute("set bytea_output = 'hex'");
            statement.execute("set xmlbinary = 'base64'");
            statement.execute("set statement_timeout = 0");
            // behind the walls of the tables that have some: an owner who is no superuser is held to them as well
            statement.execute("set torokubo.program = 'yes'");
        }
    }

    /** The database's own instant, ISO 8601, in UTC. */
    static String instant(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var found = statement.executeQuery("select to_char(now(), 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')")) {
            found.next();
            return found.getString(1);
        }
    }
}
