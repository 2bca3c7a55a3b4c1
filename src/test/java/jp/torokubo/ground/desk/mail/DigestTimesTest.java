// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.desk.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import jp.torokubo.ground.desk.ReadMessages;
import jp.torokubo.ground.desk.TriedKinds;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.ground.identity.Caller;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** When somebody is written to, by the clock of Tokyo, and of what. The clock begins on Saturday, 21 November 2026, at noon. */
class DigestTimesTest extends MailTest {

    private static final Instant SUNDAY_JUST_BEFORE_EIGHT = Instant.parse("2026-11-21T22:59:59Z");
    private static final Instant SUNDAY_AT_EIGHT = Instant.parse("2026-11-21T23:00:00Z");
    private static final Instant MONDAY_JUST_BEFORE_EIGHT = Instant.parse("2026-11-22T22:59:59Z");
    private static final Instant MONDAY_AT_EIGHT = Instant.parse("2026-11-22T23:00:00Z");

    @Autowired ReadMessages readMessages;

    @Test
    void whoeverHasChosenNothingIsWrittenToOnceADayAtEight() {
        var hanako = person("山田 花子");
        tell(hanako, "1");
        tell(hanako, "2");

        assertThat(arrivedBy(SUNDAY_JUST_BEFORE_EIGHT)).isZero();
        assertThat(arrivedBy(SUNDAY_AT_EIGHT)).isEqualTo(1);

        tell(hanako, "3");
        assertThat(arrivedBy(MONDAY_JUST_BEFORE_EIGHT)).isEqualTo(1);
        assertThat(arrivedBy(MONDAY_AT_EIGHT)).isEqualTo(2);
        assertThat(arrivedBy(MONDAY_AT_EIGHT.plus(Duration.ofDays(9)))).as("nothing new, nothing sent").isEqualTo(2);
    }

    @Test
    void onceAWeekIsMondayAtEight() {
        var hanako = person("山田 花子");
        wants(hanako, Pace.WEEKLY, "ja");
        tell(hanako, "1");

        assertThat(arrivedBy(SUNDAY_AT_EIGHT)).isZero();
        assertThat(arrivedBy(MONDAY_JUST_BEFORE_EIGHT)).isZero();
        assertThat(arrivedBy(MONDAY_AT_EIGHT)).isEqualTo(1);
    }

    @Test
    void atOnceIsTheNextRound() {
        var hanako = personWrittenToAtOnce("山田 花子");
        tell(hanako, "1");

        assertThat(arrivedBy(clock.instant())).isEqualTo(1);
    }

    @Test
    void whoeverWantsNoneGetsNoneAndIsNotFloodedLater() {
        var hanako = person("山田 花子");
        wants(hanako, Pace.OFF, "ja");
        tell(hanako, "1");
        assertThat(arrivedBy(MONDAY_AT_EIGHT)).isZero();

        wants(hanako, Pace.AT_ONCE, "ja");
        assertThat(arrivedBy(MONDAY_AT_EIGHT.plusSeconds(60))).isZero();
    }

    @Test
    void ofAKindSomebodyDoesNotWantNothingIsSaid() {
        var hanako = person("山田 花子");
        wants(hanako, Pace.AT_ONCE, "ja", TriedKinds.DECIDED);
        tell(hanako, "1");
        ask(hanako, "2");

        assertThat(arrivedBy(clock.instant())).isEqualTo(1);
        assertThat(PostOffice.text(PostOffice.arrived().get(0))).contains("質問への回答 1件").doesNotContain("提案の決定");
    }

    @Test
    void whatIsDoneOrReadBeforeItsTimeIsNotSpokenOf() {
        var hanako = person("山田 花子");
        var done = inTransaction(() -> desk.ask(Actor.SYSTEM, TriedKinds.question(hanako, "1", null)));
        tell(hanako, "2");
        inTransaction(() -> desk.done(hanako, done));
        readMessages.handle(new ReadMessages.Command.Seen(hanako, clock.instant()));

        assertThat(arrivedBy(SUNDAY_AT_EIGHT)).isZero();
    }

    @Test
    void aTaskOfARoleIsSpokenOfToEverybodyWhoHoldsIt() {
        personWrittenToAtOnce("山田 花子");
        personWrittenToAtOnce("佐藤 太郎");
        inTransaction(() -> desk.ask(Actor.SYSTEM, TriedKinds.reportOf(Caller.OPERATOR, "1", LocalDate.of(2026, 12, 5))));

        assertThat(arrivedBy(clock.instant())).isEqualTo(2);
    }

    @Test
    void whatWasUndoneIsToldToNobody() {
        var hanako = personWrittenToAtOnce("山田 花子");
        transaction.executeWithoutResult(open -> {
            desk.tell(Actor.SYSTEM, TriedKinds.decided(hanako.person(), "1"));
            open.setRollbackOnly();
        });

        assertThat(arrivedBy(clock.instant())).isZero();
        assertThat(single("select count(*) from desk.message")).isEqualTo("0");
    }

    @Test
    void whoeverCannotSignInAnyMoreIsNotWrittenTo() {
        var hanako = personWrittenToAtOnce("山田 花子");
        tell(hanako, "1");
        jdbc.sql("update identity.role set ends_at = :at where person = :id")
                .param("at", java.sql.Timestamp.from(clock.instant()))
                .param("id", hanako.person().value())
                .update();

        assertThat(arrivedBy(clock.instant())).isZero();
    }

    /** Asked on 21 November; the day is 5 December, three days before is the second. */
    @Test
    void aTaskIsSpokenOfAgainThreeDaysBeforeItsDayAndOnceOnly() {
        var hanako = person("山田 花子");
        var task = inTransaction(() -> desk.ask(Actor.SYSTEM, TriedKinds.question(hanako, "1", LocalDate.of(2026, 12, 5))));
        assertThat(arrivedBy(SUNDAY_AT_EIGHT)).as("that it was asked").isEqualTo(1);

        assertThat(arrivedBy(Instant.parse("2026-12-01T14:59:00Z"))).as("still the first").isEqualTo(1);
        assertThat(arrivedBy(Instant.parse("2026-12-01T15:00:00Z"))).as("the second has begun, but not its morning").isEqualTo(1);
        assertThat(arrivedBy(Instant.parse("2026-12-01T23:00:00Z"))).isEqualTo(2);
        assertThat(arrivedBy(Instant.parse("2026-12-09T23:00:00Z"))).isEqualTo(2);

        inTransaction(() -> desk.setDue(hanako, task, LocalDate.of(2026, 12, 11)));
        round.run();
        assertThat(arrivedBy(Instant.parse("2026-12-10T23:00:00Z"))).as("another day was set").isEqualTo(3);
    }

    @Test
    void whatIsAskedWithANearDayIsCountedOnce() {
        var hanako = personWrittenToAtOnce("山田 花子");
        inTransaction(() -> desk.ask(Actor.SYSTEM, TriedKinds.question(hanako, "1", LocalDate.of(2026, 11, 22))));

        assertThat(arrivedBy(clock.instant())).isEqualTo(1);
        assertThat(PostOffice.text(PostOffice.arrived().get(0))).contains("質問への回答 1件");
        assertThat(arrivedBy(clock.instant().plusSeconds(3_600))).isEqualTo(1);
    }

    private void ask(Actor person, String id) {
        inTransaction(() -> desk.ask(Actor.SYSTEM, TriedKinds.question(person, id, null)));
    }

    private int arrivedBy(Instant moment) {
        clock.set(moment);
        round.run();
        return PostOffice.arrived().size();
    }
}
