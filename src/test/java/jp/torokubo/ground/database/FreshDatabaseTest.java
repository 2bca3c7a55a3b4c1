// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import jp.torokubo.FreshDatabase;
import jp.torokubo.SettableClock;
import jp.torokubo.TestDatabase;
import jp.torokubo.TorokuboTest;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What every other test stands on. */
@TorokuboTest
class FreshDatabaseTest {

    @Autowired
    JdbcClient app;

    @Autowired
    @PublicRead
    JdbcClient forPublic;

    @Autowired
    SettableClock clock;

    @RepeatedTest(3)
    @FreshDatabase
    void aFreshDatabaseHoldsNothingOfTheOneBefore() throws Exception {
        try (var owner = TestDatabase.place().connectAsOwner();
                var statement = owner.createStatement()) {
            statement.execute("create table database.left_over (id int)");
        }
        clock.set(SettableClock.START.plusSeconds(1));

        assertThat(app.sql("select current_user::text").query(String.class).single()).isEqualTo("torokubo_app");
    }

    @Test
    void thePublicLoginIsAnotherAndCannotWrite() {
        assertThat(forPublic.sql("select current_user::text").query(String.class).single()).isEqualTo("torokubo_public");
        assertThat(forPublic.sql("show transaction_read_only").query(String.class).single()).isEqualTo("on");
        assertThatThrownBy(() -> forPublic.sql("create table public.mine (id int)").update()).isInstanceOf(Exception.class);
    }

    @Test
    void theEngineIsTheOneAskedFor() {
        var asked = System.getProperty("torokubo.test.engine", "embedded");
        assumeTrue(System.getProperty("torokubo.test.url") == null, "an engine of somebody else's");

        assertThat(app.sql("show server_version_num").query(Integer.class).single() / 10_000)
                .isEqualTo(asked.equals("debian15") ? 15 : 18);
    }

    @Test
    void theLocaleKnowsTheTrigramsOfJapanese() {
        assertThat(app.sql("select cardinality(show_trgm('日立製'))").query(Integer.class).single()).isGreaterThan(0);
    }

    @Test
    void thePublicLoginReadsNothingByItself() {
        assertThatThrownBy(() -> forPublic.sql("select count(*) from database.migration_history").query(Integer.class).single())
                .hasStackTraceContaining("permission denied");
    }
}
