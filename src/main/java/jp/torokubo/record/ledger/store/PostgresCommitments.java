// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.ledger.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import jp.torokubo.record.ledger.Commitments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Repository
class PostgresCommitments implements Commitments {

    private static final int SALT_BYTES = 32;

    private final SecureRandom random = new SecureRandom();
    private final JdbcClient database;

    PostgresCommitments(JdbcClient database) {
        this.database = database;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public String to(String value) {
        var salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        var commitment = commitment(salt, value);
        database.sql("insert into ledger.salt (commitment, salt) values (?, ?)").params(commitment, salt).update();
        return commitment;
    }

    @Override
    public boolean isTo(String commitment, String value) {
        return database.sql("select salt from ledger.salt where commitment = ?")
                .param(commitment)
                .query(byte[].class)
                .optional()
                .map(salt -> commitment(salt, value).equals(commitment))
                .orElse(false);
    }

    @Override
    @Transactional
    public void takeBack(String commitment) {
        database.sql("delete from ledger.salt where commitment = ?").param(commitment).update();
    }

    private static String commitment(byte[] salt, String value) {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(salt);
            return HexFormat.of().formatHex(sha256.digest(value.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }
}
