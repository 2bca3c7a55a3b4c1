// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.desk.mail;

import java.time.Duration;
import java.util.Set;
import java.util.function.Supplier;
import jp.torokubo.FreshDatabase;
import jp.torokubo.SettableClock;
import jp.torokubo.TorokuboTest;
import jp.torokubo.ground.desk.Desk;
import jp.torokubo.ground.desk.TriedKinds;
import jp.torokubo.ground.desk.store.MailWishes;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.ground.identity.Operators;
import jp.torokubo.ground.identity.Walls;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** The program with mail set up, and a post office at the other end. */
@TorokuboTest
@FreshDatabase
@Import(TriedKinds.class)
public abstract class MailTest {

    protected static final String ADDRESS = "https://torokubo.example.jp";

    @Autowired protected Desk desk;
    @Autowired protected MailRound round;
    @Autowired protected MailWishes wishes;
    @Autowired protected Walls walls;
    @Autowired protected SettableClock clock;
    @Autowired protected JdbcClient jdbc;
    @Autowired protected TransactionTemplate transaction;

    @DynamicPropertySource
    static void mailIsSetUp(DynamicPropertyRegistry settings) {
        settings.add("spring.mail.host", () -> "127.0.0.1");
        settings.add("spring.mail.port", PostOffice::port);
        settings.add("torokubo.mail-from", () -> "torokubo@torokubo.example.jp");
        settings.add("torokubo.public-address", () -> ADDRESS);
    }

    @BeforeEach
    void nothingHasArrived() {
        PostOffice.emptied();
    }

    protected Actor person(String name) {
        return Operators.add(jdbc, name);
    }

    /** Somebody who is written to as soon as something waits for him. */
    protected Actor personWrittenToAtOnce(String name) {
        var person = person(name);
        wants(person, Pace.AT_ONCE, "ja");
        return person;
    }

    protected void wants(Actor person, Pace pace, String language, String... unwanted) {
        transaction.executeWithoutResult(open -> {
            walls.enter(person);
            wishes.keep(person.person(), new MailWish(pace, language, Set.of(unwanted)), clock.instant());
        });
    }

    protected void tell(Actor person, String id) {
        transaction.executeWithoutResult(open -> desk.tell(Actor.SYSTEM, TriedKinds.decided(person.person(), id)));
    }

    protected <T> T inTransaction(Supplier<T> deed) {
        var result = transaction.execute(open -> deed.get());
        if (result == null) {
            throw new AssertionError("nothing came of it");
        }
        return result;
    }

    /** Asks the tables as the program, which alone sees all rows. */
    protected <T> T asProgram(Supplier<T> asked) {
        return inTransaction(() -> {
            walls.enter(Actor.program("test"));
            return asked.get();
        });
    }

    protected String single(String sql) {
        return asProgram(() -> String.valueOf(jdbc.sql(sql).query(String.class).single()));
    }

    protected void later(Duration by) {
        clock.advance(by);
    }
}
