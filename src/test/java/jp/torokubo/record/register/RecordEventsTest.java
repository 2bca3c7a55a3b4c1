// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.register;

import static jp.torokubo.record.register.Given.FIRST_BATCH;
import static jp.torokubo.record.register.Given.command;
import static jp.torokubo.record.register.Given.entered;
import static jp.torokubo.record.register.Given.facts;
import static jp.torokubo.record.register.Given.service;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import jp.torokubo.FreshDatabase;
import jp.torokubo.NthFailure;
import jp.torokubo.NthFailureOf;
import jp.torokubo.TestDatabase;
import jp.torokubo.TorokuboTest;
import jp.torokubo.record.ledger.Ledger;
import jp.torokubo.record.register.RegisterEvent.Corrected;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@TorokuboTest
@FreshDatabase
class RecordEventsTest {

    private static final LocalDate LATER = LocalDate.of(2021, 6, 1);

    @Autowired RecordEvents recordEvents;
    @Autowired RegisterReading reading;
    @Autowired Ledger ledger;

    @Test
    void everyEventIsAnEntryOfTheLog() {
        var indexes = entered(recordEvents, granted(1, FIRST_BATCH, facts("クラウド")), new RegisterEvent.Suspended(service(1), LATER, "調査"));

        var events = reading.events(RegisterName.ISMAP, service(1), null);
        assertThat(indexes).containsExactly(0L, 1L);
        assertThat(events).extracting(RegisterReading.EventView::index).containsExactly(0L, 1L);
        for (var event : events) {
            var entry = ledger.find(RegisterName.ISMAP.log(), event.index()).orElseThrow();
            assertThat(entry.leafHash()).isEqualTo(event.leafHash());
            assertThat(entry.recordedAt()).isEqualTo(event.recordedAt());
            assertThat(entry.type()).isEqualTo(event.event().type());
        }
        assertThat(ledger.faults(RegisterName.ISMAP.log())).isEmpty();
    }

    @Test
    void ofSeveralEventsOneThatIsWrongKeepsAllOut() {
        var result = recordEvents.handle(command(
                granted(1, FIRST_BATCH, facts("一")), granted(2, LocalDate.of(2019, 12, 31), facts("二"))));

        assertThat(result).isEqualTo(refused(2, new RegisterRefusal.DayTooEarly(LocalDate.of(2019, 12, 31))));
        assertThat(reading.standing(RegisterName.ISMAP, null).registerIndex()).isEqualTo(-1);
    }

    @Test
    void aNumberBelongsToOneServicePresentOrFormer() {
        entered(recordEvents, granted(1, FIRST_BATCH, facts("C21-0001-2", "一", "甲")));
        entered(recordEvents, new RegisterEvent.FactsStated(service(1), LATER, facts("C21-0009-2", "一", "甲")));

        assertThat(recordEvents.handle(command(granted(2, LATER, facts("C21-0009-2", "二", "乙")))))
                .isEqualTo(refused(1, new RegisterRefusal.NumberTaken("C21-0009-2", "一")));
        assertThat(recordEvents.handle(command(granted(2, LATER, facts("C21-0001-2", "二", "乙")))))
                .isEqualTo(refused(1, new RegisterRefusal.NumberTaken("C21-0001-2", "一")));
        assertThat(recordEvents.handle(command(
                        granted(3, LATER, facts("C21-0003-2", "三", "丙")), granted(4, LATER, facts("C21-0003-2", "四", "丁")))))
                .isInstanceOf(RecordEvents.Result.Refused.class);
    }

    @Test
    void twoServicesExchangeTheirNumbersInOneCommand() {
        entered(recordEvents, granted(1, FIRST_BATCH, facts("C21-0001-2", "一", "甲")), granted(2, FIRST_BATCH, facts("C21-0002-2", "二", "乙")));

        entered(recordEvents,
                new Corrected(0, granted(1, FIRST_BATCH, "C21-0002-2", "一"), "番号の取り違え"),
                new Corrected(1, granted(2, FIRST_BATCH, "C21-0001-2", "二"), "番号の取り違え"));

        assertThat(named("C21-0001-2").name()).isEqualTo("二");
        assertThat(named("C21-0002-2").name()).isEqualTo("一");
        assertThat(view("C21-0001-2").formerNumbers()).as("the other's number does not lead here").isEmpty();
    }

    @Test
    void anOldNumberLeadsToItsServiceForEver() {
        entered(recordEvents, granted(1, FIRST_BATCH, facts("C21-0001-2", "一", "甲")));
        entered(recordEvents, new Corrected(0, granted(1, FIRST_BATCH, "C21-0007-2", "一"), "番号の誤り"));

        assertThat(named("C21-0001-2").number().value()).isEqualTo("C21-0007-2");
        assertThat(view("C21-0001-2").formerNumbers()).containsExactly("C21-0001-2");
    }

    @Test
    void whatTheStateDoesNotAllowIsRefused() {
        entered(recordEvents, granted(1, FIRST_BATCH, facts("一")));

        assertThat(recordEvents.handle(command(new RegisterEvent.Resumed(service(1), LATER)))).isEqualTo(
                refused(1, new RegisterRefusal.EventNotAllowed(service(1), "resumed", LATER, "registered")));
        assertThat(recordEvents.handle(command(new RegisterEvent.Suspended(service(2), LATER, "調査")))).isEqualTo(
                refused(1, new RegisterRefusal.ServiceNotRegistered(service(2), "suspended", LATER)));
        assertThat(recordEvents.handle(command(granted(1, LATER, facts("一"))))).isEqualTo(
                refused(1, new RegisterRefusal.EventNotAllowed(service(1), "granted", LATER, "registered")));
    }

    @Test
    void aBackDatedEventMayNotUnsettleALaterOne() {
        entered(recordEvents, granted(1, FIRST_BATCH, facts("一")), new RegisterEvent.Suspended(service(1), LATER, "調査"));

        var result = recordEvents.handle(command(new RegisterEvent.Cancelled(service(1), FIRST_BATCH.plusDays(3), "要件")));

        assertThat(result).isEqualTo(refused(1, new RegisterRefusal.EventNotAllowed(service(1), "suspended", LATER, "cancelled")));
    }

    @Test
    void aCorrectionMustNameAnEntryAndStayWithItsService() {
        entered(recordEvents, granted(1, FIRST_BATCH, facts("一")), Given.completeUntil(LATER));

        assertThat(recordEvents.handle(command(new Corrected(7, null, "誤り"))))
                .isEqualTo(refused(1, new RegisterRefusal.EntryUnknown(7)));
        assertThat(recordEvents.handle(command(new Corrected(0, granted(2, FIRST_BATCH, null, "二"), "誤り"))))
                .isEqualTo(refused(1, new RegisterRefusal.ReplacementOfOtherService(0)));
        assertThat(recordEvents.handle(command(new Corrected(1, granted(1, FIRST_BATCH, null, "一"), "誤り"))))
                .isEqualTo(refused(1, new RegisterRefusal.PublicationNotReplaceable(1)));
        assertThat(recordEvents.handle(command(new Corrected(0, null, " "))))
                .isInstanceOf(RecordEvents.Result.Refused.class);
    }

    @Test
    void textIsFixedForEverOnlyClean() {
        var result = recordEvents.handle(command(granted(1, FIRST_BATCH, facts("富⼠通"))));

        assertThat(result).isEqualTo(refused(1, new RegisterRefusal.TextNotClean("name", "富⼠通")));
    }

    @Test
    void aDryRunSaysTheSameAndWritesNothing() {
        var wrong = command(new RegisterEvent.Resumed(service(1), LATER));

        assertThat(recordEvents.check(wrong)).isEqualTo(((RecordEvents.Result.Refused) recordEvents.handle(wrong)).why());
        assertThat(recordEvents.check(command(granted(1, FIRST_BATCH, facts("一"))))).isEmpty();
        assertThat(reading.standing(RegisterName.ISMAP, null).registerIndex()).isEqualTo(-1);
    }

    @Test
    void notEvenTheOwnerChangesAnEvent() throws SQLException {
        entered(recordEvents, granted(1, FIRST_BATCH, facts("一")));

        try (var owner = TestDatabase.place().connectAsOwner(); var statement = owner.createStatement()) {
            for (var attempt : List.of(
                    "update register.event set role = 'x'", "delete from register.event", "truncate register.event cascade")) {
                assertThatThrownBy(() -> statement.execute(attempt)).hasMessageContaining("append-only");
            }
        }
    }

    @Test
    @NthFailureOf(RecordEvents.class)
    void eventsAreEnteredOnceOrNotAtAll() {
        entered(recordEvents, granted(1, FIRST_BATCH, facts("C21-0001-2", "一", "甲")));
        var command = command(granted(2, LATER, facts("C21-0002-2", "二", "乙")), new RegisterEvent.Suspended(service(1), LATER, "調査"));

        NthFailure.of(() -> recordEvents.handle(command)).changesNothingAndARetryTakesEffectOnce();
    }

    private static RecordEvents.Result refused(int position, RegisterRefusal why) {
        return new RecordEvents.Result.Refused(List.of(new RecordEvents.Fault(position, why)));
    }

    private static RegisterEvent.OfService granted(int service, LocalDate day, @org.jspecify.annotations.Nullable String number, String name) {
        return new RegisterEvent.Granted(service(service), day, facts(number, name, "甲"));
    }

    private static RegisterEvent granted(int service, LocalDate day, ServiceFacts facts) {
        return Given.granted(service, day, facts);
    }

    private RegisterReading.ServiceView view(String number) {
        return reading.service(RegisterName.ISMAP, number, LATER.plusYears(1), null).orElseThrow();
    }

    private RegisterReading.ListedService named(String number) {
        return view(number).listed();
    }
}
