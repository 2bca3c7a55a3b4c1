// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.desk.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import jp.torokubo.NthFailure;
import jp.torokubo.NthFailureOf;
import jp.torokubo.ground.commands.CommandId;
import jp.torokubo.ground.commands.Once;
import jp.torokubo.ground.desk.ReadMessages;
import jp.torokubo.ground.desk.TriedKinds;
import jp.torokubo.ground.desk.store.Mails;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.ground.identity.Caller;
import jp.torokubo.ground.jobs.Leases;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whichever call to the database fails, a deed has happened once or not at all. */
class DeskOnceOrNotAtAllTest extends MailTest {

    @Autowired Once once;
    @Autowired Leases leases;
    @Autowired RemindOfDays remind;
    @Autowired ComposeDigest compose;
    @Autowired ClaimMail claim;
    @Autowired NoteDelivery note;
    @Autowired ChooseMail chooseMail;
    @Autowired SendAgain sendAgain;
    @Autowired ReadMessages readMessages;
    @Autowired Mails mails;

    private final CommandId id = new CommandId(UUID.fromString("01930000-0000-7000-8000-000000000004"));

    record Asked(UUID task) {}

    /** As a module does it: in the transaction of its own deed. */
    @Test
    void aTaskAMessageAndTheirNotices() {
        var hanako = person("山田 花子");
        person("佐藤 太郎");

        NthFailure.of(() -> inTransaction(() -> once.run(id, "hash", Asked.class, () -> {
                    desk.tell(hanako, TriedKinds.decided(hanako.person(), "1"));
                    var task = desk.ask(hanako, TriedKinds.reportOf(Caller.OPERATOR, "1", LocalDate.of(2026, 12, 5)));
                    assertThat(desk.done(hanako, desk.ask(hanako, TriedKinds.question(hanako, "2", null)))).isEmpty();
                    return new Asked(task.value());
                })))
                .changesNothingAndARetryTakesEffectOnce();
    }

    @Test
    @NthFailureOf(ReadMessages.class)
    void readingAMessage() {
        var hanako = person("山田 花子");
        tell(hanako, "1");
        tell(hanako, "2");
        var first = UUID.fromString(single("select id from desk.message order by id limit 1"));

        tried(() -> readMessages.handle(new ReadMessages.Command.One(hanako, first)));
        tried(() -> readMessages.handle(new ReadMessages.Command.Seen(hanako, clock.instant())));
    }

    @Test
    @NthFailureOf(ChooseMail.class)
    void choosingMail() {
        var hanako = person("山田 花子");

        tried(() -> chooseMail.handle(new ChooseMail.Command(id, hanako, "weekly", "en", Set.of(TriedKinds.DECIDED))));
    }

    @Test
    @NthFailureOf({ComposeDigest.class, ClaimMail.class, NoteDelivery.class, SendAgain.class})
    void aMailFromItsNoticesToItsEndAndAgain() {
        var hanako = personWrittenToAtOnce("山田 花子");
        tell(hanako, "1");
        inTransaction(() -> desk.ask(Actor.SYSTEM, TriedKinds.question(hanako, "2", null)));
        var lease = leases.take(MailRound.WORK, MailRound.LEASE).orElseThrow();

        tried(() -> compose.handle(new ComposeDigest.Command(lease, hanako.person())));
        var digest = asProgram(() -> mails.nextForUpdate(clock.instant())).orElseThrow();
        tried(() -> claim.handle(new ClaimMail.Command(lease)));
        var why = new NotDelivered(NotDelivered.Hope.NONE, "550 no such mailbox", new IllegalStateException());
        tried(() -> note.handle(new NoteDelivery.Command(digest, why)));
        tried(() -> sendAgain.handle(new SendAgain.Command(id, hanako, digest.id())));
    }

    @Test
    @NthFailureOf(RemindOfDays.class)
    void remindingOfDays() {
        var hanako = person("山田 花子");
        inTransaction(() -> desk.ask(Actor.SYSTEM, TriedKinds.question(hanako, "1", LocalDate.of(2026, 11, 22))));
        inTransaction(() -> desk.ask(Actor.SYSTEM, TriedKinds.reportOf(Caller.OPERATOR, "2", LocalDate.of(2026, 11, 20))));
        var lease = leases.take(MailRound.WORK, MailRound.LEASE).orElseThrow();

        tried(() -> remind.handle(new RemindOfDays.Command(lease)));
    }

    private static void tried(java.util.concurrent.Callable<?> deed) {
        NthFailure.of(deed).changesNothingAndARetryTakesEffectOnce();
    }
}
