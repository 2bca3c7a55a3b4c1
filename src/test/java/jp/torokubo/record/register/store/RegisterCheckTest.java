// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.register.store;

import static jp.torokubo.record.register.Given.entered;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.LocalDate;
import jp.torokubo.FreshDatabase;
import jp.torokubo.TestDatabase;
import jp.torokubo.TorokuboTest;
import jp.torokubo.record.register.LoadFirstList;
import jp.torokubo.record.register.RecordEvents;
import jp.torokubo.record.register.RegisterEvent;
import jp.torokubo.record.register.RegisterName;
import jp.torokubo.record.register.RegisterReading;
import jp.torokubo.record.register.Statements;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@TorokuboTest
class RegisterCheckTest {

    @Autowired LoadFirstList loadFirstList;
    @Autowired RegisterCheck check;
    @Autowired RecordEvents recordEvents;
    @Autowired RegisterReading reading;

    @BeforeEach
    void load() {
        loadFirstList.handle(new LoadFirstList.Command());
    }

    @Test
    @FreshDatabase
    void aRegisterNobodyTouchedIsWhole() {
        assertThat(check.faults()).isEmpty();
    }

    @Test
    @FreshDatabase
    void anEventThatWasRewrittenPastTheProgramIsNamed() throws SQLException {
        asOwner("update register.event set body = replace(body, 'Google Workspace', 'Google Workplace') where index = 4");

        assertThat(check.faults()).anySatisfy(fault -> assertThat(fault).contains("ismap entry 4:"));
    }

    @Test
    @FreshDatabase
    void anEventThatWasTakenAwayIsNamed() throws SQLException {
        asOwner("delete from register.event where index = 20");

        assertThat(check.faults()).anySatisfy(fault -> assertThat(fault).contains("ismap entry 20:"));
    }

    @Test
    @FreshDatabase
    void aListThatSaysOtherThanTheEventsIsNamed() throws SQLException {
        asOwner("update register.service_version set provider = 'Somebody else' where number = 'C21-0017-2'");

        assertThat(check.faults()).singleElement().asString().contains("the list is not what the events mean");
    }

    @Test
    @FreshDatabase
    void aServiceThatWasTakenOffTheListIsNamed() throws SQLException {
        asOwner("delete from register.service_version where number = 'C21-0017-2'");

        assertThat(check.faults()).singleElement().asString().contains("the list is not what the events mean");
    }

    @Test
    @FreshDatabase
    void aPublicStatementThatSaysOtherThanTheEventIsNamed() throws SQLException {
        var service = reading.find(RegisterName.ISMAP, "C21-0017-2", null).orElseThrow();
        entered(recordEvents, new RegisterEvent.StatementStated(service, LocalDate.of(2022, 1, 1), Statements.of("例")));
        assertThat(check.faults()).isEmpty();
        asOwner("update register.public_statement set body = replace(body, 'left-out', 'adopted')");

        assertThat(check.faults()).singleElement().asString().contains("the public statement is not what the events say");
    }

    private static void asOwner(String... statements) throws SQLException {
        try (var owner = TestDatabase.place().connectAsOwner(); var statement = owner.createStatement()) {
            statement.execute("alter table register.event disable trigger all");
            for (var sql : statements) {
                statement.execute(sql);
            }
            statement.execute("alter table register.event enable trigger all");
        }
    }
}
