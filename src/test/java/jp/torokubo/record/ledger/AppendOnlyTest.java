// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.Map;
import jp.torokubo.TestDatabase;
import jp.torokubo.TorokuboTest;
import jp.torokubo.ground.database.PublicRead;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The database itself refuses to forget. */
@TorokuboTest
class AppendOnlyTest {

    private static final LogName LOG = new LogName("ismap");

    @Autowired Ledger ledger;
    @Autowired Commitments commitments;
    @Autowired TransactionTemplate transaction;
    @Autowired JdbcClient app;
    @Autowired @PublicRead JdbcClient forPublic;

    @BeforeEach
    void anEntry() {
        transaction.execute(status -> ledger.append(LOG, "granted", 1, Map.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "update ledger.entry set type = 'x'", "delete from ledger.entry", "truncate ledger.entry", "delete from ledger.head", "truncate ledger.head"
    })
    void neitherTheProgramNorTheOwnerChangesWhatIsWritten(String sql) {
        assertThatThrownBy(() -> app.sql(sql).update()).hasStackTraceContaining("permission denied");
        assertThatThrownBy(() -> asOwner(sql)).isInstanceOf(SQLException.class).hasMessageContaining("append-only");
        assertThat(ledger.faults(LOG)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "update ledger.head set size = size - 1", "update ledger.head set size = size + 2", "update ledger.head set log = 'liu'",
        "update ledger.head set size = size + 1, recorded_at = recorded_at - interval '1 second'"
    })
    void theHeadOnlyMovesOnByOneEntry(String sql) {
        assertThatThrownBy(() -> app.sql(sql).update()).hasStackTraceContaining("moves on by one entry");
    }

    @Test
    void thePublicReadsEntriesButNoSalts() {
        transaction.execute(status -> commitments.to("secretariat"));

        assertThat(forPublic.sql("select count(*) from ledger.entry").query(Long.class).single()).isPositive();
        assertThat(forPublic.sql("select count(*) from ledger.head").query(Long.class).single()).isPositive();
        assertThatThrownBy(() -> forPublic.sql("select count(*) from ledger.salt").query(Long.class).single())
                .hasStackTraceContaining("permission denied");
    }

    private static void asOwner(String sql) throws SQLException {
        try (var owner = TestDatabase.place().connectAsOwner(); var statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }
}
