// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.desk.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import jp.torokubo.NthFailure;
import jp.torokubo.ground.jobs.Leases;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Several senders, and senders that die: every mail arrives, and only one whose sender died in the middle arrives twice. */
class SendersTest extends MailTest {

    @Autowired MailSettings settings;
    @Autowired Leases leases;
    @Autowired RemindOfDays remind;
    @Autowired ComposeDigest compose;
    @Autowired ClaimMail claim;
    @Autowired NoteDelivery note;
    @Autowired DigestWords words;
    @Autowired Post post;
    @Autowired JavaMailSenderImpl server;

    @AfterEach
    void theMailServerIsBack() {
        server.setPort(PostOffice.port());
    }

    @Test
    void twoSendersAtOnceSendEachMailOnce() throws Exception {
        for (var n = 0; n < 30; n++) {
            tell(personWrittenToAtOnce("person " + n), "1");
        }
        var senders = Executors.newFixedThreadPool(2);
        try {
            Callable<Boolean> instance = () -> {
                var mine = sender(post);
                for (var rounds = 0; rounds < 20; rounds++) {
                    mine.run();
                }
                return true;
            };
            for (var done : senders.invokeAll(List.of(instance, instance))) {
                done.get();
            }
        } finally {
            senders.shutdownNow();
        }

        assertThat(copies()).hasSize(30).allSatisfy((id, copies) -> assertThat(copies).as(id).isEqualTo(1));
    }

    /** The claim alone keeps two apart, should the lease ever fail to. */
    @Test
    void aMailThatIsBeingSentIsNotClaimedBesides() {
        tell(personWrittenToAtOnce("山田 花子"), "1");
        var lease = leases.take(MailRound.WORK, MailRound.LEASE).orElseThrow();
        compose.due().forEach(person -> compose.handle(new ComposeDigest.Command(lease, person)));

        assertThat(claim.handle(new ClaimMail.Command(lease))).isInstanceOf(ClaimMail.Result.Claimed.class);
        assertThat(claim.handle(new ClaimMail.Command(lease))).isInstanceOf(ClaimMail.Result.Nothing.class);
    }

    @Test
    void aSenderThatSleptInTheMiddleSendsNothingMoreWhenItWakes() throws Exception {
        for (var n = 0; n < 5; n++) {
            tell(personWrittenToAtOnce("person " + n), "1");
        }
        var asleep = new CountDownLatch(1);
        var awake = new CountDownLatch(1);
        var sentBySleeper = new AtomicInteger();
        var sleeper = sender(letter -> {
            asleep.countDown();
            await(awake);
            post.deliver(letter);
            sentBySleeper.incrementAndGet();
        });
        var thread = Executors.newSingleThreadExecutor();
        try {
            var sleeping = thread.submit(sleeper::run);
            await(asleep);
            round.run();
            assertThat(PostOffice.arrived()).as("the lease is not ours yet").isEmpty();

            later(MailRound.LEASE.plusMinutes(1));
            round.run();
            assertThat(copies()).hasSize(5);

            // one more mail waits, under the lease of another
            tell(personWrittenToAtOnce("person 5"), "1");
            var others = leases.take(MailRound.WORK, MailRound.LEASE).orElseThrow();
            compose.due().forEach(person -> compose.handle(new ComposeDigest.Command(others, person)));
            awake.countDown();
            sleeping.get(30, TimeUnit.SECONDS);
        } finally {
            thread.shutdownNow();
        }

        assertThat(sentBySleeper).as("the one it was about to send, and no other").hasValue(1);
        assertThat(copies()).hasSize(5);
        assertThat(copies().values()).containsExactlyInAnyOrder(1, 1, 1, 1, 2);
        assertThat(states()).isEqualTo(Map.of("sent", 5L, "waiting", 1L));
    }

    @Test
    void aSenderKilledBeforeTheServerHadItSendsItLater() {
        tell(personWrittenToAtOnce("山田 花子"), "1");
        killed(letter -> {
            throw new Killed();
        });

        round.run();
        assertThat(PostOffice.arrived()).as("it may still be under way").isEmpty();

        later(Duration.ofMinutes(5));
        round.run();
        assertThat(copies().values()).containsExactly(1);
    }

    @Test
    void aSenderKilledAfterTheServerHadItSendsItAgainUnderTheSameName() {
        tell(personWrittenToAtOnce("山田 花子"), "1");
        killed(letter -> {
            post.deliver(letter);
            throw new Killed();
        });
        later(Duration.ofMinutes(5));
        round.run();
        later(Duration.ofDays(3));
        round.run();

        assertThat(PostOffice.arrived()).hasSize(2);
        assertThat(copies()).as("one Message-ID").hasSize(1);
        assertThat(PostOffice.text(PostOffice.arrived().get(0))).isEqualTo(PostOffice.text(PostOffice.arrived().get(1)));
    }

    /** Dies at the first, the second, the third … call to the database; the next round makes good what was left. */
    @Test
    void aSenderMayStopAnywhereAndEveryMailArrives() {
        var people = List.of(personWrittenToAtOnce("山田 花子"), personWrittenToAtOnce("佐藤 太郎"));
        var wanted = new AtomicInteger();

        NthFailure.of(() -> {
                    round.run();
                    return true;
                })
                .mayStopAnywhere(
                        () -> {
                            PostOffice.emptied();
                            people.forEach(person -> tell(person, "N-" + wanted.incrementAndGet()));
                        },
                        () -> {
                            later(MailRound.LEASE);
                            round.run();
                            later(Duration.ofMinutes(15));
                            round.run();
                            assertThat(copies()).hasSize(2);
                            assertThat(states()).containsOnlyKeys("sent");
                        });
    }

    @Test
    void aServerThatIsDownIsTriedAgainFartherAndFartherApartAndThenGivenUp() {
        tell(personWrittenToAtOnce("山田 花子"), "1");
        server.setPort(1);
        var tries = new ArrayList<Duration>();
        var begin = clock.instant();
        var before = 0;
        for (var minutes = 0; minutes <= 4 * 24 * 60; minutes += 5) {
            clock.set(begin.plus(Duration.ofMinutes(minutes)));
            round.run();
            var now = Integer.parseInt(single("select tries from desk.mail"));
            if (now > before) {
                tries.add(Duration.ofMinutes(minutes));
                before = now;
            }
        }

        assertThat(tries).hasSize(Tries.MOST).startsWith(
                Duration.ZERO, Duration.ofMinutes(5), Duration.ofMinutes(20), Duration.ofMinutes(80), Duration.ofMinutes(320));
        assertThat(states()).isEqualTo(Map.of("failed", 1L));
        assertThat(single("select reply from desk.mail")).containsIgnoringCase("connect");
    }

    @Test
    void aServerThatIsDownIsAskedOnceARoundAndNotOnceAMail() {
        for (var n = 0; n < 4; n++) {
            tell(personWrittenToAtOnce("person " + n), "1");
        }
        server.setPort(1);
        round.run();
        assertThat(single("select count(*) from desk.mail where tries > 0")).isEqualTo("1");

        server.setPort(PostOffice.port());
        later(Duration.ofMinutes(5));
        round.run();
        assertThat(copies()).hasSize(4);
    }

    @Test
    void aMailboxThatTheServerDoesNotKnowFailsAtOnceAndHoldsUpNoOther() throws Exception {
        tell(personWrittenToAtOnce("山田 花子"), "1");
        tell(personWrittenToAtOnce("佐藤 太郎"), "1");
        try (var refusing = new RefusingServer("550 5.1.1 no such mailbox")) {
            server.setPort(refusing.port());
            round.run();
        }

        assertThat(states()).isEqualTo(Map.of("failed", 2L));
        assertThat(single("select distinct reply from desk.mail")).contains("550 5.1.1 no such mailbox");
    }

    @Test
    void aMailboxThatIsFullForNowIsTriedAgain() throws Exception {
        tell(personWrittenToAtOnce("山田 花子"), "1");
        try (var refusing = new RefusingServer("452 4.2.2 mailbox full")) {
            server.setPort(refusing.port());
            round.run();
        }
        assertThat(states()).isEqualTo(Map.of("waiting", 1L));

        server.setPort(PostOffice.port());
        later(Duration.ofMinutes(5));
        round.run();
        assertThat(copies().values()).containsExactly(1);
    }

    private MailRound sender(Post by) {
        return new MailRound(settings, leases, remind, compose, claim, note, words, by, clock);
    }

    /** A sender that dies: what it holds is left as it is, the lease too. */
    private void killed(Post by) {
        var alive = new AtomicBoolean(true);
        var lost = new Leases() {
            @Override
            public java.util.Optional<Lease> take(String work, Duration forHowLong) {
                return leases.take(work, forHowLong);
            }

            @Override
            public java.util.Optional<Lease> keep(Lease lease, Duration forHowLong) {
                return leases.keep(lease, forHowLong);
            }

            @Override
            public boolean holds(Lease lease) {
                return leases.holds(lease);
            }

            @Override
            public void giveBack(Lease lease) {
                alive.set(false);
            }
        };
        try {
            new MailRound(settings, lost, remind, compose, claim, note, words, by, clock).run();
        } catch (Killed expected) {
            assertThat(alive).isFalse();
            return;
        }
        throw new AssertionError("it lives");
    }

    /** Message-IDs that have arrived, and how often. */
    private static Map<String, Integer> copies() {
        var copies = new HashMap<String, Integer>();
        PostOffice.arrived().forEach(mail -> copies.merge(PostOffice.header(mail, "Message-ID"), 1, Integer::sum));
        return copies;
    }

    private Map<String, Long> states() {
        return asProgram(() -> {
            var states = new HashMap<String, Long>();
            jdbc.sql("select state, count(*) as count from desk.mail group by state")
                    .query(row -> {
                        states.put(row.getString("state"), row.getLong("count"));
                    });
            return states;
        });
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
