// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import jp.torokubo.FreshDatabase;
import jp.torokubo.SettableClock;
import jp.torokubo.TorokuboTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Of all who want a piece of work, one has it. */
@TorokuboTest
@FreshDatabase
class LeasesTest {

    private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);

    @Autowired Leases leases;
    @Autowired SettableClock clock;
    @Autowired TransactionTemplate transaction;

    @Test
    void workThatIsHeldIsNotTakenUntilItsTimeHasRunOut() {
        var first = leases.take("desk.mail", FIVE_MINUTES).orElseThrow();

        assertThat(leases.take("desk.mail", FIVE_MINUTES)).isEmpty();
        assertThat(leases.take("desk.other", FIVE_MINUTES)).isPresent();

        clock.advance(FIVE_MINUTES);
        assertThat(leases.take("desk.mail", FIVE_MINUTES)).get().extracting(Leases.Lease::epoch).isEqualTo(first.epoch() + 1);
    }

    @Test
    void whoeverHasSleptOverItIsToldThatItIsNoLongerHis() {
        var slept = leases.take("desk.mail", FIVE_MINUTES).orElseThrow();
        assertThat(holds(slept)).isTrue();

        clock.advance(FIVE_MINUTES);
        assertThat(holds(slept)).as("run out, though nobody has taken it yet").isFalse();
        var next = leases.take("desk.mail", FIVE_MINUTES).orElseThrow();

        assertThat(holds(slept)).isFalse();
        assertThat(leases.keep(slept, FIVE_MINUTES)).isEmpty();
        leases.giveBack(slept);
        assertThat(holds(next)).as("the sleeper gave back what was not his").isTrue();
    }

    @Test
    void whatIsKeptLastsAndWhatIsGivenBackIsFree() {
        var lease = leases.take("desk.mail", FIVE_MINUTES).orElseThrow();
        clock.advance(Duration.ofMinutes(4));
        var kept = leases.keep(lease, FIVE_MINUTES).orElseThrow();
        clock.advance(Duration.ofMinutes(4));
        assertThat(leases.take("desk.mail", FIVE_MINUTES)).isEmpty();

        leases.giveBack(kept);
        assertThat(leases.take("desk.mail", FIVE_MINUTES)).isPresent();
    }

    @Test
    void ofManyAtOnceOneTakesIt() throws Exception {
        var threads = Executors.newFixedThreadPool(8);
        try {
            for (var round = 0; round < 25; round++) {
                var work = "desk.round-" + round;
                var taken = threads.invokeAll(IntStream.range(0, 8)
                        .<Callable<Boolean>>mapToObj(one -> () -> leases.take(work, FIVE_MINUTES).isPresent())
                        .toList());
                var winners = 0;
                for (var one : taken) {
                    winners += one.get() ? 1 : 0;
                }
                assertThat(winners).as(work).isEqualTo(1);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private boolean holds(Leases.Lease lease) {
        return Boolean.TRUE.equals(transaction.execute(open -> leases.holds(lease)));
    }
}
