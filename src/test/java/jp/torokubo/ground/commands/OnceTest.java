// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import jp.torokubo.FreshDatabase;
import jp.torokubo.TestDatabase;
import jp.torokubo.TorokuboTest;
import jp.torokubo.ground.refusal.Refused;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

@TorokuboTest
@FreshDatabase
class OnceTest {

    record Entered(long number, String name) {}

    @Autowired
    Once once;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private final CommandId id = new CommandId(UUID.fromString("01930000-0000-7000-8000-000000000001"));

    @BeforeEach
    void aTableToEnterThingsIn() throws Exception {
        try (var owner = TestDatabase.place().connectAsOwner();
                var statement = owner.createStatement()) {
            statement.execute("create table commands.entered (number bigserial, name text)");
            statement.execute("grant all on commands.entered to torokubo_app");
            statement.execute("grant all on all sequences in schema commands to torokubo_app");
        }
    }

    @Test
    void fiftySendersOfOneCommandGetOneAnswerForOneEffect() throws Exception {
        var answers = atOnce(50, () -> send("hash", () -> enter("富士通")));

        assertThat(answers).hasSize(50).containsOnly(answers.get(0));
        assertThat(entered()).isEqualTo(1);
    }

    @Test
    void aCommandThatWasRolledBackMayBeSentAgain() {
        assertThatThrownBy(() -> send("hash", () -> {
                    enter("日立");
                    throw new IllegalStateException("the power went");
                }))
                .hasMessage("the power went");

        send("hash", () -> enter("日立"));

        assertThat(entered()).isEqualTo(1);
    }

    @Test
    void theSameIdForSomethingElseIsRefusedAndChangesNothing() {
        send("hash", () -> enter("富士通"));

        assertThatThrownBy(() -> send("another hash", () -> enter("日立")))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.why()).isEqualTo(new CommandRefusal.IdReused(id)));
        assertThat(entered()).isEqualTo(1);
    }

    @Test
    void withoutATransactionNothingIsDone() {
        assertThatThrownBy(() -> once.run(id, "hash", Entered.class, () -> enter("富士通")))
                .isInstanceOf(IllegalTransactionStateException.class);
        assertThat(entered()).isZero();
    }

    private Entered send(String hash, Supplier<Entered> work) {
        return transaction.execute(open -> once.run(id, hash, Entered.class, work));
    }

    private Entered enter(String name) {
        return jdbc.sql("insert into commands.entered (name) values (?) returning number, name")
                .param(name)
                .query(Entered.class)
                .single();
    }

    private long entered() {
        return jdbc.sql("select count(*) from commands.entered").query(Long.class).single();
    }

    private static <T> List<T> atOnce(int senders, Callable<T> work) throws Exception {
        var start = new CountDownLatch(1);
        var pool = Executors.newFixedThreadPool(senders);
        try {
            var running = new ArrayList<Future<T>>();
            for (var i = 0; i < senders; i++) {
                running.add(pool.submit(() -> {
                    start.await();
                    return work.call();
                }));
            }
            start.countDown();
            var answers = new ArrayList<T>();
            for (var one : running) {
                answers.add(one.get());
            }
            return answers;
        } finally {
            pool.shutdownNow();
        }
    }
}
