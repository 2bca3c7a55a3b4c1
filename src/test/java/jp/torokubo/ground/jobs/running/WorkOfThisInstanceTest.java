// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.jobs.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import jp.torokubo.ground.jobs.LongWork.Piece;
import jp.torokubo.ground.jobs.LongWork.State;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WorkOfThisInstanceTest {

    private static final UUID OWNER = new UUID(1, 1);
    private static final Duration LONG = Duration.ofSeconds(30);

    private Instant now = Instant.parse("2026-04-01T00:00:00Z");
    private final WorkOfThisInstance works = new WorkOfThisInstance((InstantSource) () -> now);
    private final CountDownLatch held = new CountDownLatch(1);

    @AfterEach
    void letGo() {
        held.countDown();
        works.destroy();
    }

    @Test
    void itsOwnerLearnsTheResultAndNobodyElseThatItIsThere() {
        var id = works.begin(OWNER, () -> "done", () -> { }).orElseThrow();

        assertThat(works.find(id, OWNER, String.class, LONG).orElseThrow().result()).isEqualTo("done");
        assertThat(works.find(id, new UUID(2, 2), String.class, Duration.ZERO)).isEmpty();
    }

    @Test
    void theThirdWaitsForTheFirstTwo() {
        holding();
        holding();
        var third = works.begin(OWNER, () -> "third", () -> { }).orElseThrow();

        assertThat(now(third).state()).isEqualTo(State.WAITING);
        assertThat(now(third).before()).isEqualTo(2);
        held.countDown();
        assertThat(works.find(third, OWNER, String.class, LONG).orElseThrow().state()).isEqualTo(State.DONE);
    }

    @Test
    void whatIsCalledOffIsInterruptedAndWhatFollowsIsDoneOnce() throws Exception {
        var interrupted = new CountDownLatch(1);
        var begun = new CountDownLatch(1);
        var removed = new CountDownLatch(1);
        var id = works.begin(OWNER, () -> {
            begun.countDown();
            try {
                held.await();
            } catch (InterruptedException off) {
                interrupted.countDown();
            }
            return "late";
        }, removed::countDown).orElseThrow();
        assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();

        works.callOff(id, new UUID(2, 2));
        assertThat(now(id).state()).isEqualTo(State.RUNNING);
        works.callOff(id, OWNER);

        assertThat(interrupted.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(removed.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(now(id).state()).isEqualTo(State.CALLED_OFF);
        assertThat(now(id).result()).isNull();
    }

    @Test
    void whatIsCalledOffBeforeItBeganIsClearedUpAllTheSame() throws Exception {
        holding();
        holding();
        var removed = new CountDownLatch(1);
        var third = works.begin(OWNER, () -> "never", removed::countDown).orElseThrow();

        works.callOff(third, OWNER);

        assertThat(removed.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(now(third).state()).isEqualTo(State.CALLED_OFF);
    }

    @Test
    void aFaultIsNoResult() {
        var id = works.begin(OWNER, () -> {
            throw new IllegalStateException("as a bug would");
        }, () -> { }).orElseThrow();

        assertThat(works.find(id, OWNER, String.class, LONG).orElseThrow().state()).isEqualTo(State.FAILED);
    }

    @Test
    void noMoreThanTwentyAreOpen() {
        for (int n = 0; n < 20; n++) {
            holding();
        }
        assertThat(works.begin(OWNER, () -> "one too many", () -> { })).isEmpty();
        held.countDown();
    }

    @Test
    void whatEndedLongAgoIsForgotten() {
        var id = works.begin(OWNER, () -> "done", () -> { }).orElseThrow();
        works.find(id, OWNER, String.class, LONG);

        now = now.plus(Duration.ofMinutes(31));
        works.begin(OWNER, () -> "another", () -> { });

        assertThat(works.find(id, OWNER, String.class, Duration.ZERO)).isEmpty();
    }

    private Piece<String> now(UUID id) {
        return works.find(id, OWNER, String.class, Duration.ZERO).orElseThrow();
    }

    private void holding() {
        works.begin(OWNER, () -> {
            try {
                held.await();
            } catch (InterruptedException off) {
                Thread.currentThread().interrupt();
            }
            return "held";
        }, () -> { });
    }
}
