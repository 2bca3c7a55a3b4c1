// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.database.preparation;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Where the database is, and who owns it.
 *
 * @param url JDBC address without user and password
 */
public record Place(String url, String owner, String ownerPassword) {

    public Connection connectAsOwner() throws SQLException {
        return DriverManager.getConnection(url, owner, ownerPassword);
    }

    /**
     * The password of one of the program's logins where none is set: it follows from the owner's, so that every instance of the
     * program comes to the same one and none has to be kept.
     */
    public String derivedPassword(String login) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(ownerPassword.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(login.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public String toString() {
        return url + " as " + owner;
    }
}
