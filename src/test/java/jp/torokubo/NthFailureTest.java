// SPDX-License-Identifier: Apache-2.0
package jp.torokubo;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import java.util.function.Supplier;
import jp.torokubo.ground.commands.CommandId;
import jp.torokubo.ground.commands.Once;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The test of the test: whoever writes wrongly is found out. */
@TorokuboTest
@FreshDatabase
class NthFailureTest {

    record Entered(int rows) {}

    @Autowired
    Once once;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @BeforeEach
    void aTableToWriteTo() throws Exception {
        try (var owner = TestDatabase.place().connectAsOwner();
                var statement = owner.createStatement()) {
            statement.execute("create table commands.written (what text)");
            statement.execute("grant all on commands.written to torokubo_app");
        }
    }

    @Test
    void whatIsDoneInOneTransactionUnderItsCommandIdPasses() {
        assertThatCode(() -> check(() -> transaction.execute(open -> once.run(id(), "hash", Entered.class, this::write))))
                .doesNotThrowAnyException();
    }

    @Test
    void whatIsDoneTwiceWithoutACommandIdIsFound() {
        assertThatThrownBy(() -> check(() -> transaction.execute(open -> write())))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("retry 1");
    }

    @Test
    void whatIsHalfDoneWithoutATransactionIsFound() {
        assertThatThrownBy(() -> check(this::write)).isInstanceOf(AssertionError.class).hasMessageContaining("half done");
    }

    @Test
    void whatNeverWritesIsFound() {
        assertThatThrownBy(() -> check(() -> transaction.execute(open -> jdbc.sql("select 1").query(Integer.class).single())))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("nothing was ever written");
    }

    private static void check(Supplier<?> action) {
        NthFailure.of(action::get).changesNothingAndARetryTakesEffectOnce();
    }

    private Entered write() {
        jdbc.sql("insert into commands.written values ('one')").update();
        jdbc.sql("insert into commands.written values ('two')").update();
        return new Entered(2);
    }

    private static CommandId id() {
        return new CommandId(UUID.fromString("01930000-0000-7000-8000-000000000002"));
    }
}
