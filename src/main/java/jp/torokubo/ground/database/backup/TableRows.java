// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.database.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.core.Utils;

/**
 * One table, as it is copied out and in.
 *
 * @param columns all but the generated ones
 * @param order what makes the order of the rows the same in every database: the primary key, compared byte by byte, or else the
 *     whole row
 */
record TableRows(String schema, String name, List<String> columns, String order) {

    /** Writes the rows as CSV. @return how many */
    long copyOut(Connection connection, OutputStream out) throws SQLException, IOException {
        return connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut("copy (select %s from %s t order by %s) to stdout (format csv, header)".formatted(list(), path(), order), out);
    }

    /** Reads rows that {@link #copyOut} wrote. @return how many */
    long copyIn(Connection connection, InputStream in) throws SQLException, IOException {
        return connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy %s (%s) from stdin (format csv, header)".formatted(path(), list()), in);
    }

    /** Schema and name, quoted. */
    String path() {
        return quoted(schema) + "." + quoted(name);
    }

    private String list() {
        return String.join(", ", columns.stream().map(TableRows::quoted).toList());
    }

    static String quoted(String identifier) {
        try {
            return Utils.escapeIdentifier(null, identifier).toString();
        } catch (SQLException impossible) {
            throw new IllegalArgumentException(impossible);
        }
    }
}
