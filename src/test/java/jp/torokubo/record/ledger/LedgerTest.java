// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import jp.torokubo.FreshDatabase;
import jp.torokubo.SettableClock;
import jp.torokubo.TorokuboTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

@TorokuboTest
@FreshDatabase
class LedgerTest {

    private static final LogName LOG = new LogName("ismap");

    @Autowired Ledger ledger;
    @Autowired TransactionTemplate transaction;
    @Autowired SettableClock clock;

    @Test
    void whatIsAppendedIsReadBackAsItWasWritten() {
        var first = append(Map.of("name", "富士通"));
        var second = append(Map.of("name", "日立"));

        assertThat(first.index()).isZero();
        assertThat(first.canonical()).isEqualTo("{\"body\":{\"name\":\"富士通\"},\"index\":0,\"log\":\"ismap\","
                + "\"recorded_at\":\"2026-11-21T03:00:00.000000Z\",\"schema\":1,\"type\":\"granted\"}");
        assertThat(ledger.find(LOG, 0)).contains(first);
        assertThat(ledger.last(LOG)).contains(second);
        assertThat(ledger.read(LOG, 0, 10)).containsExactly(first, second);
        assertThat(ledger.read(LOG, 1, 2)).containsExactly(second);
        assertThat(ledger.find(LOG, 2)).isEmpty();
        assertThat(ledger.last(new LogName("liu"))).isEmpty();
    }

    @Test
    void theRootIsThatOfTheEntriesWhateverSizeIsAsked() {
        var tree = GrowingTree.empty();
        var roots = new ArrayList<String>();
        for (int i = 0; i < 20; i++) {
            roots.add(java.util.HexFormat.of().formatHex(tree.root()));
            tree.add(TreeHash.ofEntry(append(Map.of("n", i)).canonical()));
        }
        roots.add(java.util.HexFormat.of().formatHex(tree.root()));

        assertThat(IntStream.rangeClosed(0, 20).mapToObj(size -> ledger.root(LOG, size))).isEqualTo(roots);
        assertThat(ledger.faults(LOG)).isEmpty();
        assertThatThrownBy(() -> ledger.root(LOG, 21)).isInstanceOf(IllegalArgumentException.class);
        assertThat(ledger.root(new LogName("liu"), 0)).isEqualTo(roots.get(0));
    }

    @Test
    void anEntryIsWrittenOnlyInsideATransaction() {
        assertThatThrownBy(() -> ledger.append(LOG, "granted", 1, Map.of())).isInstanceOf(IllegalTransactionStateException.class);
        assertThat(ledger.last(LOG)).isEmpty();
    }

    @Test
    void whatIsRolledBackLeavesNoGap() {
        append(Map.of());
        transaction.executeWithoutResult(status -> {
            ledger.append(LOG, "granted", 1, Map.of("lost", true));
            status.setRollbackOnly();
        });

        assertThat(append(Map.of()).index()).isEqualTo(1);
        assertThat(ledger.faults(LOG)).isEmpty();
    }

    @Test
    void timeNeverStandsStillNorRunsBackwards() {
        var now = SettableClock.START;
        clock.set(now.plusNanos(1_999));
        var first = append(Map.of());
        clock.set(now);
        var second = append(Map.of());
        clock.set(now.minus(Duration.ofMinutes(4)));
        var third = append(Map.of());
        clock.set(now.plusSeconds(1));
        var fourth = append(Map.of());

        assertThat(List.of(first, second, third, fourth)).extracting(Ledger.Entry::recordedAt).containsExactly(
                now.plusNanos(1_000), now.plusNanos(2_000), now.plusNanos(3_000), now.plusSeconds(1));
        assertThat(ledger.faults(LOG)).isEmpty();
    }

    @Test
    void aClockMoreThanFiveMinutesBehindStopsWritingAndSaysSo() {
        append(Map.of());
        clock.set(SettableClock.START.minus(Duration.ofMinutes(5)));
        append(Map.of());
        var last = ledger.last(LOG).orElseThrow();
        clock.set(last.recordedAt().minus(Duration.ofMinutes(5)).minusNanos(1_000));

        assertThatThrownBy(() -> append(Map.of()))
                .isInstanceOf(Ledger.ClockBehind.class)
                .hasMessageContaining("5分")
                .hasMessageContaining("five minutes")
                .hasMessageContaining("ismap");
        assertThat(ledger.last(LOG)).contains(last);
    }

    @Test
    void eachLogCountsForItself() {
        append(Map.of());
        var other = transaction.execute(status -> ledger.append(new LogName("liu"), "granted", 1, Map.of()));

        assertThat(other.index()).isZero();
        assertThat(ledger.faults(new LogName("liu"))).isEmpty();
    }

    @Test
    void eightWritersAtOnceLeaveOneUnbrokenLogEvenWhenSomeGiveUp() throws Exception {
        var writers = Executors.newFixedThreadPool(8);
        try {
            var kept = writers.invokeAll(IntStream.range(0, 8).<Callable<Integer>>mapToObj(writer -> () -> write(writer)).toList());
            int expected = 0;
            for (var count : kept) {
                expected += count.get();
            }

            assertThat(expected).isEqualTo(8 * 50);
            assertThat(ledger.read(LOG, 0, 1_000)).extracting(Ledger.Entry::index)
                    .containsExactlyElementsOf(IntStream.range(0, expected).mapToObj(Long::valueOf).toList());
            assertThat(ledger.read(LOG, 0, 1_000)).extracting(Ledger.Entry::recordedAt).isSorted().doesNotHaveDuplicates();
            assertThat(ledger.faults(LOG)).isEmpty();
        } finally {
            writers.shutdownNow();
        }
    }

    /** Fifty entries that stay, and after every fifth one that does not. */
    private int write(int writer) {
        for (int i = 0; i < 50; i++) {
            append(Map.of("writer", writer, "i", i));
            if (i % 5 == 0) {
                transaction.executeWithoutResult(status -> {
                    ledger.append(LOG, "granted", 1, Map.of("given", "up"));
                    status.setRollbackOnly();
                });
            }
        }
        return 50;
    }

    private Ledger.Entry append(Map<String, ?> body) {
        return transaction.execute(status -> ledger.append(LOG, "granted", 1, body));
    }

    /** Instants come back from the database as they went in. */
    @Test
    void theInstantOfAnEntryIsThatOfItsBytes() {
        clock.set(Instant.parse("2026-12-31T23:59:59.123456789Z"));
        append(Map.of());

        var entry = ledger.last(LOG).orElseThrow();
        assertThat(entry.recordedAt()).isEqualTo("2026-12-31T23:59:59.123456Z");
        assertThat(CanonicalJson.read(entry.canonical())).containsEntry("recorded_at", "2026-12-31T23:59:59.123456Z");
    }
}
